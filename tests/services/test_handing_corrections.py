"""Files of corrections tell who made them; a signature that does not fit is refused, another one is asked about."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from zbreader.model.errors import KnownError
from zbreader.services.library import Services
from zbreader.services.trusting import Standing

ISSUE = """《山间学习》2031年第4期（上半月）

# 溪水的声音

文/杜若

溪水从石头上流下来，绕过老柳树，一直流到磨坊的门口，磨坊里的人正在磨今年的新麦子。

# 修桥的人

文/白露

修桥的人不问姓名，只问桥稳不稳，问完了就坐下来喝一碗水，再去搬第二块石头。
"""
Member = Callable[[str], Services]


@pytest.fixture(autouse=True)
def plain_importer() -> None:
    """These tests are about the importer's own results."""


@pytest.fixture
def member(another: Callable[[], Services], write: Callable[..., Path]) -> Member:
    """member(name): a library with the issue in it."""

    def new(name: str) -> Services:
        services = another()
        if name:
            services.people.describe(name)
        services.importing.import_files([write(ISSUE)])
        return services

    return new


def titles(services: Services) -> list[str]:
    return [article.title for article in services.reading.articles(services.reading.issues()[0].id)]


def corrected(services: Services, path: Path, title: str = "造桥的人", *, sign: bool = True) -> Path:
    article = services.reading.articles(services.reading.issues()[0].id)[1].id
    services.correcting.retitle(article, title)
    services.handing_corrections.save(services.reading.issues()[0].id, path, sign=sign)
    return path


def test_who_made_a_file_is_told_and_remembered(member: Member, tmp_path: Path) -> None:
    one, leader = member("林溪"), member("组长")
    path = corrected(one, tmp_path / "修.zbfix")
    assert one.handing_corrections.origin(path).standing is Standing.OWN
    applied = leader.handing_corrections.apply(path)
    assert titles(leader) == ["溪水的声音", "造桥的人"]
    assert (applied.origin.standing, len(applied.corrected.corrections)) == (Standing.NEW, 1)
    assert str(applied.origin.said).startswith("修.zbfix：林溪制作并签名，签名之后没有改动。")
    assert [signer.name for signer in leader.trusting.signers()] == ["林溪"]
    leader.undo.undo()
    assert titles(leader) == ["溪水的声音", "修桥的人"]
    assert leader.handing_corrections.apply(path).origin.standing is Standing.KNOWN


def test_unsigned_is_normal_and_nobody_need_have_a_name(member: Member, tmp_path: Path) -> None:
    named, nameless, leader = member("林溪"), member(""), member("组长")
    origin = leader.handing_corrections.apply(corrected(named, tmp_path / "一.zbfix", sign=False)).origin
    assert str(origin.said) == "一.zbfix：林溪制作，没有签名。"
    origin = leader.handing_corrections.apply(corrected(nameless, tmp_path / "二.zbfix", "筑桥", sign=False)).origin
    assert (origin.person, origin.signer, origin.standing) == (None, None, Standing.UNSIGNED)
    assert titles(leader) == ["溪水的声音", "筑桥"]


def test_a_file_that_was_changed_after_signing_is_refused(member: Member, tmp_path: Path) -> None:
    one, leader = member("林溪"), member("组长")
    path = corrected(one, tmp_path / "修.zbfix")
    path.write_bytes(path.read_bytes().replace("造桥的人".encode(), "拆桥的人".encode()))
    with pytest.raises(KnownError, match=r"修\.zbfix 签名之后被改动过，不可信"):
        leader.handing_corrections.apply(path)
    assert titles(leader) == ["溪水的声音", "修桥的人"]


def test_another_key_is_taken_only_when_it_is_trusted(member: Member, tmp_path: Path) -> None:
    one, leader = member("林溪"), member("组长")
    leader.handing_corrections.apply(corrected(one, tmp_path / "一.zbfix"))
    for path in (one.directory / "keys").iterdir():
        path.unlink()
    path = corrected(one, tmp_path / "二.zbfix", "筑桥")
    origin = leader.handing_corrections.origin(path)
    assert origin.standing is Standing.CHANGED and origin.signer is not None
    with pytest.raises(KnownError, match="签名不同"):
        leader.handing_corrections.apply(path)
    assert titles(leader)[1] == "造桥的人"
    leader.handing_corrections.apply(path, {origin.signer})
    assert titles(leader)[1] == "筑桥"
