"""Take the picture of the page in docs/images: `python -m tests.e2e.screenshot LIBRARY QUERY OUT [light|dark]`."""

from __future__ import annotations

import sys
from pathlib import Path
from urllib.parse import quote_plus

from tests.e2e.chromium import chromium
from tests.e2e.served import served


def take(library: Path, query: str, out: Path, scheme: str) -> None:
    """Search, choose the best shape, wait for its viewer, and write the PNG."""
    with served(library) as address, chromium() as browser:
        page = browser.new_page(viewport={"width": 1360, "height": 900}, color_scheme=scheme)  # type: ignore[arg-type]
        page.set_default_timeout(120_000)
        page.goto(f"{address}/?q={quote_plus(query)}")
        page.get_by_text("best first").wait_for()
        page.locator("[class*='st-key-card-']").first.get_by_role("button", name="3D").click()
        page.frame_locator(".st-key-details iframe").locator("body[data-drawn]").wait_for()
        page.mouse.move(5, 5)
        page.wait_for_timeout(800)  # fades of the theme
        page.screenshot(path=out)


if __name__ == "__main__":
    if len(sys.argv) not in (4, 5):
        sys.exit(__doc__)
    take(Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3]), sys.argv[4] if len(sys.argv) == 5 else "light")
