"""Made-up stories whose originating sources are known, and how well an interval finds them.

The generator knows nothing of the code that is measured: of `firsthand.provenance` it imports
the type of its input (`filed`) and what makes that of a reading (`filing`), and a test says so.
All people, outlets, places and events are invented.
"""
