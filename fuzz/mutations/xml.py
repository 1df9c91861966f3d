"""XML: elements of the tree dropped, repeated, nested, renamed, filled anew; then the text around them."""

import copy
import re
import xml.etree.ElementTree as ET
from random import Random

from fuzz.mutations.pieces import ALL, NUMBERS, TIMES
from fuzz.mutations.sequence import place, rearranged

_WRAPS = (
    *('<!DOCTYPE x [<!ENTITY a "b">]>{}', "{}{}", "stray {}", "\ufeff{}", "<?xml version='1.0'?>{}"),
    *('<?xml version="1.0" encoding="utf-16"?>{}', '<?xml version="1.0" encoding="x-none"?>{}', "{}<a"),
    *('<?xml version="1.0" encoding="idna"?>{}', '<?xml version="1.0" encoding="shift_jis"?>{}'),
)
_INSIDE = (
    "<!-- {} -->",
    "<![CDATA[{}]]>",
    "<?backstride-points 0?>{}",
    "&#0;{}",
    "&amp;{}",
    "\x00{}",
    "<?x {}?>",
)
_CODES = ("utf-16", "utf-16-le", "utf-32", "latin-1", "cp500", "utf-7")


def mutate(data: bytes, rng: Random) -> bytes:
    """A changed document; one that is broken is changed tag by tag."""
    try:
        root = ET.fromstring(data)
    except (ET.ParseError, LookupError, ValueError):
        return _by_tags(data, rng)
    tags = sorted({element.tag for element in root.iter()})
    for _ in range(rng.choice((1, 1, 2, 5))):
        _change(rng.choice(list(root.iter())), tags, rng)
    for element in root.iter():  # names as watches write them: without a prefix of our own
        element.tag = element.tag.rpartition("}")[2] or "x"
    text = ET.tostring(root, encoding="unicode")
    if rng.random() < 0.15:
        at, end = sorted((rng.randint(0, len(text)), rng.randint(0, len(text))))
        text = text[:at] + rng.choice(_INSIDE).replace("{}", text[at:end]) + text[end:]
    if rng.random() < 0.1:
        text = rng.choice(_WRAPS).replace("{}", text)
    if rng.random() < 0.05:
        return text.encode(rng.choice(_CODES), errors="replace")
    if rng.random() < 0.05:
        return text.encode(errors="replace")[: rng.randint(0, len(text))]
    return text.encode(errors="replace")


def _by_tags(data: bytes, rng: Random) -> bytes:
    parts = re.findall(rb"<[^>]*>|[^<]+|<", data)
    for _ in range(rng.choice((1, 2, 4))):
        if parts and rng.random() < 0.5:
            parts[place(rng, parts)] = rng.choice(ALL).encode(errors="replace")
        parts = rearranged(parts, rng)
    return b"".join(parts)


def _change(element: ET.Element, tags: list[str], rng: Random) -> None:
    how = rng.randrange(8)
    if how == 0 and len(element):
        element[:] = [copy.deepcopy(child) for child in rearranged(list(element), rng)]
    elif how == 1:
        element.tag = rng.choice(tags)
    elif how == 2 and element.attrib:
        element.set(rng.choice(sorted(element.attrib)), rng.choice(ALL).replace("\x00", ""))
    elif how == 3 and element.attrib:
        del element.attrib[rng.choice(sorted(element.attrib))]
    elif how == 4:
        inner = copy.deepcopy(element)
        for _ in range(rng.choice((1, 3, 30, 250))):
            outer = ET.Element(rng.choice(tags))
            outer.append(inner)
            inner = outer
        element.append(inner)
    elif how == 5:
        child = ET.SubElement(element, rng.choice(tags))
        child.text = rng.choice(ALL)
    elif how == 6:
        element.text = rng.choice(NUMBERS)
    else:
        element.text = rng.choice(TIMES if rng.random() < 0.7 else ALL)
