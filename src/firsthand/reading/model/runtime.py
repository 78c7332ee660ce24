"""onnxruntime, told before it loads that nothing leaves the machine.

Its builds of 1.32 gather telemetry: they write a device's id below the user's home and look up
an address to send to. It asks this variable once, while it is imported.
"""

from __future__ import annotations

import os

os.environ["ORT_DISABLE_TELEMETRY"] = "1"

import onnxruntime

onnxruntime.disable_telemetry_events()

__all__ = ["onnxruntime"]
