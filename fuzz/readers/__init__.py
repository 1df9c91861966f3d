"""A module for each reader, named as on the command line, with its `READER`."""
