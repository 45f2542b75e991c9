#!/bin/bash
# make package: everything that can be built here, into dist/, with SHA256SUMS and an SBOM.   sudo packaging/build.sh [linux] [windows]
#
# SOURCE, VERSION, ISSUES and DIST are explained in source.sh, the whole in README.md. macOS packages can only be built on a Mac.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
. "$here/versions.sh"
. "$here/roots.sh"
. "$here/source.sh"
need debootstrap unshare git python3
export ISSUES SOURCE

[ $# -gt 0 ] || set -- linux windows
for system; do
    echo "== $system" >&2
    "$here/$system/build.sh"
done

prepare_tree
VERSION=${VERSION:-$(sed -n 's/^__version__ = "\(.*\)"/\1/p' "$work/source/zbreader/__init__.py")}
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git -C "$project" log -1 --format=%ct "$SOURCE" 2> /dev/null || echo 1767225600)}
export SOURCE_DATE_EPOCH
qt=$(sed -n 's/^pyside6-essentials==\([0-9.]*\) ; python_full_version < .3.14.*/\1/p' "$work/source/requirements.lock")
icu=$(find "$root$site/PySide6/Qt/lib" -name 'libicudata.so.*' | sed 's/.*\.so\.//')
grep -rqE '^\s*(import|from) cryptography' "$work/source/zbreader" && not_carried= || not_carried="cryptography cffi pycparser"  # as stage.py
inside "$root" "NOT_CARRIED='$not_carried' $python /packaging/sbom.py $site $VERSION /dist/zbreader-$VERSION-sbom.cdx.json Qt=$qt:LGPL-3.0-only ICU=$icu:Unicode-DFS-2016 \
    'CPython=$PYTHON_VERSION:PSF-2.0' 'SQLite=$SQLITE_VERSION:blessing' '$FCITX_SOURCE=$FCITX_VERSION:BSD-3-Clause'" \
    "$here:/packaging" "$dist:/dist" >&2
inside "$root" "$python /packaging/print_page.py /docs/install.zh-CN.md /dist/zbreader-$VERSION-安装说明.pdf" \
    "$here:/packaging" "$project/docs:/docs" "$dist:/dist" >&2
(cd "$dist" && sha256sum zbreader[-_]"$VERSION"* > SHA256SUMS)
cat "$dist/SHA256SUMS" >&2
