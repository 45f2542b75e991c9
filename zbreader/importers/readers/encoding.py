"""Bytes to text: which encoding, and how sure that is."""

from __future__ import annotations

import codecs
from dataclasses import dataclass
from itertools import islice

from zbreader.importers.readers.kinds import not_text
from zbreader.model.errors import KnownError

CHINESE = frozenset({"gb18030", "big5hkscs"})

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# What a person or a file may call an encoding; the older Chinese ones are read as the newest that contains them.
_NAMES = {
    "utf8": "utf-8", "utf8sig": "utf-8-sig", "utf16": "utf-16", "utf16le": "utf-16-le", "utf16be": "utf-16-be",
    "unicode": "utf-16", "gb2312": "gb18030", "gbk": "gb18030", "cp936": "gb18030", "gb18030": "gb18030",
    "xgbk": "gb18030", "big5": "big5hkscs", "big5hkscs": "big5hkscs", "cp950": "big5hkscs", "xbig5": "big5hkscs",
}  # fmt: skip
_OFFERED = ("utf-8", "gb18030", "big5hkscs", "utf-16-le", "utf-16-be")
_SHOWN = (12, 60)  # lines, and characters of each, by which a person tells readings apart
_SAMPLE = 200_000  # bytes looked at to tell encodings apart
_CLEAR = 0.25  # by how much one reading must be likelier than the next to be certain
_SURELY_CHINESE = 0.35  # likeness to Chinese from which a text needs no other explanation
_FEW_ZEROS = 0.002  # share of zero bytes that a broken disk may have left in a text
_FEW = 24  # characters above ASCII below which nothing is certain

# The most frequent characters of Chinese prose in either script: right decodings hold many, wrong ones hardly any.
_FREQUENT = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经"
    "十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相"
    "全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果"
    "料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任"
    "這個國時來們會發動說產種過後經進著對電裡現實體製機當點從業還與應開為於學間樣關線內數變條沒結問無軍題黨員總長統組見計論運農決戰則"
    "書讀頭邊氣質義東車門馬魚鳥聽寫認識話請讓誰難離靜風飛飯館龍龜歲歷萬億號處術衛衣裝親覺觀視規記訪設許試該課調談證護譯議讀貝財責貴買"
)
_PUNCTUATION = frozenset("，。、；：？！“”‘’（）《》—…·「」『』")


def named(name: str) -> str | None:
    """The encoding that NAME means (gb2312, GBK, UTF-8, Big5 …), or None for one that Chinese texts do not have."""
    return _NAMES.get("".join(c for c in name.lower() if c.isalnum()))


def decode(data: bytes, name: str, encoding: str | None = None, hint: str | None = None) -> tuple[str, str, float]:
    """Text, encoding and confidence (0..1) of a file's bytes. A file that is no text raises KnownError.

    ENCODING is what a person says it is, and is not doubted; HINT is what the file says of itself, and is tried first.
    """
    if encoding is not None:
        return _forced(data, name, encoding)
    for mark, marked in _MARKS:
        if data.startswith(mark):
            try:
                return data.decode(marked), marked, 1.0
            except UnicodeDecodeError:
                break
    if hint is not None and (as_said := _as_said(data, hint)) is not None:
        return as_said
    if b"\x00" in data[:_SAMPLE]:
        if (wide := _utf16_without_mark(data)) is not None:
            return wide
        if data.count(b"\x00") <= _FEW_ZEROS * len(data):
            return decode(data.replace(b"\x00", b""), name)
        raise not_text(name)
    try:
        return data.decode("utf-8"), "utf-8", 1.0
    except UnicodeDecodeError:
        return _legacy(data, name)


@dataclass(frozen=True, slots=True)
class Reading:
    """What the bytes of a text say in one encoding: its first lines, cut short, and how sure that is (0..1)."""

    encoding: str
    lines: tuple[str, ...]
    likeness: float


def readings(data: bytes) -> list[Reading]:
    """A text's bytes in each encoding that a person can choose, the likeliest first."""
    found = []
    for encoding in _OFFERED:
        text = data[:_SAMPLE].decode(encoding, errors="replace").removeprefix("\ufeff")
        lost = text.count("\ufffd") / max(1, len(text))
        shown = (line.strip()[: _SHOWN[1]] for line in text.splitlines() if line.strip())
        likeness = max(0.0, min(1.0, likeness_to_chinese(text) - 20 * lost))
        found.append(Reading(encoding, tuple(islice(shown, _SHOWN[0])), round(likeness, 2)))
    return sorted(found, key=lambda reading: -reading.likeness)


def _forced(data: bytes, name: str, encoding: str) -> tuple[str, str, float]:
    known = named(encoding)
    if known is None:
        raise KnownError("不认识文字编码“{encoding}”。可以用 UTF-8、UTF-16、GB18030 或 Big5。", encoding=encoding)
    text = data.decode(known, errors="replace")
    if text.count("\ufffd") > 0.2 * len(text):
        raise KnownError("文件“{file}”不是 {encoding} 编码的文字，请换一种编码再试。", file=name, encoding=encoding)
    return text.removeprefix("\ufeff"), known, 1.0


def _as_said(data: bytes, hint: str) -> tuple[str, str, float] | None:
    """The text in the encoding that the file itself names, where that reads without a fault."""
    known = named(hint)
    if known is None or known.startswith("utf-16"):  # a file that can be searched for its name is not UTF-16
        return None
    try:
        text = data.decode(known)
    except UnicodeDecodeError:
        return None
    return text, known, 1.0


def _utf16_without_mark(data: bytes) -> tuple[str, str, float] | None:
    """UTF-16 that lost its mark: half of the line feeds' bytes are zero and the text reads as Chinese."""
    readings = [reading for encoding in ("utf-16-le", "utf-16-be") if (reading := _wide(data, encoding)) is not None]
    if not readings:
        return None
    likeness, text, encoding = max(readings)
    return (text, encoding, 0.95 if likeness > _SURELY_CHINESE else 0.8) if likeness > 0.2 else None


def _wide(data: bytes, encoding: str) -> tuple[float, str, str] | None:
    try:
        text = data[: len(data) // 2 * 2].decode(encoding)
    except UnicodeDecodeError:
        return None
    return likeness_to_chinese(text), text, encoding


def _legacy(data: bytes, name: str) -> tuple[str, str, float]:
    """GB18030, Big5 or unmarked UTF-16, whichever reads most like Chinese; else what charset-normalizer proposes."""
    readings: list[tuple[float, float, str, str]] = []
    for encoding in ("gb18030", "big5hkscs", "utf-16-le", "utf-16-be"):
        text = data.decode(encoding, errors="replace")
        lost = text.count("\ufffd") / max(1, len(text))
        readings.append((likeness_to_chinese(text) - 20 * lost, lost, encoding, text))
    readings.sort(reverse=True)
    (best, lost, encoding, text), second = readings[0], readings[1][0]
    if best > 0.15 and lost < 0.02:
        telling = sum(c > "\x7f" for c in text[:1000])
        certain = 0.95 if best - second > _CLEAR and telling >= _FEW else 0.6
        return text, encoding, round(max(0.1, certain - 20 * lost), 2)
    damaged = data.decode("utf-8", errors="replace")
    damage = damaged.count("\ufffd") / max(1, len(damaged))
    if damage < 0.02:  # UTF-8 with a few broken bytes
        return damaged, "utf-8", 0.5
    return _proposed(data, name)


def _proposed(data: bytes, name: str) -> tuple[str, str, float]:
    from charset_normalizer import from_bytes

    guess = from_bytes(data[:_SAMPLE]).best()
    if guess is None or guess.encoding is None:
        raise KnownError("看不懂文件“{file}”的文字编码，请用记事本另存为 UTF-8 后再导入。", file=name)
    return data.decode(guess.encoding, errors="replace"), guess.encoding, 0.3


def likeness_to_chinese(text: str) -> float:
    """Share (0..1) of a sample's characters above ASCII that are frequent in Chinese prose."""
    sample = [c for c in text[:20_000] if c > "\x7f"]
    if not sample:
        return 0.0
    return sum(c in _FREQUENT or c in _PUNCTUATION for c in sample) / len(sample)
