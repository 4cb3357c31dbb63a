"""What is cooked with, eaten from and eaten."""

from indexer.parametric.solids import Kind, joined
from indexer.parametric.table import (
    bakery,
    containers,
    food,
    groceries,
    kitchen,
    kitchen_tools,
    produce,
    tableware,
)

KINDS: dict[str, Kind] = joined(
    kitchen.KINDS,
    kitchen_tools.KINDS,
    tableware.KINDS,
    containers.KINDS,
    food.KINDS,
    bakery.KINDS,
    groceries.KINDS,
    produce.KINDS,
)
