"""Tools, machine parts and arms."""

from indexer.parametric.solids import Kind, joined
from indexer.parametric.workshop import (
    bench,
    guns,
    hand_tools,
    hardware,
    ironware,
    machine_parts,
    motors_and_wheels,
    plumbing,
    siege_and_armour,
    tools,
    weapons,
)

KINDS: dict[str, Kind] = joined(
    bench.KINDS,
    tools.KINDS,
    hand_tools.KINDS,
    ironware.KINDS,
    hardware.KINDS,
    machine_parts.KINDS,
    plumbing.KINDS,
    motors_and_wheels.KINDS,
    weapons.KINDS,
    guns.KINDS,
    siege_and_armour.KINDS,
)
