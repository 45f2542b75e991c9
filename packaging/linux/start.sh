#!/bin/sh
# Starts zbreader from where it lies, installed or not; says so when this system is too old for it.
here=$(dirname "$(readlink -f "$0")")
least=28
have=$(getconf GNU_LIBC_VERSION 2> /dev/null | sed -n 's/^glibc 2\.\([0-9]*\).*/\1/p')
if [ "$(uname -m)" != x86_64 ]; then
    trouble="这是给 x86-64 电脑用的版本，这台电脑是 $(uname -m)，不能运行。"
elif [ -z "$have" ] || [ "$have" -lt "$least" ]; then
    trouble="这个系统太旧了（glibc 2.${have:-?}），支部阅读需要 glibc 2.$least 或更新的系统，例如 UOS 20、麒麟 V10、Debian 10。"
else
    exec "$here/zbreader/zbreader" "$@"
fi
echo "$trouble" >&2
for box in "zenity --error --text" "kdialog --error" "xmessage"; do
    # shellcheck disable=SC2086  # a command and its options
    if [ -n "$DISPLAY$WAYLAND_DISPLAY" ] && command -v ${box%% *} > /dev/null; then $box "$trouble"; break; fi
done
exit 1
