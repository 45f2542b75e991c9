"""The benchmark's issues: as many, as long and as different as asked, and good to import."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

import pytest

from tools.make_corpus import ARTICLES, make_issues
from zbreader import importers

ROOT = Path(__file__).resolve().parents[2]


def test_the_same_seed_gives_the_same_issues() -> None:
    assert list(make_issues(2, seed=5, characters=9000)) == list(make_issues(2, seed=5, characters=9000))
    assert list(make_issues(2, seed=5, characters=9000)) != list(make_issues(2, seed=6, characters=9000))


def test_issues_are_made_one_at_a_time_and_do_not_depend_on_how_many() -> None:
    endless = make_issues(10**9, seed=5, characters=9000)
    assert list(islice(endless, 3)) == list(make_issues(3, seed=5, characters=9000))


def test_names_are_unique_and_lengths_are_as_asked() -> None:
    issues = list(make_issues(50, seed=2, characters=9000))
    assert len({name for name, _ in issues}) == len({text for _, text in issues}) == 50
    assert [len(text) for _, text in issues] == pytest.approx([9000] * 50, rel=0.2)
    assert len(next(make_issues(1))[1]) == pytest.approx(75_000, rel=0.05)


@pytest.mark.parametrize("articles", [3, ARTICLES])
def test_an_issue_imports_well(articles: int) -> None:
    vocabulary = importers.load_vocabulary(ROOT / "resources/vocabulary")
    for name, text in make_issues(2, seed=3, characters=articles * 1_300, articles=articles):
        document = importers.read_source(name, text.encode())
        issue = importers.build_issue(document, vocabulary, source_sha256="0" * 64)
        printed = [line.removeprefix("# ") for line in text.split("\n") if line.startswith("# ")]
        assert [article.title for article in issue.articles] == printed[2:]
        assert len(issue.articles) == articles
        assert all(article.authors and article.column for article in issue.articles)
        assert issue.identity.magazine == "苇渡支部生活"
