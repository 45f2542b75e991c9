"""Opens the study sessions for the window and answers what they ask. The room is imported when it is first wanted."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from zbreader.ui.open_article import Arrival

if TYPE_CHECKING:
    from zbreader.model.session import Session
    from zbreader.services.session_view import SessionView
    from zbreader.ui.main_window import MainWindow
    from zbreader.ui.study.heat_margin import HeatMargin
    from zbreader.ui.study.projector import Projector
    from zbreader.ui.study.window import StudyWindow


class StudyController(QObject):
    """Belongs to one window."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.study: StudyWindow | None = None
        self.projector: Projector | None = None
        self.margin: HeatMargin | None = None
        window.actions_by_name.connect_all(
            {
                "sessions": self.open,
                "study_article": self.study_open_article,
                "group_heat": self.show_heat,
            }
        )
        window.look.theme_changed.connect(self._on_theme_changed)

    def open(self) -> None:
        """Show the sessions."""
        from zbreader.ui.study.window import StudyWindow

        window = self._window
        if self.study is None:
            study = StudyWindow(window.look.theme, window)
            self.study = study
            study.shown.connect(self.refresh)
            study.chosen.connect(self._on_chosen)
            study.new_requested.connect(lambda: self.plan([window.open.id] if window.open.id else []))
            study.delete_requested.connect(self._delete)
            study.saved.connect(lambda session: window.operations.run(lambda: window.services.studying.save(session)))
            study.sheet_requested.connect(self.export)
            study.project_requested.connect(self.project)
            study.give_requested.connect(self.give)
            study.hand_out_requested.connect(self.hand_out)
            study.plan.add_article_requested.connect(self._add_open_article)
            study.undo_requested.connect(lambda: window.operations.run(window.services.undo.undo))
            study.redo_requested.connect(lambda: window.operations.run(window.services.undo.redo))
            study.board.opposites_requested.connect(self._ask_opposites)
            study.board.place_requested.connect(self._go)
            study.board.note_requested.connect(lambda article, note: window.open_article(article, Arrival(note=note)))
            window.bridge.sessions_changed.connect(lambda _ids: self._refresh_if_seen())
            window.bridge.annotations_changed.connect(lambda _ids: self._refresh_if_seen())
        self.study.show()
        self.study.activateWindow()

    def plan(self, article_ids: list[str]) -> None:
        """A new session that reads these articles."""
        window = self._window

        def show(session: Session) -> None:
            self.open()
            self.refresh(session.id, is_new=True)

        window.operations.run(lambda: window.services.studying.plan(article_ids), on_done=show)

    def study_open_article(self) -> None:
        """Put the open article into the next session that was not held yet, or into a new one."""
        window, article_id = self._window, self._window.open.id
        studying = window.services.studying
        if not article_id:
            return

        def add() -> Session:
            planned = [one for one in studying.sessions() if not one.held]
            return studying.add_articles(planned[-1].id, [article_id]) if planned else studying.plan([article_id])

        def tell(session: Session) -> None:
            words = self.tr("已放进 {day} 的学习会。").format(day=session.day)
            window.notice.tell(words, action=self.tr("打开学习会"), act=lambda: self._open_at(session.id))

        window.operations.run(add, on_done=tell)

    def refresh(self, chosen: str = "", *, is_new: bool = False) -> None:
        """Ask for the sessions anew; CHOSEN is the current one then, and its plan is to be filled in if it is new."""
        services, study = self._window.services, self.study
        if study is None:
            return

        def show(found: tuple[list[Session], object]) -> None:
            study.show_sessions(found[0])
            study.show_missed(found[1])  # type: ignore[arg-type]
            if chosen:
                study.choose(chosen)
            if is_new:
                study.begin_plan()
            self._on_chosen(study.current_id())

        self._window.operations.ask(
            lambda: (services.studying.sessions(), services.studying.catch_up()), on_done=show, key="sessions"
        )

    def export(self, session_ids: list[str], sheet: str) -> None:
        """A sheet about sessions, with a look at it first."""
        from zbreader.ui.study.export import SessionExportDialog

        window, study = self._window, self.study
        if study is None:
            return
        title = next((one.title for one in study.model.sessions if one.id == session_ids[0]), "")
        dialog = SessionExportDialog(window.services, window.operations, session_ids, sheet, title, study)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.written.connect(window.deeds.on_written)
        dialog.open()

    def give(self, session: Session) -> None:
        """Hand over one's notes on the articles of a session."""
        articles = [article.article_id for article in session.articles if article.article_id]
        self._window.deeds.give_notes((session.title or session.day, articles), self.study)

    def hand_out(self, session: Session) -> None:
        """Hand the plan of a session to the group."""
        from zbreader.ui.study.hand_out import HandOutDialog

        window = self._window
        dialog = HandOutDialog(window.services, window.operations, session, self.study)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.written.connect(window.deeds.tell_written)
        dialog.shared.connect(self._on_shared)
        dialog.open()

    def project(self, session_id: str) -> None:
        """Put a session on the wall."""
        from zbreader.services.session_slides import slides_of
        from zbreader.ui.study.projector import Projector

        window = self._window

        def show(view: SessionView) -> None:
            self.projector = Projector(window.look.theme, slides_of(view))
            self.projector.showFullScreen()

        window.operations.ask(lambda: window.services.studying.view(session_id), on_done=show, key="slides")

    def show_heat(self, on: bool) -> None:
        """Show beside the text how many people marked each sentence, or no longer."""
        from zbreader.ui.study.heat_margin import HeatMargin

        if self.margin is None:
            self.margin = HeatMargin(self._window)
        self.margin.set_on(on)

    def _on_shared(self, is_shared: bool) -> None:
        told = self.tr("这次学习会放进了共享文件夹。") if is_shared else self.tr("共享文件夹里不再放这次学习会。")
        self._window.notice.tell(told)
        self._window.exchange.sync(by_hand=True)

    def _open_at(self, session_id: str) -> None:
        self.open()
        self.refresh(session_id)

    def _refresh_if_seen(self) -> None:
        if self.study is not None and self.study.isVisible():
            self.refresh()

    def _on_chosen(self, session_id: str) -> None:
        study, services = self.study, self._window.services
        if study is None or not session_id:
            return
        row = study.model.row_of(session_id)
        if row >= 0:
            study.show_session(study.model.sessions[row])
        self._window.operations.ask(
            lambda: services.studying.view(session_id), on_done=study.show_view, key="session view"
        )

    def _add_open_article(self) -> None:
        study, window, article_id = self.study, self._window, self._window.open.id
        if study is None or not article_id or not study.current_id():
            return
        study.commit()
        session_id = study.current_id()
        window.operations.run(lambda: window.services.studying.add_articles(session_id, [article_id]))

    def _ask_opposites(self) -> None:
        from zbreader.ui.study.opposites import OppositesDialog

        studying, study = self._window.services.studying, self.study
        if study is None:
            return
        dialog = OppositesDialog(studying.opposites(), study)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(
            lambda: self._window.operations.run(
                partial(studying.set_opposites, dialog.pairs()),
                on_done=lambda _none: self._on_chosen(study.current_id()),
            )
        )
        dialog.open()

    def _delete(self, session_id: str) -> None:
        window = self._window
        if session_id:
            window.operations.run(
                lambda: window.services.studying.remove(session_id),
                on_done=lambda _none: window.notice.tell(
                    self.tr("已删除这次学习会。"),
                    action=self.tr("撤销"),
                    act=lambda: window.operations.run(window.services.undo.undo),
                ),
            )

    def _go(self, article_id: str, start: int, end: int) -> None:
        hits = ((start, end),) if end > start else ()
        self._window.open_article(article_id, Arrival(hits=hits))

    def _on_theme_changed(self, _theme: object) -> None:
        if self.study is not None:
            self.study.board.set_theme(self._window.look.theme)
        if self.margin is not None:
            self.margin.show_theme()
