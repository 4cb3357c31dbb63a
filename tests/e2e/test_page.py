"""The page in a real browser: search, look, upload, filter, come back."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import pytest
from PIL import Image, ImageDraw

pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
from playwright.sync_api import expect

from tests.e2e.pixels import difference, spread

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

pytestmark = pytest.mark.browser

CARDS = "[class*='st-key-card-'], [class*='st-key-chosen-']"
BOX = "What the shape looks like"
PATIENCE = 30_000  # milliseconds; the first search waits for the encoder's weights


@pytest.fixture(scope="module")
def context(browser: Browser) -> Iterator[BrowserContext]:
    """One browser profile, so that the page's own scripts are fetched once."""
    expect.set_options(timeout=PATIENCE)
    opened = browser.new_context(viewport={"width": 1280, "height": 860})
    yield opened
    opened.close()


@pytest.fixture
def page(context: BrowserContext, address: str) -> Iterator[Page]:
    """A fresh visitor at the start page, who must see no script error and cause no request beyond the server."""
    visitor = context.new_page()
    visitor.set_default_timeout(PATIENCE)
    strangers: list[str] = []
    faults: list[str] = []
    visitor.on("request", lambda r: None if _is_own(r.url, address) else strangers.append(r.url))
    visitor.on("pageerror", lambda error: faults.append(str(error)))
    visitor.on("dialog", lambda dialog: faults.append(f"dialog {dialog.message}"))
    visitor.goto(address)
    visitor.locator(CARDS).nth(10).wait_for()
    yield visitor
    assert visitor.locator("[data-testid='stException']").count() == 0
    assert "Traceback" not in visitor.content()
    visitor.close()
    assert not strangers and not faults


def test_start_shows_the_library_and_what_it_holds(page: Page) -> None:
    page.get_by_text("The 11 shapes in the library").wait_for()
    page.locator(CARDS).nth(10).wait_for()
    assert spread(page.locator(f":is({CARDS}) img").first.screenshot()) > 5
    assert page.locator(".name img").count() == 0  # the name that looks like markup stayed a name
    assert page.get_by_text("<img src=x onerror=alert(1)> [x](y)", exact=True).count() == 1
    page.get_by_role("button", name="What is in the library").click()
    page.get_by_text("Files that could not be read").wait_for()
    page.locator("td", has_text="broken.obj").wait_for()
    page.get_by_role("button", name="Back to the search").click()
    page.locator(CARDS).first.wait_for()


def test_words_find_and_the_url_keeps_them(page: Page) -> None:
    _ask(page, "a chair faces>10")
    page.get_by_text(re.compile(r"\d+ shapes, best first")).wait_for()
    _await_params(page, q=["a chair faces>10"])
    names = _names(page)
    assert len(names) == 11 and "chair" in names[0]
    page.reload()
    page.get_by_text(re.compile(r"\d+ shapes, best first")).wait_for()
    expect(page.get_by_label(BOX)).to_have_value("a chair faces>10")
    assert _names(page) == names


def test_back_returns_to_the_search_before(page: Page) -> None:
    for words in ("a mug", "a ladder"):
        _ask(page, words)
        _await_params(page, q=[words])
    page.get_by_text(re.compile(r"\d+ shapes, best first")).wait_for()
    page.go_back()
    _await_params(page, q=["a mug"])
    expect(page.get_by_label(BOX)).to_have_value("a mug")
    page.locator(".name").first.get_by_text("mug").wait_for()


def test_a_chosen_shape_is_drawn_in_3d(page: Page) -> None:
    _ask(page, "car")
    page.locator(".name").first.get_by_text("car").wait_for()
    page.locator(CARDS).first.get_by_role("button", name="3D").click()
    page.get_by_text(re.compile(r"Best seen from")).wait_for()
    stage = page.frame_locator(".st-key-details iframe")
    stage.locator("body[data-drawn]").wait_for()
    canvas = stage.locator("canvas")
    before = canvas.screenshot()
    assert spread(before) > 5
    box = canvas.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + 200, box["y"] + 200)
    page.mouse.down()
    page.mouse.move(box["x"] + 280, box["y"] + 230, steps=3)
    page.mouse.up()
    assert difference(before, canvas.screenshot()) > 1
    details = page.locator(".st-key-details")
    for fact in ("Licence", "CC0-1.0", "Creator", "Up axis", "Faces", "Name and tags"):
        expect(details.get_by_text(fact, exact=True)).to_have_count(1)
    assert details.locator("code").inner_text().strip().endswith((".glb", ".obj", ".stl", ".ply", ".off"))
    page.get_by_role("button", name="Close").click()
    page.locator(".st-key-details").wait_for(state="detached")


def test_more_like_this_leaves_the_shape_out(page: Page) -> None:
    card = page.locator(CARDS).first
    name = card.locator(".name").inner_text()
    key = card.get_attribute("class").split("st-key-card-")[1].split()[0]
    card.get_by_role("button", name="More like this").click()
    page.get_by_text("Shapes like").wait_for()
    page.get_by_text(re.compile(r"10 shapes, best first")).wait_for()
    expect(page.locator(f".st-key-card-{key}")).to_have_count(0)
    assert name in page.content()
    _await_params(page, like=[key])


def test_a_picture_and_words_together(page: Page) -> None:
    page.locator("input[type=file]").set_input_files(
        {"name": "sketch.png", "mimeType": "image/png", "buffer": _sketch()}
    )
    page.get_by_text(re.compile(r"\d+ shapes, best first")).wait_for()
    assert page.get_by_text("How much the picture counts").count() == 0
    _ask(page, "a table")
    page.get_by_text("How much the picture counts").wait_for()
    page.locator(CARDS).first.get_by_role("button", name="3D").click()
    page.locator(".parts").get_by_text("Picture", exact=True).wait_for()
    assert page.locator(".parts").get_by_text("Words", exact=True).count() == 1


def test_a_picture_is_shown_as_it_is_looked_for(page: Page) -> None:
    ground, stream = Image.new("RGB", (900, 500), "white"), io.BytesIO()
    ground.paste(Image.open(io.BytesIO(_sketch())).convert("RGB").resize((150, 150)), (700, 40))
    ground.save(stream, "JPEG")
    files = page.locator("input[type=file]")
    files.set_input_files({"name": "far.jpg", "mimeType": "image/jpeg", "buffer": stream.getvalue()})
    page.get_by_text("Looked for, cut to the thing").wait_for()
    shown = page.locator("[data-testid='stImage'] img").first
    assert shown.evaluate("image => image.naturalWidth == image.naturalHeight")
    page.get_by_text(re.compile(r"\d+ shapes, best first")).wait_for()


def test_a_shape_file_finds_itself(page: Page, page_samples: Path) -> None:
    page.locator("input[type=file]").set_input_files(page_samples / "mug_1.off")
    page.get_by_text(re.compile(r"\d+ shapes, best first")).wait_for()
    expect(page.locator(".name").first).to_have_text("mug")


def test_bad_input_is_one_calm_line(page: Page) -> None:
    alert = page.locator("[data-testid='stAlert']")
    _ask(page, "chair faces<many")
    alert.get_by_text("cannot be understood").wait_for()
    _ask(page, "chair")
    page.get_by_text(re.compile(r"\d+ shapes, best first")).wait_for()
    page.locator("input[type=file]").set_input_files(
        {"name": "[note](x).png", "mimeType": "image/png", "buffer": b"no picture at all"}
    )
    alert.get_by_text("[note](x).png cannot be read as a picture").wait_for()
    assert alert.get_by_role("link").count() == 0


def test_filters_narrow(page: Page) -> None:
    page.get_by_text("Filters", exact=True).click()
    page.wait_for_timeout(800)  # the expander, while it unfolds, closes a list that is opened in it
    chooser = page.get_by_label("Format")
    chooser.fill("glb")
    page.get_by_role("option", name="glb").wait_for()
    chooser.press("Enter")
    page.get_by_text("shapes that pass the filters").wait_for()
    _await_params(page, format=["glb"])
    expect(page.locator(".name")).to_have_count(3)
    _ask(page, "chair")
    page.get_by_text("3 shapes, best first").wait_for()


def _ask(page: Page, words: str) -> None:
    box = page.get_by_label(BOX)
    box.fill(words)
    box.press("Enter")


def _names(page: Page) -> list[str]:
    """The names on the cards once the page is drawn to its end; until then cards of the page before stand there too."""
    page.wait_for_function(
        """() => document.querySelector("[data-test-script-state=notRunning]")
            && !document.querySelector("[data-stale=true]")"""
    )
    return page.locator(".name").all_inner_texts()


def _await_params(page: Page, **wanted: list[str]) -> None:
    page.wait_for_function("wanted => location.search.includes(wanted)", arg=f"{next(iter(wanted))}=")
    for _ in range(100):
        if parse_qs(urlsplit(page.url).query) == wanted:
            return
        page.wait_for_timeout(100)
    raise AssertionError(f"{page.url} never came to be {wanted}")


def _is_own(url: str, address: str) -> bool:
    return url.startswith((address, address.replace("http", "ws"), "data:", "blob:", "about:"))


def _sketch() -> bytes:
    picture = Image.new("RGB", (200, 150), "white")
    draw = ImageDraw.Draw(picture)
    draw.rectangle((20, 40, 180, 55), fill="sienna")
    for x in (25, 165):
        draw.rectangle((x, 55, x + 10, 140), fill="sienna")
    out = io.BytesIO()
    picture.save(out, "PNG")
    return out.getvalue()
