"""The longest time for which the window did not answer while the end-to-end tests walked through it.

The tests themselves are run, in a process of their own, and their watchdog tells: processor time of the window's thread
between two ticks, because a busy machine may let a thread wait as long as it likes.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from benchmarks.measure import Row

FELT = 100.0  # milliseconds: a longer pause is felt as a hang
ROOT = Path(__file__).resolve().parent.parent
WALKS = ("first_hour", "keyboard_walk", "every_window")
ROUNDS = 5


def rows() -> Iterable[Row]:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "benchmarks.walk"]
    longest: dict[str, list[float]] = {name: [] for name in WALKS}
    for _ in range(ROUNDS):
        told = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=600)
        for line in told.stdout.splitlines():
            name, _, seconds = line.partition(" longest ")
            if name in longest:
                longest[name].append(float(seconds))
    for name, seconds in longest.items():
        if len(seconds) < ROUNDS:
            raise RuntimeError(f"the walk {name} did not come to its end")
        middle = sorted(seconds)[len(seconds) // 2]
        spread = (max(seconds) - min(seconds)) / 2 / middle
        note = f"tests/e2e/test_{name}.py, the middle of {ROUNDS} walks; processor time of the window's thread"
        yield Row(f"longest pause: {name.replace('_', ' ')}", middle * 1000, None, FELT, "ms", spread, note)


def main() -> int:
    """Run the walks and print the longest pause of each."""
    import pytest

    from tests.e2e import driver
    from tests.e2e.watchdog import Watchdog

    pauses: list[float] = []

    class Telling(Watchdog):
        def stop(self) -> None:
            super().stop()
            pauses.append(self.longest)

    driver.Watchdog = Telling  # type: ignore[misc]
    for name in WALKS:
        pauses.clear()
        status = pytest.main(["-q", "-n0", "-p", "no:cacheprovider", str(ROOT / "tests" / "e2e" / f"test_{name}.py")])
        if pauses and status == 0:
            print(f"\n{name} longest {max(pauses)}", flush=True)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
