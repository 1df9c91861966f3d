"""Jobs: what takes too long for a request. Each may be killed at any time and run again."""
