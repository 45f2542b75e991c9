"""Shapes of the examples in the W3C Web Annotation Data Model, in our own words: read, and given back as they came."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from zbreader.exchange import notes
from zbreader.exchange.notes import NotesFile
from zbreader.exchange.web_annotation import from_web_annotation, to_web_annotation
from zbreader.model.annotation import Annotation

PAGE = "http://example.org/page1"
# By the number of the example in the Recommendation of 23 February 2017.
EXAMPLES: dict[str, dict[str, Any]] = {
    "1 basic": {"body": "http://example.org/post1", "target": PAGE},
    "2 external resources": {
        "body": {"id": "http://example.org/sound1", "format": "audio/mpeg", "language": "fr", "type": "Sound"},
        "target": {"id": "http://example.gov/patent1.pdf", "format": "application/pdf", "language": ["en", "ar"]},
    },
    "5 textual body": {
        "body": {"type": "TextualBody", "value": "<p>话</p>", "format": "text/html", "language": "zh"},
        "target": "http://example.org/photo1",
    },
    "6 body value": {"bodyValue": "一句评语", "target": "http://example.org/target1"},
    "8 no body": {"target": "http://example.org/ebook1"},
    "9 many": {
        "body": ["http://example.org/d1", {"type": "TextualBody", "purpose": "tagging", "value": "标签"}],
        "target": ["http://example.org/image1", "http://example.org/image2"],
    },
    "10 choice": {
        "body": {"type": "Choice", "items": ["http://example.org/note1", {"type": "TextualBody", "value": "另一句"}]},
        "target": PAGE,
    },
    "12 life cycle": {
        "creator": {"id": "http://example.org/user1", "type": "Person", "name": "某人", "nickname": "某"},
        "created": "2015-01-28T12:00:00Z",
        "modified": "2015-01-29T09:00:00Z",
        "generator": {"id": "http://example.org/client1", "type": "Software", "name": "某程序"},
        "generated": "2015-02-04T12:00:00Z",
        "body": {"type": "TextualBody", "value": "评语", "creator": "http://example.net/user2"},
        "target": PAGE,
    },
    "15 audience": {"audience": {"id": "http://example.edu/roles/teacher", "type": "schema:EducationalAudience"}},
    "16 accessibility": {"target": {"id": "http://example.org/video1", "accessibility": "captions"}},
    "17 motivation": {"motivation": ["bookmarking", "assessing"], "body": {"value": "好", "purpose": "describing"}},
    "18 rights": {"rights": "https://creativecommons.org/publicdomain/zero/1.0/", "bodyValue": "评语"},
    "19 other identities": {
        "canonical": "urn:uuid:dbfb1861-0ecf-41ad-be94-a584e5c4f1df",
        "via": "http://other.example",
    },
    "21 fragment": {
        "target": {
            "source": "http://example.org/video1",
            "selector": {
                "type": "FragmentSelector",
                "conformsTo": "http://example.org/frags/",
                "value": "t=30",
            },
        }
    },
    "24 quote": {
        "body": "http://example.org/comment1",
        "target": {
            "source": PAGE,
            "selector": {"type": "TextQuoteSelector", "exact": "渠水", "prefix": "清清的", "suffix": "流过"},
        },
    },
    "25 position": {"target": {"source": PAGE, "selector": {"type": "TextPositionSelector", "start": 412, "end": 795}}},
    "28 range": {
        "target": {
            "source": PAGE,
            "selector": {
                "type": "RangeSelector",
                "startSelector": {"type": "XPathSelector", "value": "//table[1]/tr[1]/td[2]"},
                "endSelector": {"type": "XPathSelector", "value": "//table[1]/tr[1]/td[4]"},
            },
        }
    },
    "29 refined": {
        "target": {
            "source": PAGE,
            "selector": {
                "type": "FragmentSelector",
                "value": "para5",
                "refinedBy": {"type": "TextQuoteSelector", "exact": "渠水", "prefix": "a", "suffix": "b"},
            },
        }
    },
    "31 state": {"target": {"source": PAGE, "state": {"type": "TimeState", "sourceDate": "2015-07-20T13:30:00Z"}}},
    "35 styles": {
        "stylesheet": {"id": "http://example.org/style1", "type": "CssStylesheet"},
        "target": {"source": PAGE, "styleClass": "red"},
    },
    "38 scope": {"target": {"source": "http://example.org/image1", "scope": PAGE}},
}


def annotation(name: str) -> dict[str, Any]:
    number = name.split()[0]
    return {"id": f"http://example.org/anno{number}", "type": "Annotation", "target": PAGE} | EXAMPLES[name]


def again(found: list[Annotation]) -> dict[str, Any]:
    data = notes.dump(NotesFile(found), made="2031-04-01", generator_version="1")
    document = json.loads(data)
    assert list(notes.load(data, "a").annotations) == sorted(found, key=lambda one: one.id)
    return {item["id"]: item for item in document["items"]}


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_is_read_and_given_back_as_it_came(name: str) -> None:
    given = annotation(name)
    (found,) = notes.load(
        json.dumps({"@context": "http://www.w3.org/ns/anno.jsonld", **given}).encode(), "a"
    ).annotations
    assert again([found]) == {given["id"]: given}


@pytest.mark.parametrize("holder", ["collection", "page", "first"])
def test_collections_and_pages_are_read_whole(holder: str) -> None:
    items = [annotation(name) for name in EXAMPLES]
    page = {"id": "http://example.org/page", "type": "AnnotationPage", "partOf": "http://example.org/c", "items": items}
    collection = {"id": "http://example.org/c", "type": "AnnotationCollection", "total": len(items)}
    whole = {"collection": collection | {"items": items}, "page": page, "first": collection | {"first": page}}[holder]
    found = list(notes.load(json.dumps(whole).encode(), "a").annotations)
    assert again(found) == {item["id"]: item for item in items}


def test_what_the_examples_say_is_understood() -> None:
    said = {name: from_web_annotation(annotation(name)) for name in EXAMPLES}
    assert said["5 textual body"].note == "<p>话</p>"
    assert said["9 many"].tags == ("标签",)
    assert (said["12 life cycle"].creator, said["12 life cycle"].creator_id) == ("某人", "http://example.org/user1")
    for name in ("24 quote", "29 refined"):
        selectors = said[name].target.selectors
        assert selectors is not None and selectors.quote.exact == "渠水"


def test_what_was_edited_here_says_so_and_keeps_what_it_does_not_know() -> None:
    edited = replace(from_web_annotation(annotation("18 rights")), note="改过的评语", revision=2)
    made = to_web_annotation(edited)
    assert made["rights"] == EXAMPLES["18 rights"]["rights"]
    assert (made["zb:revision"], "bodyValue" in made) == (2, False)
    further = from_web_annotation(made)
    assert further.note == "改过的评语"
    assert to_web_annotation(further) == made


def test_what_is_too_long_to_be_carried_along_is_left_out() -> None:
    given = annotation("18 rights") | {"junk": "x" * 30_000}
    found = from_web_annotation(given)
    assert (found.original, found.note) == ("", "评语")
