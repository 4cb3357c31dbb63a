"""Headers that promise more than the file can hold: found before a parser allocates for them."""

from __future__ import annotations

import re
import struct
from pathlib import Path

from engine.errors import ShapeFileError

_PLY_BYTES = {
    "char": 1, "uchar": 1, "int8": 1, "uint8": 1, "short": 2, "ushort": 2, "int16": 2, "uint16": 2, "int": 4,
    "uint": 4, "int32": 4, "uint32": 4, "float": 4, "float32": 4, "double": 8, "float64": 8,
}  # fmt: skip


def check_promises(path: Path) -> None:
    """Raise ShapeFileError when a PLY, OFF or binary STL header promises more elements than its bytes can hold."""
    check = {".ply": _ply, ".off": _off, ".stl": _stl}.get(path.suffix.lower())
    size = path.stat().st_size
    if size == 0:
        raise ShapeFileError("the file is empty.")
    if check is None:
        return
    with path.open("rb") as file:
        head = file.read(64 * 1024)
    promised = check(head, size)
    if promised > size:
        raise ShapeFileError(
            f"its header promises at least {promised:,} bytes, the file has {size:,}; it is cut off or wrong."
        )


def _ply(head: bytes, size: int) -> int:
    """Least number of bytes that the elements declared in a PLY header need."""
    text, _, _ = head.partition(b"end_header")
    ascii_body = b"format ascii" in text
    promised, count = 0, 0
    for line in text.decode("latin-1").splitlines():
        words = line.split()
        if len(words) >= 3 and words[0] == "element" and re.fullmatch(r"\d+", words[2]):
            count = int(words[2])
            promised += count if ascii_body else 0  # at least a line end each
        elif len(words) >= 3 and words[0] == "property" and not ascii_body:
            kind = words[2] if words[1] == "list" else words[1]
            promised += count * _PLY_BYTES.get(kind, 1)
    return promised


def _off(head: bytes, size: int) -> int:
    """Least number of bytes of an ASCII OFF: six a vertex ("0 0 0" and a line end), four a face."""
    lines = (line.split(b"#")[0].strip() for line in head.splitlines())
    words = b" ".join(line for line in lines if line).split(maxsplit=4)
    if words and words[0].upper().endswith(b"OFF"):
        words = words[1:]
    elif words and words[0][:3].upper() == b"OFF":  # ModelNet writes "OFF490 518 0" on one line
        words[0] = words[0][3:]
    counts = [int(word) for word in words[:2] if word.isdigit()]
    return counts[0] * 6 + counts[1] * 4 if len(counts) == 2 else 0


def _stl(head: bytes, size: int) -> int:
    """Bytes of a binary STL by its face count; 0 for an ASCII one."""
    if len(head) < 84 or (head.lstrip()[:5].lower() == b"solid" and b"facet" in head[:4096].lower()):
        return 0
    return 84 + 50 * int(struct.unpack_from("<I", head, 80)[0])
