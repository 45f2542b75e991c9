"""save-notes, merge-notes, pack: signed, and under a password that never stands in a command."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

from tests.cli.conftest import Command


def test_notes_are_signed_and_sealed(zb: Command, quote: tuple[str, str], sample: Path, tmp_path: Path) -> None:
    zb("highlight", quote[0], "--quote", quote[1])
    path, other, secret = tmp_path / "甲.zbnotes", tmp_path / "other", tmp_path / "密码.txt"
    secret.write_text("桥下的水 7\n", encoding="utf-8")
    saved = zb("save-notes", path, "--sign", "--password-file", secret)
    assert saved.status == 0 and "指纹" in saved.err
    zb("--library", other, "import", sample)
    locked = zb("--library", other, "merge-notes", path)
    assert (locked.status, locked.err.count("\n"), "加了密码" in locked.err) == (1, 1, True)
    (tmp_path / "错.txt").write_text("不是这个密码\n", encoding="utf-8")
    wrong = zb("--library", other, "merge-notes", path, "--password-file", tmp_path / "错.txt")
    assert (wrong.status, wrong.err.count("\n"), "密码打不开" in wrong.err) == (1, 1, True)
    opened = zb("--library", other, "merge-notes", path, "--password-file", secret, "--json")
    (file,) = opened.json["files"]
    assert (opened.json["added"], file["signature"]) == (1, "new") and file["fingerprint"] in saved.err
    (tmp_path / "空.txt").write_bytes(b"\n")
    empty = zb("save-notes", path, "--password-file", tmp_path / "空.txt")
    assert (empty.status, "没有密码" in empty.err) == (1, True)


def test_a_changed_key_needs_a_word(zb: Command, issue: dict[str, Any], library: Path, tmp_path: Path) -> None:
    pack, other, id_ = tmp_path / "一期.zbissue", tmp_path / "other", issue["issue"]["id"]
    (library / "settings.json").write_text('{"person": "林溪"}', encoding="utf-8")
    assert "指纹" in zb("pack", id_, "-o", pack, "--sign").err
    assert "第一次见到" in zb("--library", other, "import", pack).err
    shutil.rmtree(library / "keys")
    zb("pack", id_, "-o", pack, "--sign")
    refused = zb("--library", other, "import", pack)
    assert (refused.status, "签名不同" in refused.err) == (1, True)
    assert zb("--library", other, "import", pack, "--trust-new-keys").status == 0
    assert "与以前的相同" in zb("--library", other, "import", pack).err
