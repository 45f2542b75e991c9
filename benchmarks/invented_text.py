"""Invented Chinese text, and what a second conversion or an editor would do to it. Everything follows from a Random."""

from __future__ import annotations

import random
from typing import NamedTuple

REPEATED = 0.03  # share of sentences that are an earlier one again


def _words(line: str) -> list[str]:
    return line.split()


_WHO = _words(
    "村里的年轻人 老支书 合作社的社员 几位退休教师 新来的驻村干部 河边的渔民 学校的孩子们 返乡的大学生 "
    "镇上的木匠 护林员 值班的医生 修渠的民工 种茶的人家 乡邮员 图书室的管理员 两位老党员 第三小组 "
    "夜校的学员 邻村的亲戚 拖拉机手"
)
_WHEN = _words(
    "清早 入冬以前 雨季一到 前些年 每逢集日 到了傍晚 秋收以后 大雪封山时 去年春天 会后 那几天 "
    "放学之后 开工那日 日子一久 天还没亮 农闲时节 一连三个月 就在上周"
)
_HOW = _words(
    "慢慢地 一户一户地 不声不响地 反复 挨着顺序 头一回 又一次 认真 主动 轮流 照着图纸 冒着小雨 "
    "手把手地 按月 悄悄 齐心 自掏腰包 连夜"
)
_DID = _words(
    "修好了 清点了 商量着 抄写了 搬走了 记下了 翻看着 补种了 量出了 讨论了 打开了 送来了 说起了 "
    "数清了 写完了 盖起了 学会了 核对着 整理出 带回了 放下了 画出了 算清了 晒干了"
)
_WHICH = _words(
    "山脚下那条 三十年前的 大家凑钱买的 刚刚印好的 半人高的 没有名字的 祖辈留下的 走廊尽头的 被水泡过的 "
    "沿河的 账本上那笔 学习用的 五颜六色的 说不清来历的 用竹子编的 东头 西坡上的 上级发来的"
)
_WHAT = _words(
    "水渠 旧粮仓 茶苗 读书笔记 石板路 果树 会议记录 小学操场 灌溉账目 门楼 渔网 村史 柴油机 木桥 "
    "表格 种子 图书角 电线杆 窑洞 防洪堤 宣传栏 磨坊 药箱 稻田 菜窖"
)
_SLOGANS = _words("为人民服务 一切从实际出发 把论文写在大地上 绿水青山就是金山银山 大兴调查研究之风 功成不必在我")


def invented_text(chance: random.Random, length: int) -> str:
    """Paragraphs of invented sentences, joined by one line feed; slogans and whole sentences come back now and then."""
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
        clauses.append(
            "".join(chance.choice(words) for words in (_WHO, _HOW, _DID, _WHICH, _WHAT)[chance.randint(0, 2) :])
        )
    if chance.random() < 0.08:
        clauses.append(f"墙上写着“{chance.choice(_SLOGANS)}”")
    return "，".join(clauses) + chance.choice("。。。。！？")


class Edited(NamedTuple):
    """A text after edits: where each character of the old one went (None: deleted)."""

    text: str
    went: list[int | None]


def edited(chance: random.Random, text: str, rate: float, *, layout: bool, lost: set[int]) -> Edited:
    """Every character is deleted, doubled by another, or replaced, together at `rate`.

    `layout`: paragraphs are joined and split, white space, width and quotes change. `lost`: offsets taken out.
    """
    pieces: list[str] = []
    went: list[int | None] = []
    size = 0
    for offset, character in enumerate(text):
        piece = "" if offset in lost else _edit(chance, character, rate)
        kept = bool(piece)
        inserted = len(piece) - 1
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


def _laid_out(chance: random.Random, old: str, piece: str, inserted: int) -> tuple[str, int]:
    if old == "\n" and chance.random() < 0.2:
        return "", 0
    if old == "。" and piece == old and chance.random() < 0.1:
        return "。\n", 0
    if piece in _OTHER_FORM and chance.random() < 0.3:
        return _OTHER_FORM[piece], 0
    if piece and chance.random() < 0.01:
        return " " + piece, inserted + 1
    return piece, inserted
