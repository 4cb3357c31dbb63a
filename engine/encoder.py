"""From texts, photos and depth pictures to embeddings: the Encoder seam and the open_clip encoder."""

from __future__ import annotations

import hashlib
import json
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any, Literal, Protocol

import numpy as np
from numpy.typing import NDArray

from engine.checkpoints import Checkpoint, load, resolve
from engine.chunks import Chunks
from engine.folding import folded
from engine.framing import framed, on_white
from engine.prompts import ensemble, unit

if TYPE_CHECKING:
    from PIL.Image import Image

Branch = Literal["depth", "photo"]
TEXT_KINDS = ("text", "sentence")  # see query.text_kind


@dataclass(frozen=True)
class EncoderCard:
    """Who made the vectors, and how its scores are to be read.

    The first fields are its identity: vectors of cards that differ there never mix. The rest is calibration, measured
    once per encoder on training data: `query_prompts` are averaged for a query text; `term_weights` balance text,
    image and shape terms in one query; `view_weights` are the shares of the best single view in their scores (absent:
    none), `outline_share` is that of the outlines' agreement in the score of a picture that shows one; `floors` are the
    cosines under which a hit is weak: of "text", "sentence", "image" and "shape" terms and of the "form" space (absent:
    never). `centre` (dim,) is the mean of many shapes' pooled vectors: some texts lie nearer to all shapes than others,
    so the floors of texts count from a text's cosine with it (absent: from 0). `lying` (dim,) is the direction from
    shapes upright to the same shapes on their side, in pooled vectors (absent: unknown).
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
    view_weights: dict[str, float] = field(default_factory=dict)
    floors: dict[str, float] = field(default_factory=dict)
    temperature: float = 100.0
    centre: tuple[float, ...] = ()
    lying: tuple[float, ...] = ()
    outline_share: float = 0.0

    @property
    def identity(self) -> tuple[str, int, str, str]:
        """What must be equal for two sets of vectors to be compared."""
        return self.weights, self.dim, self.preprocessing, self.depth_branch

    @property
    def branches(self) -> tuple[Branch, ...]:
        """The branches that depth maps may go through: its own beside that for photos, or one tower for both."""
        return ("depth",) if self.depth_branch == "shared" else ("depth", "photo")

    def in_common(self, kind: str, queries: NDArray[np.float32]) -> NDArray[np.float32]:
        """(n,) what queries (n, dim) of a kind have in common with all shapes: the floors of the kind count from it."""
        if not self.centre or kind not in TEXT_KINDS:
            return np.zeros(len(queries), np.float32)
        return np.asarray(queries @ np.asarray(self.centre, np.float32), np.float32)

    def to_json(self) -> str:
        """The card as JSON."""
        return json.dumps(asdict(self), sort_keys=True)

    @classmethod
    def from_json(cls, text: str) -> EncoderCard:
        """The card that `to_json` wrote."""
        values = json.loads(text)
        values["query_prompts"] = tuple(values["query_prompts"])
        values.update({name: tuple(values.get(name, ())) for name in ("centre", "lying")})
        if "view_weight" in values:  # an older library's card: one share for all kinds
            values["view_weights"] = view_weights_of(values.pop("view_weight"))
        return cls(**values)


@dataclass(frozen=True)
class DepthFeatures:
    """Of N depth pictures: `aligned` (N, dim) float32 unit rows in the text space, `form` (N, form_dim) raw.

    Of one shape `aligned` has the rows of its first views alone: see CameraRig.
    """

    aligned: NDArray[np.float32]
    form: NDArray[np.float32]

    def of_shape(self, views: int, rows: slice = slice(None)) -> DepthFeatures:
        """One shape's features, whose pictures are `rows`, the first `views` of them seen upright."""
        return DepthFeatures(self.aligned[rows][:views], self.form[rows])

    def pooled(self) -> NDArray[np.float32]:
        """(dim,) the normalised mean of the rows in the text space: for texts and photos."""
        return unit(self.aligned.mean(axis=0))

    def greatest(self) -> NDArray[np.float32]:
        """(form_dim,) the normalised elementwise maximum of the forms: for shape against shape."""
        return unit(self.form.max(axis=0))


class Encoder(Protocol):
    """What search and indexing need of an encoder; rows are float32, those in the text space of unit length."""

    card: EncoderCard

    def encode_texts(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """(n, dim) of query texts, averaged over the card's query prompts."""

    def encode_classes(self, names: Sequence[str]) -> NDArray[np.float32]:
        """(n, dim) of class names through the prompt ensemble."""

    def encode_photos(self, photos: Sequence[Image]) -> NDArray[np.float32]:
        """(n, dim) of pictures through the photo branch."""

    def encode_depth(self, pictures: NDArray[np.uint8], branch: Branch = "depth") -> DepthFeatures:
        """Features of depth pictures (n, H, W) uint8 through the depth branch, or the one that photos take."""


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
        from engine.branches import attach_depth_branch, find_twin

        if checkpoint.branch is not None:
            attach_depth_branch(model.visual, checkpoint.branch, base=digest)
        self._preprocess = _preprocessing(model)
        self._depth_look = {**self._preprocess, **checkpoint.card.get("depth_preprocess", {})}
        self._model = model.requires_grad_(False).to(self._device)
        if self._device == "cpu":  # together they double the starter's rate: see docs/benchmarks.md
            model.visual = folded(model.visual, self._size)
            self._model = self._model.to(memory_format=torch.channels_last)
        self._twin = find_twin(model.visual)  # folding may have made a copy
        on_cpu = self._device == "cpu"
        self._chunks = Chunks(torch.get_num_threads() if on_cpu else 1)
        self._pictures_at_once, self._texts_at_once = (6, 64) if on_cpu else (256, 256)
        self._one_branch = threading.Lock()  # the twin is switched for all threads at once
        self.card = self._card(checkpoint, digest)

    def encode_texts(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """(n, dim) float32 unit rows."""
        return ensemble(texts, self.card.query_prompts, self._encode_raw)

    def encode_classes(self, names: Sequence[str]) -> NDArray[np.float32]:
        """(n, dim) float32 unit rows."""
        from engine.prompts import templates

        return ensemble(names, templates(self.card.class_prompts), self._encode_raw)

    def encode_photos(self, photos: Sequence[Image]) -> NDArray[np.float32]:
        """(n, dim) float32 unit rows; transparent parts count as white, a thing on a plain ground is framed."""
        with self._through("photo"):
            return unit(np.concatenate(self._chunks.map(self._photos, photos, self._pictures_at_once)))

    def encode_depth(self, pictures: NDArray[np.uint8], branch: Branch = "depth") -> DepthFeatures:
        """Features of (n, H, W) uint8 depth pictures, resized and normalised as the checkpoint says.

        branch: "photo" leaves the tuned twin out. Where there is none, both are the same.
        """
        with self._through(branch):
            parts = self._chunks.map(
                lambda some: _rows(*self._visual(self.depth_batch(some))), pictures, self._pictures_at_once
            )
        form, aligned = (np.concatenate(rows) for rows in zip(*parts, strict=True))
        return DepthFeatures(unit(aligned), form)

    @contextmanager
    def _through(self, branch: Branch) -> Iterator[None]:
        if self._twin is None:
            yield
            return
        with self._one_branch:
            self._twin.depth = branch == "depth"
            try:
                yield
            finally:
                self._twin.depth = False

    def _encode_raw(self, texts: list[str]) -> NDArray[np.float32]:
        tokens = self._tokenizer(texts).to(self._device)  # here: some tokenizers are not for several threads
        rows = self._chunks.map(lambda some: _rows(self._model.encode_text(some))[0], tokens, self._texts_at_once)
        return unit(np.concatenate(rows))

    def _photos(self, photos: Sequence[Image]) -> NDArray[np.float32]:
        batch = self._torch.stack([self._photo_transform(framed(on_white(photo))) for photo in photos])
        return _rows(self._model.encode_image(batch.to(self._device)))[0]

    def depth_batch(self, pictures: NDArray[np.uint8]) -> Any:
        """What the tower takes of depth pictures (n, H, W) uint8: (n, 3, S, S) float, resized and normalised."""
        torch, look = self._torch, self._depth_look
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
    def _size(self) -> int:
        size = self._preprocess["size"]
        return int(size if isinstance(size, int) else size[0])

    def _card(self, checkpoint: Checkpoint, digest: str) -> EncoderCard:
        with self._torch.inference_mode():
            form, aligned = self._visual(self.depth_batch(np.full((1, 8, 8), 255, np.uint8)))
        given = checkpoint.card
        preprocessing = {key: self._preprocess[key] for key in ("size", "mean", "std", "interpolation", "resize_mode")}
        if "depth_preprocess" in given:
            preprocessing["depth"] = given["depth_preprocess"]
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
            view_weights=view_weights_of(given.get("view_weights", given.get("view_weight", 0.0))),
            floors=given.get("floors", {}),
            temperature=given.get("temperature", 100.0),
            centre=tuple(given.get("centre", ())),
            lying=tuple(given.get("lying", ())),
            outline_share=given.get("outline_share", 0.0),
        )


def view_weights_of(given: float | dict[str, float]) -> dict[str, float]:
    """The shares of the best view by kind of term, from what a card says: by kind, or one for all."""
    return dict(given) if isinstance(given, dict) else dict.fromkeys(("text", "image", "shape"), given) if given else {}


def load_encoder(name: str = "starter", threads: int | None = None, device: str | None = None) -> OpenClipEncoder:
    """The encoder of that name (see checkpoints.resolve for the forms). Raises EncoderError."""
    return OpenClipEncoder(resolve(name), threads, device)


def _rows(*found: Any) -> tuple[NDArray[np.float32], ...]:
    """Tensors as float32 arrays."""
    return tuple(tensor.float().cpu().numpy() for tensor in found)


def _preprocessing(model: Any) -> dict[str, Any]:
    import open_clip

    look: dict[str, Any] = dict(open_clip.get_model_preprocess_cfg(model))
    if look.get("interpolation") not in ("bicubic", "bilinear"):
        look["interpolation"] = "bicubic"
    return look


def _branch_identity(checkpoint: Checkpoint) -> str:
    """ "shared", or the depth branch's file with its hash: two branches of one name are two encoders."""
    if checkpoint.branch is None:
        return "shared"
    return f"{checkpoint.branch.name} {hashlib.sha256(checkpoint.branch.read_bytes()).hexdigest()}"
