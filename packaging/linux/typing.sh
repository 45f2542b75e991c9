#!/bin/bash
# Types 你好 into the program with each input method: sudo packaging/linux/typing.sh [fcitx4] [fcitx5] [ibus] [source-fcitx5] [source-ibus]
#
# fcitx 4 on bullseye, fcitx 5 and ibus on bookworm; xdotool presses n-i-h-a-o and the space bar in the search field, the clipboard tells
# what arrived there. source-…: not the package but the program from source, with the wheel's own ibus plugin through the portal
# (QT_IM_MODULE=ibus IBUS_USE_PORTAL=1), which fcitx 5 answers, too. To be run with each new PySide6, because the plugin uses Qt's private interface. Leaves pictures in
# build/package/testrun/typing.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
. "$here/../versions.sh"
. "$here/../roots.sh"
. "$here/../source.sh"
need debootstrap unshare
results=$work/testrun/typing
deb=$(ls -t "$dist"/zbreader_*_amd64.deb | head -1)
mkdir -p "$results" && chmod 777 "$results"
failed=0

typed='
set -e
cd ~
case $1 in
    fcitx4) export XMODIFIERS=@im=fcitx QT_IM_MODULE=fcitx
        mkdir -p .config/fcitx; printf "[Profile]\nIMName=pinyin\nEnabledIMList=fcitx-keyboard-us:True,pinyin:True\n" > .config/fcitx/profile
        fcitx -D > fcitx.log 2>&1 & on="fcitx-remote -o" ;;  # the first of the list is what is typed with while it is off
    *fcitx5) export XMODIFIERS=@im=fcitx QT_IM_MODULE=fcitx
        mkdir -p .config/fcitx5; printf "[Groups/0]\nName=Default\nDefault Layout=us\nDefaultIM=pinyin\n[Groups/0/Items/0]\nName=keyboard-us\nLayout=\n[Groups/0/Items/1]\nName=pinyin\nLayout=\n[GroupOrder]\n0=Default\n" > .config/fcitx5/profile
        fcitx5 > fcitx.log 2>&1 & on="fcitx5-remote -s pinyin; fcitx5-remote -o" ;;
    *ibus) export XMODIFIERS=@im=ibus QT_IM_MODULE=ibus
        ibus-daemon -drx --panel disable > ibus.log 2>&1; on="ibus engine libpinyin" ;;
esac
# On an fcitx desktop the program from source chooses this itself.
[ "$1" != source-ibus ] || export QT_IM_MODULE=ibus IBUS_USE_PORTAL=1
until_true() { for i in $(seq 300); do ! eval "$1" > /dev/null 2>&1 || return 0; sleep 0.1; done; echo "waited in vain: $1" >&2; return 1; }
case $1 in
    fcitx4) until_true "fcitx-remote" ;;
    *fcitx5) until_true "fcitx5-remote" ;;
    *ibus) until_true "ibus list-engine --name-only | grep -q libpinyin" ;;
esac
$2 > window.log 2>&1 & program=$!
until_true "xdotool search --onlyvisible --name 支部阅读"
window=$(xdotool search --onlyvisible --name 支部阅读 | head -1)
until_true "$2 issues --json | grep -q id"  # the sample is there: after it opens, nothing takes the focus any more
sleep 3
xdotool windowfocus --sync $window
# On a loaded machine keys come before the field or the input method is ready: slower each time, what counts is what arrives at last.
for pause in 1 2 4 6; do
    xdotool key Escape; sleep $pause; xdotool key ctrl+shift+f; sleep $pause; xdotool key ctrl+a BackSpace; sleep $pause
    eval "$on" || true; sleep $pause
    xdotool type --delay $((pause * 150)) nihao; sleep $pause
    scrot --overwrite /results/$1-typing.png 2> /dev/null || scrot /results/$1-typing.png
    xdotool key space; sleep $pause
    xdotool key ctrl+a; sleep $pause; xdotool key ctrl+c; sleep $pause
    scrot --overwrite /results/$1.png 2> /dev/null || scrot /results/$1.png
    arrived=$(timeout 5 xclip -o -selection clipboard || true)
    [ "$arrived" != 你好 ] || break
done
echo "$1: $arrived"
kill $program
[ "$arrived" = 你好 ]
'
[ $# -gt 0 ] || set -- fcitx4 fcitx5 ibus source-fcitx5 source-ibus
export_source "$work/source"
prepare_tree
environment=$root$site
for method; do
    case ${method#source-} in
        fcitx4) suite=bullseye packages="fcitx-bin fcitx-pinyin fcitx-module-dbus fcitx-frontend-all fcitx-ui-classic" ;;
        fcitx5) suite=bookworm packages="fcitx5 fcitx5-chinese-addons-bin fcitx5-pinyin" ;;
        ibus) suite=bookworm packages="ibus ibus-libpinyin" ;;
    esac
    program=zbreader preparing="dpkg -i /dist/$(basename "$deb") > /dev/null"
    if [ "$method" != "${method#source-}" ]; then
        program=/from-source preparing=:
        packages+=" libxkbcommon0 libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxcb-xkb1"  # ./zb doctor names them
    fi
    depends=$(dpkg-deb -f "$deb" Depends | tr ',' '\n' | sed 's/([^)]*)//; s/|.*//' | tr -d ' ' | grep -v libc6 | tr '\n' ' ')
    make_root "try-typing-$method" "$suite" xvfb xauth xdotool xclip scrot dbus dbus-x11 fonts-wqy-microhei procps $packages $depends > /dev/null
    root=$bases/try-typing
    rm -rf "$root" && cp -a --reflink=auto "$bases/try-typing-$method" "$root"
    chroot "$root" useradd -m -d /srv/reader -s /bin/bash reader
    printf '%s' "$typed" > "$root/typed.sh"
    printf '#!/bin/sh\nPYTHONDONTWRITEBYTECODE=1 PYTHONPATH=/source:/environment exec python3 -m zbreader "$@"\n' > "$root/from-source"
    chmod 755 "$root/from-source"
    NO_NETWORK=1 inside "$root" "ip link set lo up 2> /dev/null || :; $preparing; install -d -m 700 -o reader /run/reader
        setpriv --reuid=reader --regid=reader --init-groups env -i HOME=/srv/reader LANG=C.UTF-8 PATH=/usr/bin:/bin XDG_RUNTIME_DIR=/run/reader \
            xvfb-run -a -s '-screen 0 1280x800x24' dbus-run-session bash /typed.sh $method $program" "$dist:/dist" "$results:/results" \
        "$work/source:/source" "$environment:/environment" 2> "$results/$method.log" ||
        { echo "$method: FAILED"; tail -5 "$results/$method.log"; failed=1; }
    rm -rf "$root"
done
exit $failed
