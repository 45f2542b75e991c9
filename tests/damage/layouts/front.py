"""What stands around the articles: contents page, masthead, notice, advertisement."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from tests.damage.layouts.articles import Sketch
from tests.damage.layouts.parameters import Layout
from tests.damage.layouts.words import Words

_CHINESE = "〇一二三四五六七八九"


@dataclass(frozen=True)
class Identity:
    """What the masthead prints."""

    magazine: str
    year: int
    number: int | None
    serial: int
    half: str | None
    month: int
    day: int

    @property
    def facts(self) -> list[str]:
        """As manuscript commands."""
        told = {
            "magazine": self.magazine,
            "year": self.year,
            "number": self.number,
            "serial": self.serial,
            "half": self.half,
        }
        return [f"@issue {key} {value}" for key, value in told.items() if value is not None]


def identity_of(layout: Layout, rng: Random) -> Identity:
    """An issue's name and numbers."""
    names = ["苇渡支部生活", "半岭党建", "青禾学习", "县域前沿", "乡村干部", "澄水月刊", "杉口党员之友", "求学", "新路"]
    papers = ["半岭日报", "澄水晚报", "苇渡周报", "青禾新报", "沙溪时报"]
    news = layout.kind == "newspaper"
    half = rng.choice(("上半月", "下半月")) if layout.period in ("dotted", "half_bracket") else None
    return Identity(
        magazine=rng.choice(papers if news else names),
        year=rng.randint(2008, 2024),
        number=None if news else rng.randint(1, 12),
        serial=rng.randint(1200, 9999) if news else rng.randint(45, 1300),
        half=half,
        month=rng.randint(1, 12),
        day=rng.randint(1, 28),
    )


def masthead(layout: Layout, identity: Identity, words: Words, rng: Random) -> list[str]:
    """The masthead's lines."""
    if layout.kind == "newspaper":
        return _paper(identity, words, rng)
    one = identity
    chinese = "".join(_CHINESE[int(digit)] for digit in str(one.year))
    short = {"上半月": "上", "下半月": "下"}.get(one.half or "", "")
    period = {
        "dotted": [f"{one.half} {one.year}年第{one.number:02}期·总第{one.serial}期"],
        "plain": [f"{one.year}年第{one.number}期（总第{one.serial}期）"],
        "half_bracket": [f"{one.year}.{one.number}（{short}） 总第{one.serial}期"],
        "volume": [f"第{one.year - 1979}卷 {one.year}年第{one.number}期 总第{one.serial}期"],
        "chinese": [f"{chinese}年第{_chinese(one.number or 1)}期", f"总第{one.serial}期"],
        "date": [f"{one.year}年第{one.number}期", f"{one.year}年{one.month}月{one.day}日出版 总第{one.serial}期"],
        "slash": [f"{one.year}/{one.number:02} 总{one.serial}期"],
        "spaced": [f"{one.year} 年 第 {one.number} 期 总第 {one.serial} 期"],
    }[layout.period]
    marker = "# " if layout.markup in ("true", "lying") else ""
    name = rng.choice((f"{marker}{one.magazine}", f"{marker}{one.magazine}", f"《{one.magazine}》"))
    people = [words.name() for _ in range(9)]
    fields = [
        f"主管主办 中共{words.place()}委",
        f"编辑出版 {one.magazine}杂志社",
        f"总编辑 {people[0]}",
        f"副总编辑 {people[1]} {people[2]}",
        f"主编 {people[3]}",
        f"责任编辑 {people[4]} {people[5]}",
        f"美术编辑：{people[6]}",
        f"国内统一连续出版物号 CN{rng.randint(10, 65)}-{rng.randint(1000, 1999)}/D",
        f"国际标准刊号/ISSN {rng.randint(1000, 1999)}-{rng.randint(1000, 9999)}",
        f"邮发代号/6-{rng.randint(10, 400)}",
        "编辑部电话/000-23023102",
        f"联系地址/{words.place()}河沿路{rng.randint(1, 99)}号",
        "邮政编码/300001",
        "定价/8.00元",
        f"印刷/{words.place()}河沿印刷厂",
    ]
    chosen = [line for line in fields if rng.random() < 0.75]
    lines = [
        name,
        *period,
        *([rng.choice(("每月1日出版", "月刊", "逢双月15日出版"))] if rng.random() < 0.5 else []),
        *chosen,
    ]
    if rng.random() < 0.3:
        lines.append(f"{one.magazine}全媒体矩阵")
        lines.append(f"{one.magazine}公众号 {one.magazine}视频号")
    return ["@furniture masthead", *lines]


def _chinese(number: int) -> str:
    return ("十" if number > 9 else "") + ("" if number == 10 else _CHINESE[number % 10])


def _paper(one: Identity, words: Words, rng: Random) -> list[str]:
    week = "星期" + rng.choice("一二三四五六日")
    day = f"{one.year}年{one.month}月{one.day}日"
    line = rng.choice(
        (
            [f"{day} {week} 第{one.serial}期 今日4版"],
            [
                f"{day} {week}",
                f"国内统一连续出版物号 CN 12-00{rng.randint(10, 99)} 第{one.serial}号 今日8版",
            ],
            [f"{day} {week} 农历{rng.choice(('甲辰年五月廿八', '正月初六'))} 总第{one.serial}期"],
        )
    )
    extra = rng.choice(
        ([], [f"{one.magazine}社出版 值班编辑 {words.name()}"], [f"本版责编：{words.name()} 版式：{words.name()}"])
    )
    return ["@furniture masthead", rng.choice(("# ", "")) + one.magazine, *line, *extra]


class Contents:
    """Prints the contents page."""

    def __init__(self, layout: Layout, rng: Random) -> None:
        self._layout = layout
        self._rng = rng
        self._page = 3

    def lines(self, sketches: list[Sketch]) -> list[str]:
        """The entries of some articles under their columns."""
        lines: list[str] = []
        column = group = None
        order = self._scrambled(sketches)
        for position, sketch in order:
            shown = sketch.column if position is None else position
            if shown != column:
                lines.append(self._column(shown or ""))
                column, group = shown, None
            if sketch.group != group and sketch.group:
                lines.append(("### " if self._layout.column_mark.startswith("##") else "") + sketch.group)
                group = sketch.group
            lines += self._entry(sketch)
        return lines

    def _scrambled(self, sketches: list[Sketch]) -> list[tuple[str | None, Sketch]]:
        """Some entries of one column read under an earlier one: the top of the next printed column."""
        plain: list[tuple[str | None, Sketch]] = [(None, sketch) for sketch in sketches]
        columns = list(dict.fromkeys(sketch.column for sketch in sketches))
        long = [column for column in columns[1:] if sum(s.column == column for s in sketches) >= 4]
        if self._layout.scrambled == "no" or not long:
            return plain
        moved = [pair for pair in plain if pair[1].column == long[0]][2:]
        rest = [pair for pair in plain if pair not in moved]
        at = max(i for i, pair in enumerate(rest) if pair[1].column == columns[0]) + 1
        return [*rest[:at], *((columns[0], sketch) for _, sketch in moved), *rest[at:]]

    def _column(self, name: str) -> str:
        mark = self._layout.column_mark
        if mark == "【】":
            return f"【{name}】"
        if mark == "·":
            return f"·{name}·"
        return (
            name if mark == "plain" else f"{mark}{self._rng.choice((' ', ''))}{name}" if mark != "##" else f"## {name}"
        )

    def _entry(self, sketch: Sketch) -> list[str]:
        self._page += self._rng.randint(1, 4)
        parts = list(sketch.title)
        split = self._layout.entry_lines == "split" or (self._layout.entry_lines == "some" and self._rng.random() < 0.4)
        split = split and len(parts) > 1 and self._layout.numbers in ("none", "behind", "dots", "line")
        head, last = ([parts[0]], " ".join(parts[1:])) if split else ([], " ".join(parts))
        author = " ".join(sketch.authors)
        style = self._layout.entry_author
        style = self._rng.choice(("space", "line")) if style == "mixed" else style
        below: list[str] = []
        if author and style != "none":
            if style == "line":
                below = [author]
            elif style == "colon" and not split and "：" not in last:
                last = f"{author.replace(' ', '、')}：{last}"
            else:
                last = {"bracket": f"{last}（{author}）", "slash": f"{last}/{author}"}.get(style, f"{last} {author}")
        return [*head, *self._numbered(last, below)]

    def _numbered(self, last: str, below: list[str]) -> list[str]:
        page = self._page
        return {
            "none": [last, *below],
            "dots": [f"{last}{'…' * self._rng.randint(2, 6)}{page}", *below],
            "slash": [f"{page}/{last}" if self._rng.random() < 0.0 else f"{last}/{page}", *below],
            "behind": [f"{last} {page}", *below],
            "ahead": [f"{page:02} {last}", *below],
            "line": [last, *below, str(page)],
        }[self._layout.numbers]


def notice() -> list[str]:
    """The publisher's notice."""
    return [
        "@furniture notice",
        "声 明",
        "本刊所发文字、图片均已支付稿酬，作者姓名及信息不详的，请与编辑部联系领取。",
        "来稿须保证著作权完整、合法，凡涉及侵权的，由投稿人自行负责，本刊不承担连带责任。",
    ]


def advertisement(words: Words, rng: Random) -> list[str]:
    """An advertisement of a few lines."""
    return [
        "@furniture ad",
        rng.choice(
            ("半岭农机维修部 春耕前免费检修", "河沿印刷厂承接画册、台历、信封印制", "苇渡种子公司 优质稻种现货供应")
        ),
        f"电话：000-{rng.randint(1000000, 9999999)} 地址：{words.place()}河沿路{rng.randint(1, 200)}号",
    ]
