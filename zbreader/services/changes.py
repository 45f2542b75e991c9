"""What one operation changed, so that views refresh only what is their own."""

from __future__ import annotations

from dataclasses import dataclass

NOTHING: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Changes:
    """Ids of what was added, altered or removed by one operation."""

    issues: frozenset[str] = NOTHING
    articles: frozenset[str] = NOTHING
    annotations: frozenset[str] = NOTHING
    settings: frozenset[str] = NOTHING  # keys
    collections: frozenset[str] = NOTHING
    people: frozenset[str] = NOTHING  # who is called otherwise now, came, went, or writes here from now on
    sessions: frozenset[str] = NOTHING

    def __or__(self, other: Changes) -> Changes:
        return Changes(
            self.issues | other.issues,
            self.articles | other.articles,
            self.annotations | other.annotations,
            self.settings | other.settings,
            self.collections | other.collections,
            self.people | other.people,
            self.sessions | other.sessions,
        )

    def __bool__(self) -> bool:
        kinds = (self.issues, self.articles, self.annotations, self.settings, self.collections, self.people)
        return any(kinds) or bool(self.sessions)
