"""`.zbnotes` out and in: nothing lost, nothing trusted."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zbreader.exchange import notes
from zbreader.exchange.lineage import buried
from zbreader.exchange.notes import NotesFile
from zbreader.model.annotation import Annotation, Target
from zbreader.model.errors import KnownError
from zbreader.model.mark import HighlightColor, MarkStyle
from zbreader.model.person import Person
from zbreader.model.selector import Selectors, TextPositionSelector, TextQuoteSelector

Note = Callable[..., Annotation]

# Everything but what cannot be stored: NUL and lone surrogates.
TEXT = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=30)
MOMENTS = st.sampled_from(["", "2024-07-01T08:00:00.000Z", "1970-01-01T00:00:00Z", "2024-07-01T08:00:00+08:00"])
SELECTORS = st.builds(
    Selectors,
    st.builds(TextQuoteSelector, TEXT, TEXT, TEXT),
    st.tuples(st.integers(0, 99), st.integers(0, 99)).map(lambda ends: TextPositionSelector(min(ends), max(ends))),
)
ANNOTATIONS = st.builds(
    Annotation,
    id=st.uuids().map(str),
    target=st.builds(Target, TEXT, TEXT.filter(bool), TEXT, TEXT, st.none() | SELECTORS),
    creator=TEXT,
    created=MOMENTS,
    modified=MOMENTS,
    revision=st.integers(1, 2**31 - 1),
    style=st.sampled_from(MarkStyle),
    color=st.sampled_from(HighlightColor),
    note=st.none() | TEXT,
    tags=st.lists(TEXT, max_size=4).map(tuple),
    conflict_of=st.none() | st.uuids().map(str),
    creator_id=st.just("") | st.uuids().map(str) | st.just("http://example.org/user1"),
)


def dumped(*annotations: Annotation, person: str = "张三") -> bytes:
    file = NotesFile(annotations, Person("", person))
    return notes.dump(file, made="2024-07-03T08:00:00Z", generator_version="1.2.3")


def document(*annotations: Annotation) -> dict[str, object]:
    made = json.loads(dumped(*annotations))
    assert isinstance(made, dict)
    return made


def read(data: bytes, name: str) -> list[Annotation]:
    return list(notes.load(data, name).annotations)


def loaded(value: object) -> list[Annotation]:
    return read(json.dumps(value).encode(), "笔记.zbnotes")


def refusal(data: bytes) -> str:
    with pytest.raises(KnownError) as raised:
        notes.load(data, "坏.zbnotes")
    sentence = str(raised.value)
    assert "坏.zbnotes" in sentence
    return sentence


@given(st.lists(ANNOTATIONS, unique_by=lambda annotation: annotation.id))
def test_nothing_is_lost_on_the_way(annotations: list[Annotation]) -> None:
    expected = sorted(annotations, key=lambda annotation: annotation.id)
    assert read(dumped(*annotations), "a") == expected
    assert dumped(*annotations) == dumped(*reversed(annotations))


@given(ANNOTATIONS.map(lambda annotation: replace(annotation, deleted=True)))
def test_a_deletion_travels_without_its_words_and_only_from_its_owner(gone: Annotation) -> None:
    own = replace(gone, creator="张三", creator_id="")
    assert read(dumped(own), "a") == [buried(own)]
    assert read(dumped(replace(own, creator="李四")), "a") == []
    assert read(dumped(replace(own, creator=""), person=""), "a") == []
    assert read(dumped(own).replace('"name": "张三"\n },\n "created"'.encode(), b'"name": "x"},"created"'), "a") == []


def test_the_file_is_a_w3c_annotation_collection(note: Note) -> None:
    made = document(note(1, note="要点", tags=("水利",), style=MarkStyle.WAVY, color=HighlightColor.GREEN))
    assert made["@context"][0] == "http://www.w3.org/ns/anno.jsonld"  # type: ignore[index]
    assert (made["type"], made["total"], made["zb:version"]) == ("AnnotationCollection", 1, 1)
    assert made["items"] == [
        {
            "id": "urn:uuid:01900000-0000-7000-8000-000000000001",
            "type": "Annotation",
            "motivation": "commenting",
            "creator": {"type": "Person", "name": "张三"},
            "created": "2024-07-01T08:00:00.000Z",
            "modified": "2024-07-02T08:00:00.000Z",
            "zb:revision": 1,
            "body": [
                {"type": "TextualBody", "purpose": "commenting", "format": "text/plain", "value": "要点"},
                {"type": "TextualBody", "purpose": "tagging", "value": "水利"},
            ],
            "target": {
                "type": "SpecificResource",
                "source": {
                    "id": "urn:zbreader:article:a1b2c3d4e5f6-012345",
                    "zb:issue": "a1b2c3d4e5f6",
                    "zb:article": "a1b2c3d4e5f6-012345",
                    "zb:issueLabel": "《田野》2024年第7期（上半月）",
                    "zb:articleTitle": "山那边的水渠",
                },
                "selector": [
                    {
                        "type": "TextQuoteSelector",
                        "exact": "清清的渠水",
                        "prefix": "他们盼来了",
                        "suffix": "流进了稻田",
                    },
                    {"type": "TextPositionSelector", "start": 120, "end": 125},
                ],
                "styleClass": ["wavy", "green"],
            },
        }
    ]


def test_motivations(note: Note) -> None:
    bookmark = note(3, target=Target("i", "i-a"))
    made = document(note(1), note(2, note=""), bookmark)
    assert [item["motivation"] for item in made["items"]] == ["highlighting", "commenting", "bookmarking"]  # type: ignore[attr-defined]


def test_what_cannot_be_stored_is_replaced_one_for_one(note: Note) -> None:
    [only] = read(dumped(note(1, note="a\0b\ud842c")), "a")
    assert only.note == "a\ufffdb\ufffdc"
    assert only.note == loaded([{"type": "Annotation", "bodyValue": "a\0b\ud842c", "target": "urn:x"}])[0].note


# As the W3C model allows them, written by other programs.

SOURCE = "http://a.example/1"
QUOTE = {"type": "TextQuoteSelector", "exact": "渠水", "prefix": "清清的"}


@pytest.mark.parametrize(
    "foreign",
    [
        {"type": "Annotation", "bodyValue": "好句子", "target": {"source": SOURCE, "selector": QUOTE}},
        {"type": ["Annotation"], "body": "好句子", "target": [{"source": SOURCE, "selector": [QUOTE]}]},
        {"@type": "Annotation", "body": {"value": "好句子"}, "target": {"source": {"id": SOURCE}, "selector": QUOTE}},
        {
            "body": [{"value": "好句子", "purpose": ["commenting"], "format": "text/html"}, 7, None],
            "target": [
                "http://b.example",
                {"source": SOURCE, "selector": {"type": "XPathSelector", "value": "/p[1]", "refinedBy": QUOTE}},
            ],
        },
    ],
)
def test_annotations_of_others_are_taken_as_they_come(foreign: dict[str, object]) -> None:
    for wrapped in (
        foreign,
        [foreign],
        {"items": [foreign]},
        {"type": "AnnotationCollection", "first": {"items": [foreign]}},
    ):
        [only] = loaded(wrapped)
        assert only.note == "好句子"
        assert only.target.article_title == SOURCE
        assert only.target.selectors == Selectors(TextQuoteSelector("渠水", "清清的"), TextPositionSelector(0, 0))
        assert only == loaded(wrapped)[0]


def test_html_is_plain_text_and_several_comments_are_one_note() -> None:
    bodies = [
        {"value": "<b>好</b><script>x()</script>", "format": "text/html"},
        {"value": "再看", "purpose": "replying"},
    ]
    [only] = loaded({"type": "Annotation", "body": bodies, "target": "urn:x", "creator": {"nickname": "李四"}})
    assert only.note == "<b>好</b><script>x()</script>\n\n再看"
    assert only.creator == "李四"


def test_an_id_of_another_kind_gives_the_same_id_each_time() -> None:
    one = {"id": "http://a.example/anno/1", "type": "Annotation", "target": "urn:x"}
    assert loaded([one])[0].id == loaded([one | {"bodyValue": "改"}])[0].id
    assert loaded([one])[0].id != loaded([one | {"id": "http://a.example/anno/2"}])[0].id
    nameless = {"type": "Annotation", "target": "urn:x"}
    assert loaded([nameless])[0].id == loaded([nameless])[0].id


def test_wrong_types_count_as_absent() -> None:
    wrong = {
        "id": 7,
        "type": "Annotation",
        "creator": 5,
        "created": "gestern",
        "modified": ["2024"],
        "zb:revision": "9",
        "zb:deleted": "yes",
        "zb:conflictOf": {},
        "body": {"value": 3},
        "target": {
            "source": 4,
            "styleClass": "no such",
            "selector": [3, {"type": "TextQuoteSelector", "exact": 1}],
        },
    }
    [only] = loaded([wrong])
    assert replace(only, id="") == Annotation("", Target("", ""))


def test_positions_must_be_positions() -> None:
    for start, end in ((5, 3), (-1, 3), (True, 3), (1.5, 3), (0, 2**40)):
        selector = [QUOTE, {"type": "TextPositionSelector", "start": start, "end": end}]
        [only] = loaded([{"type": "Annotation", "target": {"source": "urn:x", "selector": selector}}])
        assert only.target.selectors is not None
        assert only.target.selectors.position == TextPositionSelector(0, 0)


def test_one_annotation_that_comes_twice_comes_once(note: Note) -> None:
    made = document(note(1), note(2))
    made["items"] = [*made["items"], *made["items"]]  # type: ignore[misc]
    assert loaded(made) == [note(1), note(2)]


def test_an_empty_collection_is_a_notes_file() -> None:
    assert read(dumped(), "a") == []
    assert loaded({"type": "AnnotationCollection", "total": 0}) == []


# Damage and malice.


def test_a_newer_version_is_refused_politely(note: Note) -> None:
    newer = json.dumps(document(note(1)) | {"zb:version": 2}).encode()
    assert "升级" in refusal(newer)


@pytest.mark.parametrize("version", ["1", 0, True, None, 1.5])
def test_a_version_that_is_none_is_damage(version: object) -> None:
    assert "版本号" in refusal(json.dumps({"zb:version": version, "items": []}).encode())


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "不完整"),
        (b"{", "不完整"),
        (b'{"items": [NaN]}', "不完整"),
        (b"[" * 100_000, "不完整"),
        (b'{"items":' * 20_000, "不完整"),
        (b'{"zb:version": ' + b"9" * 5000 + b"}", ""),
        (b"\xff\xfe{}", "UTF-8"),
        (b"3", "W3C"),
        (b'"x"', "W3C"),
        (b"{}", "W3C"),
        (b"[1, 2]", "W3C"),
        (b'{"items": [1]}', "第 1 条"),
        (b'{"items": [{"target": "urn:x"}, {}]}', "第 2 条"),
        (b'{"items": [' + b"{}," * 200_000 + b"{}]}", "20 万"),
        (b'{"items": [' + b"[]," * 3_000_001 + b"[]]}", "庞大"),
    ],
)
def test_what_is_no_notes_file_is_refused_in_one_sentence(data: bytes, words: str) -> None:
    assert words in refusal(data)


def test_a_file_beyond_64_megabytes_is_not_even_read() -> None:
    assert "64 MB" in refusal(b" " * (64 * 1024 * 1024 + 1))


@pytest.mark.parametrize(
    "item",
    [
        {"type": "Annotation", "target": "urn:x", "bodyValue": "长" * 1_000_001},
        {"type": "Annotation", "target": "urn:x", "body": [{"value": "签", "purpose": "tagging"}] * 2001},
        {"target": {"source": {"title": "字" * 1_000_001}}},
    ],
)
def test_what_is_beyond_all_measure_is_refused_by_number(item: object) -> None:
    assert "第 1 条" in refusal(json.dumps({"items": [item]}).encode())


def test_too_many_notes_for_one_file_are_refused(note: Note) -> None:
    with pytest.raises(KnownError, match="分几次"):
        dumped(*[note(1, note="长" * 900_000)] * 25)


KEYS = (
    "type target source selector body value purpose id creator name refinedBy items first zb:version zb:article exact"
    " start end styleClass zb:deleted"
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS.split()), inner, max_size=5),
    max_leaves=15,
)


@given(JSON)
def test_any_json_is_read_or_refused_and_never_crashes(value: object) -> None:
    try:
        found = loaded(value)
    except KnownError as error:
        assert "笔记.zbnotes" in str(error)
    else:
        assert read(dumped(*found), "a") == sorted(found, key=lambda annotation: annotation.id) or any(
            not annotation.target.article_id or annotation.deleted for annotation in found
        )


def test_what_was_read_goes_along_and_nonsense_is_passed_over() -> None:
    read = [("i2", "a2"), ("i1", "a1"), ("i2", "a2")]
    data = notes.dump(NotesFile(person=Person("", "甲"), read=read), made="", generator_version="1")
    assert notes.load(data, "甲").read == [("i1", "a1"), ("i2", "a2")]
    assert b"zb:read" not in notes.dump(NotesFile(person=Person("", "甲")), made="", generator_version="1")
    document = json.loads(data)
    document["zb:read"] += [
        None,
        "a",
        {},
        {"zb:issue": 1, "zb:article": "x"},
        {"zb:issue": "i3", "zb:article": "a" * 999},
    ]
    found = notes.load(json.dumps(document).encode(), "甲").read
    assert found == [("i1", "a1"), ("i2", "a2"), ("i3", "a" * 200)]
    assert notes.load(json.dumps({**document, "zb:read": {"zb:issue": "i"}}).encode(), "甲").read == []
