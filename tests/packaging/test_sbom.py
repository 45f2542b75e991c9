from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.packaging.scripts import script

sbom = script("sbom.py")


def add(site: Path, name: str, *lines: str) -> None:
    folder = site / f"{name}-1.0.dist-info"
    folder.mkdir(parents=True)
    words = "\n".join(["Metadata-Version: 2.1", f"Name: {name}", "Version: 1.0", *lines])
    folder.joinpath("METADATA").write_text(words + "\n", encoding="utf-8")


def test_the_document_names_what_is_carried(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    add(tmp_path / "site", "Some_Reader", "License-Expression: MIT")
    add(tmp_path / "site", "old", "Classifier: License :: OSI Approved :: BSD License", "License: " + "x" * 300)
    add(tmp_path / "site", "pyinstaller", "License: GPL")
    add(tmp_path / "site", "sealing", "License: MIT")
    monkeypatch.setenv("NOT_CARRIED", "sealing other")
    for name in ("one", "two"):
        assert sbom.main([str(tmp_path / "site"), "0.1.0", str(tmp_path / name), "SQLite=3.46.1:blessing"]) == 0
    text = (tmp_path / "one").read_text("utf-8")
    assert text == (tmp_path / "two").read_text("utf-8")
    parts = {part["name"]: part for part in json.loads(text)["components"]}
    assert list(parts) == ["old", "some-reader", "SQLite"]
    assert [part["licenses"][0]["license"]["name"] for part in parts.values()] == ["BSD License", "MIT", "blessing"]
    assert "purl" not in parts["SQLite"]
