#!/bin/bash
# pack_tar.sh TREE ICONS OUT.tar.gz: the frozen program to unpack and start anywhere, with an installer for one user.
#
# install.sh installs it for one person, start.sh starts it where it lies. CHECKSUMS lets install.sh notice a copy
# that is not whole before anything is installed.
set -euo pipefail
tree=$1 icons=$2 out=$3
here=$(cd "$(dirname "$0")" && pwd)
made=$(mktemp -d)
trap 'rm -rf "$made"' EXIT
umask 022
name=zbreader-$VERSION
top=$made/$name

mkdir -p "$top/share"
cp -r "$tree" "$top/zbreader"
cp "$here/install.sh" "$here/start.sh" "$top/"
cp "$here/zbreader.desktop" "$here/zbreader-mime.xml" "$here/zbreader.1" "$here/zbreader.zh_CN.1" "$top/share/"
cp "$icons/zbreader-128.png" "$top/share/zbreader.png"
cp "$here/../../LICENSE" "$top/"
find "$top" -type d -exec chmod 755 {} +
find "$top" -type f -exec chmod 644 {} +
chmod 755 "$top/zbreader/zbreader" "$top/install.sh" "$top/start.sh"
(cd "$top" && find zbreader share -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum > CHECKSUMS)
LC_ALL=C tar --sort=name --mtime="@$SOURCE_DATE_EPOCH" --owner=0 --group=0 --numeric-owner -C "$made" -cf - "$name" | gzip -9n > "$out"
