"""The import workshop: a file's content in, an Issue out. It opens no file and no database."""

from zbreader.importers.building import build_issue
from zbreader.importers.inspection import issue_to_json
from zbreader.importers.readers import Kind, kind_of, read_source
from zbreader.importers.readers.encoding import Reading, readings
from zbreader.importers.vocabulary import Vocabulary, load_vocabulary

__all__ = [
    "Kind",
    "Reading",
    "Vocabulary",
    "build_issue",
    "issue_to_json",
    "kind_of",
    "load_vocabulary",
    "read_source",
    "readings",
]
