#!/bin/bash
# Installs, runs and removes the Windows packages of dist/ under Wine 10: sudo packaging/windows/testrun.sh
#
# Wine stands in for Windows 10 and is not it: this shows that the packages are whole, not how they look there. Everything runs without
# a network. Screenshots and logs are left in build/package/testrun/wine. OLDER=setup.exe is installed first and updated;
# CONTENT=setup.exe is one that carries an organiser's content and is started once (see ../linux/carried.sh for what it has to carry).
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
. "$here/../versions.sh"
. "$here/../roots.sh"
. "$here/../source.sh"
need debootstrap unshare
results=$work/testrun/wine
root=$bases/wine
wanted="wine wine64 wine32:i386 xvfb xauth xdotool scrot fonts-wqy-microhei procps unzip locales"
if [ "$(cat "$root.done" 2> /dev/null)" != "$wanted" ]; then
    echo "-- wine" >&2
    copy_of "$TOOLS_SUITE" "$root"
    inside "$root" "dpkg --add-architecture i386; apt-get update -qq
        DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $wanted
        localedef -i zh_CN -f UTF-8 zh_CN.UTF-8" > "$root.log" 2>&1
    echo "$wanted" > "$root.done"
fi
rm -rf "$results" "$bases/try-wine" && mkdir -p "$results"
chmod 777 "$results"
cp -a --reflink=auto "$root" "$bases/try-wine"
root=$bases/try-wine
chroot "$root" useradd -m -d /srv/reader -s /bin/bash reader
setup=$(ls -t "$dist"/zbreader-*-windows-x64-setup.exe | head -1)
[ -z "${OLDER:-}" ] || cp "$OLDER" "$root/older.exe"
[ -z "${CONTENT:-}" ] || cp "$CONTENT" "$root/content.exe"
NO_NETWORK=1 inside "$root" "ip link set lo up 2> /dev/null || :
    mkdir -p /small; mount -t tmpfs -o size=30m,mode=777 none /small
    setpriv --reuid=reader --regid=reader --init-groups env -i HOME=/srv/reader LANG=zh_CN.UTF-8 LC_ALL=zh_CN.UTF-8 PATH=/usr/local/bin:/usr/bin:/bin \
        xvfb-run -a -s '-screen 0 1280x800x24' bash /steps/story.sh /dist/$(basename "$setup") /dist/$(basename "${setup%-setup.exe}").zip /results" \
    "$dist:/dist" "$here:/steps" "$results:/results" 2>&1 | tee "$results/story.log"
rm -rf "$root"
