"""Handing out the plans of sessions: in which version they go, and which of them stand in the shared folder."""

from __future__ import annotations

from dataclasses import replace

from zbreader.exchange.session_plan import MOST_PLANS, own_id
from zbreader.model.session import Session, SessionPlan, plan_of
from zbreader.store import session_plans, sessions
from zbreader.store.database import Connection


def outgoing(connection: Connection, session: Session, person_id: str) -> SessionPlan:
    """The plan of SESSION as a person hands it out: a version further when it says something else than the last time.

    What came from somebody else goes out under an id of its own, and changes nothing of theirs.
    """
    known = session_plans.get(connection, session.id)
    plan = plan_of(session)
    if known is not None and known.person_id != person_id:
        plan = replace(plan, id=own_id(session.id, person_id))
        known = session_plans.get(connection, plan.id)
    if known is None:
        return SessionPlan(plan, person_id)
    return SessionPlan(plan, person_id, known.revision + (known.session != plan))


def shared(connection: Connection, person_id: str) -> list[SessionPlan]:
    """The plans that a person's file in the shared folder tells, as they are now; of sessions that are still here."""
    wanted = {plan.session.id for plan in session_plans.shared(connection, person_id)}
    if not wanted:
        return []
    plans = [outgoing(connection, session, person_id) for session in sessions.all_of_them(connection)]
    return [plan for plan in plans if plan.session.id in wanted][-MOST_PLANS:]
