"""Readers: who has read an article to the end, as far as this library knows: here, or by a file that says so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from zbreader.exchange.notes import NotesFile
from zbreader.model.annotation import AnnotationFilter
from zbreader.model.person import person_key
from zbreader.model.progress import READ_TO_THE_END
from zbreader.store import readings
from zbreader.store.database import Connection
from zbreader.store.readings import Reading
from zbreader.text.fingerprints import fingerprint, same_among


def own(
    connection: Connection, wanted: AnnotationFilter | None = None, article_ids: Sequence[str] | None = None
) -> list[tuple[str, str]]:
    """Issue and id of the articles read to the end here; of the issue or article of WANTED, of ARTICLE_IDS alone."""
    issue, article = (wanted.issue_id, wanted.article_id) if wanted else (None, None)
    return [
        place
        for place in readings.finished(connection, READ_TO_THE_END)
        if issue in (None, place[0])
        and article in (None, place[1])
        and (article_ids is None or place[1] in article_ids)
    ]


def told(files: Sequence[NotesFile]) -> list[Reading]:
    """What FILES say of the reading of those whose files they are; nobody speaks for another."""
    return [
        Reading(key, *place)
        for file in files
        if file.person is not None and (key := person_key(file.person.id, file.person.name))
        for place in file.read
    ]


def of_articles(connection: Connection, texts: Mapping[str, str], me: str) -> dict[str, frozenset[str]]:
    """Who read the articles of TEXTS (by id): ME here, others as they said; another conversion counts as the same."""
    found: dict[str, set[str]] = {article_id: set() for article_id in texts}
    for reading in readings.of_articles(connection, texts):
        found[reading.article_id].add(reading.person_id)
    if me:
        for _, article_id in own(connection, article_ids=list(texts)):
            found[article_id].add(me)
    strangers = readings.of_strangers(connection)
    prints = {article_id: fingerprint(text) for article_id, text in texts.items()} if strangers else {}
    for reading, print_ in strangers:
        same = same_among(print_, prints)
        if same is not None:
            found[same].add(reading.person_id)
    return {article_id: frozenset(people) for article_id, people in found.items()}
