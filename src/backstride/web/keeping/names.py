"""Names that others gave, made fit to be stored and shown."""

from django.utils.translation import gettext as _

from backstride.runs.read.words import printable

MOST_LETTERS = 200


def shown_name(name: str, most: int = MOST_LETTERS) -> str:
    """A name without what steers a page or a line, in at most so many letters; its ending is kept if cut."""
    clean = printable(name).strip()
    if len(clean) > most:
        half = most // 2
        clean = f"{clean[: half - 1]}…{clean[-half:]}"
    return clean or _("without a name")
