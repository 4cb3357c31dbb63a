"""Alignment: pairs of depth maps and pictures, tuning a depth branch, training the bundled encoder (an extra)."""
