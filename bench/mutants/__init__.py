"""Mutation testing: one small slip at a time in the code that keeps people safe, and a test must notice."""
