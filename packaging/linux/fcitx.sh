#!/bin/bash
# Builds the Qt plugin through which Chinese is typed on fcitx 4 and fcitx 5 desktops (UOS, Kylin): PySide6's wheels carry none.
#
#   sudo packaging/linux/fcitx.sh ROOT QT OUTDIR
#
# ROOT: the build root of linux/python.sh; QT: the wheel's Qt folder in it (…/PySide6/Qt). OUTDIR gets
# platforminputcontexts/libfcitxplatforminputcontextplugin.so. The source is fcitx-qt5 (BSD licence), moc and the private headers
# are those of the Qt in $TOOLS_SUITE, one minor before the wheel's: private API, so linux/typing.sh has to be run with each new PySide6.
set -euo pipefail
here=$(cd "$(dirname "$0")/.." && pwd)
. "$here/versions.sh"
. "$here/roots.sh"
root=$1 qt=$2 out=$3
made=$bases/fcitx-$FCITX_VERSION

if [ ! -f "$made/headers.done" ]; then
    fetch_source "$FCITX_SOURCE" "$TOOLS_SUITE" "$FCITX_VERSION" "$FCITX_SHA256"
    rm -rf "$made" && mkdir -p "$made"
    tar xf "$bases/sources/${FCITX_SOURCE}_$FCITX_VERSION.orig.tar.xz" -C "$made" --strip-components=1
    cp -rL "$made/qt6/platforminputcontext" "$made/plugin"
    inside "$(make_root qt-headers "$TOOLS_SUITE" qt6-base-private-dev qt6-base-dev-tools qt6-base-dev xz-utils)" "
        include=/usr/include/x86_64-linux-gnu/qt6
        [ -d \$include/QtGui/$QT_HEADERS ] || { echo 'Qt headers are not $QT_HEADERS'; ls -d \$include/QtGui/6*; exit 1; }
        mkdir -p /fcitx/include
        for module in QtCore QtGui QtDBus; do cp -rL \$include/\$module /fcitx/include/; done
        cd /fcitx/plugin
        tools=/usr/lib/qt6/libexec:/usr/lib/qt6/bin
        PATH=\$tools:\$PATH
        flags=\"-I. -I\$include\"
        for module in QtCore QtGui QtDBus; do flags+=\" -I\$include/\$module -I\$include/\$module/$QT_HEADERS -I\$include/\$module/$QT_HEADERS/\$module\"; done
        for pair in InputContext:inputcontextproxy InputContext1:inputcontext1proxy InputMethod:inputmethodproxy InputMethod1:inputmethod1proxy; do
            name=\${pair##*:}
            qdbusxml2cpp -m -i fcitxqtdbustypes.h -p \$name org.fcitx.Fcitx.\${pair%%:*}.xml
            moc \$flags \$name.h -o moc_\$name.cpp
        done
        for name in fcitxinputcontextproxy fcitxwatcher qfcitxplatforminputcontext main; do moc \$flags \$name.h -o moc_\$name.cpp; done
    " "$made:/fcitx" >&2
    touch "$made/headers.done"
fi

mkdir -p "$out/platforminputcontexts"
inside "$root" "
    cd /fcitx/plugin
    flags=\"-I. -I/fcitx/include\"
    for module in QtCore QtGui QtDBus; do flags+=\" -I/fcitx/include/\$module -I/fcitx/include/\$module/$QT_HEADERS -I/fcitx/include/\$module/$QT_HEADERS/\$module\"; done
    for source in *.cpp; do
        ! grep -q include..\$source *.cpp || continue  # generated, and part of another
        g++ -std=c++17 -O2 -fPIC -fvisibility=hidden -ffile-prefix-map=/fcitx=. -DQT_NO_KEYWORDS -DQT_PLUGIN \$flags -c \$source -o \${source%.cpp}.o
    done
    g++ -shared -s -static-libgcc -o /plugins/platforminputcontexts/libfcitxplatforminputcontextplugin.so *.o $qt/lib/libQt6{Core,Gui,DBus}.so.6 \
        -lxkbcommon -Wl,-rpath,'\$ORIGIN/../../lib' -Wl,-rpath-link,$qt/lib -Wl,--no-undefined -Wl,--allow-shlib-undefined -Wl,--build-id=none
    rm -f *.o
" "$made:/fcitx" "$out:/plugins" >&2
