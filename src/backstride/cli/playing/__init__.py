"""Playing a session in the terminal: the clock, the keys, the screen, and the log of what was done."""
