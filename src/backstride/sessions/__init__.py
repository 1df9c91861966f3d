"""A session as it is done: every cue with its second, for whoever plays it."""
