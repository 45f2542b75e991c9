from __future__ import annotations

import pytest

from zbreader.importers.readers import limits
from zbreader.importers.readers.tree import XmlError, parse

_TENFOLD = "".join(f'<!ENTITY {chr(n + 1)} "{f"&{chr(n)};" * 10}">' for n in range(ord("b"), ord("z")))
BOMB = f'<!DOCTYPE a [<!ENTITY b "bb">{_TENFOLD}]><a>&z;</a>'


def test_names_have_the_prefix_of_their_namespace() -> None:
    root = parse(b'<x:a xmlns:x="urn:one" x:k="1"><b/></x:a>', {"urn:one": "o."})
    assert (root.tag, root.attrib, root[0].tag) == ("o.a", {"o.k": "1"}, "b")


@pytest.mark.parametrize(
    "xml",
    [
        BOMB,
        '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><a>&x;</a>',
        "<a>" * (limits.XML_DEPTH + 1) + "</a>" * (limits.XML_DEPTH + 1),
        "<a><b></a>",
        "",
        "<a>\x01</a>",
        "<?xml version='1.0' encoding='nonsense'?><a/>",
    ],
)
def test_what_is_hostile_or_broken_is_refused(xml: str) -> None:
    with pytest.raises(XmlError):
        parse(xml.encode())


def test_a_doctype_without_entities_is_harmless() -> None:
    assert parse(b'<!DOCTYPE ncx PUBLIC "x" "http://localhost/none.dtd"><ncx/>').tag == "ncx"


def test_chinese_encodings_are_read() -> None:
    assert parse("<?xml version='1.0' encoding='GB2312'?><a>渡口</a>".encode("gbk")).text == "渡口"


def test_there_is_an_end_to_elements(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "XML_ELEMENTS", 100)
    with pytest.raises(XmlError):
        parse(b"<a>" + b"<b/>" * 100 + b"</a>")
