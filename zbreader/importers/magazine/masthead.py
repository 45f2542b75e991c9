"""Rule: read the issue's identity and set its masthead, notices and publisher's lines apart."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from zbreader.importers.draft import DraftLine, ImportDraft, Role
from zbreader.importers.magazine.authorship import is_bare_byline
from zbreader.importers.magazine.furniture import is_qr_label
from zbreader.importers.magazine.shapes import folded_title, is_closed, is_spaced, says_only, size
from zbreader.importers.vocabulary import Vocabulary
from zbreader.model.issue import IssueIdentity
from zbreader.text.numerals import NUMERAL_CHARACTERS, to_int

_N = rf"[\d{NUMERAL_CHARACTERS}]"
_ISSUE = re.compile(
    rf"(?P<year>(?:19|20)\d{{2}}|二[〇○零]{_N}{{2}})\s*年?\s*[第·.．/\-—]?\s*(?:第\s*)?(?P<number>{_N}{{1,3}})\s*期"
)
_DOTTED = re.compile(r"(?P<year>20\d{2})\s*[.．/·]\s*(?P<number>\d{1,2})(?!\s*[.．/·\d])")
_MONTHLY = re.compile(r"^(?P<year>20\d{2})\s*年\s*(?P<number>\d{1,2})\s*月(?:号|刊)")
_DATED = re.compile(
    r"(?P<year>(?:19|20)\d{2})\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日(?=.*(?:星期|农历|第\s*\d+\s*[期号版]|版|\d{4}年))|"
    r"^(?P<plain>(?:19|20)\d{2})\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日$"
)
_OF_YEAR = re.compile(r"(?<!总)第\s*(\d{1,2})\s*[期号]")
_DAILY_SERIAL = re.compile(r"(?:第|总第|总)\s*(?P<serial>\d{3,6})\s*[期号]")
_SERIAL = re.compile(rf"总(?:第)?\s*(?P<serial>{_N}{{1,5}})\s*期")
_HALF = re.compile(r"[上下]半月")
_SHORT_HALF = re.compile(r"\d{1,2}\s*[期·.]?\s*[（(·]\s*([上下])\s*(?:半月|月)?\s*[）)]?(?!\d)")
_DAY = re.compile(r"每[月周逢]\S{0,8}?(?:出版|发行)|(?:逢)?[单双]月\S{0,6}出版|半月刊|月刊|周刊|旬刊|双月刊")
_QUOTED_NAME = re.compile(r"《([^》]{2,16})》")
_FRONT = 30  # lines between an issue line and the contents page below it
_NEAR = 4  # lines between two masthead lines that still belong to it
_FEWEST = 3  # masthead lines that make a masthead
_NAME_LENGTH = 16


def masthead(draft: ImportDraft) -> ImportDraft:
    """Reads magazine, year, number, half and serial, and sets the masthead, the notice and the cover credit apart."""
    signs = [index for index, line in enumerate(draft.lines) if _is_masthead_line(line, draft.vocabulary)]
    blocks = _blocks(signs, draft.lines)
    roles = {index: Role.MASTHEAD for first, last in blocks for index in range(first, last + 1)}
    issue_line = _issue_line(draft.lines, roles)
    identity = IssueIdentity()
    if issue_line is not None:
        identity = _identity(draft, issue_line, roles)
        roles[issue_line] = Role.MASTHEAD
        _take_neighbours(draft, issue_line, identity, roles)
    roles.update(_before_contents(draft, issue_line))
    roles.update(_notices(draft, roles))
    roles.update(_codes(draft, roles))
    return replace(draft.with_roles(roles), identity=identity)


@lru_cache(maxsize=4)
def _field_pattern(vocabulary: Vocabulary) -> re.Pattern[str]:
    words = "|".join(sorted(map(re.escape, vocabulary.masthead_fields), key=len, reverse=True))
    return re.compile(rf"^(?:{words})(?:\s*[/／:：|]\s*|[ \u3000]+)(?=\S)")


@lru_cache(maxsize=4)
def _sign_pattern(vocabulary: Vocabulary) -> re.Pattern[str]:
    return re.compile("|".join(vocabulary.masthead_signs), re.IGNORECASE)


def _is_masthead_line(line: DraftLine, vocabulary: Vocabulary) -> bool:
    if size(line.text) > 48 or is_closed(line.text) or line.role is not Role.TEXT:
        return False
    return (
        _field_pattern(vocabulary).match(line.text) is not None
        or _sign_pattern(vocabulary).search(line.text) is not None
    )


def _blocks(signs: Sequence[int], lines: Sequence[DraftLine]) -> list[tuple[int, int]]:
    """Runs of masthead lines (first, last), short unrecognised lines between them included."""
    blocks: list[tuple[int, int]] = []
    members = 0
    for index in signs:
        if (
            blocks
            and index - blocks[-1][1] <= _NEAR
            and all(size(lines[between].text) <= 24 for between in range(blocks[-1][1], index))
        ):
            blocks[-1] = (blocks[-1][0], index)
            members += 1
        else:
            if blocks and members < _FEWEST:
                blocks.pop()
            blocks.append((index, index))
            members = 1
    if blocks and members < _FEWEST:
        blocks.pop()
    return blocks


def _issue_line(lines: Sequence[DraftLine], roles: dict[int, Role]) -> int | None:
    """The line that prints year and number: in the masthead if it can be, else the first short one."""
    best: tuple[float, int] | None = None
    for index, line in enumerate(lines):
        if size(line.text) > 40 or is_closed(line.text):
            continue
        rank = (
            3 * bool(_ISSUE.search(line.text)) + 2 * bool(_SERIAL.search(line.text)) + bool(_MONTHLY.match(line.text))
        )
        rank += bool(rank) and any(index + step in roles for step in (-3, -2, -1, 0, 1, 2, 3))
        if (
            not rank
            and (found := _DATED.search(line.text))
            and size(line.text) <= 40
            and (found.group("year") or index < 12)
        ):
            rank = 2 if _DAILY_SERIAL.search(line.text) else 1
        if not rank and _DOTTED.search(line.text) and len(folded_title(line.text)) <= 20:
            rank = 1
        of_page = line.role is Role.RUNNING_HEAD and not _DAILY_SERIAL.search(line.text)
        worth = rank / 4 if of_page else rank  # a page's head tells where nothing else does
        if rank and (best is None or worth > best[0]):
            best = (worth, index)
    return best[1] if best else None


def _identity(draft: ImportDraft, at: int, roles: dict[int, Role]) -> IssueIdentity:
    lines = draft.lines
    near = [
        lines[index].text for index in range(max(0, at - 4), min(len(lines), at + 4)) if size(lines[index].text) <= 40
    ]
    text = lines[at].text
    dated = _DATED.search(text) if not _ISSUE.search(text) else None
    found = _ISSUE.search(text) or _MONTHLY.match(text) or (None if dated else _DOTTED.search(text))
    serial = _SERIAL.search(text) or _first(_SERIAL, near) or (_first(_DAILY_SERIAL, [text, *near]) if dated else None)
    if dated:
        number = _OF_YEAR.search(text)
        name = _magazine(draft, at, roles)
        certain = number or serial or (name or "").endswith((*draft.vocabulary.masthead_newspaper_names, "报"))
        return IssueIdentity(
            magazine=name if certain else None,
            year=int(dated.group("year") or dated.group("plain")),
            number=int(number.group(1)) if number else None,
            serial=to_int(serial.group("serial")) if serial else None,
        )
    half, day = _half(text, near), _first(_DAY, [text, *near])
    return IssueIdentity(
        magazine=_magazine(draft, at, roles),
        half=half,
        year=to_int(found.group("year")) if found else None,
        number=to_int(found.group("number")) if found else None,
        serial=to_int(serial.group("serial")) if serial else None,
        publish_day=day.group() if day else None,
    )


def _half(text: str, near: Sequence[str]) -> str | None:
    """上半月 or 下半月, also where the issue line prints 2024.7（上）."""
    if found := _HALF.search(text) or _first(_HALF, near):
        return found.group()
    short = _SHORT_HALF.search(text)
    return f"{short.group(1)}半月" if short else None


def _first(pattern: re.Pattern[str], texts: Sequence[str]) -> re.Match[str] | None:
    return next((found for text in texts if (found := pattern.search(text))), None)


def _magazine(draft: ImportDraft, at: int, roles: dict[int, Role]) -> str | None:
    """The magazine's name: before the year, quoted, or on a line of its own near the issue line."""
    words, text = draft.vocabulary, draft.lines[at].text
    if quoted := _QUOTED_NAME.search(text):
        return quoted.group(1)
    short = [line.text for line in draft.lines if size(line.text) <= 48]
    candidates: list[tuple[float, str]] = []
    for word in re.split(r"[ \u3000]+", text):
        if (
            3 <= size(word) <= 10
            and word.endswith((*words.masthead_newspaper_names, "报"))
            and not word.startswith("本报")
        ):
            candidates.append((4.0, word))
    lead = re.split(r"[\d第(（·|｜/]|二[〇○零]|[上下]半月", text, maxsplit=1)[0].strip(" 　《》")
    if 2 <= size(lead) <= _NAME_LENGTH:
        candidates.append((3.0, lead))
    contents = next((i for i, line in enumerate(draft.lines) if says_only(line.text, words.contents_titles)), None)
    for step in (-1, -2, -3, 1, 2, 3):
        index = at + step
        if not 0 <= index < len(draft.lines) or (contents is not None and at < contents <= index):
            continue
        name = draft.lines[index].text.strip(" 　《》")
        if not 2 <= size(name) <= _NAME_LENGTH or is_closed(name) or any(c.isdigit() for c in name):
            continue
        if (index in roles and _is_masthead_line(draft.lines[index], draft.vocabulary)) or _DAY.fullmatch(name):
            continue
        near = 2.0 - 0.4 * abs(step) + (0.5 if step < 0 else 0.0) + (1.0 if draft.lines[index].level == 1 else 0.0)
        near += 2.0 if name.endswith((*words.masthead_newspaper_names, "报")) else 0.0
        near -= 1.0 if is_bare_byline(name, words) or is_spaced(name) else 0.0
        named = sum(
            name in text and len(text) > len(name) + 1 for text in short
        )  # in other lines: …杂志社, running heads
        candidates.append((near + min(2.0, 0.5 * named), name))
    if not candidates:
        return None
    name = max(candidates)[1]
    chinese = re.split(r"[ \u3000]+(?=[A-Z]{2,}[A-Z \u3000]*$)", name)[0]
    return chinese or name


def _take_neighbours(draft: ImportDraft, at: int, identity: IssueIdentity, roles: dict[int, Role]) -> None:
    """The name, the day of publication and a second half of the issue line stand beside it."""
    for index in range(max(0, at - 3), min(len(draft.lines), at + 4)):
        text = draft.lines[index].text
        if (
            text.strip(" 　《》") == identity.magazine
            or (size(text) <= 16 and _DAY.search(text))
            or _names_staff(draft.lines[index], draft.vocabulary)
        ):
            roles[index] = Role.MASTHEAD


def _names_staff(line: DraftLine, words: Vocabulary) -> bool:
    """Whether a line beside the issue line names the publisher's people: 某某社出版 值班编辑 某某."""
    if _is_masthead_line(line, words):
        return True
    parts = re.split(r"[ \u3000]+|[:：/／]", line.text)
    staff = sum(part in words.masthead_fields for part in parts)
    return (
        line.role is Role.TEXT and len(parts) >= 2 and staff > 0 and size(line.text) <= 40 and not is_closed(line.text)
    )


def _before_contents(draft: ImportDraft, issue_line: int | None) -> dict[int, Role]:
    """The short lines around an issue line that stands right above the contents page."""
    titles = draft.vocabulary.contents_titles
    contents = next((i for i, line in enumerate(draft.lines) if says_only(line.text, titles)), None)
    if issue_line is None or contents is None or not issue_line < contents <= issue_line + _FRONT:
        return {}
    first = 0 if issue_line <= _NEAR else issue_line
    front = range(first, contents)
    if any(size(draft.lines[i].text) > 48 or is_closed(draft.lines[i].text) for i in front):
        return {}
    return {i: Role.MASTHEAD for i in front if draft.lines[i].role is Role.TEXT}


def _notices(draft: ImportDraft, taken: dict[int, Role]) -> dict[int, Role]:
    """Notice headings with the paragraphs under them that speak of fees and rights, and cover credits."""
    roles: dict[int, Role] = {}
    words = draft.vocabulary
    for index, line in enumerate(draft.lines):
        if index in taken:
            continue
        if (
            size(line.text) <= 40
            and line.text.startswith(words.masthead_cover_openings)
            and re.search(r"[:：/／]", line.text)
        ):
            roles[index] = Role.MASTHEAD
        opening = re.split(r"[:：\s]", line.text, maxsplit=1)[0]
        if opening != line.text and opening.strip() in words.masthead_notice_titles and _is_notice(line.text, words):
            roles[index] = Role.NOTICE
        if says_only(line.text, words.masthead_notice_titles):
            below = index + 1
            while (
                below < len(draft.lines)
                and below <= index + 12
                and (
                    _is_notice(draft.lines[below].text, words)
                    or (below == index + 1 and is_closed(draft.lines[below].text))
                )
            ):
                roles[below] = Role.NOTICE
                below += 1
            if below > index + 1:
                roles[index] = Role.NOTICE
    return roles


def _is_notice(text: str, words: Vocabulary) -> bool:
    return size(text) >= 12 and sum(word in text for word in words.masthead_notice_words) >= 1


def _codes(draft: ImportDraft, taken: dict[int, Role]) -> dict[int, Role]:
    """QR labels beside the masthead belong to the magazine, not to an article."""
    roles: dict[int, Role] = {}
    for index, line in enumerate(draft.lines):
        words = line.text.split()
        if index in taken or len(words) > 6 or not all(is_qr_label(w, draft) or is_named_like(w, draft) for w in words):
            continue
        if not any(is_qr_label(word, draft) for word in words):
            continue
        near = range(max(0, index - 4), min(len(draft.lines), index + 5))
        if any(taken.get(other) is Role.MASTHEAD or roles.get(other) is Role.QR for other in near):
            roles[index] = Role.QR
    return roles


def is_named_like(word: str, draft: ImportDraft) -> bool:
    """Whether a word names one of the publisher's channels, as QR labels standing in a row do."""
    return size(word) <= 12 and word.endswith(("网", "号", "站", "台", "端", "报"))
