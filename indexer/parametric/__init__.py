"""Kinds of things built from simple solids: a small world to try the search on where no real library can be had.

Each kind is a function of a random generator that returns its parts as triangle meshes in metres, y up, front to +z.
"""

from indexer.parametric import (
    accessories,
    aircraft,
    animals,
    birds,
    buildings,
    clothing,
    food,
    household,
    indoors,
    insects,
    ironware,
    kitchen,
    music,
    office,
    outdoors,
    rails,
    sea_and_reptiles,
    ships,
    sport,
    streets_and_gardens,
    tools,
    toys,
    vehicles,
    workshop,
)
from indexer.parametric.solids import Kind, joined

KINDS: dict[str, Kind] = joined(
    indoors.KINDS,
    workshop.KINDS,
    outdoors.KINDS,
    music.KINDS,
    animals.KINDS,
    birds.KINDS,
    sea_and_reptiles.KINDS,
    insects.KINDS,
    aircraft.KINDS,
    ships.KINDS,
    vehicles.KINDS,
    rails.KINDS,
    tools.KINDS,
    ironware.KINDS,
    sport.KINDS,
    toys.KINDS,
    clothing.KINDS,
    accessories.KINDS,
    food.KINDS,
    kitchen.KINDS,
    household.KINDS,
    office.KINDS,
    buildings.KINDS,
    streets_and_gardens.KINDS,
)
