"""The commands and their JSON, as scripts rely on them."""

from __future__ import annotations

import json
import re
import secrets
from collections.abc import Callable
from contextlib import closing
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

import pytest

from zbreader import __version__
from zbreader.__main__ import COMMANDS
from zbreader.cli import run
from zbreader.services.library import open_library

Command = Callable[..., Any]


def test_version_and_help(zb: Command, library: Path) -> None:
    assert (zb("--version").out, zb("--version").status) == (f"zbreader {__version__}\n", 0)
    helped = zb("--help")
    assert helped.status == 0
    listed = re.findall(r"^    ([a-z-]+) ", helped.out, re.MULTILINE)
    assert set(listed) == COMMANDS, "a command that the front door does not know would open the window"
    for name in COMMANDS:
        assert zb(name, "-h").out.startswith(f"用法：zbreader {name} ")
    assert not library.exists()


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        ([], "缺少参数：命令"),
        (["fly"], "不能是 fly"),
        (["inspect"], "缺少参数：FILE"),
        (["issues", "--xml"], "不认识的参数：--xml"),
        (["search", "词", "--limit", "多"], "--limit 应是不小于 0 的整数，而不是 多"),
        (["search", "词", "--limit", "-1"], "--limit 应是不小于 0 的整数，而不是 -1"),
        (["highlight", "a", "--quote", "b", "--color", "red"], "--color 不能是 red，可用：yellow, green"),
        (["highlight", "a"], "缺少参数：--quote"),
        (["highlight", "a", "--quote"], "--quote 后面要有一个值"),
        (["export"], "缺少参数：-o/--output"),
        (["export", "-o", "x", "--format", "doc"], "--format 不能是 doc"),
        (["issues", "--json=1"], "--json 后面不能有值 1"),
    ],
)
def test_wrong_usage_is_told_with_the_right_one(zb: Command, library: Path, words: list[str], complaint: str) -> None:
    ran = zb(*words)
    assert (ran.status, ran.out) == (2, "")
    assert complaint in ran.err
    assert "用法：zbreader" in ran.err
    assert not library.exists()


def test_inspect_touches_no_library(zb: Command, sample: Path, library: Path) -> None:
    shown = zb("inspect", sample, "--json")
    assert (shown.status, shown.err) == (0, "")
    document = shown.json
    assert set(document) == {"issue", "articles", "unplaced", "missing", "findings"}
    assert set(document["issue"]) >= {"id", "magazine", "half", "year", "number", "serial", "publish_day"}
    assert document["articles"][0]["paragraphs"][0]["kind"] in {
        "body",
        "heading",
        "caption",
        "quote",
        "source",
        "label",
    }
    assert zb("inspect", sample).out.startswith("《")
    assert not library.exists()


def test_import_tells_each_file_and_fails_when_one_does(zb: Command, sample: Path, tmp_path: Path) -> None:
    missing, empty = tmp_path / "没有.txt", tmp_path / "空.txt"
    empty.touch()
    ran = zb("import", missing, sample, empty, "--json")
    assert ran.status == 1
    gone, added, void = ran.json
    assert gone == {
        "file": str(missing),
        "issue_id": None,
        "status": "failed",
        "articles": 0,
        "findings": 0,
        "error": f"找不到文件 {missing}。请检查名称和位置。",
    }
    assert (added["status"], added["error"]) == ("added", None)
    assert added["articles"] > 5
    assert "空的" in void["error"]
    assert gone["error"] in ran.err
    again = zb("import", sample, "--json")
    assert (again.status, again.json[0]["status"]) == (0, "unchanged")
    assert "没有变化" in zb("import", sample).out


def test_import_of_a_folder_without_issues(zb: Command, tmp_path: Path) -> None:
    ran = zb("import", tmp_path, "--json")
    (outcome,) = ran.json
    assert (ran.status, outcome["file"], outcome["status"]) == (1, str(tmp_path), "failed")
    assert ran.err == f"{outcome['error']}\n" and str(tmp_path) in ran.err and "没有可导入的文件" in ran.err
    assert str(tmp_path) in zb("inspect", tmp_path).err


def test_issues_and_show(zb: Command, issue: dict[str, Any], sample: Path) -> None:
    (row,) = zb("issues", "--json").json
    assert {"id", "magazine", "year", "number", "half", "serial", "articles", "notes"} <= set(row)
    assert (row["id"], row["articles"], row["notes"]) == (issue["issue"]["id"], len(issue["articles"]), 0)
    assert issue == zb("inspect", sample, "--json").json
    assert row["id"] in zb("issues").out
    page = zb("show", row["id"]).out
    assert all(article["title"] in page for article in issue["articles"])
    unknown = zb("show", "nothing", "--json")
    assert (unknown.status, unknown.out) == (1, "")
    assert unknown.err.count("\n") == 1


def test_an_empty_library_says_what_to_do(zb: Command) -> None:
    assert zb("issues", "--json").json == []
    assert "zbreader import" in zb("issues").err


def test_search(zb: Command, issue: dict[str, Any], quote: tuple[str, str]) -> None:
    article, words = quote
    result = zb("search", words, "--json").json
    assert (result["query"], result["total"]) == (words, 1)
    (hit,) = result["hits"]
    assert set(hit) == {"issue_id", "article_id", "title", "column", "count", "snippet", "ranges"}
    assert result["occurrences"] == hit["count"] and (result["notes"], result["notes_total"]) == ([], 0)
    assert (hit["article_id"], hit["count"]) == (article, 1)
    assert words in hit["snippet"]
    none = zb("search", words, "--limit", 0, "--json").json
    assert (none["query"], none["total"], none["hits"], none["occurrences"]) == (words, 1, [], None)
    assert zb("search", words, "--order", "date", "--variants", "--json").json["total"] == 1
    assert zb("search", words, "--no-variants", "--json").json["total"] == 1
    assert "没有写要找什么" in zb("search", " \n").err
    assert hit["title"] in zb("search", words).out
    nothing = zb("search", "没有这样一句话")
    assert (nothing.status, nothing.out, nothing.err) == (0, "", "没有文章含有“没有这样一句话”。\n")


def test_highlight_and_notes(zb: Command, issue: dict[str, Any], quote: tuple[str, str]) -> None:
    article, words = quote
    made = zb(
        "highlight", article, "--quote", words, "--note", "第一行\n第二行", "--tag", "甲", "--tag", "乙",
        "--color", "green", "--json",
    ).json  # fmt: skip
    assert list(made) == [
        "id", "article_id", "issue_id", "author", "created", "modified", "color", "tags", "quote", "note", "state",
        "start", "end", "author_id", "group",
    ]  # fmt: skip
    text = "\n".join(paragraph["text"] for paragraph in issue["articles"][1]["paragraphs"])
    assert text[made["start"] : made["end"]] == made["quote"] == words
    assert (made["state"], made["color"], made["tags"]) == ("exact", "green", ["甲", "乙"])
    assert zb("notes", "--json").json == [made]
    for wanted in (
        ["--issue", made["issue_id"]],
        ["--article", article],
        ["--tag", "甲", "--tag", "乙"],
        ["--author", ""],
    ):
        assert zb("notes", "--json", *wanted).json == [made]
    for other in (["--issue", "x"], ["--article", "x"], ["--tag", "丙"], ["--author", "某人"]):
        assert zb("notes", "--json", *other).json == []
    page = zb("notes").out
    assert words in page
    assert "    第二行\n" in page
    assert "#甲  #乙" in page
    assert zb("issues", "--json").json[0]["notes"] == 1


def test_a_quote_that_is_not_there(zb: Command, quote: tuple[str, str]) -> None:
    ran = zb("highlight", quote[0], "--quote", "这一句在文章里肯定没有出现过", "--json")
    assert (ran.status, ran.out) == (1, "")
    assert ran.err == "这篇文章里找不到“这一句在文章里肯定没有出现过”。请从原文中复制要标记的文字。\n"


@pytest.mark.parametrize("format", ["md", "txt", "html", "docx", "csv", "xlsx", "json"])
def test_export_writes_every_format(zb: Command, quote: tuple[str, str], tmp_path: Path, format: str) -> None:
    zb("highlight", quote[0], "--quote", quote[1], "--note", "记住")
    path = tmp_path / f"out.{format}"
    assert zb("export", "-o", path).status == 0
    assert path.stat().st_size > 50
    other = tmp_path / "named"
    assert zb("export", "-o", other, "--format", format, "--article", quote[0]).status == 0
    assert other.read_bytes()[:50] == path.read_bytes()[:50]


def test_export_tells_of_repairs_when_asked(zb: Command, issue: dict[str, Any], tmp_path: Path) -> None:
    (joined, *_) = [
        (article["id"], paragraph["text"])
        for article in issue["articles"]
        for paragraph in article["paragraphs"]
        if len(paragraph["lines"]) > 1 and paragraph["confidence"] < 1
    ]
    zb("highlight", joined[0], "--quote", joined[1])
    path = tmp_path / "out.md"
    for words, told in ((), 0), (("--repairs",), 1):
        assert zb("export", "-o", path, *words).status == 0
        assert path.read_text(encoding="utf-8").count("此处经导入修复") == told


def test_export_says_what_it_cannot_do(zb: Command, quote: tuple[str, str], tmp_path: Path) -> None:
    nothing = zb("export", "-o", tmp_path / "a.md")
    assert (nothing.status, "没有符合条件的标注" in nothing.err) == (1, True)
    zb("highlight", quote[0], "--quote", quote[1])
    assert "看不出要导出的格式" in zb("export", "-o", tmp_path / "a.xyz").err
    blocked = zb("export", "-o", tmp_path)
    assert blocked.status == 1
    unknown = zb("export", "-o", tmp_path / "a.docx", "--template", "没有这个模板")
    assert (unknown.status, unknown.err.count("\n")) == (1, 1)
    assert list(tmp_path.glob("a.*")) == []


def test_check_backup_and_restore(zb: Command, quote: tuple[str, str], tmp_path: Path, library: Path) -> None:
    copy = tmp_path / "备份.db"
    assert zb("backup", "-o", copy).out == f"已备份到 {copy}\n"
    zb("highlight", quote[0], "--quote", quote[1])
    assert zb("restore", copy).status == 0
    assert zb("notes", "--json").json == []
    checked = zb("check", "--json").json
    assert (checked["ok"], checked["problems"]) == (True, [])
    assert [one["name"] for one in checked["findings"]] == [
        *("integrity", "backup", "trial", "unplaced", "index", "room", "place")
    ]
    assert "完好" in zb("check").out
    (kept,) = (library / "backups").glob("auto-*-restore.db")
    assert zb("restore", kept).status == 0
    assert len(zb("notes", "--json").json) == 1
    assert "备份" in zb("restore", tmp_path / "没有").err


def test_a_damaged_library_is_told_and_can_be_restored(
    zb: Command, issue: dict[str, Any], library: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "copy.db"
    zb("backup", "-o", copy)
    (library / "library.db").write_bytes(b"broken " * 1000)
    for words in (["issues"], ["notes", "--json"]):
        ran = zb(*words)
        assert (ran.status, ran.out) == (1, "")
        assert "zbreader restore" in ran.err
    checked = zb("check", "--json")
    assert checked.status == 1
    assert checked.json["ok"] is False
    assert len(checked.json["problems"]) == 1
    restored = zb("restore", copy)
    assert restored.status == 0
    assert zb("issues", "--json").json[0]["id"] == issue["issue"]["id"]
    (aside,) = (library / "backups").glob("damaged-*.db")
    assert aside.read_bytes().startswith(b"broken ")


def test_backups_are_listed_and_everything_goes_out_in_open_formats(
    zb: Command, quote: tuple[str, str], tmp_path: Path
) -> None:
    zb("highlight", quote[0], "--quote", quote[1], "--note", "要紧")
    zb("backup")
    (one,) = zb("backups", "--json").json
    assert (one["issues"], one["notes"], one["reason"]) == (1, 1, "manual")
    assert "1 期 1 条笔记" in zb("backups").out
    done = zb("export-all", "-o", tmp_path / "out", "--json").json
    assert (done["issues"], done["notes"]) == (1, 1)
    assert done["files"] == sum(path.is_file() for path in (tmp_path / "out").rglob("*"))
    assert "已经有东西" in zb("export-all", "-o", tmp_path / "out").err
    assert zb("export-all", "-o", tmp_path / "out.zip").status == 0


def test_a_damaged_library_is_recovered(
    zb: Command, quote: tuple[str, str], issue: dict[str, Any], library: Path, tmp_path: Path
) -> None:
    zb("highlight", quote[0], "--quote", quote[1], "--note", "要紧")
    path = library / "library.db"
    data = bytearray(path.read_bytes())
    data[:4096] = b"\0" * 4096
    path.write_bytes(bytes(data))
    assert zb("notes", "--json").status == 1
    recovered = zb("recover", "--json")
    assert recovered.status == 0, recovered.err
    assert (recovered.json["notes"], recovered.json["issues"], recovered.json["problems"]) == (1, 1, [])
    assert Path(recovered.json["aside"]).read_bytes() == bytes(data)
    assert [one["note"] for one in zb("notes", "--json").json] == ["要紧"]
    assert zb("show", issue["issue"]["id"], "--json").json == issue
    assert zb("check").status == 0
    assert "已修复资料库：1 期、1 条笔记" in zb("recover").out


def test_library_is_named_before_or_after_the_command(zb: Command, sample: Path, tmp_path: Path, library: Path) -> None:
    zb("--library", tmp_path / "one", "import", sample)
    assert len(zb("issues", "--library", tmp_path / "one", "--json").json) == 1
    assert zb("issues", "--json").json == []
    blocked = tmp_path / "file"
    blocked.touch()
    ran = zb("--library", blocked, "issues")
    assert (ran.status, ran.err) == (1, f"{blocked} 不是文件夹，不能用作资料库。请换一个位置。\n")


def test_a_library_of_a_newer_version_is_refused(zb: Command, issue: dict[str, Any], library: Path) -> None:
    import sqlite3
    from contextlib import closing

    with closing(sqlite3.connect(library / "library.db")) as connection:
        connection.execute("PRAGMA user_version = 999")
    ran = zb("issues")
    assert ran.status == 1
    assert "请安装新版程序" in ran.err


def test_what_utf8_cannot_hold_is_escaped(zb: Command, tmp_path: Path) -> None:
    ran = zb("import", str(tmp_path / "a\udcff.txt"), "--json")
    assert ran.status == 1
    assert json.loads(ran.out)[0]["status"] == "failed"


def test_an_error_of_ours_is_logged_and_told_in_one_sentence(
    zb: Command, library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from zbreader.services.reading import Reading

    def fail(_: Reading) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(Reading, "issues", fail)
    ran = zb("issues", "--json")
    assert (ran.status, ran.out) == (1, "")
    log = library / "logs" / "zbreader.log"
    assert ran.err == f"程序出错，这次操作没有完成。详情已记入 {log}，请把它发给开发者。\n"
    assert "ZeroDivisionError" in log.read_text(encoding="utf-8")


def test_notes_are_handed_over(
    zb: Command, quote: tuple[str, str], sample: Path, library: Path, tmp_path: Path
) -> None:
    zb("highlight", quote[0], "--quote", quote[1], "--note", "要紧", "--tag", "甲")
    path, other = tmp_path / "甲.zbnotes", tmp_path / "other"
    nothing = zb("save-notes", path, "--tag", "乙")
    assert (nothing.status, path.exists()) == (1, False)
    assert zb("save-notes", path, "--tag", "甲").status == 0
    zb("--library", other, "import", sample)
    counts = {"added": 1, "updated": 0, "unchanged": 0, "conflicts": 0, "unplaced": 0, "waiting": 0}
    told = counts | {"readings": 0, "sessions": 0}
    tried = zb("--library", other, "merge-notes", path, "--dry-run", "--json")
    (person,) = tried.json["people"]
    files = [{"file": "甲.zbnotes", "signature": "unsigned", "fingerprint": None}]
    told |= {"people": [person], "files": files}
    assert (tried.status, tried.json, person["added"]) == (0, told, 1)
    assert zb("--library", other, "notes", "--json").json == []
    assert zb("--library", other, "merge-notes", path, path, "--json").json == told
    assert zb("--library", other, "notes", "--json").json == zb("notes", "--json").json
    (note,) = zb("notes", "--json").json
    assert (note["author_id"], note["group"]) == (person["id"], "")
    handed = tmp_path / "新.zbnotes"
    assert zb("save-notes", handed, "--since-last").status == 0
    assert (zb("save-notes", handed, "--since-last").status, handed.exists()) == (1, True)
    again = zb("--library", other, "merge-notes", path)
    assert "没有变化 1 条" in again.out
    with closing(open_library(library, clock=lambda: datetime.now(timezone.utc), random_bits=secrets.randbits)) as mine:
        mine.reading.mark_read([quote[0]], read=True)
    assert zb("save-notes", handed, "--with-read").status == 0
    assert "新知道读完 1 篇次。" in zb("--library", other, "merge-notes", handed).out
    path.write_bytes(b"broken")
    broken = zb("--library", other, "merge-notes", path, "--json")
    assert (broken.status, broken.out, broken.err.count("\n")) == (1, "", 1)
    assert "甲.zbnotes" in broken.err


def test_issues_are_handed_over(zb: Command, issue: dict[str, Any], tmp_path: Path) -> None:
    pack, other = tmp_path / "一期.zbissue", tmp_path / "other"
    id_ = issue["issue"]["id"]
    assert zb("pack", "nothing", "-o", pack).status == 1
    assert zb("pack", id_, "-o", pack).status == 0
    (row,) = zb("--library", other, "import", pack, "--json").json
    assert (row["file"], row["issue_id"], row["status"]) == (str(pack), id_, "added")
    assert zb("--library", other, "show", id_, "--json").json == issue
    assert zb("inspect", pack, "--json").json == issue


def test_a_pdf_is_drawn_by_whoever_can(zb: Command, quote: tuple[str, str], tmp_path: Path) -> None:
    def draw(page: str) -> bytes:
        assert quote[1] in page
        return b"%PDF"

    def cannot(page: str) -> bytes:
        raise ImportError

    zb("highlight", quote[0], "--quote", quote[1])
    path = tmp_path / "a.pdf"
    without = zb("export", "-o", path)
    assert (without.status, "不能直接导出 PDF" in without.err) == (1, True)
    assert run(["export", "-o", str(path)], draw_pdf=cannot) == 1
    assert not path.exists()
    assert run(["export", "-o", str(path)], draw_pdf=draw) == 0
    other = tmp_path / "b"
    assert run(["export", "-o", str(other), "--format", "pdf"], draw_pdf=draw) == 0
    assert path.read_bytes() == other.read_bytes() == b"%PDF"
