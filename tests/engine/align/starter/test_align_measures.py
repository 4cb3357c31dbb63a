"""Floors and weights on galleries small enough to check by hand."""

from __future__ import annotations

import numpy as np

from engine.align.starter.calibrate import (
    choose_floor,
    choose_outline_share,
    choose_term_weights,
    choose_view_weights,
)
from engine.align.starter.evaluate import Gallery
from engine.align.starter.nothing import soup_views
from engine.align.starter.pictures import SIZE
from engine.evaluation.metrics import outlined, recall
from engine.floors import pictures_of_nothing
from engine.outlines import BYTES
from engine.prompts import unit


def test_a_useless_kind_of_query_gets_little_weight() -> None:
    chance = np.random.default_rng(0)
    shapes = unit(chance.normal(size=(60, 16)))
    gallery = Gallery(shapes[:, None], tuple(map(str, range(60))))
    icons, names = unit(shapes + 0.1 * chance.normal(size=(60, 16))), unit(chance.normal(size=(60, 16)))
    weights = choose_term_weights(gallery, names, icons, np.eye(60, dtype=bool), {})
    assert weights["text"] < 1.0 and weights["image"] == weights["shape"] == 1.0
    both = weights["text"] * gallery.scores(names) + weights["image"] * gallery.scores(icons)
    joined = recall(both, np.eye(60, dtype=bool))
    assert joined["R@1"] >= 0.9
    asked = {"text": (names, np.eye(60, dtype=bool))}
    assert choose_view_weights(gallery, asked) == {"text": 0.0}  # one view: nothing to gain


def test_one_good_view_counts_for_the_kind_that_it_helps() -> None:
    chance = np.random.default_rng(0)
    pictures, meanings = (unit(chance.normal(size=(80, 32))) for _ in range(2))
    noise = chance.normal(size=(80, 9, 32)) * 0.3
    # Each shape's first view is what the icon shows; the mean of all is what the name means.
    views = unit(np.concatenate([pictures[:, None], meanings[:, None] + noise], axis=1)).astype(np.float32)
    gallery = Gallery(views, tuple(map(str, range(80))))
    own, icons = np.eye(80, dtype=bool), unit(pictures + 0.3 * noise[:, 0])
    weights = choose_view_weights(gallery, {"text": (meanings.astype(np.float32), own), "image": (icons, own)})
    assert weights["text"] == 0.0 and weights["image"] > 0


def test_outlines_count_where_they_tell_shapes_apart_and_only_there() -> None:
    chance = np.random.default_rng(0)
    shapes = unit(chance.normal(size=(50, 8))).astype(np.float32)
    vague = unit(shapes + 0.9 * chance.normal(size=(50, 8))).astype(np.float32) @ shapes.T
    telling = chance.integers(0, 256, (50, 3, BYTES)).astype(np.uint8)
    shown, own = [one[1] for one in telling], np.eye(50, dtype=bool)
    share = choose_outline_share(vague, shown, telling, own)
    assert share > 0
    assert recall(outlined(vague, shown, telling, share), own)["R@1"] > recall(vague, own)["R@1"]
    assert choose_outline_share(vague, shown, np.repeat(telling[:1], 50, axis=0), own) == 0.0  # all alike
    assert choose_outline_share(vague, [None] * 50, telling, own) == 0.0
    assert (outlined(vague, [None] * 50, telling, 0.3) == vague).all()


def test_a_floor_never_costs_more_than_a_tenth_of_true_matches() -> None:
    apart = choose_floor(np.linspace(0.6, 0.9, 101, dtype=np.float32), np.linspace(0.0, 0.5, 101, dtype=np.float32))
    assert 0.45 < apart.score < 0.6
    assert apart.off_topic_below >= 0.9 and apart.true_below == 0.0
    mixed = choose_floor(np.linspace(0, 1, 101, dtype=np.float32), np.linspace(0, 1, 101, dtype=np.float32))
    assert mixed.true_below <= 0.11


def test_pictures_of_nothing_are_pictures() -> None:
    pictures = pictures_of_nothing(6, 32)
    assert pictures.shape == (6, 32, 32, 3) and pictures.dtype == np.uint8
    assert pictures.std() > 10
    [soup] = soup_views(1)
    assert soup.shape == (12, SIZE, SIZE) and (soup < 255).any()
