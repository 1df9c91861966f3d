"""The specification's sentences from its folder. They stand beside the tests, so only a checkout has them."""

from pathlib import Path

import yaml

from backstride.cli.refusal import BadInput
from backstride.reference.sentence import Sentence, sentences

SPEC = Path("tests/spec")


def read_spec(folder: Path) -> list[Sentence]:
    """The sentences of every YAML file of a folder, by the files' names; none where there is no folder.

    Raises:
        BadInput: a file cannot be read, is no YAML, or says no rule; names the file.
    """
    found: list[Sentence] = []
    for file in sorted(folder.glob("*.yaml")) if folder.is_dir() else ():
        try:
            entries = yaml.safe_load(file.read_text(encoding="utf-8"))
            found += sentences(file.stem, entries or [])
        except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
            raise BadInput(f"{file}: cannot be read: {str(error).splitlines()[0]}") from None
        except (TypeError, ValueError) as error:
            raise BadInput(f"{file}: {error}") from None
    return found
