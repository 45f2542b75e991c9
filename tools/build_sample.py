"""Builds the sample issue from its manuscript: `python -m tools.build_sample` writes resources/sample/."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tools.typesetting.press import typeset

ROOT = Path(__file__).resolve().parent.parent
SEED = 20231116


def build() -> tuple[str, dict[str, Any]]:
    """The sample's text and truth."""
    manuscript = (ROOT / "tools/manuscripts/sample.txt").read_text(encoding="utf-8")
    return typeset(manuscript, source="sample-issue.txt", seed=SEED)


def main() -> None:
    """Write both files."""
    text, truth = build()
    folder = ROOT / "resources/sample"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "sample-issue.txt").write_text(text, encoding="utf-8", newline="\n")
    written = json.dumps(truth, ensure_ascii=False, indent=1) + "\n"
    (folder / "sample-issue.truth.json").write_text(written, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
