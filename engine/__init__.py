"""The search engine: shapes, depth views, encoders, catalog, vectors, queries. Public names load on first use."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from engine.errors import ShapeSeekError as ShapeSeekError
    from engine.formats import load_shape as load_shape
    from engine.geometry import Shape as Shape
    from engine.library import Library as Library
    from engine.query import Query as Query
    from engine.query import Term as Term
    from engine.query import make_query as make_query
    from engine.search import Hit as Hit
    from engine.search import Hits as Hits
    from engine.settings import Settings as Settings

_HOMES = {
    "Hit": "search",
    "Hits": "search",
    "Library": "library",
    "Query": "query",
    "Settings": "settings",
    "Shape": "geometry",
    "ShapeSeekError": "errors",
    "Term": "query",
    "load_shape": "formats",
    "make_query": "query",
}

__all__ = sorted(_HOMES)


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'engine' has no attribute {name!r}")
    return getattr(import_module(f"engine.{_HOMES[name]}"), name)
