"""How fast a folder of recorded runs is read, beside three libraries that only parse it."""
