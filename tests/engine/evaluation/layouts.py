"""Writers of small samples of datasets in their own layouts: a few solids that nobody takes for one another."""

from __future__ import annotations

import csv
import gzip
import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import trimesh
from PIL import Image
from trimesh import creation

BOXES, BALLS, RODS = "night_stand", "bowl", "lamp"
"""Three class names, one of two words; a box, a ball and a rod stand for them."""


def solid(kind: str, variant: int) -> trimesh.Trimesh:
    """A mesh of that class, a little different for each variant; z is its long axis."""
    grow = 1 + 0.1 * variant
    if kind == BOXES:
        return creation.box((1, grow, 1.5))
    if kind == BALLS:
        return creation.icosphere(subdivisions=2, radius=grow)
    return creation.cylinder(0.05 * grow, 2.0)


def cloud(kind: str, variant: int, points: int = 400) -> np.ndarray:
    """(points, 3) float32 on the surface of `solid`, turned y up."""
    surface, _ = trimesh.sample.sample_surface(solid(kind, variant), points, seed=variant)
    return np.column_stack([surface[:, 0], surface[:, 2], -surface[:, 1]]).astype(np.float32)


def modelnet_off(folder: Path, test: int = 2, train: int = 3, kinds: Sequence[str] = (BOXES, BALLS, RODS)) -> Path:
    """ModelNet40/CLASS/{train,test}/CLASS_0001.off; the first file in the spelling "OFF8 12 0" that the set has."""
    for kind in kinds:
        for split, first, count in (("train", 0, train), ("test", 50, test)):
            place = folder / "ModelNet40" / kind / split
            place.mkdir(parents=True, exist_ok=True)
            for number in range(count):
                text = solid(kind, first + number).export(file_type="off")
                text = text if number else text.replace("OFF\n", "OFF", 1)
                (place / f"{kind}_{first + number + 1:04d}.off").write_text(text)
    return folder


def modelnet_hdf5(folder: Path) -> Path:
    """modelnet40_ply_hdf5_2048 with names, lists, and one file for each split."""
    import h5py

    place = folder / "modelnet40_ply_hdf5_2048"
    place.mkdir(parents=True)
    (place / "shape_names.txt").write_text("\n".join([BALLS, RODS, BOXES]) + "\n")
    for split in ("train", "test"):
        name = f"ply_data_{split}0.h5"
        (place / f"{split}_files.txt").write_text(f"data/modelnet40_ply_hdf5_2048/{name}\n")
        with h5py.File(place / name, "w") as file:
            file["data"] = np.stack([cloud(RODS, 0), cloud(BOXES, 1), cloud(BALLS, 2)])
            file["label"] = np.array([[1], [2], [0]], np.uint8)
    return folder


def modelnet_text(folder: Path) -> Path:
    """modelnet40_normal_resampled: x,y,z,nx,ny,nz a line."""
    place = folder / "modelnet40_normal_resampled"
    place.mkdir(parents=True)
    (place / "modelnet40_shape_names.txt").write_text(f"{BALLS}\n{BOXES}\n")
    for split, number in (("train", 1), ("test", 2)):
        keys = [f"{kind}_{number:04d}" for kind in (BALLS, BOXES)]
        (place / f"modelnet40_{split}.txt").write_text("\n".join(keys) + "\n")
        for kind, key in zip((BALLS, BOXES), keys, strict=True):
            (place / kind).mkdir(exist_ok=True)
            np.savetxt(place / kind / f"{key}.txt", np.hstack([cloud(kind, number)] * 2), "%.6f", delimiter=",")
    return folder


def scanobjectnn(folder: Path, each: int = 3) -> Path:
    """h5_files/main_split_nobg with training and test files: boxes (2), displays (6) and pillows (11)."""
    import h5py

    place = folder / "h5_files" / "main_split_nobg"
    place.mkdir(parents=True)
    for name in ("training", "test"):
        with h5py.File(place / f"{name}_objectdataset.h5", "w") as file:
            pairs = [(kind, label) for kind, label in ((BOXES, 2), (RODS, 6), (BALLS, 11)) for _ in range(each)]
            file["data"] = np.stack([cloud(kind, at, 200) for at, (kind, _) in enumerate(pairs)])
            file["label"] = np.array([label for _, label in pairs], np.int32)
            file["mask"] = np.zeros((len(pairs), 200))
    return folder


def omniobject_ply(folder: Path) -> Path:
    """point_clouds/ply_files/4096/CLASS/OBJECT/pcd_4096.ply, as text."""
    for kind in ("toy_boat", "dice"):
        for number in (1, 2):
            place = folder / "point_clouds/ply_files/4096" / kind / f"{kind}_{number:03d}"
            place.mkdir(parents=True)
            points = trimesh.PointCloud(cloud(BOXES if kind == "dice" else RODS, number))
            (place / "pcd_4096.ply").write_bytes(points.export(file_type="ply", encoding="ascii"))
    return folder


def omniobject_hdf5(folder: Path) -> Path:
    """point_clouds/hdf5_files/4096/CLASS_4096.hdf5 with `data` alone."""
    import h5py

    place = folder / "point_clouds/hdf5_files/4096"
    place.mkdir(parents=True)
    for kind in ("toy_boat", "dice"):
        with h5py.File(place / f"{kind}_4096.hdf5", "w") as file:
            file["data"] = np.stack([cloud(BOXES if kind == "dice" else RODS, number) for number in (1, 2)])
    return folder


def omniobject_scans(folder: Path) -> Path:
    """raw_scans/CLASS/OBJECT/Scan/Scan.obj."""
    for kind in ("toy_boat", "dice"):
        place = folder / "raw_scans" / kind / f"{kind}_001" / "Scan"
        place.mkdir(parents=True)
        (place / "Scan.obj").write_text(solid(BOXES, 0).export(file_type="obj"))
    return folder


def objaverse(folder: Path, packed: bool = False) -> Path:
    """Annotations (as JSON, or packed as the objaverse package keeps them) and glbs/000-00N/UID.glb; one uid lacks."""
    classes = {"bat_(animal)": ["aa11", "missing"], "Band_Aid": ["bb22"]}
    if packed:
        (folder / "lvis-annotations.json.gz").write_bytes(gzip.compress(json.dumps(classes).encode()))
    else:
        (folder / "lvis_annotations.json").write_text(json.dumps(classes))
    for number, uid in enumerate(("aa11", "bb22", "unannotated")):
        place = folder / "glbs" / f"000-{number:03d}"
        place.mkdir(parents=True)
        (place / f"{uid}.glb").write_bytes(solid((BOXES, BALLS, RODS)[number], number).export(file_type="glb"))
    return folder


def openshape(folder: Path) -> Path:
    """meta_data/split/lvis.json and Objaverse/000-00N/UID.npy, each a pickled dict with coordinates z up."""
    (folder / "meta_data/split").mkdir(parents=True)
    entries = [{"uid": uid, "category": name} for uid, name in (("aa11", "bat_(animal)"), ("bb22", "Band_Aid"))]
    (folder / "meta_data/split/lvis.json").write_text(json.dumps(entries))
    for number, entry in enumerate(entries):
        points, _ = trimesh.sample.sample_surface(solid((BOXES, RODS)[number], 0), 300, seed=0)
        place = folder / "Objaverse" / f"000-{number:03d}"
        place.mkdir(parents=True)
        values = {
            "xyz": np.array(points, np.float32),
            "id": entry["uid"],
            "text_feat": [{"original": np.zeros((1, 4))}],
        }
        np.save(place / f"{entry['uid']}.npy", np.array({**values, "scale": np.float64(1.0)}), allow_pickle=True)
    return folder


def shrec(folder: Path, each: int = 3) -> Path:
    """A Princeton classification file and D00001.off, ..., numbered across the classes in another order."""
    (folder / "models").mkdir(parents=True)
    number, lines = 0, ["PSB 1", f"3 {3 * each}", ""]
    for name, kind in (("Bed", BOXES), ("Ball", BALLS), ("Pen", RODS)):
        lines.append(f"{name} 0 {each}")
        for variant in range(each):
            number += 1
            (folder / "models" / f"D{number:05d}.off").write_text(solid(kind, variant).export(file_type="off"))
            lines.append(f"D{number:05d}")
        lines.append("")
    (folder / "SHREC2012_Generic_labels.cla").write_text("\n".join(lines))
    return folder


def text2shape(folder: Path) -> Path:
    """captions.tablechair.csv and three ShapeNet models, one more captioned than there are."""
    rows = []
    for synset, category, ids in (("03001627", "Chair", ("c1", "c2")), ("04379243", "Table", ("t1", "gone"))):
        for at, model in enumerate(ids):
            said = (f"a {category} with {model} legs.", f"the {model} {category}, brown")
            rows += [[len(rows) + number, model, text, category, synset, ""] for number, text in enumerate(said)]
            if model != "gone":
                place = folder / "ShapeNetCore.v2" / synset / model / "models"
                place.mkdir(parents=True)
                kind = (BOXES, BALLS)[at] if category == "Chair" else RODS
                (place / "model_normalized.obj").write_text(solid(kind, 0).export(file_type="obj"))
    with (folder / "captions.tablechair.csv").open("w", newline="") as stream:
        titles = ["id", "modelId", "description", "category", "topLevelSynsetId", "subSynsetId"]
        csv.writer(stream).writerows([titles, *rows])
    return folder


def labelled(folder: Path) -> Path:
    """labels.csv of seven shapes: two boxes, balls and rods in the split test, one more in train; icons, sentences."""
    folder.mkdir(parents=True, exist_ok=True)
    rows = []
    for at, kind in enumerate((BOXES, BOXES, BALLS, BALLS, RODS, RODS, RODS)):
        path = f"{kind}-{at}.stl"
        (folder / path).write_bytes(solid(kind, at).export(file_type="stl"))
        Image.new("RGB", (40, 40), (30 * at, 80, 200 - 20 * at)).save(folder / f"icon-{at}.png")
        said = f"one {kind} of kind {at}" if at % 2 else ""
        rows.append([path, kind, "train" if at == 6 else "test", f"icon-{at}.png" if at < 4 else "", said])
    with (folder / "labels.csv").open("w", newline="") as stream:
        csv.writer(stream).writerows([["path", "name", "split", "icon", "sentence"], *rows])
    return folder
