"""One archive of everything that is kept of a runner, and the way back. docs/archive.md describes the format."""
