"""A real library to start with: the household objects of Debian's package sweethome3d-furniture."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

PACKAGE = "sweethome3d-furniture"
_SECONDS = 600


class HouseholdUnavailable(Exception):
    """The package cannot be fetched here; the message says why."""


def fetch_household(folder: Path, say: Callable[[str], None] = lambda line: None) -> list[Path]:
    """Fetch and unpack the package into `folder`; returns its catalogues (.sh3f archives of OBJ models).

    Uses apt-get with list and cache folders of our own: no root, and nothing on the system changes. A second call finds
    what the first brought. Raises HouseholdUnavailable.
    """
    catalogues = sorted(folder.glob("*.sh3f"))
    if catalogues:
        return catalogues
    for tool in ("apt-get", "dpkg-deb"):
        if shutil.which(tool) is None:
            raise HouseholdUnavailable(f"{tool} is not on this machine")
    work = folder.with_name(folder.name + ".fetching")
    own = _own_folders(work / "apt")
    say("Reading Debian's package lists ...")
    _run(["apt-get", *own, "-q", "update"], work)
    say(f"Fetching {PACKAGE} (about 120 MB) ...")
    _run(["apt-get", *own, "-q", "download", PACKAGE], work)
    packages = list(work.glob(f"{PACKAGE}_*.deb"))
    if not packages:
        raise HouseholdUnavailable(f"apt-get brought no {PACKAGE}")
    _run(["dpkg-deb", "-x", packages[0].name, "unpacked"], work)
    folder.mkdir(parents=True, exist_ok=True)
    for file in sorted(work.glob("unpacked/usr/share/**/*.sh3f")):
        shutil.move(str(file), folder / file.name)
    for text in work.glob(f"unpacked/usr/share/doc/{PACKAGE}/copyright"):
        shutil.move(str(text), folder / "copyright")
    shutil.rmtree(work)
    return sorted(folder.glob("*.sh3f"))


def _own_folders(apt: Path) -> list[str]:
    for name in ("lists/partial", "cache/archives/partial"):
        (apt / name).mkdir(parents=True, exist_ok=True)
    options = {
        "Dir::State::Lists": apt / "lists",
        "Dir::Cache": apt / "cache",
        "APT::Sandbox::User": "",  # else root's download into our folder only warns
        "Acquire::Languages": "none",
        "Acquire::Retries": "2",
    }
    return [part for key, value in options.items() for part in ("-o", f"{key}={value}")]


def _run(command: list[str], folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    try:
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=_SECONDS, check=False)
    except (OSError, subprocess.TimeoutExpired) as error:
        raise HouseholdUnavailable(f"{command[0]} failed: {error}") from error
    if done.returncode != 0:
        lines = [line for line in (done.stderr or done.stdout).splitlines() if line.strip()]
        raise HouseholdUnavailable(f"{command[0]} {command[-1]} failed: {lines[-1] if lines else done.returncode}")
