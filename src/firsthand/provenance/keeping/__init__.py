"""A trace kept, so that one report more changes what it touches and no more."""
