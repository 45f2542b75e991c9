"""Bytes to text: which encoding, and how sure that is."""

from __future__ import annotations

import codecs

from charset_normalizer import from_bytes

from zbreader.model.errors import KnownError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 200_000  # bytes looked at to tell encodings apart

# The most frequent characters of Chinese prose in either script: right decodings hold many, wrong ones hardly any.
_FREQUENT = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经"
    "十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相"
    "這個國時來們會發動說產種過後經進著對電裡現實體製機當點從業還與應開與為於學"
)
_PUNCTUATION = frozenset("，。、；：？！“”‘’（）《》—…·「」『』")


def decode(data: bytes, name: str) -> tuple[str, str, float]:
    """Text, encoding and confidence (0..1) of a file's bytes. A file that is no text raises KnownError."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return data.decode(encoding), encoding, 1.0
            except UnicodeDecodeError:
                break
    if (wide := _utf16_without_mark(data)) is not None:
        return wide
    if b"\x00" in data[:_SAMPLE]:
        raise KnownError("文件“{file}”不是文本文件，无法导入。请选择 txt 或 md 格式的文件。", file=name)
    try:
        return data.decode("utf-8"), "utf-8", 1.0
    except UnicodeDecodeError:
        return _legacy(data, name)


def _utf16_without_mark(data: bytes) -> tuple[str, str, float] | None:
    """UTF-16 that lost its mark: half of the line feeds' bytes are zero and the text reads as Chinese."""
    if len(data) % 2 or b"\x00" not in data[:_SAMPLE]:
        return None
    for encoding in ("utf-16-le", "utf-16-be"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if likeness_to_chinese(text) > 0.2:
            return text, encoding, 0.8
    return None


def _legacy(data: bytes, name: str) -> tuple[str, str, float]:
    """GB18030 or Big5, whichever reads more like Chinese; else whatever charset-normalizer proposes."""
    readings: list[tuple[float, float, str, str]] = []
    for encoding in ("gb18030", "big5hkscs"):
        text = data.decode(encoding, errors="replace")
        lost = text.count("\ufffd") / max(1, len(text))
        readings.append((likeness_to_chinese(text) - 20 * lost, lost, encoding, text))
    readings.sort(reverse=True)
    (best, lost, encoding, text), second = readings[0], readings[1][0]
    if best > 0.15 and lost < 0.02:
        certain = 0.95 if best - second > 0.1 else 0.6
        return text, encoding, round(max(0.1, certain - 20 * lost), 2)
    damaged = data.decode("utf-8", errors="replace")
    damage = damaged.count("\ufffd") / max(1, len(damaged))
    if damage < 0.02:  # UTF-8 with a few broken bytes
        return damaged, "utf-8", 0.5
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
