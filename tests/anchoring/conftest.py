"""Invented text to mark and to edit."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest

_PARTS = (
    ["清早", "入冬以前", "雨季一到", "前些年", "每逢集日", "到了傍晚", "秋收以后", "大雪封山时"],
    [
        "老支书",
        "合作社的社员",
        "河边的渔民",
        "学校的孩子们",
        "返乡的大学生",
        "镇上的木匠",
        "护林员",
        "修渠的民工",
        "𠮷田老师",
    ],
    ["慢慢地", "一户一户地", "反复", "头一回", "认真", "照着图纸", "冒着小雨", "齐心"],
    ["修好了", "清点了", "抄写了", "搬走了", "记下了", "补种了", "讨论了", "送来了", "盖起了"],
    ["山脚下那条", "三十年前的", "大家凑钱买的", "半人高的", "祖辈留下的", "走廊尽头的", "被水泡过的", "账本上那笔"],
    ["水渠", "旧粮仓", "茶苗", "读书笔记", "石板路", "果树", "会议记录", "灌溉账目", "门楼", "渔网", "木桥", "防洪堤"],
)


@pytest.fixture(scope="session")
def invented() -> Callable[[int, int], list[str]]:
    """invented(seed, count): so many paragraphs of two to five sentences."""

    def make(seed: int, count: int) -> list[str]:
        chance = random.Random(seed)
        sentences = iter(lambda: "".join(chance.choice(part) for part in _PARTS) + chance.choice("。！"), None)
        return ["".join(next(sentences) for _ in range(chance.randint(2, 5))) for _ in range(count)]

    return make
