"""Trains the network that Readout ships under models/en (see ../README.md)."""
