"""A printed PDF as it is published: text that can be searched, no trace of when and where it was made.

Chromium names each character by one of those that look like it, often the radical: ⽬ (U+2F6C) for 目. Who searches
for 目录 finds nothing, so the names are mended. What it writes of the time, and of the numbers that the elements of the
page happened to have, differs with every run and goes.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from typing import cast
from unicodedata import normalize

from pikepdf import Array, Dictionary, Name, Object, ObjectStreamMode, Pdf, String

# Unicode says of Kangxi radicals (U+2F00...) which character they are, but not of those of its supplement (U+2E80...).
# These are the ones that fonts draw as they draw a character (EquivalentUnifiedIdeograph.txt of Unicode). ⼾ would be
# the traditional 戶; simplified fonts draw 户.
_RADICALS = "⼾⺒⺓⺔⺕⺛⺠⺩⺰⻁⻃⻄⻅⻆⻈⻉⻋⻌⻐⻑⻓⻔⻖⻘⻙⻚⻛⻜⻝⻠⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻮⻯⻰⻱⻲"
_CHARACTERS = "户巳幺彑彐旡民王纟虎西西见角讠贝车辶钅長长门阝青韦页风飞食饣马骨鬼鱼鸟卤麦黄黾斉齐齿竜龙龜亀"
_KNOWN = str.maketrans(_RADICALS, _CHARACTERS)

_SECTION = re.compile(rb"[0-9]+ beginbf(char|range)\n(.*?)endbf\1", re.DOTALL)
_HEX = re.compile(rb"<([0-9A-Fa-f]+)>")
_MOST = 100
"""How many characters a section of the map may name."""


def finished(printed: bytes) -> bytes:
    """Return a PDF ready to publish; the same printed page gives the same bytes.

    Args:
        printed: what Chromium printed, with tags and bookmarks.
    """
    with Pdf.open(io.BytesIO(printed)) as pdf:
        for name in ("/CreationDate", "/ModDate"):
            if name in pdf.docinfo:
                del pdf.docinfo[name]
        pdf.docinfo["/Creator"] = "disc"
        pdf.Root.PageMode = Name.UseOutlines
        _mend(pdf)
        out = io.BytesIO()
        pdf.save(out, object_stream_mode=ObjectStreamMode.generate, deterministic_id=True)
    return out.getvalue()


def page_numbers(printed: bytes) -> Mapping[str, int]:
    """Return on which page, counted from 1, the target of each link within the document stands."""
    with Pdf.open(io.BytesIO(printed)) as pdf:
        numbers: dict[object, int] = {page.objgen: number for number, page in enumerate(pdf.pages, 1)}
        targets = cast(Dictionary, pdf.Root.get("/Dests", Dictionary()))
        return {name.removeprefix("/"): numbers[_first(target).objgen] for name, target in targets.items()}


def _first(target: Object) -> Object:
    """Return the page of a target: it says after it how to show it."""
    return next(iter(cast(Array, target)))


def _mend(pdf: Pdf) -> None:
    """Mend the characters and the numbers of elements."""
    elements: list[Object] = []
    for thing in pdf.objects:
        if not isinstance(thing, Dictionary):
            continue
        if "/ToUnicode" in thing:
            names = thing.ToUnicode
            names.write(_mended(names.read_bytes()))
        if thing.get("/Type") == Name.StructElem:
            elements.append(thing)
    _renumber(pdf, elements)


def _mended(names: bytes) -> bytes:
    """Return the map from glyphs to characters with characters in place of radicals."""
    pairs = [pair for kind, body in _SECTION.findall(names) for pair in _pairs(kind, body)]
    start, end = names.index(b"endcodespacerange\n") + len(b"endcodespacerange\n"), names.index(b"endcmap")
    sections = [pairs[n : n + _MOST] for n in range(0, len(pairs), _MOST)]
    lines = [b"%d beginbfchar\n%b\nendbfchar\n" % (len(section), b"\n".join(section)) for section in sections]
    return names[:start] + b"".join(lines) + names[end:]


def _pairs(kind: bytes, body: bytes) -> Iterator[bytes]:
    """Yield the lines of a section, glyph and character: a range of radicals is none of characters."""
    for line in body.splitlines():
        codes = _HEX.findall(line)
        if kind == b"char":
            yield b"<%b> <%b>" % (codes[0], _code(bytes.fromhex(codes[1].decode()).decode("utf-16-be")))
        else:
            first, last = (int(code, 16) for code in codes[:2])
            text = bytes.fromhex(codes[2].decode()).decode("utf-16-be")
            for step in range(last - first + 1):
                glyph = b"%0*X" % (len(codes[0]), first + step)
                yield b"<%b> <%b>" % (glyph, _code(text[:-1] + chr(ord(text[-1]) + step)))


def _code(text: str) -> bytes:
    mended = "".join(normalize("NFKC", c) if "⼀" <= c <= "⿕" else c for c in text.translate(_KNOWN))
    return mended.encode("utf-16-be").hex().upper().encode()


def _renumber(pdf: Pdf, elements: list[Object]) -> None:
    """Number the elements by their order; it is that of the names they had."""
    tree = pdf.Root.get("/StructTreeRoot", Dictionary())
    found = sorted(str(element.ID) for element in elements if "/ID" in element)
    new = {old: String(f"e{number:06}") for number, old in enumerate(found)}
    for element in elements:
        if "/ID" in element:
            element.ID = new[str(element.ID)]
        for attribute in cast(Array, element.get("/A", Array())):
            if "/Headers" in attribute:
                attribute.Headers = Array([new[str(name)] for name in attribute.Headers])
    if "/IDTree" in tree:
        for leaf in _leaves(tree.IDTree):
            for key in ("/Limits", "/Names"):
                if key in leaf:
                    leaf[key] = Array([new.get(str(it), it) if isinstance(it, String) else it for it in leaf[key]])


def _leaves(tree: Object) -> Iterator[Object]:
    yield tree
    for child in tree.get("/Kids", Array()):
        yield from _leaves(child)
