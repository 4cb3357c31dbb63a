"""The viewer in a real browser, on its own: it draws, turns, zooms, moves, and says when it cannot."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from engine.geometry import Shape, checked_shape
from indexer.display import light_copy
from tests.e2e.pixels import colours, difference, spread
from ui.viewer import viewer_html

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

SIZE = 300
Look = Callable[[], bytes]


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """A square window that reaches no network."""
    context = browser.new_context(viewport={"width": SIZE, "height": SIZE}, offline=True)
    visitor = context.new_page()
    visitor.set_default_timeout(20_000)
    yield visitor
    context.close()


@pytest.fixture
def look(page: Page) -> Look:
    """A screenshot of the canvas without its rim and what lies over it, once everything asked for is drawn."""

    def taken() -> bytes:
        page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
        return page.screenshot(clip={"x": 4, "y": 40, "width": SIZE - 8, "height": SIZE - 70})

    return taken


def _show(page: Page, shape: Shape, azimuth: float = 35.0, elevation: float = 20.0) -> None:
    page.goto("about:blank")  # a world of its own for each page's script
    page.set_content(viewer_html(light_copy(shape), azimuth, elevation))
    page.wait_for_selector("body[data-drawn]")


@pytest.fixture
def chair(solids: dict[str, Any], as_shape: Callable[..., Shape]) -> Shape:
    return as_shape(solids["chair"])


def test_gestures_and_keys_move_the_camera(page: Page, look: Look, chair: Shape) -> None:
    _show(page, chair)
    first = look()
    assert spread(first) > 10

    def drag(**held: str) -> None:
        page.mouse.move(150, 150)
        page.mouse.down(button=held.get("button", "left"))  # type: ignore[arg-type]
        page.mouse.move(190, 165, steps=3)
        page.mouse.up(button=held.get("button", "left"))  # type: ignore[arg-type]

    def shift_drag() -> None:
        page.keyboard.down("Shift")
        drag()
        page.keyboard.up("Shift")

    seen = [first]
    for act in (
        drag,
        shift_drag,
        lambda: drag(button="right"),
        lambda: page.mouse.wheel(0, -200),
        lambda: page.locator("canvas").press("ArrowLeft"),
        lambda: page.locator("canvas").press("-"),
        lambda: page.locator("canvas").press("w"),
    ):
        act()
        seen.append(look())
        assert difference(seen[-1], seen[-2]) > 0.5
    page.locator("canvas").press("w")
    page.locator("canvas").dblclick()
    assert difference(look(), first) < 0.5  # back where it began


def test_it_fits_and_stands_upright(page: Page, look: Look) -> None:
    from trimesh import creation

    tall = creation.box((1, 1, 6))  # z up in the file
    _show(page, checked_shape(tall.vertices, tall.faces, up="z"), 0.0, 0.0)
    page.add_style_tag(content="#tools, #keys { display: none }")
    seen = colours(page.screenshot()).mean(axis=2) < 240
    rows, columns = np.flatnonzero(seen.any(axis=1)), np.flatnonzero(seen.any(axis=0))
    assert 0.8 * SIZE < np.ptp(rows) < SIZE - 2
    assert np.ptp(columns) < 0.3 * np.ptp(rows)
    assert abs(rows.mean() - SIZE / 2) < 3 and abs(columns.mean() - SIZE / 2) < 3


def test_azimuth_90_looks_at_the_right_side_with_its_colour(page: Page, look: Look) -> None:
    from trimesh import creation

    box = creation.box((1, 1, 1))
    red = np.where(box.face_normals[:, :1] > 0.5, [220, 30, 30], [30, 30, 220]).astype(np.uint8)
    shape = checked_shape(box.vertices, box.faces, red)
    for azimuth, channel in ((90.0, 0), (270.0, 2)):
        _show(page, shape, azimuth, 0.0)
        pixel = colours(page.screenshot())[SIZE // 2, SIZE // 2]
        assert pixel.argmax() == channel and pixel.max() > 100


def test_a_cloud_is_points(page: Page, look: Look) -> None:
    points = np.random.default_rng(3).normal(size=(4_000, 3))
    _show(page, checked_shape(points / np.linalg.norm(points, axis=1, keepdims=True)))
    assert page.locator("#wireframe").is_hidden()
    assert page.locator("body").get_attribute("data-drawn") == "4000"
    assert spread(look()) > 10


def test_the_ground_is_the_pages(page: Page, chair: Shape) -> None:
    _show(page, chair)
    for ground in (0, 255):
        page.add_style_tag(content=f"html {{ background: rgb({ground}, {ground}, {ground}) !important }}")
        assert (colours(page.screenshot())[60, 5] == ground).all()


def test_without_webgl_it_says_so(browser: Browser, chair: Shape) -> None:
    context = browser.new_context()
    context.add_init_script("HTMLCanvasElement.prototype.getContext = () => null")
    visitor = context.new_page()
    visitor.goto("about:blank")
    visitor.set_content(viewer_html(light_copy(chair)))
    visitor.get_by_role("alert").get_by_text("cannot draw 3D").wait_for()
    assert visitor.locator("#tools").is_hidden()
    context.close()
