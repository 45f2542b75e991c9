#!/bin/sh
# Installs 支部阅读 for the person who runs it, without root and without a network.
#
#   ./install.sh                 installs, or puts this version in the place of an older one
#   ./install.sh --uninstall     removes the program; the library and its notes stay
#
# Issue packs that lie in a folder `issues` beside this script are taken along and imported at the next start.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
data=${XDG_DATA_HOME:-$HOME/.local/share}
place=$HOME/.local/opt/zbreader
link=$HOME/.local/bin/zbreader
new=$place.new

stop() { # SENTENCE: nothing of what was begun stays
    rm -rf "$new"
    (cd "$HOME" && rmdir -p .local/opt) 2> /dev/null || :
    echo "没有安装：$1" >&2
    exit 1
}

refresh() {
    if command -v update-mime-database > /dev/null; then update-mime-database "$data/mime" > /dev/null 2>&1 || :; fi
    if command -v update-desktop-database > /dev/null; then update-desktop-database -q "$data/applications" > /dev/null 2>&1 || :; fi
}

is_running() {
    for process in /proc/[0-9]*; do
        case "$(readlink "$process/exe" 2> /dev/null || :)" in "$place/"*) return 0 ;; esac
    done
    return 1
}

if is_running; then stop "支部阅读正在运行，请先关闭它的窗口，再来一次。"; fi

if [ "${1:-}" = --uninstall ]; then
    rm -rf "$place" "$new"
    rm -f "$link" "$data/applications/zbreader.desktop" "$data/mime/packages/zbreader.xml" "$data/icons/hicolor/128x128/apps/zbreader.png" \
        "$data/man/man1/zbreader.1" "$data/man/zh_CN/man1/zbreader.1"
    refresh
    echo "支部阅读已卸载。资料库和笔记还在：$data/zbreader"
    exit 0
fi

[ "$(uname -m)" = x86_64 ] || stop "这是给 x86-64 电脑用的版本，这台电脑是 $(uname -m)。"
have=$(getconf GNU_LIBC_VERSION 2> /dev/null | sed -n 's/^glibc 2\.\([0-9]*\).*/\1/p')
[ "${have:-0}" -ge 28 ] || stop "这个系统太旧了（glibc 2.${have:-?}），需要 glibc 2.28 或更新的系统，例如 UOS 20、麒麟 V10、Debian 10。"
(cd "$here" && sha256sum --check --status --strict CHECKSUMS) 2> /dev/null ||
    stop "文件不完整，多半是没有复制完或解压中断。请重新复制压缩包，解压后再来一次。"
mkdir -p "$(dirname "$place")" 2> /dev/null && [ -w "$(dirname "$place")" ] || stop "不能写入 $(dirname "$place")，请检查这个文件夹的权限。"
needed=$(du -sk "$here/zbreader" | cut -f1)
free=$(df -Pk "$(dirname "$place")" | awk 'NR == 2 { print $4 }')
[ "$free" -gt "$((needed + 20480))" ] || stop "磁盘空间不够：需要 $((needed / 1024 + 20)) MB，只剩 $((free / 1024)) MB。请腾出空间再来一次。"

rm -rf "$new"
mkdir -p "$new"
cp -r "$here/zbreader" "$here/start.sh" "$here/install.sh" "$new/" 2> /dev/null || stop "复制文件时出错，可能是磁盘满了。"
if [ -d "$here/issues" ]; then
    cp -r "$here/issues" "$new/zbreader/issues" || stop "复制随带的期刊包时出错，可能是磁盘满了。"
elif [ -d "$place/zbreader/issues" ]; then
    cp -r "$place/zbreader/issues" "$new/zbreader/issues" || stop "复制随带的期刊包时出错，可能是磁盘满了。"
fi
rm -rf "$place"
mv "$new" "$place"

mkdir -p "$(dirname "$link")" "$data/applications" "$data/mime/packages" "$data/icons/hicolor/128x128/apps" "$data/man/man1" "$data/man/zh_CN/man1"
ln -sf "$place/start.sh" "$link"
sed "s|^Exec=zbreader|Exec=\"$place/start.sh\"|; s|^Icon=.*|Icon=$data/icons/hicolor/128x128/apps/zbreader.png|" \
    "$here/share/zbreader.desktop" > "$data/applications/zbreader.desktop"
cp "$here/share/zbreader-mime.xml" "$data/mime/packages/zbreader.xml"
cp "$here/share/zbreader.png" "$data/icons/hicolor/128x128/apps/"
cp "$here/share/zbreader.1" "$data/man/man1/zbreader.1"
cp "$here/share/zbreader.zh_CN.1" "$data/man/zh_CN/man1/zbreader.1"
refresh

lacking=$(LD_LIBRARY_PATH="$place/zbreader/_internal:$place/zbreader/_internal/PySide6/Qt/lib" ldd \
    "$place/zbreader/_internal/PySide6/Qt/plugins/platforms/libqxcb.so" 2> /dev/null | awk '/not found/ { print $1 }' | sort -u | tr '\n' ' ')
[ -z "$lacking" ] || echo "注意：这个系统缺少 $lacking，窗口可能打不开，请用系统的软件商店或 apt 安装。"
echo "支部阅读已装好：在开始菜单里找“支部阅读”，或者运行 $link"
