"""What is worn and carried."""

from indexer.parametric.solids import Kind, joined
from indexer.parametric.worn import (
    accessories,
    clothing,
    worn_things,
)

KINDS: dict[str, Kind] = joined(
    clothing.KINDS,
    accessories.KINDS,
    worn_things.KINDS,
)
