#!/bin/bash
# Installs, runs, updates and removes the Linux packages of dist/ on bare Debian systems: sudo packaging/linux/testrun.sh [SUITE…]
#
# Default: bullseye bookworm trixie. Everything after the installation of the system's own packages runs without a network; the
# program is used by an ordinary user in folders with spaces and Chinese names. Screenshots and logs are left in
# build/package/testrun. OLDER=file.deb is installed first, used, and updated; CONTENT=file.deb is one that carries an organiser's
# packs, a theme, a Word template and settings, and is started once (see ../README.md and carried.sh).
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
. "$here/../versions.sh"
. "$here/../roots.sh"
. "$here/../source.sh"
need debootstrap unshare
OLDER=${OLDER:-} CONTENT=${CONTENT:-}
results=$work/testrun
deb=$(ls -t "$dist"/zbreader_*_amd64.deb | head -1) tar=$(ls -t "$dist"/zbreader-*-linux-x86_64.tar.gz | head -1)
failed=0
mkdir -p "$results"

snapshot='find / -xdev \( -path /proc -o -path /sys -o -path /dev -o -path /tmp -o -path /run -o -path /results -o -path /dist -o -path /steps \
    -o -path /srv -o -path /var/lib/dpkg -o -path /var/log -o -path /var/cache -o -path /var/lib/apt -o -path /etc/ld.so.cache \) -prune -o -print | sort'
as_reader='reader() { setpriv --reuid=reader --regid=reader --init-groups env -i HOME=/srv/reader LANG=C.UTF-8 PATH=/usr/local/bin:/usr/bin:/bin XDG_RUNTIME_DIR=/run/reader "$@"; }'

step() { # SUITE NAME SCRIPT
    local begin=$SECONDS log=$results/$1-$2.log verdict=ok
    NO_NETWORK=1 inside "$root" "ip link set lo up 2> /dev/null || :; $as_reader; $3" "$dist:/dist" "$here:/steps" "$results/$1:/results" \
        > "$log" 2>&1 || { verdict=FAILED; failed=1; }
    printf '%-9s %-9s %-7s %4d s  %s\n' "$1" "$2" "$verdict" $((SECONDS - begin)) "$(tail -1 "$log")" | tee -a "$results/summary.txt"
}

[ $# -gt 0 ] || set -- bullseye bookworm trixie
: > "$results/summary.txt"
inside "$(make_root lintian "$TOOLS_SUITE" lintian)" "lintian --allow-root --fail-on error,warning /dist/$(basename "$deb")" "$dist:/dist" \
    > "$results/lintian.log" 2>&1 || { echo "lintian: FAILED"; tail -3 "$results/lintian.log"; failed=1; }
for suite; do
    root=$bases/try-$suite
    mkdir -p "$results/$suite" && chmod 777 "$results/$suite"
    depends=$(dpkg-deb -f "$deb" Depends | tr ',' '\n' | sed 's/([^)]*)//; s/|.*//' | tr -d ' ' | grep -v libc6 | tr '\n' ' ')
    make_root "try-base-$suite" "$suite" xvfb xauth xdotool scrot procps fonts-wqy-microhei shared-mime-info desktop-file-utils xdg-utils libglib2.0-bin \
        hicolor-icon-theme $depends > /dev/null
    rm -rf "$root" && cp -a --reflink=auto "$bases/try-base-$suite" "$root"
    chroot "$root" useradd -m -d /srv/reader -s /bin/bash reader; install -d -m 700 -o "$(stat -c %u "$root/srv/reader")" "$root/run/reader"

    step "$suite" install "$snapshot > /tmp/before; apt-get install -y --no-install-recommends /dist/$(basename "$deb"); dpkg -V zbreader
        reader xdg-mime query default application/x-zbissue | grep zbreader.desktop
        printf '{}' > /tmp/a.zbnotes; reader gio info -a standard::content-type /tmp/a.zbnotes | grep application/x-zbnotes
        desktop-file-validate /usr/share/applications/zbreader.desktop; ls /usr/lib/zbreader/_internal/licences/{ICU,LGPL-3,Python,libxkbcommon0}.txt /usr/lib/zbreader/_internal/lxml-*.dist-info/licenses/*; reader zbreader --version"
    step "$suite" damaged "head -c 20000000 /dist/$(basename "$deb") > /tmp/half.deb
        if dpkg -i /tmp/half.deb > /tmp/refusal 2>&1; then echo 'half a package was installed'; exit 1; fi
        cd /dist; if (cp SHA256SUMS /tmp/sums; cd /tmp; mv half.deb $(basename "$deb"); sha256sum -c --ignore-missing --status sums); then echo 'the checksum fits half a file'; exit 1; fi
        dpkg -r zbreader > /dev/null; mkdir -p /usr/lib/zbreader; mount -t tmpfs -o size=30m none /usr/lib/zbreader
        if dpkg -i /dist/$(basename "$deb") > /tmp/refusal 2>&1; then echo 'installed on a full disk'; exit 1; fi
        test -z \"\$(find /usr/lib/zbreader -type f)\" && test ! -e /usr/bin/zbreader && test ! -e /usr/share/applications/zbreader.desktop
        umount /usr/lib/zbreader; dpkg --purge zbreader 2> /dev/null || :; dpkg -i /dist/$(basename "$deb") > /dev/null; reader zbreader --version > /dev/null
        echo half a package and a full disk leave nothing: \"\$(grep -m 1 -i 'no space' /tmp/refusal)\""
    step "$suite" use "reader xvfb-run -a -s '-screen 0 1280x800x24' bash /steps/story.sh zbreader '/srv/reader/支部 学习'
        cp '/srv/reader/支部 学习'/*.png /results/"
    step "$suite" running "reader xvfb-run -a sh -c 'zbreader & sleep 4; exec sleep 20' & sleep 3
        if dpkg -i /dist/$(basename "$deb") 2> /tmp/refusal; then echo 'installed over a running copy'; exit 1; fi
        grep -q 正在运行 /tmp/refusal; sleep 1; pkill -u reader -x zbreader; wait; reader zbreader --version > /dev/null; grep 正在运行 /tmp/refusal"
    step "$suite" remove "apt-get purge -y zbreader; $snapshot > /tmp/after; diff /tmp/before /tmp/after
        test -f '/srv/reader/支部 学习/资 料 库/library.db'; echo nothing left but the library"
    if [ -n "$OLDER" ]; then
        cp "$OLDER" "$root/older.deb"
        step "$suite" update "apt-get install -y --no-install-recommends /older.deb; reader bash /steps/update.sh before /srv/reader/更新
            apt-get install -y --no-install-recommends /dist/$(basename "$deb"); reader bash /steps/update.sh after /srv/reader/更新
            apt-get install -y --allow-downgrades --no-install-recommends /older.deb; reader bash /steps/update.sh downgraded /srv/reader/更新"
        step "$suite" remove-2 "apt-get purge -y zbreader; echo purged"
    fi
    if [ -n "$CONTENT" ]; then
        cp "$CONTENT" "$root/content.deb"
        step "$suite" content "dpkg -i /content.deb; reader xvfb-run -a -s '-screen 0 1280x800x24' bash /steps/carried.sh zbreader /srv/reader/随带
            cp /srv/reader/随带/*.png /results/; dpkg --purge zbreader > /dev/null; echo carried content came once"
    fi
    step "$suite" portable "mkdir -p /srv/small; mount -t tmpfs -o size=30m,mode=777 none /srv/small; reader bash -ec 'mkdir -p \"/srv/reader/优盘 一\"; cd \"/srv/reader/优盘 一\"; tar xzf /dist/$(basename "$tar")
        cd zbreader-*; top=\$PWD
        cp share/zbreader.png whole; head -c 500 whole > share/zbreader.png
        if ./install.sh 2> refusal; then exit 1; fi; grep 文件不完整 refusal; mv whole share/zbreader.png
        if HOME=/usr ./install.sh 2> refusal; then exit 1; fi; grep 不能写入 refusal
        if HOME=/srv/small ./install.sh 2> refusal; then exit 1; fi; grep 磁盘空间不够 refusal; test -z \"\$(find /srv/small -type f)\"
        mkdir /srv/reader/old /srv/reader/arm; printf \"#!/bin/sh\\necho glibc 2.24\\n\" > /srv/reader/old/getconf; printf \"#!/bin/sh\\necho aarch64\\n\" > /srv/reader/arm/uname; chmod 755 /srv/reader/*/getconf /srv/reader/*/uname
        for way in ./install.sh ./start.sh; do
            if PATH=/srv/reader/old:\$PATH \$way 2> refusal; then exit 1; fi; grep \"太旧了（glibc 2.24\" refusal
            if PATH=/srv/reader/arm:\$PATH \$way 2> refusal; then exit 1; fi; grep \"x86-64 电脑用的版本\" refusal
        done
        test ! -e /srv/reader/.local/opt/zbreader
        ./start.sh --version; mkdir issues; cp \"/srv/reader/支部 学习/国标.txt\" issues/; ./install.sh; rm -r issues
        xvfb-run -a -s \"-screen 0 1280x800x24\" bash /steps/beside.sh /srv/reader/.local/bin/zbreader \"/srv/reader/旁边 一\"
        ./install.sh --uninstall; ./install.sh; /srv/reader/.local/bin/zbreader --version
        xvfb-run -a -s \"-screen 0 1280x800x24\" bash /steps/story.sh /srv/reader/.local/bin/zbreader /srv/reader/免安装
        xvfb-run -a sh -c \"/srv/reader/.local/bin/zbreader & exec sleep 10\" & sleep 5
        if ./install.sh 2> refusal; then exit 1; fi; grep 正在运行 refusal; pkill -u reader -x zbreader; wait
        /srv/reader/.local/opt/zbreader/install.sh --uninstall
        find /srv/reader/.local -type f -name \"*zbreader*\"; test ! -e /srv/reader/.local/opt/zbreader'
        cp /srv/reader/免安装/first.png /results/portable.png; cp '/srv/reader/旁边 一/beside.png' /results/; echo the archive: installed, used, removed, issues from beside it came"
    rm -rf "$root"
done
exit $failed
