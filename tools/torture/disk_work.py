"""What is done on a disk that is watched or that fails: notes made and changed, each acknowledged in a file."""

from __future__ import annotations

import json
import os
import sys
from contextlib import suppress
from pathlib import Path
from random import Random

from tools.torture.stock import issue_files, opened
from zbreader.model.errors import KnownError


def main(library: Path, acks: Path, seed: int, steps: int) -> int:
    """Work; what the disk refuses is the world's fault and is passed over, as a person would go on."""
    rng = Random(seed)
    handle = os.open(acks, os.O_WRONLY | os.O_APPEND)
    try:
        services = opened(library)
    except KnownError:
        return 0
    marks: list[str] = []
    with suppress(KnownError):
        marks = [one.annotation.id for one in services.annotating.notes()]
        article = services.reading.articles(services.reading.issues()[0].id)[0].id
        for step in range(steps):
            text = f"步 {step} " * rng.randrange(1, 400)
            with suppress(KnownError):
                if step % 15 == 14:
                    services.importing.import_files(issue_files(library.parent / "more", 1 + step // 15))
                elif rng.random() < 0.5:
                    id_ = services.annotating.add_highlight(article, 0, 5, note=text).annotation.id
                    marks.append(id_)
                    os.write(handle, json.dumps([id_, text.strip()]).encode() + b"\n")
                else:
                    id_ = rng.choice(marks)
                    services.annotating.set_note(id_, text)
                    os.write(handle, json.dumps([id_, text.strip()]).encode() + b"\n")
    with suppress(KnownError):
        services.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4])))
