"""A language's words for what a runner reads; what is missing is told in English."""

from pydantic import Field

from backstride.knowledge.schema.record import Id, Record, Text


class ExerciseWords(Record):
    """An exercise's words: as many steps and cues as the English record has."""

    id: Id
    name: Text
    aliases: tuple[Text, ...] = ()
    steps: tuple[Text, ...] = Field(min_length=2)
    cues: tuple[Text, ...] = Field(min_length=1)
    breath: Text | None = None
    feel: Text | None = None
    cautions: tuple[Text, ...] = ()
    faults: tuple[Text, ...] = ()


class QuestionWords(Record):
    """A screening question's words."""

    id: Id
    text: Text
    why: Text
    action: Text


class Translation(Record):
    """Everything that one language has. `messages` are by key, with the same names in braces.

    `terms` are the words and short phrases without a key, by their English: parts of the body, variants of a
    level, headings.
    """

    language: str = Field(pattern=r"^[a-z]{2}$")
    exercises: dict[Id, ExerciseWords] = {}
    questions: dict[Id, QuestionWords] = {}
    safety_net: tuple[Text, ...] = ()
    messages: dict[str, Text] = {}
    terms: dict[str, Text] = {}
