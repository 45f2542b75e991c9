"""How a magazine's issue is rebuilt: every rule, in order."""

from __future__ import annotations

from collections.abc import Callable

from zbreader.importers.draft import ImportDraft
from zbreader.importers.magazine.advertisements import advertisements
from zbreader.importers.magazine.bodies import bodies
from zbreader.importers.magazine.columns import columns
from zbreader.importers.magazine.contents import contents
from zbreader.importers.magazine.credits import credits
from zbreader.importers.magazine.endings import endings
from zbreader.importers.magazine.entries import entries
from zbreader.importers.magazine.flow import flow
from zbreader.importers.magazine.furniture import furniture
from zbreader.importers.magazine.groups import groups
from zbreader.importers.magazine.headlines import headlines
from zbreader.importers.magazine.learn import learn
from zbreader.importers.magazine.masthead import masthead
from zbreader.importers.magazine.normalize import normalize
from zbreader.importers.magazine.orphans import orphans
from zbreader.importers.magazine.reorder import reorder
from zbreader.importers.magazine.turns import turns
from zbreader.importers.magazine.unwrap import unwrap

Rule = Callable[[ImportDraft], ImportDraft]

RULES: tuple[tuple[str, Rule], ...] = (
    ("unwrap", unwrap),
    ("normalize", normalize),
    ("learn", learn),
    ("endings", endings),
    ("furniture", furniture),
    ("masthead", masthead),
    ("contents", contents),
    ("entries", entries),
    ("advertisements", advertisements),
    ("headlines", headlines),
    ("groups", groups),
    ("bodies", bodies),
    ("flow", flow),
    ("turns", turns),
    ("reorder", reorder),
    ("orphans", orphans),
    ("credits", credits),
    ("columns", columns),
)


def run(draft: ImportDraft) -> ImportDraft:
    """Apply every rule in order."""
    for _, rule in RULES:
        draft = rule(draft)
    return draft
