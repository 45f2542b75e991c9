from __future__ import annotations

from random import Random

import pytest

from tests.importers.readers.pdf_press import HEIGHT, Layout, Marked, PdfPress, set_paragraphs
from zbreader.importers.readers import limits, read_source
from zbreader.model.errors import KnownError
from zbreader.model.source import SourceLine

LONG = "渡口的灯每天傍晚六点亮，风雨无阻，已经亮了二十年，守灯的人换了三代，灯油换成了电，河上的船也换了样子。"


def lines_of(data: bytes) -> list[SourceLine]:
    return [line for line in read_source("甲.pdf", data).lines if line.text]


def texts(data: bytes) -> list[str]:
    return [line.text.strip() for line in lines_of(data) if not line.running_head]


def numbered(count: int) -> list[Marked]:
    """Paragraphs no two of which are alike."""
    words = [Random(n).sample(LONG, len(LONG)) for n in range(count)]
    return [Marked("".join(mixed).strip("，。") + "。") for mixed in words]


@pytest.mark.parametrize("columns", [1, 2, 3])
@pytest.mark.parametrize("row_by_row", [False, True])
def test_columns_are_read_one_after_the_other(columns: int, row_by_row: bool) -> None:
    paragraphs = numbered(80)
    found = texts(set_paragraphs(paragraphs, Layout(columns=columns, row_by_row=row_by_row, head="夜话")))
    whole = "".join(found)
    assert whole == "".join(text for text, *_ in paragraphs)
    broken = len(found) - len(paragraphs)  # only the pipeline joins what a page's end has cut
    assert 0 <= broken <= 8


@pytest.mark.parametrize("begun", [1, 2])
def test_a_column_that_has_hardly_begun_on_the_last_page(begun: int) -> None:
    press = PdfPress()
    told = []
    for rows_of_page in ((20, 20), (12, begun)):
        press.page()
        for column, rows in enumerate(rows_of_page):
            for row in range(rows):
                text = f"第{len(press.pages)}页{'甲乙'[column]}栏{row:02}行，这一行很满很满很满很满很满"
                press.put(60 + 250 * column, 700 - 16 * row, 10, text)
                told.append(text)
    assert "".join(texts(press.print())) == "".join(told)


def test_a_line_that_ends_early_because_the_next_word_found_no_room_goes_on() -> None:
    press = PdfPress()
    press.page()
    lines = [
        (80, "孩子们在桥上量了一上午，"),
        (60, "回来说：桥不高，水也不深。他们"),
        (60, "记下的是：石磴村的石匠给古桥"),
        (60, "量“身高”，一共量了三十一次。"),
        (80, "笔记归大家。老师那一"),  # as far from either edge: centred, were it not for what follows
        (60, "本”不锁，放在最上面一层柜子里"),
        (60, "谁用谁添，添了也不用写名字。"),
    ]
    for row, (left, text) in enumerate(lines):
        press.put(left, 700 - 16 * row, 10, text)
    words = [text for _, text in lines]
    assert texts(press.print()) == ["".join(words[:4]), "".join(words[4:])]


def test_a_headline_across_the_columns_parts_the_page() -> None:
    press = PdfPress()
    press.page()
    for row in range(8):
        for column, name in ((60, "甲"), (310, "乙")):
            for top, part in ((700, "上"), (400, "下")):
                press.put(column, top - 16 * row, 10, f"{name}栏{part}半第{row}行，这一行很满很满很满很满很满")
    press.put(60, 480, 20, "一条跨过两栏的大标题在这里隔开上下文")
    whole = "".join(texts(press.print()))
    places = [whole.index(word) for word in ("甲栏上半第7", "乙栏上半第0", "一条跨过", "甲栏下半第0", "乙栏下半第7")]
    assert places == sorted(places)


@pytest.mark.parametrize("headline", ["一条跨过三栏的大标题在这里隔开上下文", "短标题"])
def test_what_stands_alone_in_the_middle_parts_the_page_though_it_fits_into_a_column(headline: str) -> None:
    press = PdfPress()
    press.page()
    for row in range(6):
        for column, name in ((60, "甲"), (220, "乙"), (380, "丙")):
            for top, part in ((700, "上"), (400, "下")):
                press.put(column, top - 16 * row, 10, f"{name}栏{part}半第{row}行很满很满很")
    middle = 277.5  # the lines are 115 points wide
    press.put(middle - 10 * len(headline), 480, 20, headline)
    press.put(middle - 20, 450, 10, "文·渡舟")
    whole = "".join(texts(press.print()))
    wanted = ["丙栏上半第5", headline, "文·渡舟", "甲栏下半第0", "乙栏下半第0", "丙栏下半第5"]
    places = [whole.index(word) for word in wanted]
    assert places == sorted(places)


def test_a_column_that_is_all_one_paragraph_goes_on() -> None:
    press = PdfPress()
    press.page()
    text = "渡口的灯每天傍晚六点亮，风雨无阻，亮了二十年，守灯的人换了三代，河上的船也换了样子，只有灯还是那一盏。" * 3
    at = 0
    for column in range(3):
        for row in range(5):
            indent = 20 if column == row == 0 else 0
            length = 10 if indent else 12
            press.put(60 + 160 * column + indent, 700 - 16 * row, 10, text[at : at + length])
            at += length
    assert texts(press.print()) == [text[:at]]


def test_running_heads_and_folios_stand_apart() -> None:
    lines = lines_of(set_paragraphs(numbered(80), Layout(head="渡口夜话　二〇三一")))
    heads = [line.text for line in lines if line.running_head]
    assert all("渡口夜话" in text or text.strip().isdigit() for text in heads)
    pages = {line.page for line in lines}
    assert len(heads) == 2 * len(pages)
    assert not any("夜话" in line.text for line in lines if not line.running_head)


def test_size_makes_levels_and_weight_makes_bold() -> None:
    lines = lines_of(
        set_paragraphs([Marked("渡口的灯", 1), *numbered(2), Marked("一、油灯", 2), *numbered(2)], Layout())
    )
    told = {line.text: (line.level, line.bold, line.page) for line in lines}
    assert told["渡口的灯"] == (1, True, 1)
    assert told["一、油灯"] == (2, True, 1)
    assert [line.level for line in lines if line.text.endswith("。")] == [None] * 4
    assert all(line.text.startswith("\u3000\u3000") for line in lines if line.text.endswith("。"))


def test_latin_words_are_joined_as_they_were() -> None:
    press = PdfPress()
    press.page()
    for row, text in enumerate(
        ["The water level of the river is meas-", "ured every day and written in a book", "by one man."]
    ):
        press.put(60, 700 - 14 * row, 10, text)
    assert texts(press.print()) == [
        "The water level of the river is measured every day and written in a book by one man."
    ]


def test_a_letter_that_hangs_into_the_lines_and_doubled_print() -> None:
    press = PdfPress()
    press.page()
    press.put(60, 672, 40, "渡")
    for row in range(6):
        x = 104 if row < 3 else 60
        press.put(x, 700 - 14 * row, 10, "口的灯每天亮，" if row == 0 else "守灯的人换了又换，船也换")
        press.put(x + 0.3, 700 - 14 * row, 10, "口的灯每天亮，" if row == 0 else "守灯的人换了又换，船也换")
    whole = "".join(texts(press.print()))
    assert whole.startswith("渡口的灯每天亮，守灯")
    assert whole.count("守灯") == 5


def test_a_character_printed_late_finds_its_place() -> None:
    press = PdfPress()
    press.page()
    press.put(60, 700, 10, "渡口的")
    press.put(110, 700, 10, "每天亮")
    press.put(90, 700, 10, "灯光")
    assert texts(press.print()) == ["渡口的灯光每天亮"]


def test_two_characters_that_are_one_drawing_are_two() -> None:
    press = PdfPress()
    press.page()
    press.put(60, 700, 10, ["——", *"守灯人的话"])
    assert texts(press.print()) == ["——守灯人的话"]


@pytest.mark.parametrize("turns", [0, 90, 180, 270])
def test_a_turned_page_is_read_upright(turns: int) -> None:
    matrix = {0: "1 0 0 1", 90: "0 1 -1 0", 180: "-1 0 0 -1", 270: "0 -1 1 0"}[turns]
    press = PdfPress(rotate=turns)
    press.page()
    for row, text in enumerate(["The lamp of the ferry.", "The man ashore."]):
        down = 40 * row
        x, y = {0: (60, 700 - down), 90: (100 + down, 60), 180: (500, 100 + down), 270: (500 - down, 700)}[turns]
        press.put_latin(x, y, 10, text, matrix)
    assert texts(press.print()) == ["The lamp of the ferry.", "The man ashore."]


def test_a_watermark_is_kept_out_of_the_text() -> None:
    press = PdfPress()
    press.page()
    press.put(60, 700, 10, LONG[:20])
    press.put(100, 300, 60, "样刊", turn="0.7 0.7 -0.7 0.7")
    lines = lines_of(press.print())
    assert [(line.text, line.running_head) for line in lines] == [(LONG[:20], False), ("样刊", True)]


def test_characters_beyond_the_first_plane_and_radicals() -> None:
    press = PdfPress()
    press.page()
    press.put(60, HEIGHT / 2, 10, "𠮷祥⽔⾯⻓⻘⻝⸺灯")
    assert texts(press.print()) == ["𠮷祥水面长青食——灯"]


def test_a_space_that_is_only_a_gap() -> None:
    press = PdfPress()
    press.page()
    press.put(60, 700, 10, "总编辑")
    press.put(92.5, 700, 10, "祝长青")
    assert texts(press.print())[0] == "总编辑 祝长青"


def test_a_scan_is_told_and_what_would_help() -> None:
    press = PdfPress()
    press.page()
    with pytest.raises(KnownError, match="OCR"):
        read_source("甲.pdf", press.print())


def test_pages_without_text_are_named() -> None:
    press = PdfPress()
    for text in ("渡口的灯。", "", "岸上的人。"):
        press.page()
        if text:
            press.put(60, 400, 10, text)
    (remark,) = read_source("甲.pdf", press.print()).remarks
    assert "第 2 页" in str(remark)


def test_text_without_meaning_is_told() -> None:
    press = PdfPress()
    press.page()
    press.put(60, 400, 10, "\ue001\ue002\ue003\ue004渡口")
    with pytest.raises(KnownError, match="乱码"):
        read_source("甲.pdf", press.print())


def test_locked_broken_and_endless_files_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    press = PdfPress()
    press.page()
    press.put(60, 400, 10, LONG[:20])
    with pytest.raises(KnownError, match="密码"):
        read_source("甲.pdf", press.print(encrypt=True))
    with pytest.raises(KnownError, match="已损坏"):
        read_source("甲.pdf", b"%PDF-1.7\n" + b"\x00" * 100)
    monkeypatch.setattr(limits, "PAGES", 0)
    with pytest.raises(KnownError, match="太长"):
        read_source("甲.pdf", press.print())
