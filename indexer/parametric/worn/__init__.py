"""What is worn and carried."""

from indexer.parametric.solids import Kind, joined
from indexer.parametric.worn import (
    accessories,
    clothing,
    footwear_and_headgear,
    small_wear,
    worn_things,
)

KINDS: dict[str, Kind] = joined(
    clothing.KINDS,
    accessories.KINDS,
    worn_things.KINDS,
    footwear_and_headgear.KINDS,
    small_wear.KINDS,
)
