"""What is nobody's statement: own voice, caveats, claims that accounts agree."""
