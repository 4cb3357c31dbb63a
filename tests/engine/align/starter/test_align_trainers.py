"""A few real steps of each trainer lower its loss; the pieces they use do what they say."""

from __future__ import annotations

import copy
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from engine.backend import prepare

prepare(threads=2)

import torch  # noqa: E402
from torch import nn  # noqa: E402

from engine.align.starter import image_tower, text_tower  # noqa: E402
from engine.align.starter.features import LowerTrunk, keep_maps, lower_maps  # noqa: E402
from engine.align.starter.grid import grid_states  # noqa: E402
from engine.align.starter.losses import form_loss, spoken  # noqa: E402
from engine.align.starter.memory import Memory  # noqa: E402
from engine.align.starter.phrases import Said  # noqa: E402
from engine.align.starter.pictures import VARIED  # noqa: E402
from engine.align.starter.plan import Lesson, Plan, Saying  # noqa: E402
from engine.align.starter.teachers import TRUNK  # noqa: E402
from engine.align.starter.towers import TextAdapter, UpperTower, start_head  # noqa: E402
from engine.align.starter.train import explain_extra  # noqa: E402
from engine.align.starter.wordnet import WordNet  # noqa: E402

TINY_TEXT = {"context_length": 32, "vocab_size": 49408, "width": 16, "heads": 2, "layers": 1, "proj_bias": True}


class TinyNetwork(nn.Module):
    """An image network with the trunk's layout at a hundredth of its size."""

    def __init__(self) -> None:
        super().__init__()
        self.conv_stem, self.bn1 = nn.Conv2d(3, 8, 3, 4, 1), nn.BatchNorm2d(8)
        self.blocks = nn.Sequential(*(nn.Sequential(nn.Conv2d(8, 8, 3, 1, 1), nn.ReLU()) for _ in range(6)))
        self.conv_head, self.bn2 = nn.Conv2d(8, 24, 1), nn.BatchNorm2d(24)
        self.classifier = nn.Linear(24, 1000)


@pytest.fixture
def lesson() -> Lesson:
    chance = np.random.default_rng(0)
    names = np.arange(12) % 4

    def maps(*shape: int) -> np.ndarray:
        # Each name has its own look, so there is something to learn.
        noise = chance.normal(size=(*shape, 8, 4, 4))
        if shape[0] == len(names):
            noise += 2 * looks[names].reshape(len(names), *([1] * (len(shape) - 1)), 8, 1, 1)
        return noise.astype(np.float16)

    looks = chance.normal(size=(4, 8))
    return Lesson(
        depth=(maps(12, 3), maps(12, VARIED)),
        shaded=maps(12, 2),
        icons=maps(2, 2),
        icon_rows=np.array([0, 5]),
        photos=maps(20),
        photo_classes=np.full((20, 1000), 1e-3, np.float16),
        photo_labels=np.array([-100, *range(19)]),
        weights=np.full(12, 1 / 12),
        names=names,
        called=np.stack([names, np.full(12, 4)], axis=1),
        said=[Saying(np.array([n, 4]), np.array([0.7, 0.3]), frozenset({int(n), 4})) for n in names],
        texts=chance.normal(size=(5, 16)).astype(np.float32),
        broad=chance.normal(size=(30, 16)).astype(np.float32),
        nothing_texts=chance.normal(size=(10, 16)).astype(np.float32),
        nothing=maps(6),
        classes=chance.normal(size=(1000, 16)).astype(np.float32),
        sentences=chance.normal(size=(5, 16)).astype(np.float32),
        sentence_items=np.array([0, 0, 3, 7, 11]),
    )


def test_later_rounds_go_on_lower_and_shorter_and_may_be_left_out() -> None:
    first, second, third = Plan(steps=50, again=20, times=2, seed=3).rounds()
    assert [plan.steps for plan in (first, second, third)] == [50, 20, 20]
    assert third.rate == second.rate < first.rate and second.upper_rate < first.upper_rate
    assert len({plan.seed for plan in (first, second, third)}) == 3  # other batches in each
    assert [plan.steps for plan in Plan(steps=50, times=0).rounds()] == [50]
    last = Plan(last=9, times=2, seed=3).last_round()
    assert last.steps == 9 and last.rate < second.rate and last.upper_rate < second.upper_rate
    assert last.seed not in {plan.seed for plan in (first, second, third)}


def test_the_last_round_ends_half_way(lesson: Lesson) -> None:
    plan = Plan(last=4, items=8, photos=8, nothing=4)
    torch.manual_seed(0)
    upper, adapter = UpperTower(TinyNetwork(), embed_dim=16), TextAdapter(16)
    start, twin = upper.head.weight.detach().clone(), copy.deepcopy((upper, adapter))
    image_tower.train_image_tower(*twin, lesson, plan.last_round())
    image_tower.train_last_round(upper, adapter, lesson, plan)
    assert torch.allclose(upper.head.weight, (start + twin[0].head.weight) / 2, atol=1e-6)
    assert not torch.allclose(upper.head.weight, start, atol=1e-6)


def test_rounds_side_by_side_share_their_start_and_end_in_their_mean(lesson: Lesson) -> None:
    plans = Plan(further=3, times=2, seed=5, items=8, photos=8, nothing=4).further_rounds()
    assert [plan.steps for plan in plans] == [3, 3] and plans[0].seed != plans[1].seed
    assert plans[0].rate < Plan().rate and plans[0].upper_rate < Plan().upper_rate
    torch.manual_seed(0)
    upper, adapter = UpperTower(TinyNetwork(), embed_dim=16), TextAdapter(16)
    ends = []
    for plan in plans:
        twin = copy.deepcopy((upper, adapter))
        image_tower.train_image_tower(*twin, lesson, plan)
        ends.append(twin[0].head.weight.detach())
    history = image_tower.train_side_by_side(upper, adapter, lesson, plans)
    assert len(history) == 6 and not torch.allclose(*ends, atol=1e-5)
    assert torch.allclose(upper.head.weight, (ends[0] + ends[1]) / 2, atol=1e-6)


def test_rounds_end_with_the_mean_of_what_the_later_ones_came_to(lesson: Lesson) -> None:
    plan = Plan(steps=6, again=3, times=2, items=8, photos=8, nothing=4)

    def trained(train: Callable[[UpperTower, TextAdapter], object]) -> tuple[torch.Tensor, torch.Tensor]:
        torch.manual_seed(0)
        upper, adapter = UpperTower(TinyNetwork(), embed_dim=16), TextAdapter(16)
        train(upper, adapter)
        return upper.head.weight.detach().clone(), adapter.map.weight.detach().clone()

    ends = []

    def round_by_round(upper: UpperTower, adapter: TextAdapter) -> None:
        for part in plan.rounds():
            image_tower.train_image_tower(upper, adapter, lesson, part)
            ends.append((upper.head.weight.detach().clone(), adapter.map.weight.detach().clone()))

    trained(round_by_round)
    joined = trained(lambda upper, adapter: image_tower.train_in_rounds(upper, adapter, lesson, plan))
    for at, value in enumerate(joined):
        assert torch.allclose(value, (ends[1][at] + ends[2][at]) / 2, atol=1e-6)
        assert not torch.allclose(value, ends[2][at], atol=1e-6)


def test_the_image_tower_learns(lesson: Lesson) -> None:
    torch.manual_seed(0)
    network = TinyNetwork()
    upper, adapter = UpperTower(network, embed_dim=16), TextAdapter(16)
    start_head(upper, network.classifier, lesson.classes)
    statistics = upper.bn2.running_mean.clone()
    history = image_tower.train_image_tower(upper, adapter, lesson, Plan(steps=40, items=8, photos=8, nothing=4))
    names = [step["name"] for step in history]
    assert np.mean(names[-5:]) < 0.8 * np.mean(names[:5])
    assert torch.equal(upper.bn2.running_mean, statistics)
    assert not upper.training


def test_matrix_products_give_the_trunks_own_features_and_gradients() -> None:
    import timm

    torch.manual_seed(0)
    upper = UpperTower(timm.create_model(TRUNK, pretrained=False), embed_dim=16).eval().double()
    with torch.no_grad():
        upper.bn2.running_mean.add_(0.1)
        upper.blocks[0][0].bn2.running_var.mul_(2)
    maps = torch.randn(3, 88, 8, 8, dtype=torch.float64)
    plain, fast = upper.states(maps), grid_states(upper, maps)
    assert torch.allclose(plain, fast, rtol=1e-9)
    weight = upper.blocks[0][0].conv_dw.weight
    [expected] = torch.autograd.grad(plain.square().sum(), weight)
    [found] = torch.autograd.grad(fast.square().sum(), weight)
    assert torch.allclose(found, expected, rtol=1e-6, atol=1e-9 * float(expected.abs().max()))


def test_the_kinds_phrases_join_what_was_said_of_their_names(tmp_path: Path) -> None:
    (tmp_path / "phrases.json").write_text('{"chair": ["seat with four legs"], "Sofa": ["long seat"]}')
    said = {"chair": Said(synonyms=("seat",), phrases=("plain wooden thing",), called=("seat",))}
    known = explain_extra(said, [], tmp_path, WordNet({}, {}))
    assert known["chair"] == Said(("seat",), phrases=("plain wooden thing", "seat with four legs"), called=("seat",))
    assert known["sofa"] == Said(phrases=("long seat",)) and explain_extra(said, [], None, WordNet({}, {})) == said


def test_the_memory_holds_what_was_met_before_and_the_batch_live() -> None:
    memory = Memory(5, 2)
    first = torch.tensor([[1.0, 0.0], [0.0, 1.0]])
    memory.keep(np.array([3, 1]), first)
    live = torch.tensor([[0.5, 0.5]], requires_grad=True)
    known, items = memory.beside(np.array([3]), live)
    assert items.tolist() == [3, 1]
    assert known.tolist() == [[0.5, 0.5], [0.0, 1.0]] and known.requires_grad


def test_truth_joins_texts_and_items(lesson: Lesson) -> None:
    assert lesson.truth[[4]].toarray().all()
    assert lesson.truth[[2]].toarray()[0].tolist() == [name == 2 for name in lesson.names]


def test_a_name_goes_by_its_other_words_as_often_as_asked() -> None:
    called = np.array([[7, 1, 2, 3]] * 4000)
    chance = np.random.default_rng(0)
    assert (spoken(called, 0.0, chance) == 7).all()
    shares = np.bincount(spoken(called, 0.5, chance), minlength=8) / len(called)
    assert np.allclose(shares[[7, 1, 2, 3]], [0.625, 0.125, 0.125, 0.125], atol=0.03)


def test_the_form_loss_wants_two_views_of_a_shape_and_of_its_namesakes_near() -> None:
    torch.manual_seed(0)
    names, pairs = np.arange(6), np.arange(6) // 2
    shapes = torch.randn(6, 32).relu()
    right, wrong = torch.stack([shapes, shapes]), torch.stack([shapes, shapes.roll(1, 0)])
    assert form_loss(right, names) < 0.5 * form_loss(wrong, names)
    kinds = shapes[::2].repeat_interleave(2, 0)
    assert form_loss(torch.stack([kinds, kinds]), pairs) < form_loss(right, pairs)


def test_the_adapter_starts_as_the_identity() -> None:
    raw = torch.randn(3, 16)
    assert torch.allclose(TextAdapter(16)(raw), nn.functional.normalize(raw, dim=-1), atol=1e-6)


def test_the_text_tower_learns() -> None:
    torch.manual_seed(0)
    texts = [f"a {colour} {thing}" for colour in ("red", "blue", "old") for thing in ("chair", "ship", "tree", "dog")]
    targets = np.random.default_rng(0).normal(size=(len(texts), 24)).astype(np.float32)
    targets /= np.linalg.norm(targets, axis=1, keepdims=True)
    tower = text_tower.new_text_tower(24, TINY_TEXT)
    losses = text_tower.distil(
        tower, text_tower.tokenize(texts), targets.astype(np.float16), minutes=1, batch=8, rate=5e-3, max_steps=60
    )
    assert np.mean(losses[-5:]) < 0.7 * np.mean(losses[:5])
    assert tower.token_embedding.sparse is False


def test_shorter_batches_give_open_clips_own_embeddings() -> None:
    torch.manual_seed(0)
    tower = text_tower.new_text_tower(24, TINY_TEXT).eval()
    tokens = torch.from_numpy(text_tower.tokenize(["a chair", "a table lamp with a shade"]))
    with torch.inference_mode():
        assert torch.allclose(text_tower.encode_tokens(tower, tokens), tower(tokens.long()), atol=1e-5)


def test_the_distillation_loss_is_least_for_equal_vectors() -> None:
    teacher = nn.functional.normalize(torch.randn(6, 12), dim=-1)
    same = text_tower.distillation_loss(3 * teacher, teacher)
    assert float(same) == pytest.approx(0, abs=1e-4)
    assert float(text_tower.distillation_loss(torch.randn(6, 12), teacher)) > 0.5


def test_grey_and_colour_pictures_give_maps() -> None:
    lower = LowerTrunk(TinyNetwork())
    grey = np.full((3, 32, 32), 7, np.uint8)
    colour = np.repeat(grey[..., None], 3, axis=-1)
    assert lower_maps(lower, grey, 32).shape == (3, 8, 8, 8)
    assert lower_maps(lower, grey, 64).shape == (3, 8, 16, 16)
    assert np.array_equal(lower_maps(lower, grey, 32), lower_maps(lower, colour, 32))
    with pytest.raises(ValueError, match="no pictures"):
        lower_maps(lower, grey[:0], 32)


def test_kept_maps_are_of_the_pictures_or_of_some_of_them_at_random(tmp_path: Path) -> None:
    lower = LowerTrunk(TinyNetwork())
    pictures = np.random.default_rng(0).integers(0, 255, (4, 5, 32, 32), np.uint8)
    np.save(tmp_path / "depth.npy", pictures)
    every = np.load(keep_maps(lower, tmp_path / "depth.npy", tmp_path / "all.npy", 32))
    assert (every.shape, every.dtype) == ((4, 5, 8, 8, 8), np.float16)
    assert np.allclose(every[2], lower_maps(lower, pictures[2], 32), atol=1e-2)
    some = np.load(keep_maps(lower, tmp_path / "depth.npy", tmp_path / "some.npy", 32, most=2))
    shown = [[int(np.abs(every[row] - one).max(axis=(1, 2, 3)).argmin()) for one in some[row]] for row in range(4)]
    assert some.shape[1] == 2 and all(a < b for a, b in shown) and len(set(map(tuple, shown))) > 1
    np.save(tmp_path / "depth.npy", pictures[:1])
    assert len(np.load(keep_maps(lower, tmp_path / "depth.npy", tmp_path / "all.npy", 32))) == 4  # kept, not made anew
