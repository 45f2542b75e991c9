"""From the words of a command line to an exit status."""

from __future__ import annotations

import argparse
import logging
from collections.abc import Callable, Sequence

from zbreader import __version__
from zbreader.cli import (
    annotating,
    exchanging,
    exporting,
    importing,
    keeping,
    output,
    reading,
    reimporting,
    searching,
    studying,
)
from zbreader.cli.drawing import DrawPdf
from zbreader.cli.parsing import HelpWanted, Parser, WrongUsage
from zbreader.model.errors import KnownError
from zbreader.services.folder import library_directory
from zbreader.services.library import LOGS
from zbreader.services.logbook import FILE, close_log, open_log

DONE, WORLDS_FAULT, WRONG_USAGE = 0, 1, 2
_GROUPS = (importing, reimporting, reading, searching, annotating, exporting, exchanging, studying, keeping)
_log = logging.getLogger(__name__)


def run(words: Sequence[str], *, draw_pdf: DrawPdf | None = None) -> int:
    """Do what WORDS (without the program's name) say. Returns 0 done, 1 the world's fault, 2 wrong usage.

    draw_pdf: makes a PDF of a web page; it is given by whoever has Qt. None: there are no PDFs.
    """
    output.prepare_streams()
    try:
        arguments = _parser().parse_args(list(words), argparse.Namespace(draw_pdf=draw_pdf))
    except HelpWanted as wanted:
        answer = str(wanted)
        return _guarded(lambda: output.line(answer))
    except WrongUsage as wrong:
        output.say(str(wrong))
        return WRONG_USAGE
    logs = library_directory(arguments.library) / LOGS
    handler = open_log(logs)
    try:
        return _guarded(lambda: arguments.handler(arguments), str(logs / FILE))
    finally:
        close_log(handler)


def _guarded(work: Callable[[], int | None], log_file: str = "") -> int:
    try:
        status = work()
        output.finish()
    except KnownError as error:
        output.say(str(error))
        return WORLDS_FAULT
    except BrokenPipeError:
        # Whoever reads (head, less) has seen enough.
        output.discard()
        return DONE
    except KeyboardInterrupt:
        output.say("已中断。正在处理的一份没有保存，先前完成的都已保存。")
        return WORLDS_FAULT
    except Exception:
        _log.exception("command failed")
        output.say(f"程序出错，这次操作没有完成。详情已记入 {log_file}，请把它发给开发者。")
        return WORLDS_FAULT
    return status or DONE


def _parser() -> argparse.ArgumentParser:
    parser = Parser(prog="zbreader", description="支部阅读：阅读、标注和学习期刊，完全离线。不带命令则打开窗口。")
    parser.add_library()
    parser.add_option("--version", action="version", version=f"zbreader {__version__}", help="显示版本号")
    commands = parser.add_subparsers(title="命令", metavar="命令", required=True, parser_class=Parser)
    for group in _GROUPS:
        group.add_commands(commands)
    return parser
