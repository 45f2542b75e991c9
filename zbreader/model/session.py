"""学习会: one meeting of a study group, from its plan to its record. Everything may be left empty.

On purpose there are no points, no ranks and no reading times.
"""

from __future__ import annotations

from dataclasses import dataclass

# The six kinds of a monthly theme; a session may also have a kind in words of its own.
KINDS = ("政治仪式", "集中学习", "经验交流", "志愿服务", "民主议事", "问题查改")
FORMS = ("集中学习", "领学", "互学", "读书班", "专题研讨", "联学", "自学")


@dataclass(frozen=True, slots=True)
class SessionArticle:
    """An article that a session reads, and who leads through it. The words stay when the issue is removed."""

    article_id: str
    title: str = ""
    issue_label: str = ""
    leader: str = ""  # 领学人


@dataclass(frozen=True, slots=True)
class Absence:
    """Who was expected and did not come; `made_up` says when they studied what they missed (空: not yet)."""

    name: str
    reason: str = ""
    made_up: str = ""


@dataclass(frozen=True, slots=True)
class Remark:
    """What someone said, in their own words."""

    name: str
    branch: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided, who sees to it, until when, and whether it is done."""

    matter: str
    person: str = ""
    due: str = ""
    done: str = ""


@dataclass(frozen=True, slots=True)
class Session:
    """One session. `day` is ISO 8601 (2031-06-20) or empty; `extra` holds further fields of its record by name."""

    id: str
    day: str = ""
    time: str = ""
    theme: str = ""
    kind: str = ""
    form: str = ""
    place: str = ""
    branch: str = ""  # 主办党支部
    partner: str = ""  # 联建单位
    host: str = ""
    recorder: str = ""
    leader: str = ""
    articles: tuple[SessionArticle, ...] = ()
    questions: tuple[str, ...] = ()
    expected: tuple[str, ...] = ()  # names
    absences: tuple[Absence, ...] = ()
    remarks: tuple[Remark, ...] = ()
    decisions: tuple[Decision, ...] = ()
    extra: tuple[tuple[str, str], ...] = ()
    held: bool = False

    @property
    def present(self) -> tuple[str, ...]:
        """Those expected who were not absent."""
        absent = {absence.name for absence in self.absences}
        return tuple(name for name in self.expected if name not in absent)

    @property
    def title(self) -> str:
        """What to call it: its theme, else its first article."""
        return self.theme or next((article.title for article in self.articles if article.title), "")


@dataclass(frozen=True, slots=True)
class SessionPlan:
    """What a session is to be, as its leader hands it to the group: a session of which nothing but its plan is told.

    person_id: whose plan it is; revision: counts the versions that were handed out, and never goes down.
    """

    session: Session
    person_id: str = ""
    revision: int = 1


PLAN_WORDS = (
    *("day", "time", "theme", "kind", "form", "place", "branch", "partner", "host", "recorder", "leader"),
)  # the fields of a plan that are single texts; its articles and questions are lists


def plan_of(session: Session) -> Session:
    """SESSION with nothing but its plan: not who is expected, what was said, what was decided."""
    words = {name: getattr(session, name) for name in PLAN_WORDS}
    return Session(session.id, **words, articles=session.articles, questions=session.questions)


@dataclass(frozen=True, slots=True)
class CatchUp:
    """补学: who missed which session, and what there is to read."""

    name: str
    session_id: str
    day: str
    title: str
    reason: str
    articles: tuple[SessionArticle, ...]
