"""The library held against what it promises: a line for each fault, with the file and the field."""

from collections.abc import Iterator, Mapping
from importlib.resources.abc import Traversable

from backstride.knowledge.cert import gaps as cert_gaps
from backstride.knowledge.figures import load_figures
from backstride.knowledge.files import LibraryError
from backstride.knowledge.library import Library
from backstride.knowledge.loader import load
from backstride.knowledge.ranges import beyond_sources, unmarked
from backstride.knowledge.schema.exercise import Exercise
from backstride.knowledge.schema.translation import Translation
from backstride.knowledge.translations import gaps as translation_gaps
from backstride.knowledge.translations import languages, load_translation

MOST_WORDS = 9


def faults_below(root: Traversable | None = None) -> list[str]:
    """The faults of the library below `root`, by default the one that comes with the package.

    A library that cannot be read has the loader's lines alone: schema and references.
    """
    try:
        library = load(root)
    except LibraryError as error:
        return str(error).splitlines()
    found, words = [], {}
    for language in languages(root)[1:]:
        try:
            words[language] = load_translation(language, root)
        except LibraryError as error:
            found += [f"translations/{language}/{line}" for line in str(error).splitlines()]
    try:
        load_figures(root)
    except LibraryError as error:
        found += str(error).splitlines()
    return [*faults(library, words), *found]


def faults(library: Library, words: Mapping[str, Translation]) -> list[str]:
    """The faults of a library that was read, and of each language's words for it."""
    return [
        *(
            f"exercises/{exercise.id}.yaml: {line}"
            for exercise in library.exercises.values()
            for line in _exercise(exercise)
        ),
        *_entries(library),
        *(
            f"routines/{routine.id}.yaml: items: {line}"
            for routine in library.routines.values()
            for item in routine.items
            for line in unmarked(routine, item, library.exercises[item.exercise])
        ),
        *(
            f"watch_names.yaml: exercise: {e}: no name"
            for e in library.exercises
            if e not in library.watch_names
        ),
        *(
            f"translations/{language}/{line}"
            for language, given in words.items()
            for line in translation_gaps(library, given)
        ),
    ]


def _exercise(exercise: Exercise) -> Iterator[str]:
    yield from cert_gaps(exercise)
    yield from _unlisted(exercise)
    yield from beyond_sources(exercise)
    for number, cue in enumerate(exercise.cues):
        count = len(cue.split())
        if count > MOST_WORDS:
            yield f"cues.{number}: {count} words, at most {MOST_WORDS}"


def _unlisted(exercise: Exercise) -> Iterator[str]:
    """Sources that a part of the record cites and its own list lacks."""
    cited = [
        *((f"doses.{n}.source", (dose.source,)) for n, dose in enumerate(exercise.doses)),
        *((f"ladder.{n}.sources", level.sources) for n, level in enumerate(exercise.ladder)),
        *((f"contraindications.{n}.sources", e.sources) for n, e in enumerate(exercise.contraindications)),
    ]
    for field, sources in cited:
        yield from (f"{field}: {s}: not among its sources" for s in sources if s not in exercise.sources)


def _entries(library: Library) -> Iterator[str]:
    """An article's entry belongs to one exercise."""
    seen: dict[str, str] = {}
    for exercise in library.exercises.values():
        for number, dose in enumerate(exercise.doses):
            if dose.entry in seen:
                where = f"exercises/{exercise.id}.yaml: doses.{number}.entry"
                yield f"{where}: {dose.entry}: stands in {seen[dose.entry]} too"
            seen[dose.entry] = exercise.id
