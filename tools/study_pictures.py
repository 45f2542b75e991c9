"""Pictures of study sessions for the guide: `python -m tools.study_pictures [FOLDER]`, after `tools/screenshots.py`.

Everything shown is invented: four people, their marks on the sample issue, and one session about it.
"""

from __future__ import annotations

import os
import random
import secrets
import sys
import tempfile
from dataclasses import replace
from datetime import datetime, timezone
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from tools.screenshots import ROOT, Photographer
from zbreader.model.mark import HighlightColor
from zbreader.model.session import Absence, Decision, Remark
from zbreader.resources import resource
from zbreader.services.library import Services, open_library
from zbreader.text.sentences import sentences
from zbreader.ui.theme.fonts import window_font
from zbreader.ui.translation import CHINESE, install, install_own_of_qt

PEOPLE = ("林小禾", "周望川", "何田", "江一苇")
NOTES = (None, None, "这句话要记住。", "怎么落到我们村？")
TAGS = ("赞同", "存疑", "金句")


def fill(services: Services) -> tuple[str, str]:
    """Marks of four people and a session; ids of the session and of its first article."""
    services.importing.import_files([resource("sample", "sample-issue.txt")])
    articles = services.reading.articles(services.reading.issues()[0].id)[:5]
    draw = random.Random(3)
    for name in PEOPLE:
        services.people.add(name, "第二党支部")
        for article in articles[:4]:
            ranges = sentences(services.reading.article(article.id).text)[:10]
            for start, end in draw.sample(ranges, min(len(ranges), draw.randint(1, 4))):
                services.annotating.add_highlight(
                    article.id,
                    start,
                    end,
                    color=draw.choice(list(HighlightColor)),
                    note=draw.choice(NOTES),
                    tags=[draw.choice(TAGS)],
                )
    session = services.studying.plan([one.id for one in articles], theme="把灯点到群众身边", day="2031-06-20")
    services.studying.save(
        replace(
            session,
            time="14:30",
            place="镇文化站二楼",
            branch="苇渡镇第二党支部",
            host="江一苇",
            recorder="何田",
            leader="林小禾",
            questions=("夜校开起来以后，谁来管？", "怎样让年轻人愿意来？"),
            expected=(*PEOPLE, "沈渡"),
            absences=(Absence("沈渡", "值班"),),
            remarks=(Remark("林小禾", "第二党支部", "灯要有人守，话要有人听。"),),
            decisions=(Decision("排夜校值班表", "周望川", "7月1日前"),),
            held=True,
        )
    )
    services.studying.plan([articles[0].id], theme="读书班", day="2031-07-04")
    return session.id, articles[0].id


def main() -> int:
    """Make the pictures."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "screenshots"
    application = QApplication(["zbreader"])
    application.setStyle("Fusion")
    install(application, CHINESE)
    install_own_of_qt(application, CHINESE)
    application.setFont(window_font(application.font()))
    with tempfile.TemporaryDirectory() as scratch:
        place = Path(scratch)
        services = open_library(place, clock=lambda: datetime.now(timezone.utc), random_bits=secrets.randbits)
        session, article = fill(services)
        services.close()
        take(Photographer(application, folder), place, session, article)
    return 0


def take(photographer: Photographer, place: Path, session: str, article: str) -> None:
    """Heat beside the text, plan, board, a slide."""
    window = photographer.open(place)
    window.open_article(article)
    photographer.until(lambda: window.open.id == article)
    window.actions_by_name["group_heat"].setChecked(True)
    photographer.until(lambda: window.study.margin and window.study.margin.heat)
    photographer.shoot("study-heat")
    window.actions_by_name["sessions"].trigger()
    study = window.study.study
    assert study is not None
    photographer.until(lambda: study.model.rowCount() == 2)
    study.choose(session)
    photographer.until(lambda: study.board.model.view and study.board.model.view.session.id == session)
    photographer.shoot("study-plan", alone=study)
    study.tabs.setCurrentWidget(study.board)
    photographer.rest()
    photographer.shoot("study-board", alone=study)
    photographer.close()


if __name__ == "__main__":
    raise SystemExit(main())
