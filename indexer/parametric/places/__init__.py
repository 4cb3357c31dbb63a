"""Buildings, streets and what stands about outdoors."""

from indexer.parametric.places import (
    buildings,
    cargo,
    masts,
    monuments,
    outdoors,
    playground,
    street_furniture,
    streets_and_gardens,
    structures,
    temples,
)
from indexer.parametric.solids import Kind, joined

KINDS: dict[str, Kind] = joined(
    outdoors.KINDS,
    buildings.KINDS,
    structures.KINDS,
    temples.KINDS,
    monuments.KINDS,
    masts.KINDS,
    streets_and_gardens.KINDS,
    street_furniture.KINDS,
    playground.KINDS,
    cargo.KINDS,
)
