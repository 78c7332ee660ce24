"""Bytes to a `Report`: receive -> media -> the format's reader -> classify -> assemble."""
