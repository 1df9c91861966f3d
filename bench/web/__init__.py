"""How long the pages take and what they weigh, with ten years of runs and a year of logs."""
