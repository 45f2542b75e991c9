"""Which paragraphs above a headline already belong to it: a lead, a biography printed in a box."""

from __future__ import annotations

import re

from zbreader.importers.draft import DraftArticle, ImportDraft, Role
from zbreader.importers.magazine.authorship import is_person
from zbreader.importers.magazine.shapes import is_closed, is_short, size
from zbreader.importers.magazine.topics import topic_of, weights
from zbreader.importers.vocabulary import Vocabulary
from zbreader.text.punctuation import ends_sentence

_MOST = 3  # paragraphs
_AROUND = 14  # lines before and after a paragraph that tell whose subject it has
_ABOUT = 6.5  # evidence that it is the following article's
_APART = 3.5  # … and that it does not go on where the paragraph above it was cut
_FRONT = {Role.CONTENTS, Role.MASTHEAD, Role.NOTICE}  # what no article runs across
_BORN = re.compile(r"年(?:\d{1,2}月)?(?:出)?生|生于|人，|籍贯|毕业")
_QUOTED = re.compile('“[^”]*”|「[^」]*」|『[^』]*』|"[^"]*"')
_PEOPLE = (
    "员",
    "者",
    "工",
    "师",
    "匠",
    "医",
    "家",
    "手",
    "长",
)  # what the clause after a name in a biography ends with
_INTRODUCED = re.compile(r"^([\u3400-\u9fff·]{2,6})[，,]")


def lead_above(draft: ImportDraft, article: DraftArticle, following: DraftArticle, end: int) -> tuple[int, ...]:
    """Indexes of the lines before index `end` (the next headline) that belong to the next article, in order."""
    own = [
        i
        for i in range(article.headline[-1] + 1, end)
        if draft.lines[i].role in (Role.TEXT, Role.AUTHOR_NOTE, Role.CAPTION, Role.END_MARK)
    ]
    text = [i for i in own if not _is_picture(draft, i)]
    for count in range(1, min(_MOST, len(text) - 1) + 1):
        lead, before = text[-count:], text[-count - 1]
        if any(draft.lines[i].role is not Role.TEXT for i in lead):
            return ()
        if not ends_sentence(draft.lines[lead[-1]].text) or draft.lines[lead[-1]].ended:
            return ()
        if _is_lead(draft, lead, before, following):
            return tuple(i for i in own if i >= lead[0])  # with the captions that stand inside it
    return ()


def _is_picture(draft: ImportDraft, index: int) -> bool:
    """Whether a line is a caption, or a short one where a picture was that could be one."""
    line = draft.lines[index]
    alone = line.gap >= draft.picture_gap and is_short(line.text) and not is_closed(line.text)
    return line.role is Role.CAPTION or (line.role is Role.TEXT and line.level is None and alone)


def _is_lead(draft: ImportDraft, lead: list[int], before: int, following: DraftArticle) -> bool:
    line = draft.lines[before]
    first = draft.lines[lead[0]].text
    if size(first) < 25:
        return False
    between = {Role.CAPTION if _is_picture(draft, i) else draft.lines[i].role for i in range(before + 1, lead[0])}
    if line.ended or line.role in (Role.AUTHOR_NOTE, Role.END_MARK) or between & _FRONT:
        return True
    if Role.CAPTION in between:
        return False
    after = "".join(
        draft.lines[i].text
        for i in range(following.headline[-1] + 1, min(len(draft.lines), following.headline[-1] + 14))
    )
    if introduces_person(first, draft.vocabulary):
        name = first[: re.search(r"[，,]", first).start()]  # type: ignore[union-attr]
        back = "".join(draft.lines[i].text for i in range(max(0, before - 8), before + 1))
        return after.count(name) > back.count(name)
    if len(lead) > 1:
        return False
    if is_closed(line.text):
        return _about(draft, lead[0], before, following) >= _ABOUT
    apart = -draft.language.goes_on(line.text, first)
    return not is_short(line.text) and apart > 1.0 and apart + _about(draft, lead[0], before, following) >= _APART


def _about(draft: ImportDraft, lead: int, before: int, following: DraftArticle) -> float:
    """Evidence that a paragraph shares its rare words (a name, a place) with what follows, not with what precedes."""
    below = range(following.headline[-1] + 1, min(len(draft.lines), following.headline[-1] + _AROUND))
    after = topic_of(draft, [*following.headline, *(i for i in below if draft.lines[i].role is Role.TEXT)])
    above = range(max(0, before - _AROUND), before + 1)
    own = topic_of(draft, [i for i in above if draft.lines[i].role is Role.TEXT])
    here, there = weights(draft, draft.lines[lead].text, [after, own])
    return here - there


def introduces_person(text: str, words: Vocabulary) -> bool:
    """Whether a paragraph is a short biography: 姓名，职务…."""
    found = _INTRODUCED.match(text)
    if not found or not is_person(found.group(1), words):
        return False
    start = _QUOTED.sub("", text)[:60].split("。")[0]
    clause = re.split("[，,]", start)[1:2]
    if clause and clause[0].endswith(_PEOPLE):
        return True
    return _BORN.search(start) is not None or any(position in start for position in words.bylines_position_endings)
