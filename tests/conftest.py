"""What the tests share: tiny real encoders, one small indexed library, shapes, and the program as a subprocess."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from engine.encoder import OpenClipEncoder, load_encoder
from engine.geometry import Shape, checked_shape
from engine.library import Library
from engine.settings import Settings

# Shells start background jobs with Ctrl-C ignored, and the programs the tests start would inherit that.
signal.signal(signal.SIGINT, signal.default_int_handler)

PROGRAM = Path(sys.executable).with_name("shapeseek")
STARTER = Path(__file__).parents[1] / "data/encoders/starter/open_clip_model.safetensors"
KINDS = [
    "chair", "armchair", "stool", "table", "sofa", "bed", "floor lamp", "ladder", "house", "bottle", "mug", "hammer",
    "gear", "car", "airplane", "tree",
]  # fmt: skip

_EFFICIENTNET = {
    "timm_model_name": "test_efficientnet", "timm_model_pretrained": False, "timm_pool": "", "timm_proj": "linear",
    "timm_proj_bias": True, "image_size": 64,
}  # fmt: skip
_NATIVE_VIT = {"layers": 2, "width": 64, "patch_size": 32, "image_size": 64}
_TIMM_VIT = {
    "timm_model_name": "test_vit", "timm_model_pretrained": False, "timm_pool": "", "timm_proj": "linear",
    "image_size": 160,
}  # fmt: skip


@pytest.fixture(scope="session", autouse=True)
def no_settings_of_the_person(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Neither the environment nor the configuration of whoever runs the tests reaches them."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        for name in list(os.environ):
            if name.startswith("SHAPESEEK_") and name != "SHAPESEEK_DATA":
                patch.delenv(name)
        for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"):
            patch.setenv(name, str(home / name.lower()))
        yield


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The unpacked shared data, where SHAPESEEK_DATA names it."""
    folder = os.environ.get("SHAPESEEK_DATA")
    if not folder:
        pytest.skip("SHAPESEEK_DATA does not name the unpacked shared data")
    return Path(folder)


@pytest.fixture(scope="session")
def starter_weights() -> Path:
    """The bundled encoder's weights."""
    if not STARTER.is_file():
        pytest.skip("data/encoders/starter holds no weights yet")
    return STARTER


def write_encoder(folder: Path, vision: dict[str, Any], seed: int, **card: Any) -> Path:
    """A complete open_clip model folder with random weights, a few MB; the same seed gives the same weights."""
    from engine.backend import prepare

    prepare(1)
    import open_clip
    import torch
    from safetensors.torch import save_file

    text = {"context_length": 32, "vocab_size": 49408, "width": 64, "heads": 2, "layers": 1}
    look = {"mean": [0.5] * 3, "std": [0.5] * 3, "interpolation": "bicubic", "resize_mode": "shortest"}
    torch.manual_seed(seed)
    model = open_clip.CLIP(64, vision_cfg=vision, text_cfg=text)
    for module in model.visual.modules():
        if isinstance(module, torch.nn.BatchNorm2d):  # as after training, so that folding them is no empty act
            module.running_mean.normal_(0, 0.1)
            module.running_var.uniform_(0.5, 2)
    folder.mkdir(parents=True)
    settings = {"model_cfg": {"embed_dim": 64, "vision_cfg": vision, "text_cfg": text}, "preprocess_cfg": look}
    (folder / "open_clip_config.json").write_text(json.dumps(settings))
    if card:
        (folder / "card.json").write_text(json.dumps(card))
    weights = {k: (v.half() if v.is_floating_point() else v).contiguous() for k, v in model.state_dict().items()}
    save_file(weights, folder / "open_clip_model.safetensors")
    return folder


@pytest.fixture(scope="session")
def make_encoder() -> Callable[..., Path]:
    """write_encoder with the tower by name: "efficientnet", "vit" (open_clip's own) or "timm-vit"."""
    towers = {"efficientnet": _EFFICIENTNET, "vit": _NATIVE_VIT, "timm-vit": _TIMM_VIT}
    return lambda folder, tower="efficientnet", seed=0, **card: write_encoder(folder, towers[tower], seed, **card)


@pytest.fixture(scope="session")
def encoder_folder(tmp_path_factory: pytest.TempPathFactory, make_encoder: Callable[..., Path]) -> Path:
    """A convolutional encoder, as the starter is."""
    return make_encoder(tmp_path_factory.mktemp("encoders") / "tiny")


@pytest.fixture(scope="session")
def other_encoder_folder(tmp_path_factory: pytest.TempPathFactory, make_encoder: Callable[..., Path]) -> Path:
    """The same encoder with other weights."""
    return make_encoder(tmp_path_factory.mktemp("encoders") / "other", seed=1)


@pytest.fixture(scope="session")
def vit_folder(tmp_path_factory: pytest.TempPathFactory, make_encoder: Callable[..., Path]) -> Path:
    """open_clip's own vision transformer, which has no trunk and no form features."""
    return make_encoder(tmp_path_factory.mktemp("encoders") / "vit", "vit")


@pytest.fixture(scope="session")
def encoder(encoder_folder: Path) -> OpenClipEncoder:
    return load_encoder(str(encoder_folder), threads=1)


@pytest.fixture(scope="session")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of 16 sample shapes in five formats, one point cloud among them in a folder of its own."""
    from indexer.samples import write_samples

    folder = tmp_path_factory.mktemp("shapes") / "samples"
    write_samples(folder, variants=1, kinds=KINDS)
    (folder / "scans").mkdir()
    rng = np.random.default_rng(5)
    ball = rng.normal(size=(3000, 3))
    np.save(folder / "scans/round_ball.npy", ball / np.linalg.norm(ball, axis=1, keepdims=True))
    return folder


@pytest.fixture(scope="session")
def library_folder(tmp_path_factory: pytest.TempPathFactory, samples: Path, encoder: OpenClipEncoder) -> Path:
    """`samples` indexed as the collection "samples". Copy before changing: see `own_library`."""
    from indexer.pipeline import index

    folder = tmp_path_factory.mktemp("libraries") / "library"
    with Library.open(folder, create=True, encoder=encoder, settings=Settings(folder, jobs=1)) as library:
        report = index(library, [samples])
    assert (report.new, report.failures) == (len(KINDS) + 1, [])
    return folder


@pytest.fixture(scope="session")
def library(library_folder: Path, encoder: OpenClipEncoder) -> Iterator[Library]:
    """The shared library, open; only for reading."""
    with Library.open(library_folder, encoder=encoder, settings=Settings(library_folder)) as opened:
        yield opened


@pytest.fixture
def own_library(library_folder: Path, encoder: OpenClipEncoder, tmp_path: Path) -> Iterator[Library]:
    """A copy of the shared library that a test may change."""
    folder = tmp_path / "own-library"
    shutil.copytree(library_folder, folder)
    with Library.open(folder, encoder=encoder, settings=Settings(folder, jobs=1)) as opened:
        yield opened


@pytest.fixture
def empty_library(encoder: OpenClipEncoder, tmp_path: Path) -> Iterator[Library]:
    """A new library that nothing was indexed into."""
    folder = tmp_path / "new-library"
    with Library.open(folder, create=True, encoder=encoder, settings=Settings(folder, jobs=1)) as opened:
        yield opened


@pytest.fixture(scope="session")
def as_shape() -> Callable[..., Shape]:
    """A trimesh object as a Shape."""
    return lambda mesh, up="y": checked_shape(mesh.vertices, getattr(mesh, "faces", None), up=up)


@pytest.fixture(scope="session")
def solids() -> dict[str, Any]:
    """Twenty meshes by name, y up: plain solids and household shapes with thin parts."""
    import trimesh
    from trimesh import creation

    from indexer.parametric import KINDS as PARAMETRIC

    plain = {
        "box": creation.box((1, 2, 3)),
        "ball": creation.icosphere(subdivisions=3),
        "cylinder": creation.cylinder(0.3, 2.0),
        "cone": creation.cone(0.7, 1.5),
        "torus": creation.torus(1.0, 0.25),
        "capsule": creation.capsule(1.0, 0.3),
        "pipe": creation.annulus(0.6, 0.8, 1.0),
        "pin": creation.cylinder(0.02, 2.0),
    }
    names = [
        "chair", "table", "floor lamp", "ladder", "house", "mug", "gear", "bicycle", "airplane", "tree", "umbrella",
        "sofa",
    ]  # fmt: skip
    drawn = {name: trimesh.util.concatenate(PARAMETRIC[name](np.random.default_rng(7))) for name in names}
    return {**plain, **drawn}


Program = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="session")
def shapeseek() -> Program:
    """Run the installed program: shapeseek("search", "chair", SHAPESEEK_LIBRARY=...) -> the finished process."""

    def run(*arguments: object, **environment: object) -> subprocess.CompletedProcess[str]:
        command = [PROGRAM, *(one if isinstance(one, bytes) else str(one) for one in arguments)]
        extra = {key: str(value) for key, value in environment.items()}
        return subprocess.run(
            command, capture_output=True, text=True, timeout=120, check=False, env={**os.environ, **extra}
        )

    return run
