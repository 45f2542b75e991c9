"""A library as a whole, whether or not it can still be opened: examined, restored, recovered."""

from __future__ import annotations

from pathlib import Path

from zbreader.services import kept_settings, kept_templates, recovering
from zbreader.services.backing_up import restore_damaged
from zbreader.services.health import Finding
from zbreader.services.jobs import Job
from zbreader.services.library import BACKUPS, DATABASE, SETTINGS, open_library
from zbreader.services.moments import Clock, RandomBits
from zbreader.services.recovering import Recovered
from zbreader.store.errors import DamagedFile


def check_library(directory: Path, *, clock: Clock, random_bits: RandomBits) -> list[str]:
    """What is wrong with the library in DIRECTORY, one sentence each, even when it is too damaged to be opened."""
    return examine_library(directory, clock=clock, random_bits=random_bits)[0]


def examine_library(
    directory: Path, *, clock: Clock, random_bits: RandomBits, job: Job | None = None
) -> tuple[list[str], list[Finding]]:
    """What is wrong, one sentence each, and what the health page says; no page where the library cannot be opened."""
    try:
        services = open_library(directory, clock=clock, random_bits=random_bits)
    except DamagedFile as error:
        return [str(error)], []
    try:
        findings = services.health.examine(job)
        wrong = [one for one in findings if one.name in ("integrity", "index") and one.state.value == "bad"]
        return [str(said) for one in wrong for said in one.details or (one.sentence,)], findings
    finally:
        services.close()


def recover_library(directory: Path, *, clock: Clock, random_bits: RandomBits, job: Job | None = None) -> Recovered:
    """Put a new library in the place of the damaged one in DIRECTORY; see `recovering.recover_library`."""
    newest = recovering.newest_sound(directory / BACKUPS)
    found = recovering.recover_library(directory, clock=clock, random_bits=random_bits, job=job, backup=newest)
    if newest is not None:
        _fill(directory, newest)
    return found


def restore_library(directory: Path, backup: Path, *, clock: Clock, random_bits: RandomBits) -> Path:
    """Give the library in DIRECTORY the content of the file BACKUP, even when it is too damaged to be opened.

    The settings come along; beside a library that cannot be opened those stay that can still be read.
    Returns where the content it had before was put. Raises KnownError, with nothing changed, when BACKUP is no good.
    """
    try:
        services = open_library(directory, clock=clock, random_bits=random_bits)
    except DamagedFile:
        aside = restore_damaged(directory / DATABASE, backup, directory / BACKUPS, clock)
        _fill(directory, backup)
        return aside
    try:
        return services.backing_up.restore(backup)
    finally:
        services.close()


def _fill(directory: Path, backup: Path) -> None:
    """Beside a library that was damaged, put what is lacking of the settings and templates in BACKUP."""
    kept_settings.fill(directory / SETTINGS, backup)
    kept_templates.bring_back(directory, kept_templates.kept_in(backup))
