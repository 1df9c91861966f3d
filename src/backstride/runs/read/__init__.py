"""Files of watches to neutral activities; `collect.import_paths` is the door."""
