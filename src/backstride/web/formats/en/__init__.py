"""English as most of its readers outside of one country write it."""
