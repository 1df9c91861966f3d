"""The benchmark of the planner: weeks of two calendars, varied runners, one process on one core."""
