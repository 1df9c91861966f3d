"""Other languages: what a runner reads, in that language where it has the words, else in English."""

from dataclasses import replace
from functools import cache
from importlib.resources.abc import Traversable

from backstride.knowledge.files import LibraryError, by_id, files_in, listed, record, texts, yaml_of
from backstride.knowledge.library import Library
from backstride.knowledge.loader import packaged_data
from backstride.knowledge.schema.exercise import Exercise
from backstride.knowledge.schema.screening import Question
from backstride.knowledge.schema.translation import ExerciseWords, QuestionWords, Translation

ENGLISH = "en"


def languages(root: Traversable | None = None) -> tuple[str, ...]:
    """The languages that there are words in, English first."""
    folder = (root or packaged_data()) / "translations"
    return (ENGLISH, *sorted(f.name for f in folder.iterdir() if f.is_dir()))


def load_translation(language: str, root: Traversable | None = None) -> Translation:
    """One language's words. English is the library itself, so its translation is empty.

    Raises:
        LibraryError: there is no such language, or a file is wrong.
    """
    return _packaged(language) if root is None else _read(language, root)


@cache
def _packaged(language: str) -> Translation:
    return _read(language, packaged_data())


def _read(language: str, root: Traversable) -> Translation:
    if language == ENGLISH:
        return Translation(language=language)
    folder = root / "translations" / language
    if not folder.is_dir():
        raise LibraryError(f"{language}: no words in this language; there are {', '.join(languages(root))}")
    exercises = [record(file, yaml_of(file), ExerciseWords) for file in files_in(folder / "exercises")]
    return Translation(
        language=language,
        exercises=by_id(exercises, f"{language}/exercises"),
        questions=by_id(listed(folder / "screening.yaml", QuestionWords), f"{language}/screening.yaml"),
        safety_net=tuple(texts(folder / "safety_net.yaml").values()),
        messages=texts(folder / "messages.yaml"),
        terms=texts(folder / "terms.yaml"),
    )


def exercise_in(exercise: Exercise, words: Translation) -> Exercise:
    """The exercise with that language's words; what is missing stays English."""
    found = words.exercises.get(exercise.id)
    if found is None:
        return exercise
    given = {name: value for name, value in found.model_dump(exclude={"id"}).items() if value}
    return exercise.model_copy(update=given)


def question_in(question: Question, words: Translation) -> Question:
    """The screening question with that language's words; English where it has none."""
    found = words.questions.get(question.id)
    return question if found is None else question.model_copy(update=found.model_dump(exclude={"id"}))


def library_in(library: Library, words: Translation) -> Library:
    """The library as it reads in that language. Ids, doses, rules and numbers are the same.

    So whatever is decided with it is decided alike, and told in that language.
    """
    if words.language == ENGLISH:
        return library
    screening = library.screening.model_copy(
        update={
            "questions": tuple(question_in(question, words) for question in library.screening.questions),
            "safety_net": words.safety_net or library.screening.safety_net,
        }
    )
    return replace(
        library,
        regions={
            id_: region.model_copy(update={"name": words.terms.get(region.name, region.name)})
            for id_, region in library.regions.items()
        },
        screening=screening,
        exercises={id_: exercise_in(exercise, words) for id_, exercise in library.exercises.items()},
        messages={**library.messages, **words.messages},
        terms=words.terms,
    )


def gaps(library: Library, words: Translation) -> list[str]:
    """What a language lacks, or has in another number than the English, a line each."""
    lines = [f"exercises: {e}: no words" for e in library.exercises if e not in words.exercises]
    lines += [f"exercises: {e}: no such exercise" for e in words.exercises if e not in library.exercises]
    lines += [f"screening: {q}: no words" for q in library.questions if q not in words.questions]
    for exercise in library.exercises.values():
        found = words.exercises.get(exercise.id)
        for part in () if found is None else ("steps", "cues", "cautions", "faults"):
            has, wanted = len(getattr(found, part)), len(getattr(exercise, part))
            if has != wanted:
                lines.append(f"exercises: {exercise.id}.{part}: {has}, not {wanted}")
    if len(words.safety_net) != len(library.screening.safety_net):
        lines.append("safety_net: another number of lines")
    lines += [f"messages: {key}: no such message" for key in words.messages if key not in library.messages]
    names = [region.name for region in library.regions.values()]
    names += [rung.variant for exercise in library.exercises.values() for rung in exercise.ladder]
    return lines + [f"terms: {name}: no word" for name in dict.fromkeys(names) if name not in words.terms]
