"""`.zbissue` out and in: whole, the same each time, and never more than a pack."""

from __future__ import annotations

import io
import json
import stat
import zipfile
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zbreader.exchange import issue_pack
from zbreader.exchange.issue_pack import PackedIssue
from zbreader.model.correction import Correction, Mend, Retitle
from zbreader.model.errors import KnownError

ISSUE = PackedIssue("a1b2c3d4e5f6", "《田野》2024年第7期", "田野7.txt", "第一篇\n山那边的水渠\n".encode())

ISSUES = st.lists(
    st.builds(
        PackedIssue,
        id=st.text("0123456789abcdef", min_size=12, max_size=12),
        label=st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=20),
        source_name=st.sampled_from(["a.txt", "期刊 七.docx", "𠮷.md"]),
        source_bytes=st.binary(max_size=200),
    ),
    max_size=4,
    unique_by=lambda issue: issue.id,
)

Change = Callable[[dict[str, object], dict[str, bytes]], None]


def changed(change: Change) -> bytes:
    """A good pack with its manifest or its files changed; lists are walked by the change."""
    with zipfile.ZipFile(io.BytesIO(issue_pack.dump([ISSUE]))) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    manifest = json.loads(files.pop("manifest.json"))
    change(manifest, files)
    return zipped({"manifest.json": json.dumps(manifest).encode(), **files})


def zipped(files: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return made.getvalue()


def refusal(data: bytes) -> str:
    with pytest.raises(KnownError) as raised:
        issue_pack.load(data, "坏.zbissue")
    sentence = str(raised.value)
    assert "坏.zbissue" in sentence
    return sentence


@given(ISSUES)
def test_issues_come_out_as_they_went_in(issues: list[PackedIssue]) -> None:
    packed = issue_pack.dump(issues)
    assert packed == issue_pack.dump(list(reversed(issues)))
    read = issue_pack.load(packed, "a")
    assert [(i.id, i.label, i.source_name, i.source_bytes) for i in read] == [
        (i.id, i.label, i.source_name, i.source_bytes) for i in sorted(issues, key=lambda issue: issue.id)
    ]
    assert issue_pack.dump(read) == packed


def test_the_manifest_tells_everything() -> None:
    with zipfile.ZipFile(io.BytesIO(issue_pack.dump([ISSUE]))) as archive:
        assert archive.namelist() == ["manifest.json", "sources/1"]
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        manifest = json.loads(archive.read("manifest.json"))
    assert (manifest["format"], manifest["version"]) == ("zbissue", 1)
    assert manifest["program"].startswith("zbreader ")
    [entry] = manifest["issues"]
    assert entry["source"]["name"] == "田野7.txt"
    assert entry["source"]["size"] == len(ISSUE.source_bytes)
    assert entry["corrections"] == []


def test_a_source_that_is_not_what_its_checksum_says_is_not_packed() -> None:
    with pytest.raises(KnownError, match="校验和不符"):
        issue_pack.dump([PackedIssue("a", "七", "a.txt", b"x", "0" * 64)])


@pytest.mark.parametrize(
    "name", ["../../etc/passwd", "C:\\windows\\a.txt", "/a.txt", "\u202etxt.exe", "", "..", "a\0b"]
)
def test_a_source_name_is_only_a_name(name: str) -> None:
    [read] = issue_pack.load(issue_pack.dump([PackedIssue("a", "七", name, b"x")]), "a")
    assert read.source_name in ("passwd", "a.txt", "txt.exe", "source", "ab")


def set_version(version: object) -> Change:
    return lambda manifest, files: manifest.update(version=version)


def set_issue(**fields: object) -> Change:
    def change(manifest: dict[str, object], files: dict[str, bytes]) -> None:
        issues = manifest["issues"]
        assert isinstance(issues, list)
        issues[0].update(fields)

    return change


def double(manifest: dict[str, object], files: dict[str, bytes]) -> None:
    issues = manifest["issues"]
    assert isinstance(issues, list)
    issues.append(issues[0])


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (set_version(2), "升级"),
        (set_version("1"), "损坏"),
        (set_version(True), "损坏"),
        (lambda manifest, files: manifest.update(format="zip"), "不是期刊包"),
        (lambda manifest, files: manifest.update(issues={}), "损坏"),
        (lambda manifest, files: manifest.update(issues=[]), "不一致"),
        (lambda manifest, files: manifest.update(issues=[7]), "损坏"),
        (set_issue(id="../x"), "损坏"),
        (set_issue(label="长" * 1001), "损坏"),
        (set_issue(source={"path": "sources/2"}), "损坏"),
        (double, "重复"),
        (lambda manifest, files: files.update({"sources/1": b"other"}), "校验和不符"),
        (lambda manifest, files: files.clear(), "不一致"),
        (lambda manifest, files: files.update({"sources/2": b"more"}), "不一致"),
        (lambda manifest, files: files.update({"../../evil": b"x"}), "不该有"),
        (lambda manifest, files: files.update({"sources/../../evil": b"x"}), "不该有"),
        (lambda manifest, files: files.update({"sources/": b""}), "不该有"),
        (lambda manifest, files: files.update({"sources/1": b"\0" * 3_000_000}), "不合情理"),
    ],
)
def test_a_pack_that_was_tampered_with_is_refused_whole(change: Change, words: str) -> None:
    assert words in refusal(changed(change))


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"not a zip", zipped({})[:10]])
def test_what_is_no_zip_is_refused(data: bytes) -> None:
    assert "打不开" in refusal(data)


def test_a_zip_of_something_else_is_refused() -> None:
    assert "没有目录" in refusal(zipped({}))
    assert "不该有" in refusal(zipped({"word/document.xml": b""}))


def test_links_duplicates_and_passwords_are_refused() -> None:
    def made(*infos: zipfile.ZipInfo) -> bytes:
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w") as archive:
            for info in infos:
                archive.writestr(info, b"/etc/passwd")
        return packed.getvalue()

    link = zipfile.ZipInfo("sources/1")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    assert "不该有" in refusal(made(link))
    with pytest.warns(UserWarning, match="Duplicate"):
        twice = made(zipfile.ZipInfo("sources/1"), zipfile.ZipInfo("sources/1"))
    assert "不该有" in refusal(twice)
    locked = bytearray(made(zipfile.ZipInfo("sources/1")))
    locked[locked.index(b"PK\x01\x02") + 8] |= 1
    assert "密码" in refusal(bytes(locked))


def test_too_many_entries_and_too_many_bytes_are_refused_before_reading() -> None:
    assert "太大" in refusal(b"PK\x01\x02" * 5000)
    with pytest.raises(KnownError, match="分几个包"):
        issue_pack.dump([ISSUE] * 2001)


def test_a_header_that_lies_about_the_size_is_damage() -> None:
    packed = bytearray(issue_pack.dump([ISSUE]))
    central = packed.rindex(b"PK\x01\x02")
    packed[central + 24 : central + 28] = (5).to_bytes(4, "little")
    assert "坏.zbissue" in refusal(bytes(packed))


@given(st.integers(0, 10_000), st.integers(0, 255))
def test_any_damaged_byte_is_refused_or_harmless(position: int, value: int) -> None:
    packed = bytearray(issue_pack.dump([ISSUE]))
    packed[position % len(packed)] = value
    try:
        read = issue_pack.load(bytes(packed), "a")
    except KnownError:
        return
    assert [(issue.id, issue.source_bytes) for issue in read] == [(ISSUE.id, ISSUE.source_bytes)]


def test_corrections_travel_with_their_source() -> None:
    put_right = (
        Correction("01893f00-0000-7000-8000-000000000001", Retitle((1,), "头一篇"), "甲", "2031-04-01T08:00:00.000Z"),
        Correction("01893f00-0000-7000-8000-000000000002", Mend((2,), 0, 1, "山", "川")),
    )
    packed = replace(ISSUE, corrections=put_right)
    (unpacked,) = issue_pack.load(issue_pack.dump([packed]), "期.zbissue")
    assert unpacked.corrections == put_right


def test_a_pack_of_the_first_programs_has_none_and_a_broken_list_is_refused() -> None:
    def drop(manifest: dict[str, object], _: dict[str, bytes]) -> None:
        del manifest["issues"][0]["corrections"]  # type: ignore[index]

    def spoil(manifest: dict[str, object], _: dict[str, bytes]) -> None:
        manifest["issues"][0]["corrections"] = [{"change": "merge"}]  # type: ignore[index]

    assert issue_pack.load(changed(drop), "期.zbissue")[0].corrections == ()
    assert "目录已损坏" in refusal(changed(spoil))
