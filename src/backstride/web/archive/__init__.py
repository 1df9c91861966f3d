"""One archive of everything that is kept of a runner, and the way back; the format is in docs/archive.md."""
