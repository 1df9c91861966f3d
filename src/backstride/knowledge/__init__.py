"""What we know: exercises, routines, parameters, screening, sources. Data first, one loader."""

from backstride.knowledge.library import Library, RuleSet, UnknownRules
from backstride.knowledge.loader import LibraryError, load

__all__ = ["Library", "LibraryError", "RuleSet", "UnknownRules", "load"]
