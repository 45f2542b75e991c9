"""Sentences by topic, drawn without repetition, to fill long manuscripts with text that keeps its own words."""

from __future__ import annotations

import re
from pathlib import Path
from random import Random

_DRAW = re.compile(r"\{(\w+) (\d+)( cut)?\}")
_HERE = Path(__file__).resolve().parent


def read_pool() -> dict[str, list[str]]:
    """Topic -> its sentences, in the order of the file."""
    pool: dict[str, list[str]] = {}
    for line in (_HERE / "sentences.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            pool[line.strip("[]")] = []
        elif line and not line.startswith("%"):
            pool[next(reversed(pool))].append(line)
    return pool


def fill(manuscript: str, rng: Random) -> str:
    """Replace `{topic n}` by n sentences of the topic that were not used yet; `{topic n cut}` cuts among them (‖).

    Raises IndexError where a topic has no sentences left.
    """
    pool = read_pool()
    for sentences in pool.values():
        rng.shuffle(sentences)

    def draw(place: re.Match[str]) -> str:
        text = "".join(pool[place[1]].pop() for _ in range(int(place[2])))
        return cut(text, rng) if place[3] else text

    return _DRAW.sub(draw, manuscript)


def cut(text: str, rng: Random) -> str:
    """Cut the text (‖) in the middle of a sentence, where the cut shows: between two characters, 10 from either end."""
    places = [
        at for at in range(10, len(text) - 10) if re.fullmatch(r"[\u4e00-\u9fff]{6}", text[at - 3 : at + 3]) is not None
    ]
    at = rng.choice(places)
    return text[:at] + "‖" + text[at:]
