"""Which language a page is told in: the one asked for, else that of the environment, else English."""

import os

from backstride.cli.refusal import BadInput
from backstride.knowledge import Library
from backstride.knowledge.loader import load
from backstride.knowledge.translations import ENGLISH, languages, library_in, load_translation

# The first that is set decides, as it does for other programs.
_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")


def library_told(language: str | None, *, as_json: bool = False) -> Library:
    """The library in that language; in English for JSON, which does not change with the language.

    Raises BadInput where a language is asked for that there are no words in.
    """
    if language is not None and language not in languages():
        raise BadInput(f"--lang: {language!r} is unknown; known are {', '.join(languages())}")
    if as_json:
        return load()
    return library_in(load(), load_translation(language or _of_environment()))


def _of_environment() -> str:
    locale = next((value for name in _VARIABLES if (value := os.environ.get(name))), "")
    language = locale.partition(".")[0].partition("_")[0].lower()
    return language if language in languages() else ENGLISH
