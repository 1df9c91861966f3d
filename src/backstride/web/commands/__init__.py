"""Every state change, one function each: keyword-only, one transaction, the acting user, an audit row."""
