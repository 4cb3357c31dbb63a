"""Kinds of things built from simple solids: a small world to try the search on where no real library can be had.

Each kind is a function of a random generator that returns its parts as triangle meshes in metres, y up, front to +z.
"""

from indexer.parametric import leisure, nature, places, rooms, table, traffic, workshop, worn
from indexer.parametric.solids import Kind, joined

KINDS: dict[str, Kind] = joined(
    rooms.KINDS,
    table.KINDS,
    nature.KINDS,
    traffic.KINDS,
    places.KINDS,
    workshop.KINDS,
    leisure.KINDS,
    worn.KINDS,
)
