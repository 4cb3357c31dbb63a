"""Animals, flowers and stones."""

from indexer.parametric.nature import (
    animals,
    birds,
    dinosaurs_and_dragons,
    flowers_and_stones,
    insects,
    large_birds,
    more_wild_animals,
    sea_and_reptiles,
    water_creatures,
    wild_animals,
)
from indexer.parametric.solids import Kind, joined

KINDS: dict[str, Kind] = joined(
    animals.KINDS,
    wild_animals.KINDS,
    more_wild_animals.KINDS,
    birds.KINDS,
    large_birds.KINDS,
    sea_and_reptiles.KINDS,
    water_creatures.KINDS,
    insects.KINDS,
    dinosaurs_and_dragons.KINDS,
    flowers_and_stones.KINDS,
)
