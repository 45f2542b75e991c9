"""The command line: a second front end, without Qt. One file per group of commands; docs say what they print."""

from zbreader.cli.running import run

__all__ = ["run"]
