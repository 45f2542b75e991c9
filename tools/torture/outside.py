"""The real program killed from outside: commands in the middle of their work, and a window while somebody types."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from random import Random

from tools.torture.kills import Tally
from tools.torture.stock import database_of, faults, issue_files, issue_ids, note_texts, opened, stocked
from zbreader.model.annotation import AnnotationFilter

ROOT = Path(__file__).resolve().parents[2]
IMPORTED_WITHIN = 4.0  # seconds in which a window is killed that imports
NOTES = 40  # in the library before
TYPED_WITHIN = 1.0  # seconds: what was typed longer ago than this before the kill must be there


def kill_commands(count: int, folder: Path, rng: Random) -> Tally:
    """Kill `zbreader highlight`, import, merge-notes, backup and restore; what had printed its result must be there."""
    base, place = folder / "command-base", folder / "command"
    stocked(base / "library", base / "sources")
    services = opened(base / "library")
    services.backing_up.backup(base / "a.db")
    services.exchanging.save_notes(AnnotationFilter(), base / "a.zbnotes")
    article = services.reading.articles(services.reading.issues()[0].id)[0].id
    services.close()
    issue_files(base / "more", 8)
    tally = Tally()
    for number in range(count):
        shutil.rmtree(place, ignore_errors=True)
        shutil.copytree(base, place)
        words = [
            ["highlight", article, "--quote", "溪水从石头上流下来", "--note", f"新 {number}", "--json"],
            ["import", str(place / "more")],
            ["merge-notes", str(place / "a.zbnotes")],
            ["backup", "-o", str(place / "b.db")],
            ["restore", str(place / "a.db")],
        ][number % 5]
        command = [sys.executable, "-m", "zbreader", "--library", str(place / "library"), *words]
        with subprocess.Popen(
            command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, start_new_session=True
        ) as program:
            time.sleep(rng.random() * 1.2)
            os.killpg(program.pid, signal.SIGKILL)
            assert program.stdout is not None
            said = program.stdout.read().decode()
        tally.kills += 1
        tally.acknowledged += bool(said)
        lost = faults(place / "library")
        texts = note_texts(database_of(place / "library")).values()
        if sum(text.startswith("旧") for text in texts) != 40:
            lost.append("old notes are gone")
        if words[0] == "highlight" and said and f"新 {number}" not in texts:
            lost.append(f"{said[:60]!r} was printed and is not there")
        tally.losses += [f"command {words[0]}: {one}" for one in lost]
    return tally


def kill_importing_windows(count: int, folder: Path, rng: Random) -> Tally:
    """Kill a window in the middle of an import; what it showed in its tree must be there, whole."""
    base = folder / "importing-base"
    stocked(base / "library", base / "sources")
    issue_files(base / "more", 40)
    tally = Tally()
    for _ in range(count):
        place = folder / "importing"
        shutil.rmtree(place, ignore_errors=True)
        shutil.copytree(base, place)
        command = [sys.executable, "-m", "tools.torture.importing_window", str(place / "library"), str(place / "more")]
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
        with subprocess.Popen(
            command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        ) as program:
            assert program.stdout is not None
            program.stdout.readline()  # the import begins
            time.sleep(rng.random() * IMPORTED_WITHIN)
            program.kill()
            shown = [json.loads(line) for line in program.stdout.read().decode().splitlines() if line.endswith('"')]
        there = issue_ids(database_of(place / "library"))
        tally.kills += 1
        tally.acknowledged += len(shown)
        lost = faults(place / "library") + [f"issue {one} was shown and is gone" for one in shown if one not in there]
        if len(note_texts(database_of(place / "library"))) != NOTES:
            lost.append("old notes are gone")
        tally.losses += [f"importing window: {one}" for one in lost]
    return tally


def kill_windows(count: int, folder: Path, rng: Random) -> Tally:
    """Kill a window in which somebody types a note without a pause; only the last second may be missing."""
    base = folder / "typing-base"
    stocked(base / "library", base / "sources", notes=0)
    tally = Tally()
    for _ in range(count):
        place = folder / "typing"
        shutil.rmtree(place, ignore_errors=True)
        shutil.copytree(base, place)
        command = [sys.executable, "-m", "tools.torture.typing_window", str(place / "library")]
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
        with subprocess.Popen(
            command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        ) as program:
            assert program.stdout is not None
            program.stdout.readline()  # the first character
            time.sleep(0.5 + rng.random() * 3)
            killed = time.monotonic()
            program.kill()
            lines = [json.loads(line) for line in program.stdout.read().decode().splitlines() if line.endswith("]")]
        owed = max((length for length, moment in lines if moment < killed - TYPED_WITHIN), default=0)
        there = max((len(text) for text in note_texts(database_of(place / "library")).values()), default=0)
        tally.kills += 1
        tally.acknowledged += owed
        lost = faults(place / "library")
        if there < owed:
            lost.append(f"{owed} characters were typed more than a second before, {there} are there")
        tally.losses += [f"typing: {one}" for one in lost]
    return tally
