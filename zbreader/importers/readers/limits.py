"""What a reader takes on at most. A larger file is refused with a sentence, never half read."""

from __future__ import annotations

MEGABYTE = 1024 * 1024

TEXT_SIZE = 20 * MEGABYTE  # bytes of a txt, md or html file; an issue is a quarter of a megabyte
FILE_SIZE = 128 * MEGABYTE  # bytes of a pdf, docx or epub file, which may be full of pictures
CHARACTERS = 20_000_000  # code points of one document
LINES = 1_000_000

MEMBERS = 20_000  # files in a zip archive
DIRECTORY_SIZE = 8 * MEGABYTE  # bytes of its table of contents
MEMBER_SIZE = 64 * MEGABYTE  # bytes of one of its files, unpacked
UNPACKED_SIZE = 256 * MEGABYTE  # bytes of all that is unpacked of it
RATIO = 250  # by which a file in it may grow; text of an issue grows by 5 to 20
RATIO_FREE = MEGABYTE  # bytes up to which growth is no matter

XML_DEPTH = 200  # elements within one another
XML_ELEMENTS = 1_500_000
HTML_DEPTH = 400  # open elements that are remembered

PAGES = 3000  # of a pdf
PAGE_CHARACTERS = 60_000  # code points that one page may show; a newspaper page holds ten thousand
