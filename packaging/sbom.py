"""Writes what is in the packages as a CycloneDX 1.5 document.

    python packaging/sbom.py SITE VERSION OUT NAME=VERSION:LICENCE…

SITE is the site-packages folder the packages are made from; its metadata says names, versions and licences. The words
after OUT name what is no Python package (CPython, SQLite …); the variable NOT_CARRIED names packages of SITE that are
in none of the installers. The same input gives the same bytes.
"""

from __future__ import annotations

import json
import os
import re
import sys
import uuid
from collections.abc import Iterable
from datetime import datetime, timezone
from importlib.metadata import Distribution, distributions
from pathlib import Path

BUILD_ONLY = frozenset(
    {"altgraph", "packaging", "pip", "pyinstaller", "pyinstaller-hooks-contrib", "setuptools", "tzdata", "zbreader"}
)
JsonObject = dict[str, object]


def component(name: str, version: str, licence: str, *, python: bool) -> JsonObject:
    """One part of the packages."""
    part: JsonObject = {"type": "library", "name": name, "version": version}
    part["bom-ref"] = f"{name}@{version}"
    if python:
        part["purl"] = f"pkg:pypi/{name}@{version}"
    if licence:
        part["licenses"] = [{"license": {"name": licence}}]
    return part


def licence_of(found: Distribution) -> str:
    """What a package says of its licence, in a few words."""
    told = found.metadata
    classified = [
        line.rpartition(" :: ")[2] for line in told.get_all("Classifier", []) if line.startswith("License ::")
    ]
    words = told.get("License-Expression") or told.get("License") or "; ".join(classified)
    first = words.strip().splitlines()[0] if words.strip() else ""
    return first if len(first) <= 80 else "; ".join(classified)


def python_parts(site: Path, not_carried: frozenset[str] = frozenset()) -> list[JsonObject]:
    """The packages in SITE that are carried, by name."""
    found = {}
    for distribution in distributions(path=[str(site)]):
        name = re.sub(r"[-_.]+", "-", distribution.metadata["Name"]).lower()
        if name not in BUILD_ONLY | not_carried:
            found[name] = component(name, distribution.version, licence_of(distribution), python=True)
    return [found[name] for name in sorted(found)]


def other_parts(words: Iterable[str]) -> list[JsonObject]:
    """Parts given as NAME=VERSION:LICENCE."""
    parts = []
    for word in words:
        name, _, rest = word.partition("=")
        version, _, licence = rest.partition(":")
        parts.append(component(name, version, licence, python=False))
    return parts


def document(parts: list[JsonObject], version: str, seconds: int) -> JsonObject:
    """The whole document; its serial number is made from the parts."""
    serial = uuid.uuid5(uuid.NAMESPACE_OID, json.dumps(parts, sort_keys=True) + version)
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "serialNumber": f"urn:uuid:{serial}",
        "version": 1,
        "metadata": {
            "timestamp": datetime.fromtimestamp(seconds, timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ"),
            "component": {
                "type": "application",
                "name": "zbreader",
                "version": version,
                "bom-ref": "zbreader",
                "licenses": [{"license": {"id": "MIT"}}],
            },
        },
        "components": parts,
        "dependencies": [{"ref": "zbreader", "dependsOn": [part["bom-ref"] for part in parts]}],
    }


def main(words: list[str]) -> int:
    site, version, out, *others = words
    not_carried = frozenset(os.environ.get("NOT_CARRIED", "").split())
    parts = python_parts(Path(site), not_carried) + other_parts(others)
    seconds = int(os.environ.get("SOURCE_DATE_EPOCH", "0"))
    Path(out).write_text(
        json.dumps(document(parts, version, seconds), indent=2, ensure_ascii=False) + "\n", encoding="utf-8"
    )
    print(f"{len(parts)} parts")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
