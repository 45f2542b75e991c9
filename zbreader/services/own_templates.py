"""Word templates of one's own: .docx files in the library's folder `templates/`, named after what they are for."""

from __future__ import annotations

from pathlib import Path

from zbreader import exporters
from zbreader.model.errors import KnownError
from zbreader.model.study import WordTemplate
from zbreader.resources import resource
from zbreader.services.files import read_limited, unwritable, write_whole

SUFFIX = ".docx"
_MOST = 200  # templates
_LARGEST = 20 * 1024 * 1024  # bytes


class OwnTemplates:
    """Looks into the folder at every call: a person changes it with Word, not with this program."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def names(self) -> list[str]:
        """The names of the templates, without their ending. What Word leaves beside an open file is none."""
        try:
            found = [path for path in self._folder.iterdir() if path.suffix.lower() == SUFFIX and path.is_file()]
        except OSError:
            return []  # there is no folder until someone wants a template of their own
        return sorted(path.stem for path in found if not path.name.startswith(("~$", ".")))[:_MOST]

    def get(self, name: str) -> WordTemplate | None:
        """The template called NAME, or None. Raises KnownError when it cannot be read."""
        if name not in self.names():
            return None
        path = self._folder / f"{name}{SUFFIX}"
        return WordTemplate(path.name, read_limited(path, _LARGEST))

    def fields(self, name: str) -> list[str]:
        """The fields that the template NAME asks for beyond the sheets' own. Raises KnownError when it is broken."""
        template = self.get(name)
        return exporters.own_fields(template) if template is not None else []

    def folder(self) -> Path:
        """The folder, made if need be. Raises KnownError when it cannot be."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise unwritable(self._folder, error) from error
        return self._folder

    def copy(self, sheet: str) -> Path:
        """Put the program's template for SHEET into the folder, to be changed there; never over one that is there."""
        key = exporters.load_template(sheet).key
        return self._lay(
            f"{sheet}（自用）", f"{sheet}（自用{{number}}）", resource("templates", "word", f"{key}{SUFFIX}")
        )

    def take(self, path: Path) -> Path:
        """Put a copy of the template at PATH into the folder, under another name where its own is taken.

        One that is there already, under whatever name, is not put there twice. Raises KnownError.
        """
        data = read_limited(path, _LARGEST)
        for name in self.names():
            kept = self.get(name)
            if kept is not None and kept.data == data:
                return self._folder / kept.name
        return self._lay(path.stem, f"{path.stem}（{{number}}）", path)

    def _lay(self, name: str, further: str, source: Path) -> Path:
        """Copy SOURCE as NAME, or as the first of the FURTHER names that is free."""
        data = read_limited(source, _LARGEST)
        taken = set(self.names())
        for number in range(1, _MOST + 1):
            wanted = name if number == 1 else further.replace("{number}", str(number))
            if wanted not in taken:
                path = self.folder() / f"{wanted}{SUFFIX}"
                write_whole(path, data)
                return path
        raise KnownError("模板文件夹 {folder} 里的模板太多，请先删去几个。", folder=self._folder)
