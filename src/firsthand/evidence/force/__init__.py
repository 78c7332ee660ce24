"""How it is put: force, mood, stance, responses, capacity and opinion."""
