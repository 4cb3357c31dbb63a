"""A depth-controlled diffusion pipeline as small as diffusers lets it be, with random weights, on the disk."""

from __future__ import annotations

import json
import string
from pathlib import Path


def write_tiny_pipeline(folder: Path) -> tuple[Path, Path]:
    """Folders of a StableDiffusionControlNetPipeline and of its ControlNet, 0.3 MB, always the same weights."""
    from engine.backend import prepare

    prepare(1)
    import diffusers
    import torch
    from transformers import CLIPTextConfig, CLIPTextModel, CLIPTokenizer

    diffusers.utils.logging.disable_progress_bar()
    torch.manual_seed(0)
    tokenizer = CLIPTokenizer.from_pretrained(_tokenizer_files(folder / "words"), model_max_length=77)
    text = CLIPTextModel(
        CLIPTextConfig(
            vocab_size=len(tokenizer), hidden_size=16, intermediate_size=32, num_hidden_layers=1, num_attention_heads=2,
            bos_token_id=0, eos_token_id=1, pad_token_id=1,
        )
    )  # fmt: skip
    vae = diffusers.AutoencoderKL(
        block_out_channels=(8, 8), down_block_types=("DownEncoderBlock2D",) * 2,
        up_block_types=("UpDecoderBlock2D",) * 2, latent_channels=4, norm_num_groups=4, sample_size=32,
    )  # fmt: skip
    unet = diffusers.UNet2DConditionModel(
        block_out_channels=(8, 16), layers_per_block=1, sample_size=16, cross_attention_dim=16, attention_head_dim=2,
        down_block_types=("DownBlock2D", "CrossAttnDownBlock2D"), up_block_types=("CrossAttnUpBlock2D", "UpBlock2D"),
        norm_num_groups=4,
    )  # fmt: skip
    control = diffusers.ControlNetModel.from_unet(unet, conditioning_embedding_out_channels=(4, 8))
    for parameter in control.parameters():  # its last layers begin as zeros, which steer nothing
        torch.nn.init.normal_(parameter, std=0.2)
    pipeline = diffusers.StableDiffusionControlNetPipeline(
        vae=vae, text_encoder=text, tokenizer=tokenizer, unet=unet, controlnet=control,
        scheduler=diffusers.PNDMScheduler(skip_prk_steps=True), safety_checker=None, feature_extractor=None,
        requires_safety_checker=False,
    )  # fmt: skip
    pipeline.save_pretrained(folder / "pipeline")
    control.save_pretrained(folder / "control")
    return folder / "pipeline", folder / "control"


def _tokenizer_files(folder: Path) -> Path:
    """A byte-pair tokenizer that knows single characters and no merges."""
    folder.mkdir(parents=True)
    letters = [one + end for one in string.ascii_lowercase + string.digits + ",.-" for end in ("", "</w>")]
    words = ["<|startoftext|>", "<|endoftext|>", *letters]
    (folder / "vocab.json").write_text(json.dumps({word: place for place, word in enumerate(words)}))
    (folder / "merges.txt").write_text("#version: 0.2\n")
    (folder / "tokenizer_config.json").write_text(json.dumps({"tokenizer_class": "CLIPTokenizer"}))
    return folder
