"""Depth-aligned pictures from a diffusion model that a depth ControlNet steers, through diffusers."""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from engine.align.extras import require
from engine.bundled import bundled_json
from engine.errors import EncoderError


@dataclass(frozen=True)
class DiffusionSettings:
    """How pictures are made; every default is in data/align.json.

    pipeline, controlnet: a folder, or a name on the model hub that diffusers loads from. prompt: `{}` is the shape's
    name. size: side in pixels the model draws at. batch: pictures a pass; it changes time and memory alone.
    """

    pipeline: str
    controlnet: str
    steps: int
    guidance: float
    strength: float
    size: int
    prompt: str
    negative: str
    batch: int
    seed: int = 0

    @classmethod
    def defaults(cls, **given: Any) -> DiffusionSettings:
        """Those of data/align.json, replaced by what is given and not None."""
        values = {k: v for k, v in bundled_json("align.json")["diffusion"].items() if k not in ("about", "licence")}
        return cls(**{**values, **{name: value for name, value in given.items() if value is not None}})

    def recorded(self) -> dict[str, Any]:
        """What decides the pictures, for a manifest."""
        return {name: value for name, value in asdict(self).items() if name != "batch"}


class DepthToImage:
    """A loaded pipeline: depth pictures and a name in, pictures of such a thing in that very shape out."""

    def __init__(self, settings: DiffusionSettings, device: str | None = None) -> None:
        """Load the weights, in half precision on a GPU. Raises EncoderError where they or diffusers are missing."""
        diffusers = require("diffusers", "generate")
        transformers = require("transformers", "generate")
        import torch

        self.settings = settings
        self._torch = torch
        self._device = device or ("cuda" if torch.cuda.is_available() else "cpu")
        kind = torch.float16 if self._device.startswith("cuda") else torch.float32
        for library in (diffusers.utils.logging, transformers.utils.logging):
            library.set_verbosity_error()
            library.disable_progress_bar()
        try:
            control = diffusers.ControlNetModel.from_pretrained(settings.controlnet)
            self._pipe = diffusers.StableDiffusionControlNetPipeline.from_pretrained(
                settings.pipeline, controlnet=control, safety_checker=None, feature_extractor=None,
                requires_safety_checker=False,
            )  # fmt: skip
        except (OSError, ValueError, KeyError) as error:
            reason = " ".join(str(error).split())[:200]
            raise EncoderError(
                f"The diffusion model cannot be loaded: {reason}.",
                "Give folders with --pipeline and --controlnet, or use --source renders, which needs no model.",
            ) from error
        self._pipe.scheduler = diffusers.DDIMScheduler.from_config(self._pipe.scheduler.config)
        self._pipe.set_progress_bar_config(disable=True)
        self._pipe.to(self._device, kind)

    def pictures(self, depth: NDArray[np.uint8], name: str, key: str, size: int) -> NDArray[np.uint8]:
        """(N, size, size, 3) uint8 of depth pictures (N, H, W) uint8; equal for equal key, settings and device.

        Each view has a noise of its own, from seed, key and the view's number.
        """
        made: list[Image.Image] = []
        for start in range(0, len(depth), self.settings.batch):
            numbers = range(start, min(start + self.settings.batch, len(depth)))
            made += self._pass([condition(depth[n], self.settings.size) for n in numbers], name, key, list(numbers))
        return np.stack([np.asarray(one.resize((size, size), Image.Resampling.LANCZOS)) for one in made])

    def _pass(self, conditions: list[Image.Image], name: str, key: str, numbers: list[int]) -> list[Image.Image]:
        chosen, count = self.settings, len(conditions)
        # The noise is drawn on the CPU, so that every device begins with the same.
        noise = [self._torch.Generator("cpu").manual_seed(view_seed(chosen.seed, key, n)) for n in numbers]
        with self._torch.inference_mode():
            result = self._pipe(
                prompt=[chosen.prompt.replace("{}", name)] * count, negative_prompt=[chosen.negative] * count,
                image=conditions, height=chosen.size, width=chosen.size, num_inference_steps=chosen.steps,
                guidance_scale=chosen.guidance, controlnet_conditioning_scale=chosen.strength, generator=noise,
            )  # fmt: skip
        return [one.convert("RGB") for one in result.images]


def condition(depth: NDArray[np.uint8], size: int) -> Image.Image:
    """What a depth ControlNet expects: inverse depth, near bright, the background black; RGB, (size, size)."""
    inverse = Image.fromarray(255 - depth)
    return inverse.resize((size, size), Image.Resampling.BICUBIC).convert("RGB")


def view_seed(seed: int, key: str, view: int) -> int:
    """The seed of one view of one shape."""
    return zlib.crc32(f"{seed} {key} {view}".encode())


def licence_notice(settings: Mapping[str, Any] | DiffusionSettings) -> str:
    """The licence of the default weights, "" for other weights: those say themselves what they allow."""
    known = bundled_json("align.json")["diffusion"]
    chosen = settings if isinstance(settings, Mapping) else asdict(settings)
    default = chosen["pipeline"] == known["pipeline"] and chosen["controlnet"] == known["controlnet"]
    return str(known["licence"]) if default else ""
