"""A decision's parts as a template shows them: in words, in the runner's language."""
