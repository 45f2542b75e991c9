"""Lays an organiser's content into a source tree that is to be packaged: `python3 packaging/content.py FOLDER SOURCE`.

FOLDER may hold, all of it optional:

    *.zbissue, *.txt, *.md, …   issues, also in subfolders: imported at the first start, with progress
    themes/*.toml               themes beside the program's own, or in place of one of the same name
    templates/*.docx            Word templates: put beside a person's own in the library's folder templates/, once
    templates/*.toml            sheets (学习笔记单 …) beside the program's own, or in place of one of the same name
    settings.json               settings of a new library, such as the branch's name and the theme

What the program could not use is refused here, in one sentence, before anything is built.
"""

from __future__ import annotations

import json
import shutil
import sys
import zipfile
from pathlib import Path

ISSUES = frozenset({".zbissue", ".txt", ".md", ".docx", ".html", ".htm", ".epub", ".pdf"})
NOT_ISSUES = ("themes", "templates")
MOST_SETTINGS = 1024 * 1024  # bytes
# What tells one person and one library from another; zbreader/services/carried.py presets none of it either.
NEVER_PRESET = ("person.id", "shared.device", "carried.seen", "carried.looked_at")


class Refused(Exception):
    """The content cannot be packaged; the text is one sentence for the organiser."""


def issues_in(folder: Path) -> list[Path]:
    """The issues in FOLDER and below it, by name. Raises Refused for a pack that did not arrive whole."""
    found = []
    for path in sorted(folder.rglob("*")):
        inside = path.relative_to(folder).parts
        if (
            path.is_file()
            and path.suffix.lower() in ISSUES
            and not set(inside[:-1]) & set(NOT_ISSUES)
            and not path.name.startswith((".", "~$"))
        ):
            if path.suffix.lower() == ".zbissue" and not is_whole(path):
                raise Refused(f"期刊包 {path.name} 打不开，可能没有复制完整，请重新复制。")
            found.append(path)
    return found


def word_templates_in(folder: Path) -> list[Path]:
    """The Word templates in FOLDER/templates, by name. Raises Refused for one that is not whole."""
    found = [path for path in sorted(folder.joinpath("templates").glob("*.docx")) if path.name[0] not in ".~"]
    for path in found:
        if not is_whole(path):
            raise Refused(f"Word 模板 {path.name} 打不开，请在 Word 里重新存一次 .docx。")
    return found


def is_whole(path: Path) -> bool:
    """Whether every entry of a zip can be read and fits its checksum."""
    try:
        with zipfile.ZipFile(path) as archive:
            return archive.testzip() is None
    except (zipfile.BadZipFile, OSError, EOFError, RuntimeError):
        return False


def settings_in(folder: Path) -> dict[str, object]:
    """The settings in FOLDER/settings.json; empty when there are none. Raises Refused when they are no JSON object."""
    path = folder / "settings.json"
    if not path.is_file():
        return {}
    try:
        if path.stat().st_size <= MOST_SETTINGS:
            values = json.loads(path.read_text(encoding="utf-8-sig"))
            if isinstance(values, dict):
                wrong = [key for key in NEVER_PRESET if key in values]
                if wrong:
                    raise Refused(f"settings.json 里不能有 {wrong[0]}：各支部会被当成同一个人。请去掉这一行。")
                return values
    except ValueError:
        pass
    raise Refused("settings.json 写得不对，应当是一个 JSON 对象。")


def lay(folder: Path, source: Path) -> int:
    """Copies FOLDER's content into the resources of SOURCE and returns the number of issues. Raises Refused."""
    if not folder.is_dir():
        raise Refused(f"找不到文件夹 {folder}。")
    issues, templates, settings = issues_in(folder), word_templates_in(folder), settings_in(folder)
    resources = source / "resources"
    for path in issues + templates:
        target = resources / "carried" / path.relative_to(folder)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)
    if settings:
        target = resources / "carried" / "settings.json"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(json.dumps(settings, ensure_ascii=False, indent=2, sort_keys=True) + "\n", encoding="utf-8")
    for kind, place in (("themes", resources / "themes"), ("templates", resources / "templates" / "sheets")):
        for path in sorted(folder.joinpath(kind).glob("*.toml")):
            shutil.copyfile(path, place / path.name)
    return len(issues)


def main(words: list[str]) -> int:
    try:
        count = lay(Path(words[0]), Path(words[1]))
    except Refused as refused:
        print(f"没有打包：{refused}", file=sys.stderr)
        return 1
    print(f"-- 随包期刊：{count} 个文件", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
