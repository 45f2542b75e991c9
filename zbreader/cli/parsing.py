"""A parser that speaks Chinese and lets its caller decide what happens when it is done."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Iterable
from typing import Any, NoReturn

from zbreader.model.annotation import AnnotationFilter

Commands = Any  # argparse names the type of what add_subparsers gives with an underscore
Handler = Callable[[argparse.Namespace], int | None]

_COMPLAINTS = (
    (r"the following arguments are required: (.+)", "缺少参数：{0}"),
    (r"unrecognized arguments: (.+)", "不认识的参数：{0}"),
    (r"argument (.+): expected one argument", "参数 {0} 后面要有一个值"),
    (r"argument (.+): expected at least one argument", "参数 {0} 后面至少要有一个值"),
    (r"argument (.+): invalid (?:int|whole_number) value: (.+)", "参数 {0} 应是不小于 0 的整数，而不是 {1}"),
    (r"argument (.+): invalid choice: (.+?) \(choose from (.+)\)", "参数 {0} 不能是 {1}，可用：{2}"),
    (r"argument (.+): (?:ignored|unexpected) explicit argument (.+)", "参数 {0} 后面不能有值 {1}"),
)


class WrongUsage(Exception):
    """The words fit no command; the text says why and how the command is written."""


class HelpWanted(Exception):
    """The words asked for help or the version; the text is the answer."""


class Parser(argparse.ArgumentParser):
    """An ArgumentParser that raises WrongUsage and HelpWanted and prints nothing itself."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(add_help=False, allow_abbrev=False, formatter_class=_Formatter, **settings)
        self._words = self.add_argument_group("参数")
        self._choices = self.add_argument_group("选项")
        self.add_option("-h", "--help", action="help", help="显示这份说明")

    def add_word(self, *names: str, **settings: Any) -> None:
        """An argument known by its place."""
        self._words.add_argument(*names, **settings)

    def add_option(self, *names: str, **settings: Any) -> None:
        """An argument known by its name."""
        self._choices.add_argument(*names, **settings)

    def add_library(self, default: str | None = None) -> None:
        """--library DIR."""
        self.add_option("--library", metavar="DIR", default=default, help="资料库文件夹（默认：用户数据文件夹）")

    def error(self, message: str) -> NoReturn:
        raise WrongUsage(f"{_in_chinese(message)}。\n{self.format_usage().strip()}")

    def print_help(self, file: Any = None) -> None:
        raise HelpWanted(self.format_help().rstrip())

    def exit(self, status: int = 0, message: str | None = None) -> NoReturn:
        raise HelpWanted((message or "").rstrip())

    def _print_message(self, message: str, file: Any = None) -> None:
        raise HelpWanted(message.rstrip())


def add_command(commands: Commands, name: str, handler: Handler, sentence: str, *, json: bool = True) -> Parser:
    """Add the command NAME, done by HANDLER and described by SENTENCE; json: it has `--json`."""
    parser: Parser = commands.add_parser(name, help=sentence, description=sentence)
    parser.set_defaults(handler=handler, json=False)
    # Given before or after the command's name; SUPPRESS keeps the one that was given before.
    parser.add_library(default=argparse.SUPPRESS)
    if json:
        parser.add_option("--json", action="store_true", help="在标准输出上只打印一份 JSON")
    return parser


def add_filters(parser: Parser) -> None:
    """The options that say which annotations are meant."""
    parser.add_option("--issue", metavar="ID", help="只要这一期")
    parser.add_option("--article", metavar="ID", help="只要这一篇")
    parser.add_option("--tag", metavar="TAG", action="append", default=[], help="只要有这个标签的，可重复（须都有）")
    parser.add_option("--author", metavar="NAME", help="只要这个人的")


def filter_from(arguments: argparse.Namespace) -> AnnotationFilter:
    """The annotations that the options of `add_filters` mean."""
    return AnnotationFilter(
        issue_id=arguments.issue,
        article_id=arguments.article,
        author=arguments.author,
        tags=tuple(arguments.tag),
    )


def whole_number(text: str) -> int:
    """A number that is not negative. Raises ValueError."""
    number = int(text)
    if number < 0:
        raise ValueError(text)
    return number


class _Formatter(argparse.HelpFormatter):
    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, "用法：" if prefix is None else prefix)


def _in_chinese(complaint: str) -> str:
    for pattern, sentence in _COMPLAINTS:
        found = re.fullmatch(pattern, complaint, re.DOTALL)
        if found:
            return sentence.format(*(part.replace("'", "") for part in found.groups()))
    return "命令的写法不对"
