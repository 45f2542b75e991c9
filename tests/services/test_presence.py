"""The second window on a library knows that it is the second."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from zbreader.services.presence import Presence


def test_one_after_the_other(tmp_path: Path) -> None:
    first, second = Presence(tmp_path), Presence(tmp_path)
    assert first.enter() and first.enter()
    assert not second.enter()
    first.leave()
    assert second.enter()
    second.leave()
    second.leave()


def test_a_program_that_is_killed_leaves_no_lock(tmp_path: Path) -> None:
    program = (
        "import sys, time; from pathlib import Path; from zbreader.services.presence import Presence\n"
        "presence = Presence(Path(sys.argv[1])); print(presence.enter(), flush=True); time.sleep(60)"
    )
    presence = Presence(tmp_path)
    with subprocess.Popen([sys.executable, "-c", program, str(tmp_path)], stdout=subprocess.PIPE) as other:
        assert other.stdout is not None
        assert other.stdout.readline().strip() == b"True"
        assert not presence.enter()
        other.kill()
    assert presence.enter()
    presence.leave()


def test_a_folder_that_takes_no_lock_is_no_reason_to_stop(tmp_path: Path) -> None:
    assert Presence(tmp_path / "missing").enter()
