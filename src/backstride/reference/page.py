"""A page of the reference: blocks of Markdown, links to the other pages, and the sources that it names."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from backstride.knowledge import Library
from backstride.reference import markdown
from backstride.reference.markdown import link, plain, slug
from backstride.terms import Grade
from backstride.wording import grade_words

MARK = (
    '<!-- Written by "backstride library docs" from the data of the library: change it there, not here. -->'
)
INDEX = "README.md"
DATA = "src/backstride/knowledge/data"
REGIONS, SCREENING, LESSONS, NUMBERS = "regions.md", "screening.md", "lessons.md", "numbers.md"


@dataclass
class Page:
    """A page below docs/reference at `path`; what it names is linked from there."""

    path: str
    library: Library
    blocks: list[str] = field(default_factory=list)

    def text(self) -> str:
        """The page as it stands in its file."""
        return "\n\n".join((MARK, *self.blocks)) + "\n"

    def title(self, text: str, room: str = "") -> None:
        """The heading of the page, and over it the way back to the index."""
        if room:
            target = self.to(INDEX) + f"#{slug(room)}"
            self.blocks.append(f"{link('Reference', self.to(INDEX))} / {link(room, target)}")
        elif self.path != INDEX:
            self.blocks.append(link("Reference", self.to(INDEX)))
        self.blocks.append(f"# {plain(text)}")

    def heading(self, text: str, level: int = 2) -> None:
        """A heading within the page."""
        self.blocks.append(f"{'#' * level} {plain(text)}")

    def say(self, *markup: str) -> None:
        """A paragraph for each piece of Markdown that is not empty."""
        self.blocks.extend(filter(None, markup))

    def bullets(self, markup: Iterable[str]) -> None:
        """A list, where it has lines."""
        self.say(markdown.bullets(markup))

    def numbered(self, markup: Iterable[str]) -> None:
        """A numbered list."""
        self.say(markdown.numbered(markup))

    def table(self, head: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
        """A table."""
        self.say(markdown.table(head, rows))

    def written_from(self, file: str) -> None:
        """The last line: the file of the library's data that the page is written from."""
        self.say("---", f"Written from {self.data(file)}.")

    def to(self, path: str) -> str:
        """The way to another page of the reference."""
        return "../" * self.path.count("/") + path

    def data(self, file: str) -> str:
        """A file of the library's data."""
        return link(f"`{file}`", self.to(f"../../{DATA}/{file}"))

    def decision(self, place: str) -> str:
        """A part of a decision record, `0001-name.md#heading`."""
        return link(f"decision {int(place[:4])}", self.to(f"../adr/{place}"))

    def exercise(self, key: str) -> str:
        return link(plain(self.library.exercises[key].name), self.to(f"exercises/{key}.md"))

    def routine(self, key: str) -> str:
        return link(plain(self.library.routines[key].name), self.to(f"routines/{key}.md"))

    def rule(self, key: str) -> str:
        return link(key, self.to(f"rules/{key}.md"))

    def source(self, key: str) -> str:
        return link(key, self.to(f"sources/{key}.md"))

    def region(self, key: str) -> str:
        name = self.library.regions[key].name
        return link(plain(name), self.to(f"{REGIONS}#{slug(name)}"))

    def question(self, key: str) -> str:
        return link(key, self.to(f"{SCREENING}#{slug(key)}"))

    def lesson(self, key: str) -> str:
        title = self.library.lessons[key].title
        return link(plain(title), self.to(f"{LESSONS}#{slug(title)}"))

    def number(self, key: str) -> str:
        return link(f"`{key}`", self.to(f"{NUMBERS}#{slug(family_words(key))}"))

    def grade(self, grade: Grade) -> str:
        """How well something is known, in a word or two."""
        return "our choice" if grade == "ours" else grade_words(grade)

    def grade_told(self, grade: Grade) -> str:
        """How well something is known, in a few words more."""
        return f"{self.grade(grade)}: {self.library.messages[f'cli.grade.{grade}']}"

    def sources(self, keys: Iterable[str]) -> str:
        """Sources in a row, each once."""
        return ", ".join(self.source(key) for key in dict.fromkeys(keys)) or "none"

    def source_list(self, keys: Iterable[str]) -> None:
        """Sources under each other, each once, with what they are."""
        found = [(key, self.library.sources[key]) for key in dict.fromkeys(keys)]
        self.bullets(f"{self.source(key)}: {plain(s.title)} ({self.grade(s.grade)})" for key, s in found)


def family_words(parameter: str) -> str:
    """The first part of a parameter's id as a heading."""
    return parameter.partition(".")[0].replace("_", " ").capitalize()
