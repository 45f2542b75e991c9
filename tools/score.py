"""Print how well issues are rebuilt: one row per source file, the scores of the scorer against its truth.

usage: python tools/score.py SCORER SOURCES TRUTHS [-v]

SOURCES and TRUTHS are folders; a source and its truth share the name up to the first underscore or dot.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from zbreader.importers import build_issue, issue_to_json, load_vocabulary, read_source  # noqa: E402


def predicted(source: Path) -> tuple[str, float]:
    """The inspect JSON of a source file, and the processor seconds it took."""
    vocabulary = load_vocabulary(ROOT / "resources" / "vocabulary")
    data = source.read_bytes()
    before = time.process_time()
    document = read_source(source.name, data)
    issue = build_issue(document, vocabulary, source_sha256=hashlib.sha256(data).hexdigest())
    seconds = time.process_time() - before
    return json.dumps(issue_to_json(issue), ensure_ascii=False), seconds


def main() -> int:
    """Score every source that has a truth; exit status 1 when there is none."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("scorer", type=Path)
    parser.add_argument("sources", type=Path)
    parser.add_argument("truths", type=Path)
    parser.add_argument("-v", action="store_true", help="say what was missed")
    args = parser.parse_args()
    rows = 0
    for source in sorted(p for p in args.sources.iterdir() if p.suffix in (".txt", ".md") and p.name != "README.md"):
        truth = args.truths / (re.split(r"[_.]", source.name)[0] + ".json")
        if not truth.exists():
            continue
        text, seconds = predicted(source)
        command = [sys.executable, str(args.scorer), str(source), str(truth), "-", *(["-v"] if args.v else [])]
        result = subprocess.run(command, input=text, text=True, capture_output=True, check=False)
        print(f"{source.name[:24]:24} {seconds:5.2f}s  {result.stdout.strip()}{result.stderr.strip()[-400:]}")
        rows += 1
    return 0 if rows else 1


if __name__ == "__main__":
    sys.exit(main())
