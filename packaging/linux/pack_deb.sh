#!/bin/bash
# pack_deb.sh TREE ICONS OUT.deb: the frozen program as a Debian package; called by build.sh inside the build root.
#
# xz members, because the dpkg of Debian 10 and 11 (UOS 20, Kylin V10) reads no zstd; -9 saves a megabyte and asks 65 MB of memory of
# whoever unpacks. No postinst: the caches of MIME types, menus
# and icons are refreshed by the triggers of the packages that own them.
set -euo pipefail
tree=$1 icons=$2 out=$3
here=$(cd "$(dirname "$0")" && pwd)
made=$(mktemp -d)
trap 'rm -rf "$made"' EXIT
umask 022
share=$made/usr/share

mkdir -p "$made/DEBIAN" "$made/usr/lib" "$made/usr/bin" "$share"/{applications,mime/packages,doc/zbreader,lintian/overrides} \
    "$share/man/man1" "$share/man/zh_CN/man1" "$share"/icons/hicolor/scalable/{apps,mimetypes}
cp -r "$tree" "$made/usr/lib/zbreader"
find "$made/usr/lib/zbreader" -type f -exec chmod 644 {} +
find "$made/usr/lib/zbreader" -type d -exec chmod 755 {} +
chmod 755 "$made/usr/lib/zbreader/zbreader"
ln -s ../lib/zbreader/zbreader "$made/usr/bin/zbreader"
cp "$here/zbreader.desktop" "$share/applications/"
cp "$here/zbreader-mime.xml" "$share/mime/packages/zbreader.xml"
drawing=$made/usr/lib/zbreader/_internal/zbreader/_resources/icons/zbreader.svg
for name in apps/zbreader mimetypes/application-x-zbissue mimetypes/application-x-zbnotes; do
    cp "$drawing" "$share/icons/hicolor/scalable/$name.svg"
done
for side in 16 24 32 48 64 128 256; do
    mkdir -p "$share/icons/hicolor/${side}x$side/apps"
    cp "$icons/zbreader-$side.png" "$share/icons/hicolor/${side}x$side/apps/zbreader.png"
done
gzip -9nc "$here/zbreader.1" > "$share/man/man1/zbreader.1.gz"
gzip -9nc "$here/zbreader.zh_CN.1" > "$share/man/zh_CN/man1/zbreader.1.gz"
cp "$here/copyright" "$share/doc/zbreader/"
cp "$here/lintian-overrides" "$share/lintian/overrides/zbreader"
printf 'zbreader (%s) unstable; urgency=medium\n\n  * See CHANGELOG.md.\n\n -- zbreader developers <zbreader@example.org>  %s\n' \
    "$VERSION" "$(date -u -R -d "@$SOURCE_DATE_EPOCH")" | gzip -9n > "$share/doc/zbreader/changelog.gz"

cat > "$made/DEBIAN/control" << CONTROL
Package: zbreader
Version: $VERSION
Architecture: amd64
Maintainer: zbreader developers <zbreader@example.org>
Installed-Size: $(du -sk --apparent-size "$made/usr" | cut -f1)
Section: text
Priority: optional
Depends: libc6 (>= 2.28), libstdc++6 (>= 8), libgcc-s1 | libgcc1, libgl1, libegl1, libglib2.0-0 (>= 2.50) | libglib2.0-0t64, libdbus-1-3, libfontconfig1, libfreetype6, libexpat1, libx11-6, libx11-xcb1, libxcb1, zlib1g
Recommends: fonts-noto-cjk | fonts-wqy-microhei | fonts-wqy-zenhei | fonts-droid-fallback, libwayland-client0, libwayland-cursor0, libwayland-egl1, libcups2 | libcups2t64
Description: reader and study notebook for Chinese magazines, offline
 Rebuilds issues of a magazine from text that was converted from print,
 shows them by column and article, keeps highlights and study notes, finds
 words in all of them and writes the notes as documents. Needs no network.
 It carries its own Python and the Qt modules it uses.
CONTROL
cp "$here/preinst" "$made/DEBIAN/preinst"
chmod 755 "$made/DEBIAN/preinst"
(cd "$made" && find usr -type f -print0 | LC_ALL=C sort -z | xargs -0 md5sum > DEBIAN/md5sums)
find "$made" -newermt "@$SOURCE_DATE_EPOCH" -print0 | xargs -0r touch -h -d "@$SOURCE_DATE_EPOCH"
dpkg-deb --root-owner-group -Zxz -z9 --build "$made" "$out"
