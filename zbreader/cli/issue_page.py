"""One issue as a page of plain text or as JSON."""

from __future__ import annotations

from collections.abc import Iterator

from zbreader.model.issue import Article, Finding, Issue, ParagraphKind
from zbreader.services.labels import issue_label


def issue_page(issue: Issue, fallback: str) -> str:
    """The whole ISSUE for a person to read; FALLBACK is its name when it does not say one."""
    lines = [f"{issue_label(issue.identity, fallback)}  {issue.id}", ""]
    for article in issue.articles:
        lines += _article(article)
    if issue.missing:
        lines += ["目录上有、正文里没有找到：", *(f"  {entry.title}" for entry in issue.missing), ""]
    if issue.findings:
        lines += ["存疑之处：", *(f"  {_place(f)}：{f.message}" for f in issue.findings), ""]
    if issue.unplaced:
        lines.append(f"另有 {len(issue.unplaced)} 段文字不属于任何文章（目录、版权页、通知等）。")
    return "\n".join(lines).rstrip()


def issue_document(issue: Issue) -> dict[str, object]:
    """The whole ISSUE as the JSON that `inspect` and `show` print."""
    from zbreader.importers import issue_to_json  # Here, because other commands need no importer.

    return issue_to_json(issue)


def _article(article: Article) -> Iterator[str]:
    place = "·".join(part for part in (article.column, article.group) if part)
    yield f"【{place}】{article.title}" if place else article.title
    if article.subtitle:
        yield f"——{article.subtitle}"
    facts = [" ".join(article.authors), f"第 {article.page} 页" if article.page else "", article.id]
    yield "  ".join(fact for fact in facts if fact)
    for paragraph in article.paragraphs:
        yield f"\n{paragraph.text}" if paragraph.kind is ParagraphKind.HEADING else f"　　{paragraph.text}"
    if article.author_note:
        yield f"（{article.author_note}）"
    yield ""


def _place(finding: Finding) -> str:
    """Where a doubt is and how sure the importer was; some are about the whole file."""
    where = f"第 {'、'.join(map(str, finding.lines))} 行" if finding.lines else "全文"
    return f"{where}（把握 {finding.confidence:.0%}）"
