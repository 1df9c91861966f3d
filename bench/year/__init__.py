"""A year of made-up runners who live with the coach."""
