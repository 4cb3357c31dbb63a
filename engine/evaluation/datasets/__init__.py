"""Readers of datasets in the layouts that their authors publish: each `load(folder)` gives a Dataset."""
