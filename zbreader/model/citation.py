"""What a citation is made from, and the forms in which people want it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from zbreader.model.issue import Article, IssueIdentity


class CitationStyle(str, Enum):
    """How a source is named."""

    MAGAZINE = "magazine"  # ——《刊名》2024年第7期·栏目·篇目·作者, as magazines and study notes do
    GBT_2015 = "gbt7714-2015"
    GBT_2025 = "gbt7714-2025"


@dataclass(frozen=True, slots=True)
class CitedArticle:
    """An article in an issue of a magazine, as far as it is known."""

    title: str
    issue_label: str = ""  # what a person calls the issue; stands in where the identity is unknown
    subtitle: str | None = None
    column: str | None = None
    authors: tuple[str, ...] = ()
    page: int | None = None
    identity: IssueIdentity = field(default_factory=IssueIdentity)

    @classmethod
    def of(cls, article: Article, issue_label: str, identity: IssueIdentity) -> CitedArticle:
        """An article of our own library."""
        return cls(
            article.title, issue_label, article.subtitle, article.column, article.authors, article.page, identity
        )
