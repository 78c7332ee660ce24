"""Who speaks: names and other mentions of people and bodies, resolved to sources."""
