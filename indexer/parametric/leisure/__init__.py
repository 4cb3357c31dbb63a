"""What is played, made music with, given and studied."""

from indexer.parametric.leisure import (
    games_and_gear,
    keepsakes,
    music,
    ornaments,
    sport,
    study_things,
    toys,
)
from indexer.parametric.solids import Kind, joined

KINDS: dict[str, Kind] = joined(
    sport.KINDS,
    games_and_gear.KINDS,
    toys.KINDS,
    music.KINDS,
    keepsakes.KINDS,
    ornaments.KINDS,
    study_things.KINDS,
)
