"""A generative safety run: scenarios by the million, the engine held against the checker's own reading."""
