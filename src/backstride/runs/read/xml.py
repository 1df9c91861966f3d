"""XML read as a stream: nothing is held but what a reader keeps, and no entity is ever expanded."""

import io
from collections.abc import Callable, Sequence
from typing import Protocol, TypeVar
from xml.sax import SAXException, SAXParseException
from xml.sax.handler import ContentHandler
from xml.sax.xmlreader import AttributesImpl, InputSource

from defusedxml.common import DefusedXmlException
from defusedxml.expatreader import DefusedExpatParser

from backstride.runs.read import limits
from backstride.runs.read.peel import MARK, Run, peel
from backstride.runs.read.shapes import Kind
from backstride.runs.read.unreadable import Unreadable

# Expat's numbers for an invalid token, an unknown encoding and an incorrect one.
_ENCODING_ERRORS = frozenset({4, 18, 19})
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


class Reader(Protocol):
    """Takes elements by their names without prefix.

    `wanted` are those whose text matters, `parts` those that each make the reader hold an object, and
    `points` those of which many at once may come to `take` instead.
    """

    wanted: frozenset[str]
    parts: frozenset[str]
    points: Kind

    def start(self, name: str, attributes: AttributesImpl) -> None: ...

    def end(self, name: str, text: str) -> None: ...

    def take(self, run: Run) -> None: ...


R = TypeVar("R", bound=Reader)


class _Handler(ContentHandler):
    def __init__(self, reader: Reader, runs: Sequence[Run]) -> None:
        super().__init__()
        self._reader = reader
        self._runs = runs
        self._text: list[str] | None = None
        self._depth = self._parts = 0
        self.events = 0

    def startElement(self, name: str, attrs: AttributesImpl) -> None:  # noqa: N802
        self.events += 1
        self._depth += 1
        if self._depth > limits.XML_DEPTH:
            raise Unreadable(f"refused: nested deeper than {limits.XML_DEPTH} elements")
        local = name.rpartition(":")[2]
        self._text = [] if local in self._reader.wanted else None
        if local in self._reader.parts:
            self._parts += 1
            if self._parts > limits.XML_PARTS:
                raise Unreadable(f"refused: more than {limits.XML_PARTS:,} tracks or laps")
        self._reader.start(local, attrs)

    def characters(self, content: str) -> None:
        self.events += 1
        if self._text is not None:
            self._text.append(content)

    def endElement(self, name: str) -> None:  # noqa: N802
        self.events += 1
        self._depth -= 1
        self._reader.end(name.rpartition(":")[2], "".join(self._text or ()))
        self._text = None

    def processingInstruction(self, target: str, data: str) -> None:  # noqa: N802
        self.events += 1
        if target == MARK and self._runs:
            self._reader.take(self._runs[int(data)])


class _Watched(io.BytesIO):
    """Stops a parser that takes in more and more without an element or text: it is filling its memory."""

    def __init__(self, data: bytes, handler: _Handler) -> None:
        super().__init__(data)
        self._handler = handler
        self._silent = self._events = 0

    def read(self, size: int | None = -1, /) -> bytes:
        chunk = super().read(size)
        self._silent = self._silent + len(chunk) if self._handler.events == self._events else 0
        self._events = self._handler.events
        if self._silent > limits.XML_TAG_BYTES:
            raise Unreadable(f"refused: a tag or comment of more than {limits.size(limits.XML_TAG_BYTES)}")
        return chunk


def read_xml(data: bytes, make: Callable[[], R]) -> tuple[R, str | None]:
    """A reader fed with the whole document, and what broke it off, if anything did.

    Raises Unreadable for a document type declaration or an entity, which no watch writes and which can be
    built to fill the memory.
    """
    if not data.startswith(_UTF16):
        data = data[max(data.find(b"<"), 0) :]  # blanks, a byte-order mark or stray text before the document
    if peeled := peel(data, make().points):
        reader, fault = _parse(peeled[0], make(), None, peeled[1])
        if fault is None:
            return reader, None
        del peeled  # what is broken is read again as it stands, to say where
    reader, fault = _parse(data, make(), None)
    if fault is not None and _is_of_encoding(fault):
        # The declaration lies, or the text is of an older code page: points are plain ASCII either way.
        encoding = "utf-8" if _is_utf8(data) else "iso-8859-1"
        reader, fault = _parse(data, make(), encoding)
    return reader, None if fault is None else _describe(fault)


def _parse(
    data: bytes, reader: R, encoding: str | None, runs: Sequence[Run] = ()
) -> tuple[R, Exception | None]:
    parser = DefusedExpatParser(forbid_dtd=True)
    handler = _Handler(reader, runs)
    parser.setContentHandler(handler)
    source = InputSource()
    source.setByteStream(_Watched(data, handler))
    if encoding is not None:
        source.setEncoding(encoding)
    try:
        parser.parse(source)
    except DefusedXmlException:
        raise Unreadable("it declares a document type or entities, which are refused") from None
    except Unreadable:
        raise
    except (SAXException, LookupError, ValueError) as fault:  # the last two of a code that is not to be had
        return reader, fault
    return reader, None


def _is_of_encoding(fault: Exception) -> bool:
    if not isinstance(fault, SAXParseException):
        return True  # Python knows no such encoding, or the parser cannot use it
    return getattr(fault.getException(), "code", None) in _ENCODING_ERRORS


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _describe(fault: Exception) -> str:
    if not isinstance(fault, SAXParseException):
        return f"broken XML: {fault}"
    return f"broken XML at line {fault.getLineNumber()}: {fault.getMessage()}"
