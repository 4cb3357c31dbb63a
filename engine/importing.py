"""A published checkpoint with all its training state -> an encoder folder with the tuned block alone."""

from __future__ import annotations

import pickle
import re
import zipfile
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from engine.checkpoints import Checkpoint, load, resolve
from engine.errors import EncoderError
from engine.own_encoders import folder_for, write_folder
from engine.published import Variant, variant, variant_of

if TYPE_CHECKING:
    from torch import Tensor

_STATES = ("model_state_dict", "state_dict", "model")
_TOWERS = ("transformer.resblocks", "trunk.blocks")
_TIMM = {
    "attn.in_proj_weight": "attn.qkv.weight", "attn.in_proj_bias": "attn.qkv.bias",
    "attn.out_proj.weight": "attn.proj.weight", "attn.out_proj.bias": "attn.proj.bias",
    "ln_1.weight": "norm1.weight", "ln_1.bias": "norm1.bias", "ln_2.weight": "norm2.weight", "ln_2.bias": "norm2.bias",
    "mlp.c_fc.bias": "mlp.fc1.bias", "mlp.c_proj.bias": "mlp.fc2.bias",
}  # fmt: skip


@dataclass(frozen=True)
class TunedBlock:
    """What a checkpoint adds to its base, by open_clip's names.

    attention: the tuned tensors. evidence: vectors of the block that tuning left alone, so equal to the base's.
    width: of the tower; patch: its patch size where the file holds the tower's first layer.
    """

    attention: dict[str, Tensor]
    evidence: dict[str, Tensor]
    width: int
    patch: int | None


@dataclass(frozen=True)
class Imported:
    """What became of a file: the encoder's name and folder, its base, whether that was at hand to be compared."""

    name: str
    folder: Path
    base: str
    checked: bool
    variant: Variant | None


def import_checkpoint(
    file: Path, variant_name: str | None = None, name: str | None = None, base: str | None = None
) -> Imported:
    """Make an encoder of one's own from one of OpenDlign's checkpoints.

    variant_name: B32, B16, L14 or H14, found by the file's shapes when None. base: an encoder to use in place of the
    variant's weights. name: the new encoder's. Local weights are compared at once and their hash is written down; other
    ones are not fetched for it but compared when the encoder is first loaded. Raises EncoderError.
    """
    if not file.is_file():
        raise EncoderError(f"There is no file {file}.")
    block = find_tuned_block(read_tensors(file), str(file))
    known = variant(variant_name) if variant_name else None
    if known is None and base is None:
        known = variant_of(block.width, block.patch)
    if known is not None and base is None and block.width != known.width:
        raise EncoderError(f"{file} holds a block of width {block.width}; {known.name} has {known.width}.")
    chosen = name or (known.encoder if known else file.stem)
    folder = folder_for(chosen)
    if folder.exists():
        raise EncoderError(f"There is an encoder {chosen!r} already, in {folder}.", "Give another: --name NAME.")
    checkpoint = resolve(base or (known.base if known else ""), plain=True)
    checked = _is_local(checkpoint)
    card: dict[str, Any] = {"base": checkpoint.name, "imported_from": file.name}
    if known is not None:
        card |= {"source": known.source, "licence": known.licence, "depth_preprocess": known.depth_preprocess}
    save = _bound_by_hash(block, checkpoint) if checked else _bound_by_tag(block, checkpoint)
    write_folder(folder, card, save)
    return Imported(chosen, folder, checkpoint.name, checked, known)


def read_tensors(file: Path) -> dict[str, Tensor]:
    """The model's tensors of a checkpoint by name, "module." stripped. Never runs code of the file; EncoderError."""
    from engine.backend import prepare

    prepare()
    import torch

    loaded = _read_safetensors(file) if file.suffix == ".safetensors" else _unpickle(file)
    for key in _STATES:
        if isinstance(loaded, Mapping) and isinstance(loaded.get(key), Mapping):
            loaded = loaded[key]
            break
    tensors = loaded.items() if isinstance(loaded, Mapping) else ()
    found = {re.sub(r"^(module\.)+", "", str(key)): value for key, value in tensors if torch.is_tensor(value)}
    if not found:
        raise EncoderError(f"{file} holds no model's tensors.")
    return found


def find_tuned_block(tensors: Mapping[str, Tensor], source: str = "the file") -> TunedBlock:
    """The one block that stands beside the towers, found by the shapes of its attention. Raises EncoderError."""
    families: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for key, value in tensors.items():
        if value.ndim == 2 and value.shape[0] == 3 * value.shape[1]:
            owner, _, leaf = key.rpartition(".")
            attention = owner.rpartition(".")[0] if leaf == "weight" else owner
            family = re.sub(r"\.?\d+$", "", attention.rpartition(".")[0])
            if not family.endswith(_TOWERS):
                families[family].append((attention, key))
    found = [one for family in families.values() for one in family]
    if len(found) != 1:
        raise EncoderError(
            f"{source} holds {len(found) or 'no'} tuned blocks beside its towers; OpenDlign's files hold one.",
            "Is it one of OpenDlign's checkpoints?",
        )
    attention, mixer = found[0]
    width = tensors[mixer].shape[1]
    patches = [v.shape[-1] for k, v in tensors.items() if k.endswith("visual.conv1.weight") and v.ndim == 4]
    return TunedBlock(
        _attention_of(tensors, attention, mixer, source),
        _evidence_of(tensors, attention.rpartition(".")[0]),
        width,
        patches[0] if patches else None,
    )


def _attention_of(tensors: Mapping[str, Tensor], attention: str, mixer: str, source: str) -> dict[str, Tensor]:
    width = tensors[mixer].shape[1]
    inside = {key: value for key, value in tensors.items() if key.startswith(f"{attention}.")}
    outputs = [key for key, value in inside.items() if value.shape == (width, width)]
    if len(outputs) != 1:
        raise EncoderError(f"The attention {attention} of {source} is of an unknown kind: {', '.join(sorted(inside))}.")
    parts = {"attn.in_proj_weight": inside[mixer], "attn.out_proj.weight": inside[outputs[0]]}
    for name, weight in (("attn.in_proj_bias", mixer), ("attn.out_proj.bias", outputs[0])):
        bias = re.sub("weight$", "bias", weight)
        if bias in inside:
            parts[name] = inside[bias]
    return parts


def _evidence_of(tensors: Mapping[str, Tensor], block: str) -> dict[str, Tensor]:
    prefix = f"{block}." if block else ""
    found = {}
    for name, other in _TIMM.items():
        if name.startswith("attn"):
            continue
        for key in (prefix + name, prefix + other):
            if key in tensors and tensors[key].ndim == 1:
                found[name] = tensors[key]
    return found


def _is_local(checkpoint: Checkpoint) -> bool:
    return checkpoint.folder is not None or Path(checkpoint.pretrained or "").is_file()


def _bound_by_hash(block: TunedBlock, checkpoint: Checkpoint) -> Any:
    """A function that writes the delta against the loaded base, after making sure that it is the block's base."""
    from engine.branches import attach_depth_branch, load_into, save_depth_branch

    model, _, _, digest = load(checkpoint)
    twin = attach_depth_branch(model.visual)
    own = twin.tuned.state_dict().keys()
    tensors = {
        name if name in own else _TIMM.get(name, name): value
        for name, value in {**block.attention, **block.evidence}.items()
    }
    load_into(twin, tensors, {"base_tag": checkpoint.name}, "The checkpoint")
    return lambda file: save_depth_branch(twin, file, digest)


def _bound_by_tag(block: TunedBlock, checkpoint: Checkpoint) -> Any:
    """A function that writes the delta with the evidence by which its base is checked when it is first loaded."""
    from engine.branches import write_delta

    about = {"base_tag": checkpoint.name, "share": "0.5", "stages": "0"}
    return lambda file: write_delta(file, {**block.attention, **block.evidence}, about)


def _read_safetensors(file: Path) -> Any:
    from safetensors import SafetensorError
    from safetensors.torch import load_file

    try:
        return load_file(file)
    except (SafetensorError, OSError) as error:
        raise EncoderError(f"{file} cannot be read: {error}.", "Is it whole?") from error


def _unpickle(file: Path) -> Any:
    import torch

    try:
        with torch.serialization.safe_globals(_STAND_INS):
            # Mapped, for these files hold gigabytes of which a few megabytes are wanted.
            return torch.load(file, map_location="cpu", weights_only=True, mmap=zipfile.is_zipfile(file))
    except pickle.UnpicklingError as error:
        refused = re.search(r"GLOBAL ([\w.]+)|whose module (\w+)", str(error))
        if refused:
            raise EncoderError(
                f"{file} is not read: it asks for {refused[1] or refused[2]}, and reading it could run code.",
                "Ask its authors for plain tensors or safetensors.",
            ) from error
        raise EncoderError(f"{file} is no checkpoint that can be read.", "Is it whole?") from error
    except Exception as error:  # torch's reader fails in many ways on a cut or foreign file
        reason = " ".join(str(error).split())[:160]
        raise EncoderError(f"{file} is no checkpoint that can be read: {reason}.", "Is it whole?") from error


class _Inert:
    """Stands in for a part of the training state that a checkpoint names: takes everything, does nothing."""

    def __new__(cls, *_: Any, **__: Any) -> _Inert:
        return super().__new__(cls)

    def __setstate__(self, state: Any) -> None: ...


def _inert_mapping(*_: Any) -> dict[Any, Any]:
    return {}


# Older torch pickled a one-cycle schedule with its method and its optimizer. Each is replaced; nothing is ever called.
_STAND_INS: list[Any] = [
    (_Inert, "builtins.getattr"),
    (_Inert, "builtins.dict"),
    (_inert_mapping, "collections.defaultdict"),
    (_Inert, "torch.optim.lr_scheduler.OneCycleLR"),
    (_Inert, "torch.optim.adamw.AdamW"),
]
