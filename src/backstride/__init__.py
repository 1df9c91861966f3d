"""Back care for runners: a sourced library and a safe, explained week around the runner's own runs."""

__version__ = "0.1.0"
