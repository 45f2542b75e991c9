"""The roof: what the words mean, what the environment needs, and refusals in one sentence."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from zbreader.app import WindowWords, has_display, input_method, read_words, run_window


def test_words() -> None:
    here = Path("a.txt").absolute()
    assert read_words([]) == WindowWords()
    assert read_words(["--library", "D", "a.txt"]) == WindowWords("D", (here,))
    assert read_words(["--library=D", "a.txt"]) == WindowWords("D", (here,))
    assert read_words(["--", "--library"]).files == (Path("--library").absolute(),)


@pytest.mark.parametrize(("words", "said"), [(["--library"], "--library"), (["--colour"], "--colour")])
def test_words_that_mean_nothing(words: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_window(words) == 2
    told = capsys.readouterr().err
    assert said in told and told.count("\n") == 1 and "Traceback" not in told


@pytest.mark.parametrize("name", ["QT_IM_MODULE", "XMODIFIERS", "GTK_IM_MODULE"])
def test_fcitx_is_reached_through_ibus(name: str) -> None:
    value = "@im=fcitx" if name == "XMODIFIERS" else "fcitx5"
    assert input_method({name: value}, "linux") == {"QT_IM_MODULE": "ibus", "IBUS_USE_PORTAL": "1"}
    assert input_method({name: value}, "win32") == {}


def test_packages_carry_the_plugin_for_fcitx() -> None:
    assert input_method({"XMODIFIERS": "@im=fcitx"}, "linux", is_packaged=True) == {"QT_IM_MODULE": "fcitx"}
    listed = {"QT_IM_MODULES": "wayland;fcitx"}
    assert input_method(listed, "linux", is_packaged=True) == {"QT_IM_MODULE": "fcitx", "QT_IM_MODULES": "fcitx"}
    assert input_method(listed, "linux")["QT_IM_MODULES"] == "ibus"


def test_other_input_methods_are_left_alone() -> None:
    assert input_method({"QT_IM_MODULE": "ibus", "XMODIFIERS": "@im=ibus"}, "linux") == {}
    assert input_method({}, "linux") == {}


def test_displays() -> None:
    assert not has_display({}, "linux")
    assert has_display({"DISPLAY": ":0"}, "linux")
    assert has_display({"WAYLAND_DISPLAY": "wayland-0"}, "linux")
    assert has_display({"QT_QPA_PLATFORM": "offscreen"}, "linux")
    assert not has_display({"QT_QPA_PLATFORM": "xcb"}, "linux")
    assert has_display({}, "darwin") and has_display({}, "win32")


def test_without_a_display_one_sentence_says_how_to_go_on(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert run_window([]) == 1
    told = capsys.readouterr().err
    assert told.startswith("找不到图形界面") and "zbreader --help" in told and told.count("\n") == 1


def test_a_library_that_cannot_be_opened_is_one_sentence(
    tmp_path: Path, qapp: object, capsys: pytest.CaptureFixture[str]
) -> None:
    taken = tmp_path / "taken"
    taken.write_text("a file where the folder should be", encoding="utf-8")
    assert run_window(["--library", str(taken)]) == 1
    told = capsys.readouterr().err
    assert str(taken) in told and told.count("\n") == 1 and "Traceback" not in told
    assert taken.read_text(encoding="utf-8").startswith("a file")
