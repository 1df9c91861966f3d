"""From stored facts to a scenario, and from a scenario to a stored week."""
