"""The torture in short: nothing is lost; and it would be seen if something were."""

from __future__ import annotations

import shutil
import sys
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

if sys.platform.startswith("linux"):
    from tools.torture import full, kills, outside, power

    @pytest.mark.parametrize("deed", ["edit", "merge", "backup", "restore", "migrate"])
    def test_killed_in_the_middle(deed: str, tmp_path: Path) -> None:
        tally = kills.run(deed, 2, tmp_path, Random(1))
        assert (tally.kills, tally.losses) == (2, [])

    def test_a_note_that_is_acknowledged_too_early_is_missed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        def early(place: Path, tell: kills.Acknowledge) -> None:
            tell(["0", "新 0"])

        monkeypatch.setitem(kills.DEEDS, "mark", replace(kills.DEEDS["mark"], work=early))
        assert kills.run("mark", 1, tmp_path, Random(1)).losses == ["mark: note 0 is 'gone' instead of '新 0'"]

    def test_files_that_may_not_grow(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        chosen = {name: kills.DEEDS[name] for name in ("edit", "merge", "migrate", "restore")}
        monkeypatch.setattr(full, "DEEDS", chosen)
        monkeypatch.setattr(full, "LONGEST", 1.0)
        tally = full.stop_growth(len(chosen), tmp_path, Random(4))
        assert (tally.kills, tally.losses) == (len(chosen), [])
        assert tally.acknowledged > 0

    def test_a_deed_that_ends_with_anything_but_a_sentence_is_seen(
        tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def fail(place: Path, tell: kills.Acknowledge) -> None:
            raise OSError("no sentence")

        monkeypatch.setattr(full, "DEEDS", {"mark": replace(kills.DEEDS["mark"], work=fail)})
        [loss] = full.stop_growth(1, tmp_path, Random(4)).losses
        assert "no sentence" in loss

    def test_a_window_killed_in_the_middle_of_an_import(tmp_path: Path) -> None:
        tally = outside.kill_importing_windows(1, tmp_path, Random(5))
        assert (tally.kills, tally.losses) == (1, [])

    if full.is_possible():

        def test_a_disk_that_is_full(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
            monkeypatch.setattr(full, "LONGEST", 1.0)
            tally = full.fill_disks(3, tmp_path, Random(6))
            assert (tally.kills, tally.losses) == (3, [])

    if power.is_possible():

        def test_the_power_goes_and_a_disk_that_forgets_is_found_out(
            tmp_path: Path,
        ) -> None:
            base, events = power._recorded(tmp_path / "work", 5)
            assert {event.letter for event in events} >= {"W", "S", "A"}
            rng = Random(2)
            lost = {True: 0, False: 0}
            for keeps in (True, False):
                for number in range(6):
                    library = tmp_path / f"{keeps}{number}"
                    shutil.copytree(base, library)
                    seen = [event for event in events[: len(events) - number] if keeps or event.letter != "S"]
                    power._after_the_cut(seen, library, rng)
                    lost[keeps] += bool(power._lost(library, power._acknowledged(seen)))
            assert lost[True] == 0
            assert lost[False] >= 5

        def test_a_disk_that_fails(tmp_path: Path) -> None:
            tally = power.fail(2, tmp_path, Random(3), steps=12)
            assert (tally.kills, tally.losses) == (2, [])
            assert tally.acknowledged > 0
