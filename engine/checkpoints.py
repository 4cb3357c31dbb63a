"""Where weights come from: the bundled starter, a folder or file of one's own, a tag of open_clip's registry, a hub."""

from __future__ import annotations

import hashlib
import json
import logging
import os
import re
import socket
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from urllib.request import getproxies

from engine.bundled import bundled
from engine.errors import EncoderError
from engine.own_encoders import CARD, CONFIG, is_encoder, own_encoders, own_folder
from engine.published import import_hint

WEIGHTS = "open_clip_model.safetensors"
_OFFLINE = "Without a network use the bundled encoder: --encoder starter."


@dataclass(frozen=True)
class Checkpoint:
    """An encoder's name resolved to what open_clip needs, not yet loaded.

    model: architecture name or open_clip schema ("local-dir:..."); pretrained: a tag, a file, or None when `model` says
    it all. folder: where local weights are. card: the values of card.json, empty where there is none. branch: the file
    of the depth branch, tuned beside these weights.
    """

    name: str
    model: str
    pretrained: str | None
    folder: Path | None = None
    card: dict[str, Any] = field(default_factory=dict)
    branch: Path | None = None


def resolve(name: str, plain: bool = False) -> Checkpoint:
    """Find what an `--encoder` value means; nothing is downloaded or loaded.

    Forms: a bundled name ("starter"), a name of one's own (see own_encoders), a folder with open_clip_config.json or
    with a depth branch and a card that names its base, ARCHITECTURE/TAG of open_clip's registry, ARCHITECTURE/FILE
    with a local weights file, "hf-hub:OWNER/NAME". plain: it may have no depth branch, for one is to be put beside it.
    Raises EncoderError naming the forms.
    """
    if name in bundled_encoders():
        return _from_folder(name, bundled("encoders") / name, plain)
    if name in own_encoders():
        return _from_folder(name, own_folder() / name, plain)
    folder = Path(name).expanduser()
    if is_encoder(folder):
        folder = folder.resolve()
        own = folder.parent == own_folder().resolve()
        return _from_folder(folder.name if own else str(folder), folder, plain)
    if name.startswith("hf-hub:"):
        return Checkpoint(name, name, None)
    architecture, slash, weights = name.partition("/")
    if slash and re.fullmatch(r"[\w.@-]+", architecture):
        file = Path(weights).expanduser()
        if file.is_file():
            return Checkpoint(f"{architecture}/{file.resolve()}", architecture, str(file.resolve()))
        if not re.search(r"[\\/]|\.(pt|pth|bin|safetensors)$", weights):
            return Checkpoint(name, architecture, weights)
        raise EncoderError(f"There is no weights file {file}.", _OFFLINE)
    known = ", ".join(bundled_encoders() + own_encoders())
    raise EncoderError(
        f"There is no encoder {name!r}.",
        import_hint(name) or f"Known: {known}; also ARCHITECTURE/TAG, ARCHITECTURE/FILE, a folder, hf-hub:NAME.",
    )


def bundled_encoders() -> list[str]:
    """Names of the encoders that ship with the program."""
    root = bundled("encoders")
    return sorted(folder.name for folder in root.iterdir() if (folder / CONFIG).is_file()) if root.is_dir() else []


def registry() -> list[str]:
    """ARCHITECTURE/TAG of every published checkpoint that open_clip knows."""
    from engine.backend import prepare

    prepare()
    import open_clip

    return [f"{architecture}/{tag}" for architecture, tag in open_clip.list_pretrained()]


def _from_folder(name: str, folder: Path, plain: bool) -> Checkpoint:
    card = _read_card(folder / CARD)
    branch = card.get("depth_branch", "shared")
    if plain and branch != "shared":
        raise EncoderError(f"The encoder {name!r} has a depth branch already.", "Begin with the base it was tuned on.")
    file = None if branch == "shared" else folder / branch
    if (folder / WEIGHTS).is_file():
        return Checkpoint(name, f"local-dir:{folder}", None, folder, card, file)
    if "base" not in card:
        raise EncoderError(f"The encoder folder {folder} holds no {WEIGHTS}.", _OFFLINE)
    if file is None:
        raise EncoderError(f"The card of encoder {folder} names a base and no depth branch.", _OFFLINE)
    base = _base_of(card, folder)
    return replace(base, name=name, card={**base.card, **card}, branch=file)


def _read_card(file: Path) -> dict[str, Any]:
    try:
        card = json.loads(file.read_text("utf-8")) if file.is_file() else {}
    except (ValueError, OSError) as error:
        raise EncoderError(f"{file} is not valid JSON: {error}.", _OFFLINE) from error
    if not isinstance(card, dict):
        raise EncoderError(f"{file} holds no card.", _OFFLINE)
    return card


def _base_of(card: dict[str, Any], folder: Path) -> Checkpoint:
    """What the branch was tuned on; a relative folder counts from the branch's own."""
    base = str(card["base"])
    named = base in bundled_encoders() + own_encoders()
    return resolve(base if named or not is_encoder(folder / base) else str(folder / base), plain=True)


def load(checkpoint: Checkpoint) -> tuple[Any, Any, Any, str]:
    """(model in eval mode on the CPU, photo transform, tokenizer, sha256 of the weights).

    Raises EncoderError when the weights cannot be had or read, naming the offline default.
    """
    from engine.backend import prepare

    prepare()
    if checkpoint.folder is None:
        _meet_the_hub()
    import open_clip

    _check_known(checkpoint, open_clip)
    logging.disable(logging.CRITICAL)  # what the libraries say while failing is said once, below
    try:
        model, _, transform = open_clip.create_model_and_transforms(checkpoint.model, pretrained=checkpoint.pretrained)
        tokenizer = open_clip.get_tokenizer(checkpoint.model)
        digest = weights_hash(checkpoint, model)
    except Exception as error:  # hub, network, file and shape errors of several libraries
        reason = " ".join(str(error).split())[:200]
        raise EncoderError(f"The weights of encoder {checkpoint.name!r} cannot be had: {reason}.", _OFFLINE) from error
    finally:
        logging.disable(logging.NOTSET)
    return model.eval(), transform, tokenizer, digest


def _meet_the_hub() -> None:
    """Where no hub can be reached, tell its client so at once: cached weights still load, others fail in no time."""
    os.environ.setdefault("HF_HUB_DISABLE_TELEMETRY", "1")
    if os.environ.get("HF_HUB_OFFLINE") or getproxies():
        return
    host = urlsplit(os.environ.get("HF_ENDPOINT", "https://huggingface.co")).hostname
    try:
        socket.getaddrinfo(host, 443)
    except OSError:
        os.environ["HF_HUB_OFFLINE"] = "1"


def _check_known(checkpoint: Checkpoint, open_clip: Any) -> None:
    if ":" in checkpoint.model:
        return
    if checkpoint.model not in open_clip.list_models():
        raise EncoderError(f"open_clip knows no architecture {checkpoint.model!r}.", "See `shapeseek encoders --all`.")
    tags = open_clip.list_pretrained_tags_by_model(checkpoint.model)
    if checkpoint.pretrained and not Path(checkpoint.pretrained).exists() and checkpoint.pretrained not in tags:
        raise EncoderError(
            f"{checkpoint.model} has no pretrained tag {checkpoint.pretrained!r}.",
            f"Known: {', '.join(tags) or 'none'}.",
        )


def weights_hash(checkpoint: Checkpoint, model: Any) -> str:
    """sha256 hex of the weights: of the local file where there is one, else of the loaded tensors."""
    for file in (
        checkpoint.folder and checkpoint.folder / WEIGHTS,
        checkpoint.pretrained and Path(checkpoint.pretrained),
    ):
        if file and file.is_file():
            with file.open("rb") as stream:
                return _digest(stream)
    digest = hashlib.sha256()
    for name, tensor in sorted(model.state_dict().items()):
        digest.update(name.encode())
        digest.update(tensor.detach().cpu().contiguous().view(-1).numpy().tobytes())
    return digest.hexdigest()


def _digest(stream: Any) -> str:
    digest = hashlib.sha256()
    while chunk := stream.read(2**20):
        digest.update(chunk)
    return digest.hexdigest()
