"""Everything in open formats: complete, readable without us, and enough to come back from."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from zbreader.exchange import corrections_file
from zbreader.model.correction import Correction, Retitle
from zbreader.model.errors import Cancelled, KnownError
from zbreader.services.jobs import Job
from zbreader.services.library import Services
from zbreader.services.whole_export import WholeExport, export_everything
from zbreader.store import corrections, sources


def note(services: Services) -> None:
    article = services.reading.articles(services.reading.issues()[0].id)[0].id
    services.annotating.add_by_quote(article, "先读书", note="要紧")


def test_a_folder_with_everything(stocked: Services, write: Callable[..., Path], tmp_path: Path, first: str) -> None:
    note(stocked)
    stocked.importing.import_files([write("《山间:学习》2031年第5期\n# 春天\n花开了。\n", "第五期.txt")])
    target = tmp_path / "带走"
    done = export_everything(stocked, target)
    names = sorted(path.relative_to(target).as_posix() for path in target.rglob("*") if path.is_file())
    assert done == WholeExport(2, 1, len(names))
    assert "期刊/《山间 学习》2031年第5期.txt" in names
    assert (target / "期刊原文" / "《山间学习》2031年第4期（上半月）.txt").read_bytes().decode() == first
    page = (target / "期刊" / "《山间学习》2031年第4期（上半月）.txt").read_text("utf-8")
    assert "修桥的人不问姓名" in page
    told = json.loads((target / "期刊" / "《山间学习》2031年第4期（上半月）.json").read_bytes())
    assert [article["title"] for article in told["articles"]] == ["溪水的声音", "修桥的人"]
    for suffix in ("json", "md", "csv", "html", "zbnotes"):
        assert "要紧" in (target / "笔记" / f"全部笔记.{suffix}").read_text("utf-8-sig")
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(".")]


def test_from_there_one_comes_back(
    stocked: Services, open_again: Callable[[], Services], tmp_path: Path, clock: Callable[[], object]
) -> None:
    from zbreader.services.library import open_library

    note(stocked)
    export_everything(stocked, tmp_path / "x")
    other = open_library(tmp_path / "other", clock=clock, random_bits=lambda n: 7)  # type: ignore[arg-type]
    other.importing.import_files([tmp_path / "x" / "期刊原文"])
    other.exchanging.merge_notes([tmp_path / "x" / "笔记" / "全部笔记.zbnotes"])
    assert other.annotating.notes() == stocked.annotating.notes()
    other.close()


def test_what_the_group_made_goes_along(stocked: Services, tmp_path: Path) -> None:
    note(stocked)
    article = stocked.reading.articles(stocked.reading.issues()[0].id)[0].id
    session = stocked.studying.plan([article])
    mark = stocked.annotating.notes()[0].annotation.id
    stocked.collecting.create("发言用", [mark])
    (stocked.directory / "templates").mkdir()
    (stocked.directory / "templates" / "我的.docx").write_bytes(b"PK")
    with stocked.database.write() as connection:
        source = sources.of_issue(connection, stocked.reading.issues()[0].id)
        assert source is not None
        put_right = Correction("01893f00-0000-7000-8000-000000000001", Retitle((2,), "水声"), "甲")
        corrections.add(connection, source.sha256, stocked.reading.issues()[0].id, [put_right])
    export_everything(stocked, tmp_path / "x")
    [told] = json.loads((tmp_path / "x" / "学习会.json").read_bytes())
    assert (told["id"], told["articles"][0]["article_id"]) == (session.id, article)
    [told] = json.loads((tmp_path / "x" / "摘编本.json").read_bytes())
    assert (told["name"], told["annotations"]) == ("发言用", [mark])
    assert (tmp_path / "x" / "模板" / "我的.docx").read_bytes() == b"PK"
    [path] = (tmp_path / "x" / "校订").iterdir()
    assert corrections_file.load(path.read_bytes(), path.name).corrections == (put_right,)


def test_a_zip_and_a_library_without_notes(stocked: Services, tmp_path: Path) -> None:
    done = export_everything(stocked, tmp_path / "deep" / "x.zip")
    with zipfile.ZipFile(tmp_path / "deep" / "x.zip") as archive:
        assert archive.testzip() is None
        assert len(archive.namelist()) == done.files
        assert not [name for name in archive.namelist() if name.startswith("笔记")]
    assert [path.name for path in (tmp_path / "deep").iterdir()] == ["x.zip"]


def test_nothing_is_overwritten_and_nothing_half_is_left(stocked: Services, tmp_path: Path) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "mine.txt").write_text("x")
    with pytest.raises(KnownError, match="已经有东西"):
        export_everything(stocked, tmp_path / "full")
    job = Job()
    job.cancel()
    for name in ("new", "new.zip"):
        with pytest.raises(Cancelled):
            export_everything(stocked, tmp_path / name, job)
    assert {path.name for path in tmp_path.iterdir()} == {"full", "library", "sources"}
    (tmp_path / "empty").mkdir()
    assert export_everything(stocked, tmp_path / "empty").issues == 1
