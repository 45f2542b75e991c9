"""One article: how the contents page names it, how it is headed and signed, and its text."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random

from tests.damage.layouts.parameters import Layout
from tests.damage.layouts.prose import Prose
from tests.damage.layouts.words import Words

_STYLES = ("numbered", "pairs", "plain", "bold", "bracketed", "colon", "none", "pairs", "numbered")


@dataclass
class Sketch:
    """One article in manuscript statements, with what the contents page says about it."""

    name: str
    column: str | None = None
    group: str | None = None
    title: list[str] = field(default_factory=list)  # parts, as the contents page prints them
    authors: list[str] = field(default_factory=list)
    facts: list[str] = field(default_factory=list)
    lead: list[str] = field(default_factory=list)  # printed before the headline
    head: list[str] = field(default_factory=list)
    text: list[str] = field(default_factory=list)
    tail: list[str] = field(default_factory=list)  # end mark, note
    topic: str = ""

    @property
    def opening(self) -> list[str]:
        """The statements that begin it."""
        facts = [f"@article {self.name}"]
        facts += [f"@column {self.column}"] if self.column else []
        facts += [f"@group {self.group}"] if self.group else []
        facts += [f"@authors {'、'.join(self.authors)}"] if self.authors else []
        return [*facts, *self.facts]


class Editor:
    """Makes the articles of one issue in its layout."""

    def __init__(self, layout: Layout, words: Words, rng: Random) -> None:
        self.layout = layout
        self.words = words
        self.rng = rng
        self._count = 0

    def article(self, column: str | None = None, group: str | None = None, *, small: bool = False) -> Sketch:
        """A whole article."""
        self._count += 1
        topic = self.words.topic()
        style = self.layout.headings if self.layout.headings != "mixed" else self.rng.choice(_STYLES)
        prose = Prose(self.layout, self.words, self.rng, topic, style)
        sketch = Sketch(f"a{self._count:02}", column, group, self.words.headline(topic), topic=topic)
        sketch.text = prose.text(self.rng.randint(1, 2) if small else self.rng.randint(2, 4))
        if self.layout.kind == "newspaper":
            self._report(sketch)
        elif self.layout.kind == "essays":
            sketch.authors = [self.words.body(study=True)]
            sketch.head = [self._headline(sketch.title), f"B {sketch.authors[0]}"]
        else:
            self._signed(sketch, prose)
        return sketch

    def _headline(self, parts: list[str]) -> str:
        return f"T {self._marker()}{' '.join(parts)}"

    def _subtitle(self, topic: str) -> str:
        ending = self.rng.choice(("纪实", "综述", "侧记", "观察"))
        return f"S ——{self.words.place()}{self.words.heading(topic, 'plain')}{ending}"

    def _marker(self) -> str:
        if self.layout.markup == "true":
            return "# "
        if self.layout.markup == "lying":
            return self.rng.choice(("# ", "# ", "# ", "## "))
        return ""

    def _headlines(self, parts: list[str]) -> list[str]:
        """The headline in one line or two, as the body prints it."""
        shown = [self._misprinted(part) for part in parts]
        if len(shown) > 1 and self.layout.headline_lines == "some" and self.rng.random() < 0.4:
            marker = self._marker()
            second = "## " if marker and self.rng.random() < 0.5 else marker
            return [f"T {marker}{shown[0]}", f"T {second}{' '.join(shown[1:])}"]
        return [f"T {self._marker()}{' '.join(shown)}"]

    def _misprinted(self, part: str) -> str:
        if self.layout.headline_noise == "no" or self.rng.random() > 0.25:
            return part
        if "“" in part and self.rng.random() < 0.7:
            return self.rng.choice((part.replace("“", "『").replace("”", "』"), part.replace("“", "").replace("”", "")))
        if len(part) >= 7 and self.rng.random() < 0.6:
            at = self.rng.randrange(1, len(part) - 1)
            return part[:at] + self.rng.choice("己未士曰人八") + part[at + 1 :]
        return part[:4] + " " + part[4:] if len(part) > 8 and "“" not in part else part

    def _signed(self, sketch: Sketch, prose: Prose) -> None:
        layout, rng = self.layout, self.rng
        sketch.head = self._headlines(sketch.title)
        style = layout.byline
        if layout.contents != "none" and style != "none" and rng.random() < 0.12:
            style = rng.choice(("none", "文/body", "unit", "文/position"))
        byline = self._byline(style, sketch)
        if rng.random() < 0.08:
            sketch.head.append(self._subtitle(sketch.topic))
        sketch.head += [f"B {byline}"] if byline else []
        if layout.captions != "none" and rng.random() < 0.06:
            sketch.head += ["C 扫码看视频"]
        self._biography(sketch)
        sketch.tail = prose.end_mark()
        self._credit(sketch, byline is not None)

    def _byline(self, style: str, sketch: Sketch) -> str | None:
        """The byline as printed; the authors are put down in the sketch."""
        names = self.words.names()
        unsigned = {"none": None}
        if style in unsigned:
            return None
        if style in ("body", "文/body"):
            sketch.authors = [self.words.body()]
            return ("文/" if style == "文/body" else "") + sketch.authors[0]
        sketch.authors = names
        one, two = names[0], self.words.name()
        joined = self.rng.choice((" ", " ", "　", "、")).join(names)
        if style in ("unit", "文/position", "○本报记者", "spread", "name/文"):
            sketch.authors = [one]
        printed = {
            "文/": f"文/{joined}",
            "文 / ": f"文 / {joined}",
            "文／图／": f"文／{joined} 图／{two}",
            "□": f"□ {joined}",
            "◎": f"◎{joined}",
            "bare": joined.replace("、", " "),
            "spread": " ".join(one) if len(one) == 2 else one,
            "unit": f"{self.words.position()} {one}",
            "文/position": f"文/{self.words.position()} {one}",
            "本刊记者": f"文/本刊记者 {joined}",
            "name/文": f"{one}/文",
            "作者：": f"作者：{joined}",
        }
        if style == "○本报记者":
            sketch.authors = [one, two]
            return f"○本报记者 {one} 通讯员 {two}"
        return printed[style]

    def _credit(self, sketch: Sketch, has_byline: bool) -> None:
        """An author's note, or the body that sent the article in."""
        layout, rng = self.layout, self.rng
        if layout.credit == "none" and (has_byline or layout.contents != "none"):
            return
        if layout.credit == "glued" and not has_byline:
            sketch.authors = [self.words.body()]
            sketch.text = [*sketch.text, f"{self.words.sentences(sketch.topic, 2)[0]}（{sketch.authors[0]}供稿）"]
            sketch.tail = []
        elif has_byline and rng.random() < 0.5:
            note = rng.choice(
                (f"作者系{self.words.position()}", f"作者单位：{self.words.body()}", f"作者为{self.words.body()}研究员")
            )
            sketch.tail.append(f"N （{note}）")
        elif not has_byline and (rng.random() < 0.7 or layout.contents == "none"):
            body, name = self.words.body(), self.words.name()
            text, authors = rng.choice(
                (
                    (f"（{body} 供稿）", [body]),
                    (f"（执笔人：{name}）", [name]),
                    (f"(通讯员 {name})", [name]),
                    (f"（{body}供稿）", [body]),
                )
            )
            sketch.authors = authors
            sketch.tail.append(f"N {text}")

    def _biography(self, sketch: Sketch) -> None:
        if self.layout.biographies == "no" or self.rng.random() < 0.4:
            return
        name = self.words.name()
        praise = f"先后获评县级优秀党务工作者、“最美{self.words.noun(sketch.topic)}人”等荣誉称号。"
        text = f"O {name}，{self.words.position()}，{praise}"
        sketch.text = [p.replace("工作队", name, 1) for p in sketch.text]
        sketch.text.insert(0, f"{name}说起{self.words.noun(sketch.topic)}总有讲不完的话，乡亲们都愿意听{name}念叨。")
        if self.rng.random() < 0.5:
            sketch.lead = [text]
        else:
            sketch.text.insert(0, text)

    def _report(self, sketch: Sketch) -> None:
        """A newspaper's report: kicker, headline, byline or dateline."""
        rng = self.rng
        first, second = self.words.name(), self.words.name()
        if rng.random() < 0.5:
            kicker = self.words.heading(sketch.topic, "pairs")
            alike = len(kicker) == len(" ".join(sketch.title))  # would look like the first half of a headline
            sketch.head.append(f"K {self.words.place() if alike else ''}{kicker}")
        sketch.head.append(f"T {self._marker()}{' '.join(sketch.title)}")
        if rng.random() < 0.35:
            sketch.head.append(self._subtitle(sketch.topic))
        style = rng.choice(("讯", "讯", "line", "pair", "alone", "comment", "end"))
        text = [line for line in sketch.text if not line.startswith("H ")] if rng.random() < 0.6 else sketch.text
        sketch.text, sketch.authors = text, [first]
        body = next(i for i, line in enumerate(text) if not line.startswith(("H ", "C ", "@", "‖", "O ")))
        if style == "讯":
            people = rng.choice((f"记者 {first}", f"记者{first}"))
            if rng.random() < 0.5:
                people, sketch.authors = f"{people} 通讯员 {second}", [first, second]
            text[body] = f"本报讯（{people}）{text[body]}"
        elif style == "line":
            sketch.head.append(f"B 本报记者 {first}")
        elif style == "pair":
            sketch.head.append(f"B 本报记者 {first} 通讯员 {second}")
            sketch.authors = [first, second]
        elif style == "alone":
            sketch.head.append(f"B □ {first}")
        elif style == "comment":
            sketch.head.append("B 本报评论员")
            sketch.authors = ["本报评论员"]
        else:
            last = max(i for i, line in enumerate(text) if not line.startswith(("H ", "C ", "@")))
            text[last] = f"{text[last]}（{first}）"
