"""The reader by a trained network: windows of words -> network -> decode -> places -> reader."""
