"""Tests of how the encoder's articles are read; the training itself needs torch."""
