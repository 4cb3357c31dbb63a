"""From texts, photos and depth pictures to embeddings: the Encoder seam and the open_clip encoder."""

from __future__ import annotations

import copy
import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np
from numpy.typing import NDArray

from engine.checkpoints import Checkpoint, load, resolve
from engine.prompts import ensemble, unit

if TYPE_CHECKING:
    from PIL.Image import Image

_WHITE = (255, 255, 255, 255)


@dataclass(frozen=True)
class EncoderCard:
    """Who made the vectors, and how its scores are to be read.

    The first fields are its identity: vectors of cards that differ there never mix. The rest is calibration, measured
    once per encoder on training data: `query_prompts` are averaged for a query text; `term_weights` balance text,
    image and shape terms in one query; `view_weight` is the share of the best single view in a score; `floors` are
    the cosines under which a hit is weak, for text, image and shape terms and for the form space (absent: never).
    """

    name: str
    weights: str
    dim: int
    form_dim: int
    image_size: int
    preprocessing: str
    depth_branch: str = "shared"
    query_prompts: tuple[str, ...] = ("{}",)
    class_prompts: str = "plain"
    term_weights: dict[str, float] = field(default_factory=dict)
    view_weight: float = 0.0
    floors: dict[str, float] = field(default_factory=dict)
    temperature: float = 100.0

    @property
    def identity(self) -> tuple[str, int, str, str]:
        """What must be equal for two sets of vectors to be compared."""
        return self.weights, self.dim, self.preprocessing, self.depth_branch

    def to_json(self) -> str:
        """The card as JSON."""
        return json.dumps(asdict(self), sort_keys=True)

    @classmethod
    def from_json(cls, text: str) -> EncoderCard:
        """The card that `to_json` wrote."""
        values = json.loads(text)
        values["query_prompts"] = tuple(values["query_prompts"])
        return cls(**values)


@dataclass(frozen=True)
class DepthFeatures:
    """Of N depth pictures: `aligned` (N, dim) float32 unit rows in the text space, `form` (N, form_dim) raw."""

    aligned: NDArray[np.float32]
    form: NDArray[np.float32]


class Encoder(Protocol):
    """What search and indexing need of an encoder; rows are float32, those in the text space of unit length."""

    card: EncoderCard

    def encode_texts(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """(n, dim) of query texts, averaged over the card's query prompts."""

    def encode_classes(self, names: Sequence[str]) -> NDArray[np.float32]:
        """(n, dim) of class names through the prompt ensemble."""

    def encode_photos(self, photos: Sequence[Image]) -> NDArray[np.float32]:
        """(n, dim) of pictures through the photo branch."""

    def encode_depth(self, pictures: NDArray[np.uint8]) -> DepthFeatures:
        """Features of depth pictures (n, H, W) uint8 through the depth branch."""


class OpenClipEncoder:
    """Any open_clip model, with a photo branch and a depth branch that may be one tower."""

    def __init__(self, checkpoint: Checkpoint, threads: int | None = None, device: str | None = None) -> None:
        """Load the weights. Raises EncoderError when they cannot be had."""
        from engine.backend import prepare

        prepare(threads)
        import torch

        model, self._photo_transform, self._tokenizer, digest = load(checkpoint)
        self._torch = torch
        self._device = device or ("cuda" if torch.cuda.is_available() else "cpu")
        self._twin = _depth_twin(model, checkpoint, digest)
        self._preprocess = _preprocessing(model)
        self._model = model.requires_grad_(False).to(self._device)
        if self._device == "cpu":  # together they double the starter's rate: see docs/benchmarks.md
            model.visual = _folded(model.visual, self._size)
            self._model = self._model.to(memory_format=torch.channels_last)
        self.card = self._card(checkpoint, digest)

    def encode_texts(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """(n, dim) float32 unit rows."""
        return ensemble(texts, self.card.query_prompts, self._encode_raw)

    def encode_classes(self, names: Sequence[str]) -> NDArray[np.float32]:
        """(n, dim) float32 unit rows."""
        from engine.prompts import templates

        return ensemble(names, templates(self.card.class_prompts), self._encode_raw)

    def encode_photos(self, photos: Sequence[Image]) -> NDArray[np.float32]:
        """(n, dim) float32 unit rows; transparent parts count as white."""
        batch = self._torch.stack([self._photo_transform(on_white(photo)) for photo in photos])
        with self._torch.inference_mode():
            return unit(self._model.encode_image(batch.to(self._device)).float().cpu().numpy())

    def encode_depth(self, pictures: NDArray[np.uint8]) -> DepthFeatures:
        """Features of (n, H, W) uint8 depth pictures, resized and normalised as the checkpoint says."""
        if self._twin is not None:
            self._twin.depth = True
        try:
            with self._torch.inference_mode():
                parts = [self._visual(self._depth_batch(some)) for some in _chunks(pictures, self._chunk)]
        finally:
            if self._twin is not None:
                self._twin.depth = False
        form, aligned = (np.concatenate([part[i].float().cpu().numpy() for part in parts]) for i in (0, 1))
        return DepthFeatures(unit(aligned), form)

    def _encode_raw(self, texts: list[str]) -> NDArray[np.float32]:
        rows = []
        with self._torch.inference_mode():
            for start in range(0, len(texts), 256):
                tokens = self._tokenizer(texts[start : start + 256]).to(self._device)
                rows.append(self._model.encode_text(tokens).float().cpu().numpy())
        return unit(np.concatenate(rows))

    def _depth_batch(self, pictures: NDArray[np.uint8]) -> Any:
        """(n, 3, S, S) float tensor: one grey channel resized, then normalised into three."""
        torch, look = self._torch, self._preprocess
        grey = torch.from_numpy(np.ascontiguousarray(pictures)).to(self._device).unsqueeze(1).float().div_(255)
        if grey.shape[-1] != self._size:
            grey = torch.nn.functional.interpolate(
                grey, size=(self._size, self._size), mode=look["interpolation"], antialias=True, align_corners=False
            ).clamp_(0, 1)
        mean = torch.tensor(look["mean"], device=self._device).view(1, 3, 1, 1)
        std = torch.tensor(look["std"], device=self._device).view(1, 3, 1, 1)
        return (grey - mean) / std

    def _visual(self, batch: Any) -> tuple[Any, Any]:
        """(form features (n, form_dim), embeddings (n, dim)); form is the trunk's output where there is a trunk."""
        visual = self._model.visual
        if hasattr(visual, "trunk") and hasattr(visual, "head"):
            form = visual.trunk(batch)
            return form, visual.head(form)
        aligned = self._model.encode_image(batch)
        return aligned[:, :0], aligned

    @property
    def _chunk(self) -> int:
        """Pictures a pass: on a CPU few enough that a layer's activations stay in the cache."""
        return 10 if self._device == "cpu" else 256

    @property
    def _size(self) -> int:
        size = self._preprocess["size"]
        return int(size if isinstance(size, int) else size[0])

    def _card(self, checkpoint: Checkpoint, digest: str) -> EncoderCard:
        with self._torch.inference_mode():
            form, aligned = self._visual(self._depth_batch(np.full((1, 8, 8), 255, np.uint8)))
        given = checkpoint.card
        preprocessing = {key: self._preprocess[key] for key in ("size", "mean", "std", "interpolation", "resize_mode")}
        return EncoderCard(
            name=checkpoint.name,
            weights=digest,
            dim=aligned.shape[1],
            form_dim=form.shape[1],
            image_size=self._size,
            preprocessing=json.dumps(preprocessing, sort_keys=True),
            depth_branch=_branch_identity(checkpoint),
            query_prompts=tuple(given.get("query_prompts", ("{}",))),
            class_prompts=given.get("class_prompts", "depth"),
            term_weights=given.get("term_weights", {}),
            view_weight=given.get("view_weight", 0.0),
            floors=given.get("floors", {}),
            temperature=given.get("temperature", 100.0),
        )


def load_encoder(name: str = "starter", threads: int | None = None, device: str | None = None) -> OpenClipEncoder:
    """The encoder of that name (see checkpoints.resolve for the forms). Raises EncoderError."""
    return OpenClipEncoder(resolve(name), threads, device)


def _chunks(pictures: NDArray[np.uint8], size: int) -> list[NDArray[np.uint8]]:
    return [pictures[start : start + size] for start in range(0, len(pictures), size)]


def on_white(photo: Image) -> Image:
    """The picture turned as its camera says, its transparent parts on white, as RGB."""
    from PIL import Image as Images
    from PIL import ImageOps

    turned = ImageOps.exif_transpose(photo).convert("RGBA")
    return Images.alpha_composite(Images.new("RGBA", turned.size, _WHITE), turned).convert("RGB")


def _preprocessing(model: Any) -> dict[str, Any]:
    import open_clip

    look: dict[str, Any] = dict(open_clip.get_model_preprocess_cfg(model))
    if look.get("interpolation") not in ("bicubic", "bilinear"):
        look["interpolation"] = "bicubic"
    return look


def _depth_twin(model: Any, checkpoint: Checkpoint, digest: str) -> Any:
    branch = checkpoint.card.get("depth_branch", "shared")
    if branch == "shared" or checkpoint.folder is None:
        return None
    from engine.branches import attach_depth_branch

    return attach_depth_branch(model.visual, checkpoint.folder / branch, base=digest)


def _branch_identity(checkpoint: Checkpoint) -> str:
    """ "shared", or the depth branch's file with its hash: two branches of one name are two encoders."""
    branch = checkpoint.card.get("depth_branch", "shared")
    if branch == "shared" or checkpoint.folder is None:
        return "shared"
    return f"{branch} {hashlib.sha256((checkpoint.folder / branch).read_bytes()).hexdigest()}"


def _folded(visual: Any, size: int) -> Any:
    """The tower with batch norms folded into the convolutions before them, if that leaves its function the same.

    Which convolution feeds a norm is read off the modules' order, true for most towers; a probe decides.
    """
    import torch

    if not any(isinstance(module, torch.nn.BatchNorm2d) for module in visual.modules()):
        return visual
    folded: Any = copy.deepcopy(visual)
    previous: Any = None
    for module in folded.modules():
        if _feeds(previous, module):
            _fold(previous, module)
        if not list(module.children()):
            previous = module
    probe = torch.rand(1, 3, size, size, generator=torch.Generator().manual_seed(0))
    with torch.inference_mode():
        return folded if torch.allclose(visual(probe), folded(probe), rtol=1e-3, atol=1e-4) else visual


def _feeds(previous: Any, norm: Any) -> bool:
    import torch

    fits = isinstance(previous, torch.nn.Conv2d) and isinstance(norm, torch.nn.BatchNorm2d)
    return fits and previous.out_channels == norm.num_features and norm.running_mean is not None


def _fold(convolution: Any, norm: Any) -> None:
    """Give the convolution the norm's work; leave the norm only the activation that timm joins to it."""
    from torch.nn.utils.fusion import fuse_conv_bn_weights

    statistics = (norm.running_mean, norm.running_var, norm.eps, norm.weight, norm.bias)
    convolution.weight, convolution.bias = fuse_conv_bn_weights(convolution.weight, convolution.bias, *statistics)
    activation = getattr(norm, "act", None)
    norm.forward = activation.forward if activation is not None else (lambda x: x)
