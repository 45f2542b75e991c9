from __future__ import annotations

import sys
import threading
from collections.abc import Callable

import pytest

from tests.importers.readers.mutations import SAMPLE
from tests.importers.readers.versions import as_docx, as_html, as_pdf
from zbreader import importers
from zbreader.importers import readers
from zbreader.model.errors import Cancelled, KnownError
from zbreader.services import sandboxed_reading
from zbreader.services.jobs import Job
from zbreader.services.sandboxed_reading import read_apart, read_document


@pytest.fixture(autouse=True)
def plain_importer(monkeypatch: pytest.MonkeyPatch) -> None:
    """Here the real readers are wanted."""
    monkeypatch.setattr(importers, "read_source", readers.read_source)


@pytest.fixture
def child_that(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Puts a process that runs some code in the place of the one that reads."""

    def put(code: str) -> None:
        monkeypatch.setattr(sandboxed_reading, "_command", lambda: [sys.executable, "-c", code])

    return put


@pytest.mark.parametrize("make", [as_docx, as_pdf, as_html])
def test_a_file_is_read_apart_as_it_is_read_here(make: Callable[..., bytes]) -> None:
    data = make(SAMPLE)
    assert read_document("甲", data) == readers.read_source("甲", data)


def test_text_needs_no_process(child_that: Callable[[str], None]) -> None:
    child_that("raise SystemExit(1)")
    assert read_document("甲.txt", "渡口".encode()).lines[0].text == "渡口"
    assert read_document("甲.txt", "渡口".encode("big5"), encoding="big5").encoding == "big5hkscs"


def test_a_refusal_is_the_readers_own_sentence() -> None:
    with pytest.raises(KnownError, match=r"PDF 文件“坏\.pdf”已损坏"):
        read_document("坏.pdf", b"%PDF-1.7 nothing")


@pytest.mark.parametrize(
    "code",
    [
        "",
        "raise SystemExit(3)",
        "import os; os.abort()",
        "import os; os.kill(os.getpid(), 9)",
        "print('{')",
        'import sys; sys.stdin.buffer.read(); print(\'{"fault": "x"}\')',
        "import os; os.close(0); print(1)",
    ],
)
def test_whatever_befalls_the_child_is_one_sentence(child_that: Callable[[str], None], code: str) -> None:
    child_that(code)
    with pytest.raises(KnownError, match=r"“甲\.pdf”读不出来") as told:
        read_apart("甲.pdf", as_pdf(SAMPLE) * 20)
    assert "其他格式" in str(told.value)


def test_a_child_that_hangs_is_given_up(child_that: Callable[[str], None]) -> None:
    child_that("import time; time.sleep(600)")
    with pytest.raises(KnownError, match="读不出来"):
        read_apart("甲.pdf", b"%PDF-" + bytes(5_000_000), patience=0.3)


def test_a_child_that_talks_without_end_is_given_up(
    child_that: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("zbreader.importers.readers.transfer.ANSWER_SIZE", 100_000)
    child_that("import sys\nwhile True: sys.stdout.write('x' * 10_000)")
    with pytest.raises(KnownError, match="读不出来"):
        read_apart("甲.pdf", b"%PDF-")


def test_a_person_can_cancel(child_that: Callable[[str], None]) -> None:
    child_that("import time; time.sleep(600)")
    job = Job()
    timer = threading.Timer(0.2, job.cancel)
    timer.start()
    with pytest.raises(Cancelled):
        read_apart("甲.pdf", b"%PDF-", job=job)
    timer.join()


def test_a_system_that_starts_nothing_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sandboxed_reading, "_command", lambda: ["/no/such/program"])
    with pytest.raises(KnownError, match=r"没有读成文件“甲\.pdf”"):
        read_apart("甲.pdf", b"%PDF-")


def test_a_packaged_program_starts_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert sandboxed_reading._command() == [sys.executable, "--read-in-child"]


def test_the_front_door_knows_the_word() -> None:
    from zbreader.__main__ import READ_IN_CHILD

    assert READ_IN_CHILD == sandboxed_reading.CHILD_WORD
