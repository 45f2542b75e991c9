"""XML that is not trusted, as a tree: no entities are declared, nothing is loaded, depth and number are limited."""

from __future__ import annotations

import re
from collections.abc import Mapping
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from zbreader.importers.readers import limits
from zbreader.importers.readers.encoding import CHINESE, named

_ENCODING = re.compile(rb"""^(?:\xef\xbb\xbf)?\s*<\?xml[^>]{0,100}?encoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']""")


class XmlError(ValueError):
    """The XML is damaged, or does what a document has no need to do."""


def parse(data: bytes, prefixes: Mapping[str, str] | None = None) -> Element:
    """The root element. Names are local names with the prefix of their namespace in PREFIXES ("" where it has none).

    Raises XmlError for damaged XML, for one that declares entities (they can be made to grow without end), and for
    one beyond limits.XML_DEPTH or limits.XML_ELEMENTS.
    """
    data, encoding = _in_known_encoding(data)
    parser = expat.ParserCreate(encoding, namespace_separator=" ")
    parser.buffer_text = True
    builder = _Builder(prefixes or {})
    parser.StartElementHandler = builder.start
    parser.EndElementHandler = builder.end
    parser.CharacterDataHandler = builder.tree.data
    parser.EntityDeclHandler = _refuse_entity
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise error if isinstance(error, XmlError) else XmlError(str(error)) from error
    return builder.tree.close()


class _Builder:
    def __init__(self, prefixes: Mapping[str, str]) -> None:
        self.tree = TreeBuilder()
        self._prefixes = prefixes
        self._names: dict[str, str] = {}
        self._depth = 0
        self._count = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        self._count += 1
        if self._depth > limits.XML_DEPTH or self._count > limits.XML_ELEMENTS:
            raise XmlError("too deep or too large")
        self.tree.start(self._name(name), {self._name(key): value for key, value in attributes.items()})

    def end(self, name: str) -> None:
        self._depth -= 1
        self.tree.end(self._name(name))

    def _name(self, name: str) -> str:
        known = self._names.get(name)
        if known is None:
            uri, _, local = name.rpartition(" ")
            known = self._prefixes.get(uri, "") + local
            if len(self._names) < 10_000:
                self._names[name] = known
        return known


def _refuse_entity(*_declaration: object) -> None:
    raise XmlError("declares entities")


def _in_known_encoding(data: bytes) -> tuple[bytes, str | None]:
    """The data, re-encoded where expat does not know its encoding (GB18030, Big5 …)."""
    found = _ENCODING.match(data)
    encoding = named(found.group(1).decode("ascii")) if found else None
    if encoding not in CHINESE:
        return data, None
    return data.decode(encoding, errors="replace").encode("utf-8", errors="replace"), "utf-8"
