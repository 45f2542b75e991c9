"""Files a person hands over or asks for: read with a limit, written whole or not at all."""

from __future__ import annotations

import errno
import os
from contextlib import suppress
from pathlib import Path

from zbreader.model.errors import KnownError


def read_limited(path: Path, limit: int) -> bytes:
    """The bytes of PATH. Raises KnownError when it cannot be read or is larger than LIMIT bytes."""
    try:
        if path.is_dir():
            raise KnownError("{file} 是文件夹，这里需要一个文件。请选择里面的文件。", file=path)
        with path.open("rb") as stream:
            data = stream.read(limit + 1)
    except (OSError, ValueError) as error:
        raise _unreadable(path, error) from error
    if len(data) > limit:
        raise KnownError(
            "文件 {file} 太大（超过 {limit} 兆字节），没有读取。请确认选对了文件，或把它分成几份。",
            file=path,
            limit=limit // (1024 * 1024),
        )
    return data


def write_whole(path: Path, data: bytes, *, private: bool = False) -> int:
    """Put DATA into PATH in one step: after a crash there is the old file or the new one. Returns how many bytes.

    private: nobody else on this machine may read it.
    Raises KnownError when it cannot be written.
    """
    import tempfile  # Here, because reading needs none and it is a twentieth of a start.

    temporary: Path | None = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=".zbreader-", dir=path.parent)
        temporary = Path(name)
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        temporary.chmod(0o600 if private else _usual_mode(path))
        temporary.replace(path)
    except (OSError, ValueError) as error:
        raise unwritable(path, error) from error
    finally:
        if temporary is not None:
            with suppress(OSError):
                temporary.unlink(missing_ok=True)
    return len(data)


def make_folder(directory: Path) -> None:
    """Make a folder and those above it. Raises KnownError when there is something else in its place."""
    try:
        directory.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError) as error:
        raise KnownError("{folder} 不是文件夹，不能用作资料库。请换一个位置。", folder=directory) from error
    except (OSError, ValueError) as error:
        raise unwritable(directory, error) from error


def unwritable(path: Path, error: OSError | ValueError) -> KnownError:
    """The sentence for PATH that could not be written because of ERROR."""
    number = error.errno if isinstance(error, OSError) else None
    if number in (errno.ENOSPC, errno.EDQUOT):
        return KnownError("磁盘已满，文件 {file} 没有写成。请腾出空间或换一个位置后再试。", file=path)
    if number in (errno.EACCES, errno.EPERM, errno.EROFS):
        return KnownError("没有权限写入 {file}。请换一个位置，或检查文件是否正被别的程序打开。", file=path)
    if isinstance(error, IsADirectoryError):
        return KnownError("{file} 是文件夹，不能当作文件写入。请给出一个文件名。", file=path)
    return KnownError("文件 {file} 没有写成。请检查位置是否存在、名称是否正确，或换一个位置再试。", file=path)


def _unreadable(path: Path, error: OSError | ValueError) -> KnownError:
    if isinstance(error, FileNotFoundError):
        return KnownError("找不到文件 {file}。请检查名称和位置。", file=path)
    if isinstance(error, PermissionError):
        return KnownError("没有权限读取文件 {file}。请检查它的权限，或把它复制到别处再试。", file=path)
    return KnownError("读不出文件 {file}。请检查文件是否完好、名称是否正确，优盘是否已被拔出。", file=path)


def _usual_mode(path: Path) -> int:
    """The mode of the file that is replaced, or what a new file usually gets (mkstemp gives 0600)."""
    try:
        return path.stat().st_mode & 0o777
    except FileNotFoundError:
        return 0o644
