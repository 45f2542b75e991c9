"""Collects every sentence that people see into resources/i18n/zbreader_en.ts, and makes the .qm file from it.

`python -m tools.collect_messages` keeps the translations that are there, adds what is new as unfinished, drops what has
gone, and tells what still lacks a translation. It reads the sources as text (ast) and runs nothing of them.
"""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
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


class Sentence(NamedTuple):
    """One sentence in the context in which it is looked up."""

    context: str
    text: str


def collect(root: Path = ROOT) -> list[Sentence]:
    """Every sentence of the program, sorted, each once."""
    found = set(_labels(root / "resources" / "themes"))
    for path in sorted((root / "zbreader").rglob("*.py")):
        found.update(_Reader(ast.parse(path.read_text(encoding="utf-8"))).sentences())
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
            self._add(self._text(node.args[0]), node.args[1:2])
        elif name in self._wrappers:
            self._add(self._wrappers[name], node.args[:1])
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
    """The finished translations of a .ts file."""
    if not path.is_file():
        return {}
    translations: dict[Sentence, str] = {}
    # Our own file, written below.
    for context in ElementTree.parse(path).getroot().iter("context"):  # noqa: S314
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


def main() -> int:
    """Bring both files up to date; 1 when translations are missing."""
    sentences, translations = collect(), read()
    write(sentences, translations)
    release()
    missing = [sentence for sentence in sentences if sentence not in translations]
    for sentence in missing:
        print(f"{sentence.context}\t{sentence.text!r}")
    print(f"{len(sentences)} sentences, {len(missing)} without a translation", file=sys.stderr)
    return 1 if missing else 0


if __name__ == "__main__":
    raise SystemExit(main())
