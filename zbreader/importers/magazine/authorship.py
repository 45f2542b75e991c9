"""Reading bylines and author's notes: who is a person, what is a body, what is only a position."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from zbreader.importers.magazine.shapes import LINES, size
from zbreader.importers.vocabulary import Vocabulary
from zbreader.text.punctuation import ends_sentence

_HAN = "\u3400-\u9fff\U00020000-\U0003ffff"
_SPLIT = re.compile(r"[\s\u3000、，,;；/／|｜&]+")
_PARENTHESES = re.compile(r"^[（(](.*)[）)][。.]?$")
_EXECUTORS = re.compile(r"(?:执笔人?|撰稿人?|撰写|作者|采写|整理|记者|文)\s*[：:/／]\s*([^，,；;。）)]+)")
_FOREIGN = re.compile(rf"^[{_HAN}]{{1,8}}(?:[·•・．][{_HAN}A-Za-z]{{1,10}}){{1,3}}$")
_SPREAD = re.compile(rf"^[{_HAN}][ \u3000]{{1,4}}[{_HAN}]$")
_SPACED_NAME = re.compile(rf"(?<![{_HAN}])([{_HAN}])[ \u3000]+([{_HAN}])(?![{_HAN}])")
_BYLINE_MARKS = "□○◎☆△✎✍"  # these stand before authors only; ■ and ● before columns, too
_FOOTNOTE = re.compile(r"(?<=\S)[¹²³⁴⁵⁶⁷⁸⁹*＊①-⑨]+")
_BOTH = re.compile(
    r"[ \u3000]*[（(]?(?:文\s*[/／、]?\s*(?:图|摄影|摄)|图\s*[/／、]\s*文|摄影报道)[）)]?$|[ \u3000]+文$"
)
_SIGNED_BEHIND = re.compile(
    rf"^([{_HAN}·•][{_HAN}·•、，\s\u3000]{{1,30}}?)\s*[/／]\s*"
    r"(?:文|撰文|图文|文图|文\s*[、/／]\s*图|摄影报道|编译|译)$"
)
_AFFILIATED = re.compile(r"(?<=\S)\s*[（(][^（()）]{4,40}[）)]$")
_DATELINE = re.compile(r"^(?:本报|本刊|本网|本社)讯?\s*[（(]\s*(.*(?:记者|通讯员).*)[）)]$")
_CLOSING = re.compile(r"[（(]([^（()）]{2,40})[）)]\s*$")
_LATIN_NAME = re.compile(r"^[A-Z][a-zA-Z.'-]+(?: [A-Z][a-zA-Z.'-]+){1,3}$")


@dataclass(frozen=True, slots=True)
class Byline:
    """What a byline says."""

    authors: tuple[str, ...]
    note: str | None
    confidence: float


@lru_cache(maxsize=4)
def _roles(words: Vocabulary) -> re.Pattern[str]:
    names = "|".join(sorted(map(re.escape, words.bylines_roles + words.bylines_picture_roles), key=len, reverse=True))
    return re.compile(
        rf"(?<![{_HAN}])((?:{names})(?:\s*[、/／·]\s*(?:{names}))*)\s*(?:[/／：:|｜丨]|[ \u3000]+(?=[{_HAN}]))\s*"
    )


@lru_cache(maxsize=4)
def _opening_role(words: Vocabulary) -> re.Pattern[str]:
    names = "|".join(sorted(map(re.escape, words.bylines_roles), key=len, reverse=True))
    slashed = rf"(?:{names})(?:\s*[、/／·]\s*[{_HAN}]{{1,2}})?\s*[/／：:|｜丨]"
    spaced = rf"[{_HAN}]{{0,8}}(?:记者|通讯员|评论员|撰稿人?|实习生)[ \u3000]+[{_HAN}]"
    glued = rf"(?:本报|本刊|本网|本社)\S{{0,6}}(?:记者|通讯员)[{_HAN}]{{2,4}}$"
    return re.compile(rf"^(?:[（(【\[]\s*)?(?:{slashed}|{spaced}|{glued})")


@lru_cache(maxsize=8192)
def _is_person(token: str, words: Vocabulary) -> bool:
    if _FOREIGN.match(token) or _LATIN_NAME.match(token):
        return True
    if not 2 <= len(token) <= 4 or not re.fullmatch(rf"[{_HAN}]+", token) or token in words.bylines_roles:
        return False
    if token[:2] in words.names_compound:
        return len(token) in (3, 4)
    return len(token) <= 3 and token[0] in words.names_surnames


def is_person(token: str, words: Vocabulary) -> bool:
    """Whether a word is shaped like a Chinese name (surname and one or two characters) or a transcribed one."""
    return _is_person(token, words)


@lru_cache(maxsize=LINES)
def is_body(text: str, words: Vocabulary) -> bool:
    """Whether a word names a body: an office, a committee, a study group."""
    core = re.sub(r"[”』」\"]$", "", text)
    return size(text) >= 3 and core.endswith(words.bylines_body_endings) and not re.search(r"[。，,；;：:！!？?]", text)


@lru_cache(maxsize=LINES)
def spaced_names(text: str) -> str:
    """Names without footnote marks, those of two characters without the space they were set with: 刘 学 -> 刘学."""
    text = _FOOTNOTE.sub("", text)
    parts = re.split(r"[ \u3000]", text)
    if len(parts) >= 2 and len(parts) % 2 == 0 and all(len(part) == 1 for part in parts):
        return " ".join(a + b for a, b in zip(parts[::2], parts[1::2], strict=True))
    return _SPACED_NAME.sub(r"\1\2", text)


@lru_cache(maxsize=LINES)
def is_byline(text: str, words: Vocabulary) -> bool:
    """Whether a line is a byline by its own look: 文/… □ … 本报记者 … (作者：…)."""
    text = text.strip()
    if size(text) > 60 or text.endswith(("。", "，", "；")):
        return False
    if _DATELINE.match(text):
        return True
    if text in words.bylines_self_signed:
        return True
    if found := _SIGNED_BEHIND.match(text):
        return all(len(name) <= 5 or is_person(name, words) for name in _SPLIT.split(spaced_names(found.group(1))))
    if text[:1] in words.bylines_marks:
        rest = spaced_names(text[1:].strip())
        if not rest:
            return False
        pen_names = text[0] in _BYLINE_MARKS and all(re.fullmatch(rf"[{_HAN}·]{{2,5}}", w) for w in _SPLIT.split(rest))
        if pen_names or all(is_person(word, words) for word in _SPLIT.split(rest)):
            return True
        return _opens_with_role(rest, words) or is_body(rest, words) or _position_and_name(rest, words)
    return _opens_with_role(text, words) or _role_and_names(text, words)


def _role_and_names(text: str, words: Vocabulary) -> bool:
    """文 杜若 江离: a role, a space, nothing but names."""
    role, _, rest = text.partition(" ")
    names = [token for token in _SPLIT.split(spaced_names(rest)) if token]
    return role in words.bylines_roles and bool(names) and all(is_person(name, words) for name in names)


def _opens_with_role(text: str, words: Vocabulary) -> bool:
    found = _opening_role(words).match(text)
    if not found:
        return False
    return bool(parse_byline(text, words).authors)


@lru_cache(maxsize=LINES)
def is_bare_byline(text: str, words: Vocabulary) -> bool:
    """Whether a line under a headline can be a byline without any mark: names, a body, a position and a name."""
    text = _AFFILIATED.sub("", text.strip())
    if _SPREAD.match(text):
        return True
    text = spaced_names(text)
    if not 2 <= size(text) <= 40 or re.search(r"[。，,；;：:！!？?]", text):
        return False
    tokens = [token for token in _SPLIT.split(text) if token]
    return (
        all(is_person(token, words) for token in tokens)
        or (len(tokens) == 1 and is_body(text, words))
        or (_position_and_name(text, words))
    )


def _position_and_name(text: str, words: Vocabulary) -> bool:
    head, _, tail = text.rpartition(" ")
    return (
        bool(head)
        and is_person(tail, words)
        and head.endswith(words.bylines_position_endings + words.bylines_body_endings)
    )


@lru_cache(maxsize=LINES)
def is_note(text: str, words: Vocabulary) -> bool:
    """Whether a line is an author's note or a source: （作者系…） （… 供稿） 本文系…."""
    text = text.strip()
    if size(text) > 200:
        return False
    inside = _PARENTHESES.match(text)
    core = (inside.group(1) if inside else text).strip()
    if core.startswith(words.bylines_note_openings) and (inside or size(core) <= 160):
        return True
    if inside is None and _is_credit(core, words):
        return True
    if inside and "）" not in core and ")" not in core:
        people = [token for token in _SPLIT.split(spaced_names(core)) if token]
        return (
            core.endswith(words.bylines_note_closings)
            or _opens_with_role(core, words)
            or (bool(people) and all(is_person(token, words) for token in people))
            or ("作者" in core and size(core) <= 80)
        )
    return False


def _is_credit(text: str, words: Vocabulary) -> bool:
    """Whether a short line without its brackets says who sent the article in: 某镇党委 供稿."""
    credited, _, closing = text.replace("\u3000", " ").rpartition(" ")
    return bool(credited) and closing in words.bylines_credit_closings and is_bare_byline(credited.strip(), words)


def parse_note(text: str, words: Vocabulary) -> tuple[str, ...]:
    """The authors an author's note names: 执笔人：…, … 供稿, 作者：…, or a list of names; none for a mere source."""
    inside = _PARENTHESES.match(text.strip())
    core = (inside.group(1) if inside else text).strip()
    if found := _EXECUTORS.search(core):
        people = tuple(t for t in _SPLIT.split(spaced_names(found.group(1).strip())) if t and is_person(t, words))
        if people:
            return people
    for closing in sorted(words.bylines_credit_closings, key=len, reverse=True):
        if core.endswith(closing) and not core.startswith(words.bylines_note_openings):
            credited = core[: -len(closing)].strip().removesuffix("联合").strip()
            tokens = [token for token in _SPLIT.split(spaced_names(credited)) if token]
            if tokens and all(is_person(token, words) for token in tokens):
                return tuple(tokens)
            return (credited,) if len(credited) >= 2 else ()
    if core.startswith(words.bylines_note_openings):
        return ()
    tokens = [token for token in _SPLIT.split(spaced_names(core)) if token]
    if tokens and all(is_person(token, words) for token in tokens):
        return tuple(tokens)
    if inside and tokens and is_person(tokens[0], words) and "作者" in core:
        return (tokens[0],)
    return parse_byline(core, words).authors if inside and _opens_with_role(core, words) else ()


def closing_credit(text: str, words: Vocabulary) -> tuple[str, ...]:
    """Who signs in brackets behind an article's last sentence: 。（王芳） 。（某镇供稿） 。(本报记者 …)."""
    found = _CLOSING.search(text)
    if not found or not ends_sentence(text[: found.start()]):
        return ()
    inside = found.group(1)
    whole = re.sub(r"[ \u3000]", "", inside)
    people = parse_note(f"（{inside}）", words) or ((whole,) if is_person(whole, words) else ())
    certain = inside.endswith(words.bylines_credit_closings) or all(is_person(name, words) for name in people)
    return people if certain else ()


@lru_cache(maxsize=LINES)
def parse_byline(text: str, words: Vocabulary) -> Byline:
    """Authors and what else a byline says (position, role) from its text; pictures' authors are left in the note."""
    core = text.strip()
    if inside := _DATELINE.match(core) or _PARENTHESES.match(core):
        core = inside.group(1).strip()
    if found := _SIGNED_BEHIND.match(core):
        core = found.group(1)
    shorter = core if _SPREAD.match(core) else _BOTH.sub("", core)
    if shorter and not shorter.endswith(("/", "／", "：", ":")):
        core = shorter
    if core in words.bylines_self_signed:
        return Byline((core,), None, 0.9)
    if (found := _AFFILIATED.search(core)) and is_bare_byline(core[: found.start()], words):
        byline = parse_byline(core[: found.start()], words)
        return Byline(byline.authors, found.group().strip(), byline.confidence)
    marked = core[:1] in words.bylines_marks
    if marked:
        core = core[1:].strip()
    authors: list[str] = []
    notes: list[str] = []
    sure = 0.95 if marked else 0.9
    for roles, part in _parts(core, words):
        written = not roles or any(role not in words.bylines_picture_roles for role in _SPLIT.split(roles))
        if roles not in ("", "文", "作者", "撰文", "文图", "文/图", "文、图"):
            notes.append(roles)
        people, rest, certain = _people(part, words)
        if written:
            authors.extend(people)
            sure = min(sure, certain)
            if rest:
                notes.append(rest)
        else:
            notes.append(part)
    return Byline(tuple(dict.fromkeys(authors)), " ".join(notes) or None, sure)


def _parts(core: str, words: Vocabulary) -> list[tuple[str, str]]:
    """(role words, what follows them) for each role in a byline: 文/甲 图/乙 -> [(文, 甲), (图, 乙)]."""
    found = list(_roles(words).finditer(core))
    if not found:
        return [("", core)]
    parts = [("", core[: found[0].start()].strip())] if core[: found[0].start()].strip() else []
    for one, following in zip(found, [*found[1:], None], strict=True):
        parts.append((one.group(1), core[one.end() : following.start() if following else len(core)].strip()))
    return parts


def _people(part: str, words: Vocabulary) -> tuple[list[str], str, float]:
    """Names at the end of a part, what stands before them, and how sure that is."""
    part = spaced_names(part.strip())
    tokens = [token for token in re.split(r"[ \u3000]+", part) if token]
    names: list[str] = []
    while tokens:
        several = [name for name in re.split(r"[、，,/／]", tokens[-1]) if name]
        if (
            several
            and all(is_person(name, words) for name in several)
            and not (len(tokens) == 1 and not names and is_body(tokens[-1], words) and len(tokens[-1]) >= 4)
        ):
            names = several + names
            tokens.pop()
        else:
            break
    rest = " ".join(tokens)
    if names:
        leading = re.fullmatch(r"(.*?(?:记者|通讯员|评论员))", rest)
        return names, leading.group(1) if leading else rest, 0.95
    glued = re.fullmatch(rf"(.*(?:记者|通讯员))([{_HAN}]{{2,3}})", rest)
    if glued and is_person(glued.group(2), words):
        return [glued.group(2)], glued.group(1), 0.8
    if rest in words.bylines_roles and rest not in words.bylines_self_signed:
        return [], rest, 0.6
    return ([rest] if rest else []), "", 0.9 if is_body(rest, words) else 0.6
