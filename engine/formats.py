"""From a file to a Shape: one loader per format, all answering to the same checks."""

from __future__ import annotations

import importlib.util
import logging
import re
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import numpy as np
from numpy.typing import NDArray

from engine.errors import EmptyShape, LimitExceeded, ShapeFileError, UnsupportedFormat
from engine.geometry import Shape, checked_shape
from engine.promises import check_promises
from engine.settings import Limits

# trimesh tells of missing textures and the like, which cost a shape nothing, through logging's last resort: stderr.
logging.getLogger("trimesh").addHandler(logging.NullHandler())

# Parts that engines and exporters leave in files and no viewer shows.
_INVISIBLE = re.compile(
    r"(^|[_\W])(collider|collision|colmesh|convcol\w*|trimeshcol\w*)([_\W]|\d|$)|^(ucx|ubx|usp|ucp)_", re.I
)


@dataclass(frozen=True)
class Format:
    """One readable format: its extension, what people call it, its conventional up axis, its loader.

    `up` is the specification's axis where there is one (glTF: y; 3MF: z), else what most files of the kind use:
    CAD and scanning write z up (STL, PLY, OFF, XYZ, NPY), modelling programs y up (OBJ; DAE unless it states z).
    """

    extension: str
    title: str
    up: str
    load: Callable[[Path, Limits], tuple[NDArray, NDArray | None, NDArray | None]]


# Shape files people have that are not read here: named in the report instead of passed over in silence.
NOT_READ = frozenset(
    "3ds 3dxml abc amf blend brep c4d dwg dxf fbx iges igs jt lwo ma max mb md2 md3 ms3d pts skp sldprt usd "  # noqa: SIM905
    "usda usdc usdz vrml vtk vtp wrl x x3d x_t xaml".split()
)


def load_shape(path: Path | str, up: str | None = None, limits: Limits | None = None) -> Shape:
    """Read one shape file, flattened as a viewer would show it.

    up: "y" or "z" overrides the format's convention. Raises ShapeFileError (UnsupportedFormat, EmptyShape,
    LimitExceeded) with a reason a person understands; never anything else for a bad file.
    """
    path, limits = Path(path), limits or Limits()
    with reading(path, limits) as kind:
        vertices, faces, colours = kind.load(path, limits)
        return checked_shape(vertices, faces, colours, up_of(path, up), limits.faces)


@contextmanager
def reading(path: Path, limits: Limits) -> Iterator[Format]:
    """The file's format, within a block in which whatever its parser raises becomes a ShapeFileError.

    The file is checked first: its size, what its header promises, compression. Raises as `load_shape` says.
    """
    kind = format_of(path)
    if kind is None:
        raise UnsupportedFormat(
            f"{path.suffix or path.name!r} is not a shape format read here.", "See `shapeseek formats`."
        )
    with guarded(kind, limits):
        if path.stat().st_size > limits.file_bytes:
            raise LimitExceeded(
                f"it is larger than {limits.file_bytes / 2**20:,.0f} MiB.", "Raise SHAPESEEK_MAX_FILE_BYTES."
            )
        check_promises(path)
        _check_compression(path)
        yield kind


@contextmanager
def guarded(kind: Format, limits: Limits) -> Iterator[None]:
    """A block in which whatever is raised on a file's content becomes a ShapeFileError, and nothing is warned of."""
    try:
        with warnings.catch_warnings(), np.errstate(all="ignore"), _textures_below(limits.texture_pixels):
            warnings.simplefilter("ignore")
            yield
    except ShapeFileError:
        raise
    except MemoryError as error:
        raise LimitExceeded("it needs more memory than allowed.", "Raise SHAPESEEK_MAX_MEMORY.") from error
    except OSError as error:
        raise ShapeFileError(f"it cannot be read: {error.strerror or error}.") from error
    except RecursionError as error:
        raise ShapeFileError("it is nested too deeply.") from error
    except Exception as error:  # parsers of broken files raise everything there is
        raise ShapeFileError(
            f"its {kind.title} content is broken or of a kind not read here{_detail(error)}."
        ) from error


def up_of(path: Path, told: str | None = None) -> str:
    """The up axis of a file of a known format: what was told, else what it states, else its format's convention."""
    kind = format_of(path)
    return told or _stated_up(path) or (kind.up if kind else "y")


def format_of(path: Path | str) -> Format | None:
    """The format of a file by its extension, or None."""
    return FORMATS.get(Path(path).suffix.lower().lstrip("."))


@contextmanager
def _textures_below(pixels: int) -> Iterator[None]:
    """Have Pillow refuse pictures of more than `pixels` within the block; it refuses at twice what it is told."""
    from PIL import Image

    before = Image.MAX_IMAGE_PIXELS
    Image.MAX_IMAGE_PIXELS = pixels // 2
    try:
        yield
    finally:
        Image.MAX_IMAGE_PIXELS = before


def _stated_up(path: Path) -> str | None:
    """The up axis that a Collada file states, which trimesh leaves to its caller."""
    if path.suffix.lower() != ".dae":
        return None
    with path.open("rb") as file:
        match = re.search(rb"<up_axis>\s*([XYZ])_UP", file.read(256 * 1024))
    return {b"Y": "y", b"Z": "z"}.get(match[1]) if match else None


def _check_compression(path: Path) -> None:
    """Refuse glTF compression that this installation cannot undo; trimesh would give zeros in its place."""
    if path.suffix.lower() not in (".glb", ".gltf"):
        return
    with path.open("rb") as file:
        head = file.read(4 * 2**20)
    if b'"KHR_draco_mesh_compression"' in head and importlib.util.find_spec("DracoPy") is None:
        raise UnsupportedFormat("its geometry is Draco-compressed.", "To read it: pip install 'shapeseek[draco]'.")
    if b'"EXT_meshopt_compression"' in head:
        raise UnsupportedFormat("its geometry is meshopt-compressed, which is not read here.", "Export it without.")


def _detail(error: Exception) -> str:
    """What the parser said of it, where it said something for people rather than for its own authors."""
    text = " ".join(str(error).split())[:120]
    return f" ({text})" if text and isinstance(error, (ValueError, NotImplementedError, SyntaxError)) else ""


def _load_scene(path: Path, limits: Limits) -> tuple[NDArray, NDArray | None, NDArray | None]:
    """Every visible geometry of the file in world coordinates, as one mesh, or as one cloud if there are no faces."""
    return flattened(_visible_parts(open_scene(path)), limits)


def open_scene(path: Path, **options: Any) -> Any:
    """The file as a trimesh.Scene, nothing beside it but its own folder's files read; `options` go to the loader."""
    import trimesh

    kind = path.suffix.lower().lstrip(".")
    with path.open("rb") as file:
        return trimesh.load_scene(
            file, file_type=kind, resolver=_own_folder(path), process=False, allow_remote=False, **options
        )


def flattened(parts: list[tuple[Any, NDArray]], limits: Limits) -> tuple[NDArray, NDArray | None, NDArray | None]:
    """(trimesh geometry, 4x4 matrix) pairs as one mesh (vertices, faces, colours), or one cloud if none has faces."""
    meshes = [(part, matrix) for part, matrix in parts if len(getattr(part, "faces", ())) > 0]
    if meshes:
        return _join_meshes(meshes, limits)
    clouds = [(part, matrix) for part, matrix in parts if len(getattr(part, "vertices", ())) > 0]
    if not clouds:
        raise EmptyShape("it holds no faces and no points.")
    vertices = np.concatenate([_moved(part.vertices, matrix) for part, matrix in clouds])
    return vertices, None, _point_colours([part for part, _ in clouds], len(vertices))


def _load_step(path: Path, limits: Limits) -> tuple[NDArray, NDArray | None, NDArray | None]:
    """STEP through the optional cascadio, which tessellates; it gives metres, whatever the file's unit."""
    if importlib.util.find_spec("cascadio") is None:
        raise UnsupportedFormat("STEP files need an extra.", "To read them: pip install 'shapeseek[step]'.")
    return _load_scene(path, limits)


def _visible_parts(scene: Any) -> list[tuple[Any, NDArray]]:
    """(geometry, 4x4 world matrix) of each scene node a viewer would show."""
    nodes = []
    for node in scene.graph.nodes_geometry:
        matrix, name = scene.graph[node]
        if name in scene.geometry:
            nodes.append((f"{node} {name}", scene.geometry[name], matrix))
    shown = [(part, matrix) for label, part, matrix in nodes if not is_helper(label)]
    return shown or [(part, matrix) for _, part, matrix in nodes]


def is_helper(label: str) -> bool:
    """True for names, separated by blanks, of parts that engines and exporters leave in files and no viewer shows."""
    return any(map(_INVISIBLE.search, label.split()))


def _join_meshes(meshes: list[tuple[Any, NDArray]], limits: Limits) -> tuple[NDArray, NDArray, NDArray | None]:
    # Instanced geometry multiplies: a small file may unfold to billions of faces, so count before unfolding.
    total = sum(len(part.faces) for part, _ in meshes)
    if total > limits.faces:
        raise LimitExceeded(
            f"it unfolds to {total:,} faces, more than the {limits.faces:,} allowed.", "Raise SHAPESEEK_MAX_FACES."
        )
    vertices, faces, colours, offset = [], [], [], 0
    for part, matrix in meshes:
        vertices.append(_moved(part.vertices, matrix))
        faces.append(np.asarray(part.faces, np.int64) + offset if offset else np.asarray(part.faces, np.int64))
        colours.append(_face_colours(part))
        offset += len(part.vertices)
    painted = np.concatenate(colours) if any((c != _GREY).any() for c in colours) else None
    return _joined(vertices), _joined(faces), painted


def _joined(parts: list[NDArray]) -> NDArray:
    return parts[0] if len(parts) == 1 else np.concatenate(parts)  # one large part is not copied


def _moved(vertices: NDArray, matrix: NDArray) -> NDArray:
    plain = np.asarray(vertices, np.float64)
    return plain if np.array_equal(matrix, np.eye(4)) else plain @ matrix[:3, :3].T + matrix[:3, 3]


_GREY = np.array([200, 200, 200], np.uint8)


def _face_colours(mesh: Any) -> NDArray[np.uint8]:
    """(F, 3) uint8: material, texture or vertex colour of each face; light grey where there is none."""
    plain = np.tile(_GREY, (len(mesh.faces), 1))
    try:
        visual = mesh.visual
        if not visual.defined:
            return plain
        if visual.kind == "texture":
            material = visual.material
            image = getattr(material, "image", None) or getattr(material, "baseColorTexture", None)
            if image is None or visual.uv is None:
                return np.tile(np.asarray(material.main_color[:3], np.uint8), (len(mesh.faces), 1))
            corner = np.asarray(visual.to_color().vertex_colors[:, :3], np.float32)
            return corner[mesh.faces].mean(axis=1).astype(np.uint8)
        return np.asarray(visual.face_colors[:, :3], np.uint8)
    except Exception:  # colours are a comfort: a broken texture must not cost the shape
        return plain


def _point_colours(clouds: list[Any], count: int) -> NDArray[np.uint8] | None:
    colours = [np.asarray(getattr(cloud, "colors", ()), np.uint8).reshape(-1, 4)[:, :3] for cloud in clouds]
    joined = np.concatenate(colours)
    return joined if len(joined) == count else None


def _own_folder(path: Path) -> Any:
    """A resolver for referenced files (buffers, materials) that never leaves the file's own folder."""
    from trimesh.resolvers import FilePathResolver

    class OwnFolder(FilePathResolver):
        def get(self, name: str) -> bytes:
            folder = path.parent.resolve()
            plain = str(name).replace("\\", "/").strip()
            wanted = (folder / plain).resolve()
            if not wanted.is_file():  # glTF writes names as URIs
                wanted = (folder / unquote(plain)).resolve()
            if not wanted.is_relative_to(folder) or not wanted.is_file():
                raise FileNotFoundError(f"{name} is not beside {path.name}")
            return wanted.read_bytes()

    return OwnFolder(str(path))


def _load_points(path: Path, limits: Limits) -> tuple[NDArray, NDArray | None, NDArray | None]:
    """XYZ text: one point a line, the first three numbers are coordinates; other columns and remarks are ignored."""
    rows = []
    for line in path.read_text("utf-8", errors="replace").splitlines():
        words = line.replace(",", " ").replace(";", " ").split()
        try:
            rows.append((float(words[0]), float(words[1]), float(words[2])))
        except (ValueError, IndexError):
            continue
    if not rows:
        raise EmptyShape("it holds no line with three numbers.")
    return np.array(rows), None, None


_MOST_COLUMNS = 64  # of a point: coordinates, colours, normals, classes; an array wider than tall lies on its side


def _load_npy(path: Path, limits: Limits) -> tuple[NDArray, NDArray | None, NDArray | None]:
    """NPY: an (N, 3 or more) array of numbers, a point a row, coordinates first; other columns are ignored."""
    array = np.lib.format.open_memmap(path, mode="r")  # refuses pickles, and what only looks like an array
    if array.ndim != 2 or array.shape[1] < 3 or array.dtype.kind not in "fiu":
        raise ShapeFileError(
            f"it holds an array of shape {array.shape} and type {array.dtype}, not (points, 3) numbers."
        )
    if len(array) == 3 and array.shape[1] > _MOST_COLUMNS:
        raise ShapeFileError(
            f"it holds an array of shape {array.shape}: coordinates by column.", "Save its transpose, a point a row."
        )
    return np.asarray(array[:, :3], np.float64), None, None


FORMATS: dict[str, Format] = {
    kind.extension: kind
    for kind in (
        Format("glb", "glTF binary", "y", _load_scene),
        Format("gltf", "glTF", "y", _load_scene),
        Format("obj", "Wavefront OBJ", "y", _load_scene),
        Format("dae", "Collada", "y", _load_scene),
        Format("zae", "zipped Collada", "y", _load_scene),
        Format("stl", "STL", "z", _load_scene),
        Format("3mf", "3MF", "z", _load_scene),
        Format("ply", "PLY", "z", _load_scene),
        Format("off", "OFF", "z", _load_scene),
        Format("step", "STEP (extra)", "z", _load_step),
        Format("stp", "STEP (extra)", "z", _load_step),
        Format("xyz", "XYZ points", "z", _load_points),
        Format("npy", "NumPy points", "z", _load_npy),
    )
}
