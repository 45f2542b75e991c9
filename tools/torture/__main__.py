"""Runs all the torture and prints a row for each sort; exit status 1 when anything was lost."""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path
from random import Random

from tools.torture import full, kills, outside, power

SHARES = {  # of the kills
    **{"mark": 18, "edit": 14, "import": 10, "merge": 10, "backup": 12, "restore": 10, "migrate": 8, "settings": 6},
    "recover": 4,
}


def main() -> int:
    """Torture, and tell."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=1000, help="of forked programs, all sorts together")
    parser.add_argument("--commands", type=int, default=40, help="of the command line, killed from outside")
    parser.add_argument("--windows", type=int, default=20, help="windows killed while somebody types")
    parser.add_argument("--imports", type=int, default=30, help="windows killed in the middle of an import")
    parser.add_argument("--full", type=int, default=60, help="full disks of each kind")
    parser.add_argument("--points", type=int, default=2000, help="moments at which the power goes")
    parser.add_argument("--disks", type=int, default=120, help="writes and syncs that fail")
    parser.add_argument("--seed", type=int, default=0)
    wanted = parser.parse_args()
    rng = Random(wanted.seed)
    losses: list[str] = []
    total = kills.Tally()
    with tempfile.TemporaryDirectory(prefix="torture-") as name:
        folder = Path(name)
        for deed, share in SHARES.items():
            count = -(-wanted.kills * share // sum(SHARES.values()))
            total += _told(deed, lambda: kills.run(deed, count, folder, rng), losses)  # noqa: B023 (called at once)
        total += _told("command", lambda: outside.kill_commands(wanted.commands, folder, rng), losses)
        total += _told("typing", lambda: outside.kill_windows(wanted.windows, folder, rng), losses)
        total += _told("importing", lambda: outside.kill_importing_windows(wanted.imports, folder, rng), losses)
        print(f"killed {total.kills}  acknowledged {total.acknowledged}  lost {len(total.losses)}", flush=True)
        _told("file limit", lambda: full.stop_growth(wanted.full, folder, rng), losses)
        if full.is_possible():
            _told("full disk", lambda: full.fill_disks(wanted.full, folder, rng), losses)
        else:
            print("full disk: not run (no right to mount a file system here)", flush=True)
        if power.is_possible():
            _told("power", lambda: power.cut(wanted.points, folder, rng), losses)
            _told("disk", lambda: power.fail(wanted.disks, folder, rng), losses)
        else:
            print("power, disk: not run (no C compiler here)", flush=True)
    for loss in losses[:40]:
        print(f"LOST {loss}")
    return int(bool(losses))


def _told(name: str, run: object, losses: list[str]) -> kills.Tally:
    began = time.monotonic()
    tally = run() if callable(run) else kills.Tally()
    losses += tally.losses
    print(
        f"{name:10} {tally.kills:5} times  acknowledged {tally.acknowledged:6}  lost {len(tally.losses):3}"
        f"  {time.monotonic() - began:6.1f} s",
        flush=True,
    )
    return tally


if __name__ == "__main__":
    sys.exit(main())
