"""Files of runs and calendars to rows: the one room of the web that goes to the readers."""
