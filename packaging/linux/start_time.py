"""Measures the packaged start against the start from source: seconds from the process to its window on the screen.

    xvfb-run python3 packaging/linux/start_time.py PROGRAM [ROUNDS]     needs xdotool and a checkout that is set up

Both are started in turns on the same library, which has the sample in it; what is told are medians.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SEARCH = ["xdotool", "search", "--onlyvisible", "--pid"]


def start_once(command: list[str], library: str) -> float:
    """Seconds until a window of the process is seen."""
    begin = time.monotonic()
    with subprocess.Popen([*command, "--library", library], stderr=subprocess.DEVNULL) as process:
        while not subprocess.run([*SEARCH, str(process.pid)], capture_output=True, check=False).stdout:
            if process.poll() is not None or time.monotonic() - begin > 60:
                raise RuntimeError(f"{command[0]} opened no window")
        took = time.monotonic() - begin
        time.sleep(1.5)
        process.terminate()
    return took


def main(words: list[str]) -> int:
    program, rounds = words[0], int(words[1]) if len(words) > 1 else 9
    python = ROOT / ".venv" / ("Scripts" if os.name == "nt" else "bin") / "python"
    os.chdir(ROOT)
    with tempfile.TemporaryDirectory() as library:
        sample = str(ROOT / "resources" / "sample" / "sample-issue.txt")
        subprocess.run([program, "--library", library, "import", sample], check=True, capture_output=True)
        commands = {"source": [str(python), "-m", "zbreader"], "package": [program]}
        taken: dict[str, list[float]] = {name: [] for name in commands}
        for round_ in range(rounds + 1):
            for name, command in commands.items():
                took = start_once(command, library)
                if round_:  # the first ones fill the caches
                    taken[name].append(took)
    medians = {name: statistics.median(times) for name, times in taken.items()}
    print("  ".join(f"{name} {seconds:.3f} s" for name, seconds in medians.items()), end="  ")
    print(f"package / source {medians['package'] / medians['source']:.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
