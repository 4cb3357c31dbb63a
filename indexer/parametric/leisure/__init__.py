"""What is played, made music with, given and studied."""

from indexer.parametric.leisure import (
    ball_games,
    games_and_gear,
    gym_gear,
    keepsakes,
    more_instruments,
    more_playthings,
    music,
    ornaments,
    playthings,
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
    ball_games.KINDS,
    gym_gear.KINDS,
    more_instruments.KINDS,
    more_playthings.KINDS,
    playthings.KINDS,
)
