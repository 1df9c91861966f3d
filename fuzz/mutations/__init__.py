"""Changes that keep an input's structure, so that a reader is met behind its front door."""
