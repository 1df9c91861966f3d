"""Calendars of other programs to events on the runner's own days: `ics.read_ics` and `table.read_table`."""
