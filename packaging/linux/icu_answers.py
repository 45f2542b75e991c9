"""What Qt answers with the ICU it finds, as lines: `python icu_answers.py`.

build.sh asks with the whole data and with that of the package (LD_PRELOAD): every line has to be the same.
"""

from __future__ import annotations

import sys

from PySide6.QtCore import QByteArray, QCollator, QDate, QDateTime, QLocale, QStringDecoder, Qt, QTime, QTimeZone

LOCALES = ("zh_CN", "zh_TW", "zh_HK", "zh_SG", "en_US", "en_GB", "C")
HAN = "".join(chr(code) for code in (*range(0x3400, 0x4DC0), *range(0x4E00, 0xA000), *range(0x20000, 0x20400)))
SAMPLE = [
    *HAN[::7],
    *map(str, range(120)),
    *"AaBbÄäÉé，。！、“”《》—…Ωωжпㄅㄆあア",
    "第10期",
    "第9期",
    "第二支部",
    "第一支部",
    "Qt",
    "qt",
]
# What files, the clipboard and web pages in Chinese come in, and what else the program is likely to meet.
CHARSETS = (
    *(
        "GB18030",
        "GBK",
        "GB2312",
        "HZ-GB-2312",
        "ISO-2022-CN",
        "Big5",
        "Big5-HKSCS",
        "EUC-TW",
        "Shift_JIS",
        "EUC-JP",
        "ISO-2022-JP",
        "EUC-KR",
    ),
    *("windows-1250", "windows-1251", "windows-1252", "ISO-8859-15", "KOI8-R", "UTF-7", "macintosh", "IBM850"),
)


def main() -> int:
    sys.stdout.reconfigure(encoding="utf-8", errors="surrogatepass")  # type: ignore[union-attr]
    for name in LOCALES:
        locale = QLocale(name)
        print(name, "case", locale.toUpper("istanbul éß ﬁ 学习"), locale.toLower("ISTANBUL ÉẞΣ 学习"))
        for numeric in (False, True):
            for sensitive in (Qt.CaseSensitivity.CaseInsensitive, Qt.CaseSensitivity.CaseSensitive):
                collator = QCollator(locale)
                collator.setNumericMode(numeric)
                collator.setCaseSensitivity(sensitive)
                ordered = sorted(SAMPLE, key=collator.sortKey)
                print(name, "order", numeric, sensitive.name, "".join(ordered), collator.compare("第10期", "第9期"))
        noon = QDateTime(QDate(2026, 7, 1), QTime(12, 0), QTimeZone(b"Europe/London"))
        print(name, "date", locale.toString(noon, "yyyy MMMM d dddd h:mm AP t"), locale.toString(1234567.891, "f", 2))
        for zone in (b"Asia/Shanghai", b"Asia/Urumqi", b"Asia/Hong_Kong", b"America/New_York", b"UTC"):
            for kind in QTimeZone.NameType:
                told = [QTimeZone(zone).displayName(time, kind, locale) for time in QTimeZone.TimeType]
                print(name, zone.decode(), kind.name, told)
    for zone in sorted(bytes(name) for name in QTimeZone.availableTimeZoneIds()):
        print(zone.decode(), QTimeZone(QByteArray(zone)).offsetFromUtc(QDateTime(QDate(2026, 7, 1), QTime(12, 0))))
    for charset in (*CHARSETS, "no such charset"):
        print(charset, QStringDecoder(charset).isValid(), QStringDecoder(charset).name())
    return 0


if __name__ == "__main__":
    sys.exit(main())
