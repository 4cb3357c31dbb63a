"""Every measure against cases worked out by hand, or against a plain rendition of its definition."""

from __future__ import annotations

import math

import numpy as np
import pytest

from engine.evaluation import metrics


def test_accuracy_by_hand() -> None:
    """Four shapes, three classes: right at ranks 1, 2, 3, 1; classes 0 (1 of 2), 1 (0 of 1), 2 (1 of 1) at rank one."""
    scores = np.array([[0.9, 0.5, 0.1], [0.4, 0.9, 0.1], [0.8, 0.1, 0.5], [0.1, 0.2, 0.7]])
    truth = np.array([0, 0, 1, 2])
    figures = metrics.accuracy(scores, truth)
    assert figures == {"top-1": 0.5, "top-3": 1.0, "top-5": 1.0, "class mean": pytest.approx((0.5 + 0 + 1) / 3)}
    assert metrics.accuracy(scores, truth, (2,))["top-2"] == 0.75


def test_accuracy_of_two_classes_and_of_classes_that_no_shape_has() -> None:
    scores = np.array([[0.2, 0.1], [0.1, 0.3], [0.6, 0.5]])
    assert metrics.accuracy(scores, np.array([0, 1, 1]))["top-1"] == pytest.approx(2 / 3)
    four = np.array([[0.1, 0.9, 0.5, 0.2], [0.1, 0.2, 0.3, 0.9]])
    figures = metrics.accuracy(four, np.array([1, 1]))
    assert (figures["top-1"], figures["top-3"], figures["class mean"]) == (0.5, 1.0, 0.5)


def test_recall_by_hand() -> None:
    """First right shapes at ranks 1, 3 and 2; the fourth query has no answer and does not count."""
    scores = np.array([[9, 1, 2, 3], [9, 8, 1, 5], [1, 9, 8, 7], [1, 2, 3, 4]], float)
    right = np.array([[1, 0, 0, 0], [0, 0, 0, 1], [0, 0, 1, 1], [0, 0, 0, 0]], bool)
    figures = metrics.recall(scores, right, (1, 2, 5))
    assert figures == {"R@1": pytest.approx(1 / 3), "R@2": pytest.approx(2 / 3), "R@5": 1.0,
                       "MRR": pytest.approx((1 + 1 / 3 + 1 / 2) / 3)}  # fmt: skip


def test_recall_counts_the_first_right_hit() -> None:
    scores = np.array([[0.9, 0.1, 0.5], [0.1, 0.2, 0.3]], np.float32)
    right = np.array([[True, False, False], [True, True, False]])
    assert metrics.recall(scores, right, (1, 2)) == {"R@1": 0.5, "R@2": 1.0, "MRR": 0.75}


def test_recall_agrees_with_counting_what_stands_before_the_first_right_shape() -> None:
    rng = np.random.default_rng(0)
    scores, right = rng.normal(size=(40, 60)).astype(np.float32), rng.random((40, 60)) < 0.1
    right[:, 0] = True
    before = []
    for row, good in zip(scores, right, strict=True):
        before.append(sum(score > max(row[good]) for score in row))
    expected = {f"R@{k}": sum(count < k for count in before) / 40 for k in (1, 5, 10)}
    expected["MRR"] = sum(1 / (count + 1) for count in before) / 40
    assert metrics.recall(scores, right) == pytest.approx(expected)


def test_any_shape_of_the_name_counts() -> None:
    assert metrics.same_name(("sofa", "bed", "sofa"))[0].tolist() == [True, False, True]
    assert metrics.same_name(["bed"], ["sofa", "bed", "sofa"]).tolist() == [[False, True, False]]


def test_gallery_scores_mix_the_pooled_and_the_best_view() -> None:
    views = np.array([[[1.0, 0.0], [0.0, 1.0]]], np.float32)
    query = np.array([[1.0, 0.0]], np.float32)
    assert metrics.gallery_scores(views, query)[0, 0] == pytest.approx(2**-0.5)
    assert metrics.gallery_scores(views, query, view_weight=1.0)[0, 0] == pytest.approx(1.0)
    assert metrics.gallery_scores(views.astype(np.float16), query, 0.5)[0, 0] == pytest.approx((2**-0.5 + 1) / 2)


def test_ndcg_by_hand() -> None:
    """One right shape at rank 1, 2 and 6: gains 1, 1 / log2(3), and 0 beyond five."""
    scores = np.tile(np.arange(8, 0, -1.0), (3, 1))
    right = np.zeros((3, 8), bool)
    right[[0, 1, 2], [0, 1, 5]] = True
    assert metrics.ndcg(scores, right) == pytest.approx((1 + 1 / math.log2(3)) / 3)


def test_shape_retrieval_by_hand() -> None:
    """Names a a a b b; what the two b are to each other and to the a is worked out below.

    Query 0 (a) ranks 1 (a), 3 (b), 2 (a), 4 (b): NN 1; K = 2: FT 1/2, ST 2/2; DCG (1 + 1/log2(3)) / (1 + 1/log2(2)).
    """
    scores = np.array(
        [
            [9.0, 0.9, 0.5, 0.7, 0.1],
            [0.9, 9.0, 0.8, 0.2, 0.1],
            [0.5, 0.8, 9.0, 0.9, 0.1],
            [0.7, 0.2, 0.9, 9.0, 0.8],
            [0.1, 0.1, 0.1, 0.8, 9.0],
        ]
    )
    figures = metrics.shape_retrieval(scores, ["a", "a", "a", "b", "b"])
    # ranks of right answers: q0 1 3; q1 1 2; q2 2 3 (3 first); q3 2 (2 first); q4 1
    assert figures["NN"] == pytest.approx((1 + 1 + 0 + 0 + 1) / 5)
    assert figures["FT"] == pytest.approx((1 / 2 + 1 + 1 / 2 + 0 + 1) / 5)
    assert figures["ST"] == pytest.approx(1.0)  # among the first four, or two
    assert figures["E"] == pytest.approx((3 * 2 * 2 / (2 + 4) + 2 * 2 * 1 / (1 + 4)) / 5)  # all four looked at
    second, third = 1.0, 1 / math.log2(3)
    gains = [(1 + third) / 2, 1.0, (second + third) / 2, second, 1.0]
    assert figures["DCG"] == pytest.approx(sum(gains) / 5)
    precision = [(1 + 2 / 3) / 2, 1.0, (1 / 2 + 2 / 3) / 2, 1 / 2, 1.0]
    assert figures["mAP"] == pytest.approx(sum(precision) / 5)


def plain_princeton(scores: np.ndarray, names: list[str]) -> dict[str, float]:
    """NN, FT, ST, E and DCG counted one result after the other, as the track's published definition reads."""
    sums = dict.fromkeys(("NN", "FT", "ST", "E", "DCG"), 0.0)
    for query, name in enumerate(names):
        others = names.count(name) - 1
        order = [i for i in sorted(range(len(names)), key=lambda i: -scores[query, i]) if i != query]
        count, gain = 0, 0.0
        for rank, one in enumerate(order, 1):
            if names[one] == name:
                count += 1
                gain += 1.0 if rank == 1 else math.log(2) / math.log(rank)
                sums["NN"] += rank == 1
            sums["FT"] += count / others if rank == others else 0
            sums["ST"] += count / others if rank == 2 * others else 0
            sums["E"] += 2 * count / (others + 32) if rank == 32 else 0
        sums["DCG"] += gain / (1 + sum(math.log(2) / math.log(rank) for rank in range(2, others + 1)))
    return {key: value / len(names) for key, value in sums.items()}


def test_shape_retrieval_agrees_with_a_plain_count() -> None:
    rng = np.random.default_rng(3)
    names = [str(number // 6) for number in range(60)]
    scores = rng.normal(size=(60, 60))
    scores[np.arange(60), np.arange(60)] = 99
    figures = metrics.shape_retrieval(scores, names)
    assert {key: figures[key] for key in ("NN", "FT", "ST", "E", "DCG")} == pytest.approx(
        plain_princeton(scores, names)
    )


def test_a_perfect_order_is_one_and_shapes_alone_of_their_name_do_not_ask() -> None:
    names = ["a"] * 20 + ["b"] * 20 + ["alone"]
    scores = (np.array(names)[:, None] == np.array(names)[None, :]).astype(float)
    figures = metrics.shape_retrieval(scores, names)
    assert all(figures[key] == pytest.approx(1) for key in ("NN", "FT", "ST", "DCG", "mAP"))
    assert figures["E"] == pytest.approx(2 * 19 / (19 + 32))
    with pytest.raises(ValueError, match="no query"):
        metrics.shape_retrieval(np.eye(2), ["a", "b"])
