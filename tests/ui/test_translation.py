"""Languages: nothing that people see lacks its English, and every translation fills the same places."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import QTranslator

from tools.i18n import CORE, FILE, collect, read
from zbreader.model.errors import KnownError
from zbreader.model.message import message
from zbreader.ui import translation
from zbreader.ui.translation import CHINESE, ENGLISH, SYSTEM, language_of, system_languages, translated

HINT = "run `make i18n`, translate what it lists in resources/i18n/zbreader_en.ts, run it again"


@pytest.mark.parametrize(
    ("setting", "system", "language"),
    [
        (CHINESE, ["en-US"], CHINESE),
        (ENGLISH, ["zh-CN"], ENGLISH),
        (SYSTEM, ["en-GB", "zh-CN"], ENGLISH),
        (SYSTEM, ["zh-Hans-CN"], CHINESE),
        (SYSTEM, ["C"], CHINESE),
        (SYSTEM, [], CHINESE),
        ("xx", ["de"], CHINESE),
    ],
)
def test_language(setting: str, system: list[str], language: str) -> None:
    assert language_of(setting, system) == language


def test_system_languages() -> None:
    assert system_languages({"LANG": "en_US.UTF-8", "LANGUAGE": "zh_CN:en"}, "linux") == ["zh_CN", "en"]
    assert system_languages({"LANG": "en_US.UTF-8", "LC_ALL": ""}, "linux") == ["en_US.UTF-8"]
    assert system_languages({}, "linux") == []
    assert isinstance(system_languages({}, "darwin"), list)


def test_no_sentence_lacks_its_translation() -> None:
    translations = read()
    assert [sentence for sentence in collect() if sentence not in translations] == [], HINT
    assert sorted(translations) == collect(), HINT


def test_translations_fill_the_same_places() -> None:
    places = re.compile(r"\{\w+\}|\{[^}]*\}")
    for sentence, english in read().items():
        assert set(places.findall(sentence.text)) == set(places.findall(english)), sentence
        assert not re.search("[\u4e00-\u9fff]", english), sentence


def test_the_file_that_is_read_at_run_time_is_up_to_date(qapp: object) -> None:
    translator = QTranslator()
    assert translator.load(str(FILE.with_suffix(".qm")))
    for sentence, english in read().items():
        assert translator.translate(sentence.context, sentence.text) == english, HINT


def test_sentences_from_below_are_translated_by_template(monkeypatch: pytest.MonkeyPatch) -> None:
    english = {"移除{issue}": "remove {issue}", "第 {number} 期": "issue {number}"}

    def translate(context: str, text: str) -> str:
        assert context == CORE
        return english.get(text, text)

    monkeypatch.setattr(translation.QCoreApplication, "translate", translate)
    assert translated(message("移除{issue}", issue=message("第 {number} 期", number=7))) == "remove issue 7"
    assert translated(KnownError("第 {number} 期", number=8)) == "issue 8"
    assert translated(ValueError("as it is")) == "as it is"
