"""What stands, hangs and hums in rooms."""

from indexer.parametric.rooms import (
    appliances,
    electronics,
    fittings,
    furnishings,
    furniture,
    gadgets,
    household,
    indoors,
    interior,
    office,
)
from indexer.parametric.solids import Kind, joined

KINDS: dict[str, Kind] = joined(
    indoors.KINDS,
    furniture.KINDS,
    furnishings.KINDS,
    interior.KINDS,
    household.KINDS,
    appliances.KINDS,
    fittings.KINDS,
    electronics.KINDS,
    gadgets.KINDS,
    office.KINDS,
)
