"""What drives, floats and flies."""

from indexer.parametric.solids import Kind, joined
from indexer.parametric.traffic import (
    aircraft,
    carts_and_seaplanes,
    craft,
    rails,
    road_vehicles,
    ships,
    vehicles,
    wagons,
    work_vehicles,
)

KINDS: dict[str, Kind] = joined(
    vehicles.KINDS,
    road_vehicles.KINDS,
    work_vehicles.KINDS,
    wagons.KINDS,
    carts_and_seaplanes.KINDS,
    rails.KINDS,
    ships.KINDS,
    craft.KINDS,
    aircraft.KINDS,
)
