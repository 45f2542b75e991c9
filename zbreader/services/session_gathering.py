"""Plans of sessions that came in files: what they make of the sessions of this library."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from zbreader.exchange import session_plan
from zbreader.exchange.notes import NotesFile
from zbreader.model.session import Session, SessionPlan
from zbreader.services.session_homing import sessions_at_home
from zbreader.services.session_sheets import trimmed
from zbreader.store import session_plans, sessions
from zbreader.store.database import Connection

MOST = 2000  # sessions of a library
_LONGEST = 2000  # code points of one field


@dataclass(frozen=True, slots=True)
class SessionMerge:
    """What a merge makes of one session. kept: how many of its changes gave way to changes made here."""

    session: Session
    is_new: bool = True
    kept: int = 0


@dataclass(frozen=True, slots=True)
class SessionState:
    """How a session and its plan stand, or stood, in the library; None: they do not."""

    id: str
    session: Session | None
    plan: SessionPlan | None


@dataclass(frozen=True, slots=True)
class SessionsPlanned:
    """What is to be written, what stands there now, and what it comes to."""

    after: tuple[SessionState, ...] = ()
    before: tuple[SessionState, ...] = ()
    merges: tuple[SessionMerge, ...] = ()


def planned(
    connection: Connection, files: Sequence[NotesFile], told: Mapping[tuple[str, str], str], *, by_hand: bool
) -> SessionsPlanned:
    """What the plans in FILES make of the sessions here. told: fingerprints of articles.

    A session that was taken away here stays away, unless the person asks for the file (by_hand).
    """
    latest: dict[str, SessionPlan] = {}
    for plan in (plan for file in files for plan in file.sessions):
        here = _here(connection, plan)
        latest[here.session.id] = session_plan.later(latest.get(here.session.id), here)
    if not latest:
        return SessionsPlanned()
    room = MOST - len(sessions.all_of_them(connection))
    before: list[SessionState] = []
    after: list[SessionState] = []
    merges: list[SessionMerge] = []
    for id_, plan in sorted(latest.items()):
        state = SessionState(id_, sessions.get(connection, id_), session_plans.get(connection, id_))
        merge = _merge(connection, state, plan, told, by_hand=by_hand)
        if merge is None or (merge.is_new and room <= 0):
            continue  # Skipping: more sessions than anybody plans; what came beyond them waits for its next version.
        room -= merge.is_new
        before.append(state)
        after.append(SessionState(id_, merge.session, plan))
        merges.append(merge)
    return SessionsPlanned(tuple(after), tuple(before), tuple(merges))


def put(connection: Connection, states: Sequence[SessionState], moment: str) -> None:
    """Let sessions and plans stand so."""
    for state in states:
        if state.session is None:
            sessions.remove(connection, state.id)
        else:
            sessions.put(connection, state.session, moment)
    session_plans.forget(connection, (state.id for state in states if state.plan is None))
    session_plans.put(connection, (state.plan for state in states if state.plan is not None))


def _here(connection: Connection, plan: SessionPlan) -> SessionPlan:
    """PLAN under the id that it has here: nobody's plan changes a session that is somebody else's."""
    known = session_plans.get(connection, plan.session.id)
    is_own = known is None and sessions.get(connection, plan.session.id) is not None
    if is_own or (known is not None and known.person_id != plan.person_id):
        other = session_plan.own_id(plan.session.id, plan.person_id)
        return replace(plan, session=replace(plan.session, id=other))
    return plan


def _merge(
    connection: Connection,
    state: SessionState,
    plan: SessionPlan,
    told: Mapping[tuple[str, str], str],
    *,
    by_hand: bool,
) -> SessionMerge | None:
    """What comes of one plan; None: nothing."""
    (theirs,) = sessions_at_home(connection, [trimmed(plan.session, _LONGEST)], told)
    if state.session is None:
        return SessionMerge(theirs) if state.plan is None or by_hand else None
    if state.plan is None or session_plan.later(state.plan, plan) is state.plan:
        return None
    now, kept = session_plan.merged(state.session, state.plan.session, theirs)
    return SessionMerge(now, False, kept)
