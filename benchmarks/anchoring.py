"""Marks found again: 1,000 marks in 75,000 characters of invented text that was then edited.

`python -m benchmarks.anchoring` prints right, wrong and unsure of the 990 marks that still have a place, how many of the 10
that lost theirs were put somewhere, and milliseconds (median of 5) for all at once. Everything follows from one seed.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterable
from statistics import median
from typing import NamedTuple

from benchmarks.measure import Row, compare, timed
from zbreader.anchoring import describe, resolve_all
from zbreader.model.selector import Anchor, Selectors

SEED = 20240701
LENGTH = 75_000
MARKS, DEAD = 1000, 10
REPEATED = 0.03  # share of sentences that are an earlier one again

_WHO = "村里的年轻人 老支书 合作社的社员 几位退休教师 新来的驻村干部 河边的渔民 学校的孩子们 返乡的大学生 镇上的木匠 护林员 值班的医生 修渠的民工 种茶的人家 乡邮员 图书室的管理员 两位老党员 第三小组 夜校的学员 邻村的亲戚 拖拉机手".split()
_WHEN = "清早 入冬以前 雨季一到 前些年 每逢集日 到了傍晚 秋收以后 大雪封山时 去年春天 会后 那几天 放学之后 开工那日 日子一久 天还没亮 农闲时节 一连三个月 就在上周".split()
_HOW = "慢慢地 一户一户地 不声不响地 反复 挨着顺序 头一回 又一次 认真 主动 轮流 照着图纸 冒着小雨 手把手地 按月 悄悄 齐心 自掏腰包 连夜".split()
_DID = "修好了 清点了 商量着 抄写了 搬走了 记下了 翻看着 补种了 量出了 讨论了 打开了 送来了 说起了 数清了 写完了 盖起了 学会了 核对着 整理出 带回了 放下了 画出了 算清了 晒干了".split()
_WHICH = "山脚下那条 三十年前的 大家凑钱买的 刚刚印好的 半人高的 没有名字的 祖辈留下的 走廊尽头的 被水泡过的 沿河的 账本上那笔 学习用的 五颜六色的 说不清来历的 用竹子编的 东头 西坡上的 上级发来的".split()
_WHAT = "水渠 旧粮仓 茶苗 读书笔记 石板路 果树 会议记录 小学操场 灌溉账目 门楼 渔网 村史 柴油机 木桥 表格 种子 图书角 电线杆 窑洞 防洪堤 宣传栏 磨坊 药箱 稻田 菜窖".split()
_SLOGANS = ["为人民服务", "一切从实际出发", "把论文写在大地上", "绿水青山就是金山银山", "大兴调查研究之风", "功成不必在我"]


def invented_text(chance: random.Random, length: int) -> str:
    """Paragraphs of invented sentences, one line feed between them; slogans and whole sentences come back now and then."""
    paragraphs: list[str] = []
    sentences: list[str] = []
    size = 0
    while size < length:
        count = chance.randint(1, 6)
        for _ in range(count):
            repeated = sentences and chance.random() < REPEATED
            sentences.append(chance.choice(sentences) if repeated else _sentence(chance))
        paragraphs.append("".join(sentences[-count:]))
        size += len(paragraphs[-1]) + 1
    return "\n".join(paragraphs)[:length]


def _sentence(chance: random.Random) -> str:
    clauses = ["".join(chance.choice(words) for words in (_WHEN, _WHO, _HOW, _DID, _WHICH, _WHAT))]
    for _ in range(chance.randint(0, 3)):
        clauses.append("".join(chance.choice(words) for words in (_WHO, _HOW, _DID, _WHICH, _WHAT)[chance.randint(0, 2) :]))
    if chance.random() < 0.08:
        clauses.append(f"墙上写着“{chance.choice(_SLOGANS)}”")
    return "，".join(clauses) + chance.choice("。。。。！？")


class Edited(NamedTuple):
    """A text after edits: where each character of the old one went (None: deleted)."""

    text: str
    went: list[int | None]


Edit = Callable[[random.Random, str], "str | None"]


def edited(chance: random.Random, text: str, rate: float, *, layout: bool, lost: set[int]) -> Edited:
    """Every character is deleted, doubled by another, or replaced, together at `rate`.

    `layout`: paragraphs are joined and split, white space, width and quotes change. `lost`: offsets taken out altogether.
    """
    pieces: list[str] = []
    went: list[int | None] = []
    size = 0
    for offset, character in enumerate(text):
        piece = "" if offset in lost else _edit(chance, character, rate)
        kept = bool(piece)
        inserted = len(piece) == 2
        if layout:
            piece, inserted = _laid_out(chance, character, piece, inserted)
            kept = kept and bool(piece)
        went.append(size + inserted if kept else None)
        pieces.append(piece)
        size += len(piece)
    return Edited("".join(pieces), went)


def _edit(chance: random.Random, character: str, rate: float) -> str:
    if chance.random() >= rate:
        return character
    other = chance.choice(chance.choice(_WHAT))
    return ("", other, other + character)[chance.randrange(3)]


_OTHER_FORM = {"“": "「", "”": "」", "，": ",", "！": "!", "？": "?"}


def _laid_out(chance: random.Random, old: str, piece: str, inserted: bool) -> tuple[str, bool]:
    if old == "\n" and chance.random() < 0.2:
        return "", False
    if old == "。" and piece == old and chance.random() < 0.1:
        return "。\n", False
    if piece in _OTHER_FORM and chance.random() < 0.3:
        return _OTHER_FORM[piece], False
    if piece and chance.random() < 0.01:
        return " " + piece, True if not inserted else inserted
    return piece, inserted


class Experiment(NamedTuple):
    """Old and new text, the marks of the old one, and where they are to be found (None: nowhere)."""

    before: str
    after: str
    marks: list[Selectors]
    truth: list[tuple[int, int] | None]


def experiment(rate: float, *, layout: bool = False, seed: int = SEED) -> Experiment:
    """1,000 marks of 8 to 60 characters, ten of them in paragraphs that the new text no longer has."""
    chance = random.Random(seed)
    before = invented_text(chance, LENGTH)
    ranges: list[tuple[int, int]] = []
    lost: set[int] = set()
    while len(ranges) < MARKS:
        start, length = chance.randrange(LENGTH - 60), chance.randint(8, 60)
        span = range(start, start + length)
        if before[start].isspace() or before[start + length - 1].isspace() or not lost.isdisjoint(span):
            continue
        ranges.append((start, start + length))
        if len(ranges) <= DEAD:  # these go with the whole of their paragraphs
            lost.update(range(max(0, before.rfind("\n", 0, start)), max(before.find("\n", start + length), span.stop)))
    after = edited(chance, before, rate, layout=layout, lost=lost)
    truth = [_truth(after.went, start, end) for start, end in ranges]
    return Experiment(before, after.text, [describe(before, start, end) for start, end in ranges], truth)


def _truth(went: list[int | None], start: int, end: int) -> tuple[int, int] | None:
    images = [position for position in went[start:end] if position is not None]
    return (images[0], images[-1] + 1) if len(images) * 2 > end - start else None


class Verdict(NamedTuple):
    """Counts of marks. Right: both ends within one character, because an edit at an end has no one truth."""

    right: int
    wrong: int
    unsure: int
    misplaced: int  # marks whose words are gone, yet were put somewhere
    to_the_letter: int  # right, and both ends the very ones


def judge(anchors: Iterable[Anchor], truth: Iterable[tuple[int, int] | None]) -> Verdict:
    """Compare anchors with the truth."""
    right = wrong = unsure = misplaced = letter = 0
    for anchor, place in zip(anchors, truth, strict=True):
        if place is None:
            misplaced += anchor.start is not None
        elif anchor.start is None or anchor.end is None:
            unsure += 1
        elif abs(anchor.start - place[0]) <= 1 and abs(anchor.end - place[1]) <= 1:
            right += 1
            letter += (anchor.start, anchor.end) == place
        else:
            wrong += 1
    return Verdict(right, wrong, unsure, misplaced, letter)


CASES = [
    ("unchanged", 0.0, False),
    ("layout, width and quotes only", 0.0, True),
    ("1 % of characters", 0.01, False),
    ("1 % and layout", 0.01, True),
    ("3 % of characters", 0.03, False),
    ("3 % and layout", 0.03, True),
    ("10 % and layout", 0.10, True),
]


def rows() -> Iterable[Row]:
    """Time against finding each quote by `str.find` alone, which is the least that could be done (and finds 40 %)."""
    for name, rate, layout in CASES[2:6:3]:
        made = experiment(rate, layout=layout)
        yield compare(
            f"1,000 marks after {name}, old text at hand",
            timed(lambda made=made: resolve_all(made.after, made.marks, before=made.before)),
            timed(lambda made=made: [made.after.find(mark.quote.exact) for mark in made.marks]),
            goal=None,
        )


def main() -> None:
    """Print the table of docs/anchoring.md."""
    print("| edits | old text at hand | right | to the letter | wrong | unsure | lost ones misplaced | ms |")
    print("|---|---|---|---|---|---|---|---|")
    for name, rate, layout in CASES:
        made = experiment(rate, layout=layout)
        for before in (None, made.before):
            times = []
            for _ in range(5):
                began = time.perf_counter()
                anchors = resolve_all(made.after, made.marks, before=before)
                times.append((time.perf_counter() - began) * 1000)
            verdict = judge(anchors, made.truth)
            print(
                f"| {name} | {'yes' if before else 'no'} | {verdict.right} | {verdict.to_the_letter} | {verdict.wrong} "
                f"| {verdict.unsure} | {verdict.misplaced} | {median(times):.0f} |"
            )


if __name__ == "__main__":
    main()
