"""The chosen shape: the live viewer, why it was found, and all that is known of it."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from engine.errors import ShapeFileError, UsageError
from engine.facts import ShapeFacts
from engine.geometry import Box
from engine.library import Library
from engine.search import Hit
from engine.views import camera_rig
from ui.screens.address import Address, go, here
from ui.screens.escaping import explained, in_html
from ui.screens.resources import Shared
from ui.screens.results import more_like
from ui.screens.teaching import given_labels, teach_form
from ui.viewer import viewer_html

_HEIGHT = 380  # pixels of the viewer
_SCENE_CAMERA = (30.0, 35.0)  # (azimuth, elevation) that looks over a room's walls
_PARTS = {
    "meaning": "Meaning, all views", "best_view": "Best single view", "text": "Words", "image": "Picture",
    "shape": "Shape", "outline": "Outline", "keywords": "Name and tags", "without": "Left out",
}  # fmt: skip


def details(shared: Shared, shape: int, hit: Hit | None) -> None:
    """Draw the panel of one shape; `hit` is its place in the present answer, None when it has none."""
    try:
        facts = hit.facts if hit else shared.library.facts(shape)
    except UsageError as error:
        st.error(explained(error))
        st.button("Close", key="close", on_click=_close)
        return
    with st.container(key="details", gap="small"):
        with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
            st.html(f"<h2>{in_html(facts.description.name)}</h2>")
            st.button("Close", type="tertiary", key="close", on_click=_close)
        camera = _camera(shared.library, hit)
        _viewer(shared, facts, camera, bool(facts.box) and _in_its_scene(facts))
        if hit is not None and camera is not None:
            st.html(_why(hit, camera))
        st.html(_facts_table(facts))
        st.code(facts.path, language=None, wrap_lines=True)
        with st.container(horizontal=True, gap="small"):
            st.button("More like this", key="like chosen", on_click=more_like, args=(shape,))
            if facts.box:
                st.button("All of this scene", key="scene chosen", on_click=_all_of_scene, args=(facts.scene,))
        teach_form(shared, facts)


def _close() -> None:
    go(replace(here(), show=None))


def _in_its_scene(facts: ShapeFacts) -> bool:
    """Let the visitor choose how an object of a scene is shown; True for its place in the scene."""
    ways = ("By itself", "In its scene")
    chosen = st.segmented_control("Shown", ways, default=ways[0], key=f"shown-{facts.id}", label_visibility="collapsed")
    return chosen == ways[1]


def _all_of_scene(scene: str) -> None:
    quote = "'" if '"' in scene else '"'
    go(replace(Address(), q=f"scene:{quote}{scene}{quote}"))


def _camera(library: Library, hit: Hit | None) -> tuple[float, float] | None:
    """(azimuth, elevation) of the view that matched; None when the hit names none of this rig."""
    views = camera_rig(library.recipe.rig).views
    if hit is None or not 0 <= hit.view < len(views):
        return None
    azimuth, elevation, *_ = views[hit.view]  # the viewer's camera stands upright: no roll
    return azimuth, elevation


def _viewer(shared: Shared, facts: ShapeFacts, camera: tuple[float, float] | None, in_scene: bool) -> None:
    seen_from = _SCENE_CAMERA if in_scene else camera or (35.0, 20.0)
    try:
        page, shown = _viewer_page(shared, facts.content, facts.id, seen_from, in_scene, facts)
    except ShapeFileError as error:
        st.warning(f"It cannot be shown in 3D: {explained(error)}")
        return
    st.iframe(page, height=_HEIGHT, alt="3D viewer")
    whole = facts.measures.faces or facts.measures.vertices
    if shown < whole and not in_scene:
        kind = "faces" if facts.measures.faces else "points"
        st.caption(f"Drawn with {shown:,} of its {whole:,} {kind}.")


@st.cache_data(show_spinner="Reading the shape", max_entries=16)
def _viewer_page(
    _shared: Shared, content: str, shape: int, camera: tuple[float, float], in_scene: bool, _facts: ShapeFacts
) -> tuple[str, int]:
    """The viewer's page and the faces (or points) in it, kept by what was read and how it is looked at."""
    mesh = _shared.display_mesh(_facts, in_scene)
    return viewer_html(mesh, *camera), len(mesh.faces) or len(mesh.positions)


def _why(hit: Hit, camera: tuple[float, float]) -> str:
    """HTML: score, its parts as bars on one scale, and the view that matched."""
    widest = max([0.05, *(abs(value) for value in hit.parts.values())])
    rows = "".join(_bar(_PARTS.get(name, name), value, max(value, 0.0) / widest) for name, value in hit.parts.items())
    weak = ' <span class="weak">weak match</span>' if hit.weak else ""
    azimuth, elevation = camera
    return (
        f'<div class="why"><div class="total">Score <b>{hit.score:.2f}</b>{weak}</div><div class="parts">{rows}</div>'
        f"<div>Best seen {seen_from(azimuth, elevation)} (azimuth {azimuth:g}°, elevation {elevation:g}°)</div></div>"
    )


def _bar(title: str, value: float, share: float) -> str:
    return (
        f'<div>{in_html(title)}</div><div class="bar"><i style="width:{100 * share:.0f}%"></i></div>'
        f"<div>{value:.2f}</div>"
    )


def seen_from(azimuth: float, elevation: float) -> str:
    """A camera's place in words, such as "from the front right, from above"."""
    if elevation > 75:
        return "from straight above"
    if elevation < -75:
        return "from straight below"
    around = ("front", "front right", "right", "back right", "back", "back left", "left", "front left")
    height = ", from above" if elevation > 10 else ", from below" if elevation < -10 else ""
    return f"from the {around[round(azimuth / 45) % 8]}{height}"


def _facts_table(facts: ShapeFacts) -> str:
    """HTML: what the catalog knows; rows without a value are left out."""
    measures, said = facts.measures, facts.description
    size = " × ".join(f"{side:.4g}" for side in measures.extents)
    rows = {
        "Collection": facts.collection,
        "Scene": facts.scene,
        "Box in the scene": _place(facts.box) if facts.box else "",
        "Kind": "Point cloud" if measures.kind == "cloud" else "Mesh",
        "Format": measures.format.upper(),
        "Faces": f"{measures.faces:,}" if measures.faces else "",
        "Points" if measures.kind == "cloud" else "Vertices": f"{measures.vertices:,}",
        "Width × height × depth": f"{size} (file units)",
        "Up axis": measures.up,
        "Tags": ", ".join(said.tags),
        "Given labels": given_labels(facts),
        "Creator": said.creator,
        "Licence": said.licence,
        "Id": str(facts.id),
    }
    cells = "".join(f"<dt>{in_html(key)}</dt><dd>{in_html(value)}</dd>" for key, value in rows.items() if value)
    return f'<dl class="facts">{cells}</dl>'


def _place(box: Box) -> str:
    """A box in words, such as "x 0 to 1.5, y 0 to 0.9, z -2 to -1"."""
    return ", ".join(
        f"{axis} {low:.4g} to {high:.4g}" for axis, low, high in zip("xyz", box.low, box.high, strict=True)
    )
