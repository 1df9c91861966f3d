"""Text of the library with light markup as HTML that is safe to show."""

from functools import cache

from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt


def as_html(text: str) -> SafeString:
    """Paragraphs, lists, emphasis and links; HTML within the text stays text, and pictures stay out."""
    html: str = _reader().render(text)
    return mark_safe(html)


@cache
def _reader() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False}).disable(["image", "html_block", "html_inline"])
