"""A file that keeps the runs read so far, so that no recording is read twice."""
