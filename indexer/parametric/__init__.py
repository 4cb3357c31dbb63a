"""Kinds of things built from simple solids: a small world to try the search on where no real library can be had.

Each kind is a function of a random generator that returns its parts as triangle meshes in metres, y up, front to +z.
"""

from indexer.parametric import indoors, outdoors, workshop

KINDS = {**indoors.KINDS, **workshop.KINDS, **outdoors.KINDS}
