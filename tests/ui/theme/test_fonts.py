"""Simplified Chinese shapes or none: never another country's by accident."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFont

from zbreader.ui.theme.choices import AUTO, KAI, SANS, SERIF
from zbreader.ui.theme.fonts import choose, font, installed_choice, latin_families, scaled, window_font

NOTO = frozenset(
    f"Noto {face} CJK {place}" for face in ("Serif", "Sans", "Sans Mono") for place in ("JP", "KR", "SC", "TC", "HK")
)


@pytest.mark.parametrize("face", [SERIF, SANS, KAI])
@pytest.mark.parametrize("platform", ["linux", "win32", "darwin"])
def test_among_many_places_the_simplified_shapes_are_chosen(face: str, platform: str) -> None:
    families = choose(face, NOTO, platform).families
    assert families
    assert all(family.endswith(" SC") for family in families)


def test_a_face_stands_first_and_the_other_faces_behind_it() -> None:
    assert choose(SERIF, NOTO, "linux").families[0] == "Noto Serif CJK SC"
    assert choose(SANS, NOTO, "linux").families == ("Noto Sans CJK SC", "Noto Serif CJK SC")


def test_kai_is_taken_where_it_is_installed() -> None:
    assert choose(KAI, NOTO | {"KaiTi"}, "win32").families[0] == "KaiTi"


def test_old_windows_has_its_song_and_borrows_latin_letters() -> None:
    chosen = choose(SERIF, frozenset({"SimSun", "SimSun-ExtB"}), "win32")
    assert chosen.families == ("SimSun", "SimSun-ExtB")
    assert "Times New Roman" in chosen.latin


def test_a_family_with_good_latin_letters_keeps_them() -> None:
    assert choose(SERIF, NOTO, "linux").latin == ()


def test_an_unknown_chinese_family_is_better_than_boxes() -> None:
    assert choose(SERIF, frozenset({"Some Song"}), "linux").families == ("Some Song",)


def test_without_any_chinese_family_nothing_is_named() -> None:
    assert choose(SANS, frozenset({"Noto Sans CJK JP"}), "linux").families == ()
    assert choose(SANS, frozenset(), "linux").families == ()


def test_the_window_s_font_keeps_its_size(qapp) -> None:
    base = QFont("DejaVu Sans")
    base.setPointSizeF(11)
    ours = window_font(base)
    assert ours.pointSizeF() == 11
    assert tuple(ours.families()[: len(installed_choice(SANS).families)]) == installed_choice(SANS).families
    assert ours.families()[-1] == "DejaVu Sans"


def test_scaling_works_in_points_and_in_pixels(qapp) -> None:
    points = QFont()
    points.setPointSizeF(10)
    assert scaled(points, 1.5).pointSizeF() == pytest.approx(15)
    assert scaled(font(SERIF, 20), 0.5).pixelSize() == 10


def test_a_family_that_a_person_chose_stands_first_and_one_that_has_gone_costs_nothing() -> None:
    assert choose("Some Song", NOTO | {"Some Song"}, "linux").families[:2] == ("Some Song", "Noto Serif CJK SC")
    assert choose("Gone Song", NOTO, "linux") == choose(SERIF, NOTO, "linux")


def test_latin_letters_are_chosen_apart_from_the_chinese(qapp) -> None:
    assert latin_families(SERIF, "Courier")[0] == "Courier"
    assert latin_families(SERIF, SANS)[0] == "Segoe UI"
    assert latin_families(SERIF, AUTO)[:1] == list(installed_choice(SERIF).latin[:1])
