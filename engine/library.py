"""Library.open(): catalog, vectors, previews and encoder card as one unit."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from engine.catalog import Catalog
from engine.checkpoints import resolve
from engine.encoder import Encoder, EncoderCard
from engine.errors import LibraryError, LibraryMismatch, LibraryNotFound, QueryError
from engine.facts import ShapeFacts, Vectors
from engine.geometry import Shape
from engine.lookup import all_vectors, collection_counts, facts_of, indexed_as, ups_of, vectors_of
from engine.paths import is_file
from engine.query import Query, make_query
from engine.search import Hits, search
from engine.settings import Settings, load_settings
from engine.vectors import FlatIndex, VectorIndex
from engine.views import RenderRecipe, camera_rig

if TYPE_CHECKING:
    from engine.labels.naming import Naming
    from engine.labels.tagging import LabellerCounts
    from engine.labels.teaching import Taught
    from engine.rendering import Rendered
    from engine.sandbox import Sandbox

CATALOG = "catalog.sqlite"
CHANNELS = ("pooled", "form")


class Library:
    """A folder that holds one catalog and what derives from it. Use as a context manager, or close() it."""

    def __init__(self, folder: Path, settings: Settings, encoder: Encoder | None = None) -> None:
        self.folder = folder
        self.settings = settings
        self.catalog = Catalog(folder / CATALOG)
        self._encoder = encoder
        self._given = encoder is not None
        self._indexes: dict[str, tuple[int, VectorIndex]] = {}
        self._sandbox: Sandbox | None = None
        self._rendering = threading.Lock()
        self._remembered = lru_cache(maxsize=256)(self._text_vector)

    @classmethod
    def open(
        cls,
        folder: Path | str | None = None,
        create: bool = False,
        encoder: Encoder | str | None = None,
        settings: Settings | None = None,
    ) -> Library:
        """Open the library in `folder` (default: the settings' one), or make an empty one with `create`.

        encoder: a loaded one, or a name that must be the one the library was made with. Raises LibraryNotFound,
        LibraryMismatch, LibraryDamaged, LibraryNewer.
        """
        flags = {"encoder": encoder} if isinstance(encoder, str) else {}
        settings = settings or load_settings(flags)
        place = Path(folder).expanduser() if folder is not None else settings.library
        if not (place / CATALOG).is_file():
            if not create:
                raise LibraryNotFound(
                    f"There is no library in {place}.", f"Make one: shapeseek index FOLDER --library {place}."
                )
            if place.exists() and (not place.is_dir() or any(place.iterdir())):
                raise LibraryError(f"{place} holds other things.", "Name an empty or new folder for the library.")
            try:
                place.mkdir(parents=True, exist_ok=True)
            except OSError as error:
                raise LibraryError(f"{place} cannot be made: {error.strerror}.", "Name another folder.") from error
        library = cls(place, settings, None if isinstance(encoder, str) else encoder)
        try:
            library._check_encoder(encoder if isinstance(encoder, str) else None)
        except LibraryError:
            library.close()
            raise
        return library

    @property
    def card(self) -> EncoderCard:
        """The card of the encoder that made the vectors. Raises LibraryError when nothing was indexed yet."""
        stored = self.catalog.fact("encoder_card")
        if stored is None:
            raise LibraryError(f"The library {self.folder} is empty.", "Fill it: shapeseek index FOLDER.")
        return _card_of(stored)

    @property
    def recipe(self) -> RenderRecipe:
        """How its shapes were rendered."""
        stored = self.catalog.fact("recipe")
        if stored:
            return RenderRecipe.from_json(stored)
        return RenderRecipe(rig=camera_rig(self.settings.views).name, projection=self.settings.projection)

    @property
    def encoder(self) -> Encoder:
        """The encoder, loaded when first needed, and anew after another process has embedded the library with another.

        Raises EncoderError; LibraryMismatch when the one at hand, or the one given to open(), is not the library's.
        """
        stored = self.catalog.fact("encoder_card")
        card = _card_of(stored) if stored else None
        if self._encoder is not None and not self._given and card and self._encoder.card.identity != card.identity:
            self._encoder = None
        if self._encoder is None:
            from engine.encoder import load_encoder

            self._encoder = load_encoder(card.name if card else self.settings.encoder, self.settings.threads or None)
        self._check_encoder(None)
        return self._encoder

    def text_vector(self, text: str) -> NDArray[np.float32]:
        """(dim,) unit vector of a query text; the last few hundred are remembered."""
        return self._remembered(text, self.card.identity)

    @property
    def loaded_encoder(self) -> Encoder | None:
        """The encoder if something needed it already."""
        return self._encoder

    @property
    def floors(self) -> dict[str, float]:
        """Per kind of query the floor under which a hit is weak in this library; see engine/floors.py."""
        from engine.floors import floors_of

        return floors_of(self)

    def adopt(self, recipe: RenderRecipe) -> None:
        """Write down encoder and recipe before the first shape; afterwards make sure the recipe is the same.

        Raises LibraryMismatch naming what to do when it is not.
        """
        stored = self.catalog.fact("recipe")
        if stored is None:
            self.catalog.set_facts(recipe=recipe.to_json(), encoder_card=self.encoder.card.to_json())
        elif RenderRecipe.from_json(stored) != recipe:
            raise LibraryMismatch(
                f"The library {self.folder} was rendered as {stored}, not as {recipe.to_json()}.",
                "Leave --views and --projection as they were, or change them: "
                f"shapeseek reindex --views {recipe.rig} --projection {recipe.projection} --library {self.folder}.",
            )

    def use(self, encoder: Encoder) -> None:
        """Take another encoder, after its vectors have replaced the old ones."""
        self._encoder = encoder
        self._check_encoder(None)

    def search(
        self,
        text: str | None = None,
        image: Any = (),
        shape: Any = (),
        without: str | Sequence[str] = (),
        where: str | None = None,
        collection: str | None = None,
        k: int = 12,
        weights: dict[str, float] | None = None,
        keywords: bool = True,
    ) -> Hits:
        """Shapes that match text, images and shapes together, best first; see query.make_query for the arguments."""
        return self.ask(make_query(text, image, shape, without, where, collection, k, weights, keywords))

    def ask(self, query: Query) -> Hits:
        """Answer a Query."""
        return search(self, query)

    def similar(self, shape: int, k: int = 12, where: str | None = None, collection: str | None = None) -> Hits:
        """Shapes like the one with that id, itself left out. Raises QueryError for an unknown id."""
        return search(self, make_query(shape=shape, k=k, where=where, collection=collection), exclude=[shape])

    def classify(self, shape: int | Path | str | Shape, labels: str | Sequence[str] | None = None) -> Naming:
        """(label, probability) pairs best first, of the labels given or of everyday ones: softmax of view-text logits.

        labels: as for tag_with().
        The result's `unsure` is True when the best label is under naming.UNSURE or resembles the shape too little.
        Raises QueryError.
        """
        from engine.labels.naming import classify

        return classify(self, shape, labels)

    def tag_with(self, labels: str | Sequence[str], least: float | None = None) -> LabellerCounts:
        """Tag all shapes, and those indexed later, with those of the labels that fit; forget() takes the tags back.

        labels: names, a .txt or .csv file of them, or "everyday". A label is stored where its probability, beside the
        other labels and everyday things that are none, is at least `least`; a shape that fits none gets none.
        Raises QueryError, LibraryBusy.
        """
        from engine.labels.tagging import tag_with

        return tag_with(self, labels, least)

    def teach(
        self,
        label: str,
        examples: int | Path | str | Sequence[int | Path | str] = (),
        without: int | Path | str | Sequence[int | Path | str] = (),
        least: float | None = None,
    ) -> Taught:
        """Teach a label by examples, ids or files, and tag the library with it, and what is indexed later.

        without: shapes that are none. Teaching a label again adds to its examples; unteach() takes the last teaching
        back, forget() all. Raises QueryError, LibraryBusy.
        """
        from engine.labels.teaching import teach
        from engine.query import listed

        return teach(self, label, listed(examples), listed(without), least)

    def unteach(self, label: str) -> Taught | None:
        """Take back the last teaching of a label; what was taught before holds again, None when nothing was."""
        from engine.labels.teaching import undo

        return undo(self, label)

    def forget(self, labeller: str) -> int:
        """Take out a taught label or a label list, by name or number, with all its tags; how many shapes bore one."""
        from engine.labels.tagging import forget

        return forget(self, labeller)

    def labellers(self) -> list[LabellerCounts]:
        """What gives labels in this library, with counts, the oldest first."""
        from engine.labels.tagging import labelled_by

        return labelled_by(self)

    def facts(self, shape: int) -> ShapeFacts:
        """Facts of one shape. Raises QueryError for an unknown id."""
        return self.facts_and_vectors(shape)[0]

    def facts_and_vectors(self, shape: int) -> tuple[ShapeFacts, Vectors]:
        """Facts and vectors of one shape. Raises QueryError for an unknown id."""
        facts = facts_of(self.catalog, [shape]).get(shape)
        vectors = vectors_of(self.catalog, [shape], self.card.dim).get(shape) if facts is not None else None
        if facts is None or vectors is None:
            raise QueryError(f"There is no shape {shape} in {self.folder}.", "`shapeseek search` prints ids.")
        return facts, vectors

    def shape_vectors(self, shape: Path | str | Shape) -> Vectors:
        """Vectors of a shape that need not be in the library; a file is read in the sandbox. Raises QueryError."""
        from engine.rendering import embed

        known = self.kept_inside(shape)
        if known is not None:
            return self.facts_and_vectors(known)[1]
        return embed(self.encoder, [self.rendered(shape)])[0]

    def kept_inside(self, shape: Path | str | Shape) -> int | None:
        """The id of what is no file of its own, an archive's member or a scene's object, by its path; else None."""
        return None if isinstance(shape, Shape) or is_file(shape) else indexed_as(self.catalog, shape)

    def rendered(self, shape: Path | str | Shape, up: str | None = None) -> Rendered:
        """A shape drawn as the library's are; a file is read in the sandbox. Raises QueryError.

        up: its axis that points up; None for the one that this file, or else all that was indexed, was told to have.
        """
        from engine.rendering import render_shape

        if isinstance(shape, Shape):
            return render_shape(shape, self.recipe)
        path = Path(shape).expanduser()
        if not is_file(path):
            raise QueryError(f"There is no shape file {path}.", "Give a file or the id of a shape.")
        from engine.errors import ShapeFileError

        try:
            with self._rendering:  # a page asks from several threads
                rendered: Rendered = self._renderer().run(
                    path, self.recipe, up or self._up_of(path), self.settings.limits
                )
        except ShapeFileError as error:
            raise QueryError(f"{path} cannot be used as a query: {error.what}", error.hint) from error
        return rendered

    def index(self, channel: str) -> VectorIndex:
        """The vector index of a channel, "pooled" or "form", of the catalog's present state.

        Read from its file when that is whole and current, else made anew from the catalog, which is the truth.
        """
        if channel == "form" and not self.card.form_dim:
            channel = "pooled"
        generation = self.catalog.generation
        kept = self._indexes.get(channel)
        if kept is None or kept[0] != generation:
            found = FlatIndex.load(self.folder / f"{channel}.faiss", generation)
            kept = (generation, found or FlatIndex(*all_vectors(self.catalog, channel)))
            self._indexes[channel] = kept
        return kept[1]

    def publish(self, anew: bool = False) -> None:
        """Write the vector files of the catalog's present state, each swapped in whole; `anew`: also sound ones."""
        for channel in CHANNELS:
            file, generation = self.folder / f"{channel}.faiss", self.catalog.generation
            index = None if anew else FlatIndex.load(file, generation)
            if index is None:
                index = FlatIndex(*all_vectors(self.catalog, channel))
                index.save(file, generation)
            self._indexes[channel] = (generation, index)
        if self.catalog.fact("encoder_card"):
            from engine.floors import renew_floors

            renew_floors(self, anew)

    def collections(self) -> list[dict[str, Any]]:
        """Per collection: name, shapes, failed."""
        return [dict(row) for row in collection_counts(self.catalog)]

    def preview(self, facts: ShapeFacts) -> Path:
        """Where a shape's thumbnail is (whether or not it was made)."""
        return self.preview_of(facts.content, facts.measures.up)

    def preview_of(self, content: str, up: str) -> Path:
        """Where the thumbnail of all shapes of that content and up axis is."""
        return self.folder / "previews" / content[:2] / f"{content}-{up}.png"

    def require_shapes(self) -> None:
        """Raise LibraryError when nothing was indexed yet."""
        _ = self.card

    def size_on_disk(self) -> int:
        """Bytes of all files of the library."""
        return sum(file.stat().st_size for file in self.folder.rglob("*") if file.is_file())

    def free_on_disk(self) -> int:
        """Bytes free where the library is."""
        return shutil.disk_usage(self.folder).free

    def close(self) -> None:
        """Close the catalog and stop the sandbox."""
        if self._sandbox is not None:
            self._sandbox.close()
            self._sandbox = None
        self.catalog.close()

    def __enter__(self) -> Library:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _text_vector(self, text: str, identity: tuple[str, ...]) -> NDArray[np.float32]:
        return self.encoder.encode_texts([text])[0]

    def _up_of(self, path: Path) -> str | None:
        known = indexed_as(self.catalog, path)
        if known is not None:
            return self.facts(known).measures.up
        told = set(ups_of(self.catalog).values())
        return (told.pop() or None) if len(told) == 1 else None

    def _renderer(self) -> Sandbox:
        if self._sandbox is None:
            from engine.sandbox import Sandbox

            self._sandbox = Sandbox("engine.rendering:render_file", 1, self.settings.limits)
        return self._sandbox

    def _check_encoder(self, name: str | None) -> None:
        """Raise LibraryMismatch when the library was made by another encoder than the named or loaded one."""
        stored = self.catalog.fact("encoder_card")
        if stored is None:
            return
        card = _card_of(stored)
        way_out = f"Use --encoder {card.name} with it, or embed it anew: shapeseek reindex --library {self.folder}"
        if name is not None and name != card.name and resolve(name).name != card.name:
            raise LibraryMismatch(
                f"The library {self.folder} was made with encoder {card.name!r}, not {name!r}.",
                f"{way_out} --encoder {name}.",
            )
        if self._encoder is not None and self._encoder.card.identity != card.identity:
            now = self._encoder.card
            changed = "another depth branch or preprocessing of encoder"
            if now.weights != card.weights:
                changed = f"other weights ({card.weights[:12]}, not {now.weights[:12]}) of encoder"
            raise LibraryMismatch(
                f"The library {self.folder} was made with {changed} {card.name!r}.",
                f"Embed it anew: shapeseek reindex --library {self.folder} --encoder {card.name}.",
            )


@lru_cache(maxsize=8)
def _card_of(text: str) -> EncoderCard:
    """The card that a catalog keeps as `text`; asked for several times in each search."""
    return EncoderCard.from_json(text)
