"""What drives, floats and flies."""

from indexer.parametric.solids import Kind, joined
from indexer.parametric.traffic import (
    aircraft,
    carts_and_seaplanes,
    craft,
    far_craft,
    odd_craft,
    odd_vehicles,
    rails,
    road_vehicles,
    ships,
    space_craft,
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
    far_craft.KINDS,
    odd_craft.KINDS,
    odd_vehicles.KINDS,
    space_craft.KINDS,
)
