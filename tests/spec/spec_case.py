"""A case of the specification: a sentence that a physiotherapist can sign, what is given, what follows."""

from pathlib import Path
from typing import Any, Self

import yaml
from pydantic import BaseModel, ConfigDict, Field

from backstride.reference.sentence import sentences
from spec.findings import findings_of
from spec.given import scenario
from spec.then import actual

HERE = Path(__file__).parent


class Case(BaseModel):
    """One sentence with its facts. An unknown key is refused here; an unknown fact when the case is run."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    rule: str = ""
    name: str = Field(pattern=r"^[A-Z0-9].*\.$")
    given: dict[str, Any]
    then: dict[str, Any] = Field(min_length=1)

    def found(self) -> dict[str, Any]:
        """The expected facts as they come out."""
        return actual(findings_of(scenario(self.given)), self.then)

    @classmethod
    def read(cls, file: Path) -> list[Self]:
        """The cases of a file."""
        entries = yaml.safe_load(file.read_text(encoding="utf-8"))
        return [
            cls(rule=told.rule, name=told.name, given=told.given, then=told.then)
            for told in sentences(file.stem, entries)
        ]


def all_cases() -> dict[str, Case]:
    """Every case by its theme and sentence. Raises ValueError for a sentence that stands twice."""
    found: dict[str, Case] = {}
    for file in sorted(HERE.glob("*.yaml")):
        for case in Case.read(file):
            name = f"{file.stem}: {case.name}"
            if name in found:
                raise ValueError(f"{name} stands twice")
            found[name] = case
    return found
