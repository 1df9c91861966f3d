"""How long the figures take to draw, and how large they are."""
