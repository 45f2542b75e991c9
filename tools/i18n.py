"""Collects every sentence that people see into resources/i18n/zbreader_en.ts, and makes the .qm file from it.

`python -m tools.i18n [FILE]` (or `make i18n`) keeps the translations that are there, adds what is new as unfinished,
drops what has gone, and tells what still lacks a translation, a line each. FILE holds such lines with the English added
behind a tab. In the middle of a merge the translations of both sides are kept. The sources are read as text (ast);
nothing of them is run.
"""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import tomllib

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ROOT / "zbreader"
FILE = ROOT / "resources" / "i18n" / "zbreader_en.ts"
CORE = "core"  # of templates below `ui`
THEMES = "themes"  # of the labels in resources/themes/*.toml
_CHINESE = re.compile("[\u3000-\uffef]")  # errors for ourselves are English and stay as they are
MESSAGE_CALLS = {"KnownError", "Cancelled", "message", "Message"}
ACTIONS = "actions"  # of the words of actions and menus
ACTION_CALLS = {"ActionSpec", "menu"}
BREAK = "\\n"  # a line break in what `main` lists and takes


class Sentence(NamedTuple):
    """One sentence in the context in which it is looked up."""

    context: str
    text: str


def collect(root: Path = ROOT) -> list[Sentence]:
    """Every sentence of the program, sorted, each once."""
    found = set(_labels(root / "resources" / "themes"))
    for path in sorted((root / "zbreader").rglob("*.py")):
        found.update(_Reader(ast.parse(path.read_text(encoding="utf-8"), str(path))).sentences())
    return sorted(found)


def _labels(folder: Path) -> Iterator[Sentence]:
    for path in folder.glob("*.toml"):
        yield Sentence(THEMES, tomllib.loads(path.read_text(encoding="utf-8"))["label"])


class _Reader(ast.NodeVisitor):
    """Walks one module with the class it is in."""

    def __init__(self, tree: ast.Module) -> None:
        self._tree = tree
        self._classes: list[str] = []
        self._found: set[Sentence] = set()
        self._constants = {
            target.id: node.value.value
            for node in tree.body
            if isinstance(node, ast.Assign)
            and isinstance(node.value, ast.Constant)
            and isinstance(node.value.value, str)
            for target in node.targets
            if isinstance(target, ast.Name)
        }
        self._errors = {
            node.name
            for node in ast.walk(tree)
            if isinstance(node, ast.ClassDef)
            and any(_name(base).endswith(("Error", "Cancelled")) for base in node.bases)
        }
        self._arguments = {one.arg for node in ast.walk(tree) if isinstance(node, ast.arguments) for one in node.args}
        self._wrappers = dict(self._find_wrappers())

    def sentences(self) -> set[Sentence]:
        """What this module says."""
        self.visit(self._tree)
        return self._found

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        self._classes.append(node.name)
        self.generic_visit(node)
        self._classes.pop()

    def visit_Call(self, node: ast.Call) -> None:
        name = _name(node.func)
        if name == "tr" and self._classes:
            self._add(self._classes[-1], node.args[:1])
        elif name in ("translate", "noop", "QT_TRANSLATE_NOOP") and len(node.args) >= 2:
            self._add(self._context(node.args[0]), node.args[1:2])
        elif name in self._wrappers:
            self._add(self._wrappers[name], node.args[:1])
        elif name in ACTION_CALLS and len(node.args) >= 2:
            self._add(ACTIONS, node.args[1:2])
        elif name in MESSAGE_CALLS or name in self._errors or self._is_error_init(node):
            self._add(CORE, node.args[:1])
        self.generic_visit(node)

    def _is_error_init(self, node: ast.Call) -> bool:
        inside = bool(self._classes) and self._classes[-1] in self._errors
        return inside and isinstance(node.func, ast.Attribute) and node.func.attr == "__init__"

    def _add(self, context: str, arguments: list[ast.expr]) -> None:
        for argument in arguments:
            for text in self._texts(argument):
                if context and _CHINESE.search(text):
                    self._found.add(Sentence(context, text))

    def _texts(self, node: ast.expr) -> Iterator[str]:
        """The literal texts that an expression may be."""
        if isinstance(node, ast.IfExp):
            yield from self._texts(node.body)
            yield from self._texts(node.orelse)
        else:
            yield self._text(node)

    def _text(self, node: ast.expr) -> str:
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            return node.value
        return self._constants.get(node.id, "") if isinstance(node, ast.Name) else ""

    def _context(self, node: ast.expr) -> str:
        context = self._text(node)
        if not context and not (isinstance(node, ast.Name) and node.id in self._arguments):
            raise ValueError(f"line {node.lineno}: a context is a literal or a constant of the same module")
        return context

    def _find_wrappers(self) -> Iterator[tuple[str, str]]:
        """Functions that only look their one argument up in a context: their calls are looked at like `translate`."""
        for node in self._tree.body:
            if isinstance(node, ast.FunctionDef) and node.args.args and isinstance(node.body[-1], ast.Return):
                call = node.body[-1].value
                if isinstance(call, ast.Call) and _name(call.func) == "translate" and len(call.args) == 2:
                    argument = call.args[1]
                    if isinstance(argument, ast.Name) and argument.id == node.args.args[0].arg:
                        yield node.name, self._text(call.args[0])


def _name(node: ast.expr) -> str:
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def read(path: Path = FILE) -> dict[Sentence, str]:
    """The finished translations of a .ts file, of both its sides while they are being merged."""
    translations: dict[Sentence, str] = {}
    for text in _sides(path) or [path.read_text(encoding="utf-8")]:
        translations.update(_finished(text))
    return translations


def _sides(path: Path) -> list[str]:
    """What two branches made of a file that git could not merge; nothing when all is well or there is no git."""
    if not shutil.which("git"):
        return []

    def said_by(*words: str) -> str:
        return subprocess.run(["git", *words], cwd=path.parent, capture_output=True, encoding="utf-8").stdout

    stages = [line.split()[2] for line in said_by("ls-files", "-u", path.name).splitlines()]
    return [said_by("show", f":{stage}:./{path.name}") for stage in stages]


def _finished(text: str) -> dict[Sentence, str]:
    translations: dict[Sentence, str] = {}
    # Our own file, written below.
    for context in ElementTree.fromstring(text.encode("utf-8")).iter("context"):  # noqa: S314
        name = context.findtext("name", "")
        for one in context.iter("message"):
            translation = one.find("translation")
            if translation is not None and translation.get("type") is None and translation.text:
                translations[Sentence(name, one.findtext("source", ""))] = translation.text
    return translations


def write(sentences: list[Sentence], translations: dict[Sentence, str], path: Path = FILE) -> None:
    """Write a .ts file with all SENTENCES."""
    root = ElementTree.Element("TS", version="2.1", language="en", sourcelanguage="zh_CN")
    contexts: dict[str, ElementTree.Element] = {}
    for sentence in sentences:
        if sentence.context not in contexts:
            contexts[sentence.context] = ElementTree.SubElement(root, "context")
            ElementTree.SubElement(contexts[sentence.context], "name").text = sentence.context
        one = ElementTree.SubElement(contexts[sentence.context], "message")
        ElementTree.SubElement(one, "source").text = sentence.text
        translation = ElementTree.SubElement(one, "translation")
        if sentence in translations:
            translation.text = translations[sentence]
        else:
            translation.set("type", "unfinished")
    ElementTree.indent(root)
    text = ElementTree.tostring(root, encoding="unicode")
    path.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{text}\n', encoding="utf-8")


def release(path: Path = FILE) -> None:
    """Make the .qm file that the program reads."""
    tool = Path(sys.executable).with_name("pyside6-lrelease")
    subprocess.run([str(tool), "-silent", str(path), "-qm", str(path.with_suffix(".qm"))], check=True)


def given(path: Path) -> dict[Sentence, str]:
    """The translations in lines of context, Chinese and English, with tabs between."""
    lines = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if line)
    parts = ([part.replace(BREAK, "\n") for part in line] for line in lines)
    return {Sentence(context, text): english for context, text, english in parts}


def main(words: Sequence[str]) -> int:
    """Bring both files up to date, with the translations in the file that WORDS name; 1 when some are missing."""
    sentences, translations = collect(), read()
    for name in words:
        translations.update(given(Path(name)))
    write(sentences, translations)
    release()
    missing = [sentence for sentence in sentences if sentence not in translations]
    for sentence in missing:
        print("\t".join(part.replace("\n", BREAK) for part in sentence))
    print(f"{len(sentences)} sentences, {len(missing)} without a translation", file=sys.stderr)
    return 1 if missing else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
