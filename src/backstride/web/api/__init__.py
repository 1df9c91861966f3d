"""The API for other programs and the player: the same commands and decisions as the pages."""
