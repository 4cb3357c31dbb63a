"""Scenes as objects: the things in a scene graph, and boxes of the things in a bare point cloud."""
