"""Teaching a label from the page: the chosen shape and ticked results are its examples."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import streamlit as st

from engine.errors import ShapeSeekError
from engine.facts import ShapeFacts
from engine.labels.labelling import TAUGHT, labellers
from engine.labels.teaching import Taught
from ui.screens.address import go, here
from ui.screens.escaping import explained, in_markdown
from ui.screens.resources import Shared

_TICK = "tick-"


def tick_box(shape: int) -> None:
    """A box on a card that makes its shape an example, while somebody is choosing examples."""
    if st.session_state.get("ticking"):
        st.checkbox("Example", key=f"{_TICK}{shape}")


def teach_form(shared: Shared, facts: ShapeFacts) -> None:
    """The form under a shape's details: a label, its examples, and the way back."""
    with st.expander("Teach a label"):
        st.caption("What looks like the examples gets the label as a tag, now and when it is indexed later.")
        label = st.text_input("Label", key="teach label", placeholder="office chair").strip()
        st.toggle("Tick more examples among the results", key="ticking")
        examples = sorted({facts.id, *_ticked()})
        count = "this example" if len(examples) == 1 else f"these {len(examples)} examples"
        with st.container(horizontal=True, gap="small"):
            if st.button(f"Teach by {count}", key="teach", disabled=not label, type="primary"):
                _do(shared, lambda: shared.library.teach(label, examples))
            if label.lower() in _taught_labels(shared):
                if st.button("This one is not", key="teach not", help=f"{facts.id} is no example of it."):
                    _do(shared, lambda: shared.library.teach(label, without=[facts.id]))
                if st.button("Undo the last teaching", key="teach undo", type="tertiary"):
                    _do(shared, lambda: shared.library.unteach(label))
        _tell(label)


def given_labels(facts: ShapeFacts) -> str:
    """The labels the program gave a shape, with their probabilities, as one line."""
    return ", ".join(f"{one.label} {one.probability:.0%} ({one.by})" for one in facts.labels)


def _ticked() -> list[int]:
    if not st.session_state.get("ticking"):
        return []
    return [int(str(key)[len(_TICK) :]) for key, on in st.session_state.items() if str(key).startswith(_TICK) and on]


def _taught_labels(shared: Shared) -> set[str]:
    return {one.name for one in labellers(shared.library.catalog) if one.kind == TAUGHT}


def _do(shared: Shared, act: Callable[[], Taught | None]) -> None:
    """Teach or undo, keep what to tell of it, and draw the page anew: hits, facets and details have changed."""
    try:
        with st.spinner("Learning"), shared.asking:
            st.session_state["taught"] = act() or "gone"
    except ShapeSeekError as error:
        st.error(explained(error))
        return
    st.rerun()


def _tell(label: str) -> None:
    taught = st.session_state.get("taught")
    if taught == "gone":
        st.info("It was taught once only: the label is gone.")
    elif isinstance(taught, Taught) and taught.label == label.lower():
        count = len(taught.shapes)
        st.success(f"{in_markdown(taught.label)}: {count:,} shape{'' if count == 1 else 's'} tagged.")
        st.button("Show them", key="show taught", type="tertiary", on_click=_show, args=(taught.label,))


def _show(label: str) -> None:
    go(replace(here(), q="", like=None, show=None, tag=(label,)))
