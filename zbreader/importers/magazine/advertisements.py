"""Rule: set advertisements apart that stand between the articles of a page."""

from __future__ import annotations

import re

from zbreader.importers.draft import ImportDraft, Role
from zbreader.importers.magazine.authorship import is_byline
from zbreader.importers.magazine.shapes import is_short, size
from zbreader.importers.vocabulary import Vocabulary
from zbreader.model.issue import Finding
from zbreader.model.message import message

_CALL = re.compile(
    r"(?:电话|热线|手机|联系人|微信|传真|QQ|咨询|地址|网址)\s*[:：]|\d{3,4}-\d{7,8}|1[3-9]\d{9}|400-?\d{3,4}-?\d{3,4}"
)
_NAMED = re.compile(r"^.{0,16}(?:公益|分类|商业)?广告[）)】]?$")
_ABOVE = 3  # short lines above that can belong to an advertisement
_LONGEST = 160  # characters of an advertisement's line
_ENOUGH = 2  # words of advertising besides the telephone


def advertisements(draft: ImportDraft) -> ImportDraft:
    """Takes lines with a telephone and the words of advertising, and the short lines above them, out of the text."""
    roles: dict[int, Role] = {}
    findings: list[Finding] = []
    for index, line in enumerate(draft.lines):
        if line.role is Role.TEXT and _NAMED.match(line.text):
            roles[index] = Role.ADVERTISEMENT
        if line.role is not Role.TEXT or index in roles or not is_call(line.text, draft.vocabulary):
            continue
        block = [index]
        above = index - 1
        while above >= 0 and len(block) <= _ABOVE and _can_belong(draft, above):
            block.insert(0, above)
            above -= 1
        roles.update(dict.fromkeys(block, Role.ADVERTISEMENT))
        if len(block) > 1:
            continue  # headed by what it sells: nothing to doubt
        findings.append(
            draft.finding("advertisements", block, message("这几行像是广告或通告，没有归入任何文章。"), 0.7)
        )
    return draft.with_roles(roles).with_findings(*findings)


def is_call(text: str, words: Vocabulary) -> bool:
    """Whether a line gives a telephone or an address in the way of an advertisement."""
    if size(text) > _LONGEST or len(_CALL.findall(text)) < 1:
        return False
    return sum(word in text for word in words.furniture_advertisement_words) >= _ENOUGH


def _can_belong(draft: ImportDraft, index: int) -> bool:
    line = draft.lines[index]
    return (
        line.role is Role.TEXT and is_short(line.text) and not line.ended and not is_byline(line.text, draft.vocabulary)
    )
