"""A page of a decision on a console: headings, bullets, paragraphs, and the sources that were named on it."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from rich.console import Console
from rich.text import Text

from backstride.cli.console import paragraph
from backstride.knowledge import Library
from backstride.terms import Grade
from backstride.wording import Word

WIDE = 110
ACCENT = "cyan"


@dataclass
class Page:
    """Writes to `out`, and remembers each source and grade that was shown."""

    out: Console
    library: Library
    sources: dict[str, None] = field(default_factory=dict)
    grades: dict[Grade, None] = field(default_factory=dict)

    @property
    def word(self) -> Word:
        """Words and short phrases in the language of the page."""
        return self.library.word

    @property
    def wide(self) -> bool:
        return self.out.width >= WIDE

    def title(self, text: str) -> None:
        """The first line of a page."""
        self.out.print(Text(self.word(text), style="bold"))

    def heading(self, text: str) -> None:
        """A line over a part, with an empty line before it."""
        self.out.print()
        self.out.print(Text(self.word(text), style=f"bold {ACCENT}"))

    def line(self, text: str | Text, *, indent: int = 0, hang: int = 0, style: str = "") -> None:
        """A paragraph, every line of it indented, those after the first by `hang` more."""
        shown = self.word(text) if isinstance(text, str) else text
        paragraph(self.out, shown, indent=indent, hang=hang, style=style)

    def bullets(self, texts: Iterable[str], *, indent: int = 0, style: str = "") -> None:
        """A list, each entry with its following lines indented under it."""
        for text in texts:
            self.line(f"- {self.word(text)}", indent=indent, hang=2, style=style)

    def cite(self, sources: Iterable[str], grade: Grade | None) -> None:
        """Notes that these were shown, for the list at the end."""
        self.sources.update(dict.fromkeys(sources))
        if grade is not None:
            self.grades[grade] = None

    def own(self, text: str) -> str:
        """A sentence without the mark of our own choices, which stands in the column beside it."""
        return text.removesuffix(self.library.message("grade.ours", {"text": ""}))
