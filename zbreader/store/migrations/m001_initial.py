"""Version 1: issues, articles, their sources, annotations and reading places."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

TABLES = (
    # A removed or replaced issue stays, with removed set, so that it can be brought back. Keys are never used twice:
    # whoever keeps something made from an issue (the full-text index) knows by its key whether it is still valid.
    """
    CREATE TABLE issues (
        key INTEGER PRIMARY KEY AUTOINCREMENT,
        id TEXT NOT NULL,
        title TEXT NOT NULL,
        magazine TEXT,
        half TEXT,
        year INTEGER,
        number INTEGER,
        serial INTEGER,
        publish_day TEXT,
        imported TEXT NOT NULL,
        removed TEXT
    )
    """,
    "CREATE UNIQUE INDEX live_issues ON issues (id) WHERE removed IS NULL",
    """
    CREATE TABLE sources (
        issue INTEGER PRIMARY KEY REFERENCES issues (key) ON DELETE CASCADE,
        name TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        data BLOB NOT NULL
    )
    """,
    "CREATE INDEX sources_by_sha256 ON sources (sha256)",
    """
    CREATE TABLE articles (
        key INTEGER PRIMARY KEY AUTOINCREMENT,
        issue INTEGER NOT NULL REFERENCES issues (key) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        id TEXT NOT NULL,
        title TEXT NOT NULL,
        "column" TEXT,
        "group" TEXT,
        kicker TEXT,
        subtitle TEXT,
        authors TEXT NOT NULL,
        author_note TEXT,
        page INTEGER,
        confidence REAL NOT NULL,
        UNIQUE (issue, position)
    )
    """,
    "CREATE INDEX articles_by_id ON articles (id)",
    """
    CREATE TABLE paragraphs (
        article INTEGER NOT NULL REFERENCES articles (key) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        kind TEXT NOT NULL,
        text TEXT NOT NULL,
        lines TEXT NOT NULL,
        confidence REAL NOT NULL
    )
    """,
    "CREATE UNIQUE INDEX paragraphs_of_article ON paragraphs (article, position)",
    """
    CREATE TABLE blocks (
        issue INTEGER NOT NULL REFERENCES issues (key) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        kind TEXT NOT NULL,
        text TEXT NOT NULL,
        lines TEXT NOT NULL
    )
    """,
    "CREATE UNIQUE INDEX blocks_of_issue ON blocks (issue, position)",
    """
    CREATE TABLE missing_articles (
        issue INTEGER NOT NULL REFERENCES issues (key) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        title TEXT NOT NULL,
        "column" TEXT,
        "group" TEXT,
        authors TEXT NOT NULL,
        page INTEGER,
        lines TEXT NOT NULL
    )
    """,
    "CREATE UNIQUE INDEX missing_articles_of_issue ON missing_articles (issue, position)",
    """
    CREATE TABLE findings (
        issue INTEGER NOT NULL REFERENCES issues (key) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        rule TEXT NOT NULL,
        lines TEXT NOT NULL,
        template TEXT NOT NULL,
        "values" TEXT NOT NULL,
        confidence REAL NOT NULL
    )
    """,
    "CREATE UNIQUE INDEX findings_of_issue ON findings (issue, position)",
    # Annotations name issue and article without a foreign key: a mark survives the removal of what it marks.
    """
    CREATE TABLE annotations (
        key INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        issue_id TEXT NOT NULL,
        article_id TEXT NOT NULL,
        issue_label TEXT NOT NULL,
        article_title TEXT NOT NULL,
        exact TEXT,
        prefix TEXT,
        suffix TEXT,
        "start" INTEGER,
        "end" INTEGER,
        creator TEXT NOT NULL,
        created TEXT NOT NULL,
        modified TEXT NOT NULL,
        revision INTEGER NOT NULL,
        style TEXT NOT NULL,
        color TEXT NOT NULL,
        note TEXT,
        deleted INTEGER NOT NULL,
        conflict_of TEXT
    )
    """,
    "CREATE INDEX annotations_by_article ON annotations (article_id)",
    "CREATE INDEX annotations_by_issue ON annotations (issue_id)",
    """
    CREATE TABLE annotation_tags (
        annotation INTEGER NOT NULL REFERENCES annotations (key) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        tag TEXT NOT NULL,
        PRIMARY KEY (annotation, position)
    ) WITHOUT ROWID
    """,
    "CREATE INDEX annotation_tags_by_tag ON annotation_tags (tag)",
    """
    CREATE TABLE places (
        article_id TEXT PRIMARY KEY,
        fraction REAL NOT NULL,
        modified TEXT NOT NULL
    ) WITHOUT ROWID
    """,
)


def m001_initial(db: Database) -> None:
    """Make every table of version 1 in the empty file DB."""
    for statement in TABLES:
        db.execute(statement)
