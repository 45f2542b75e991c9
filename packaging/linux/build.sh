#!/bin/bash
# Builds the Linux packages: sudo packaging/linux/build.sh   →   dist/zbreader_<version>_amd64.deb, dist/zbreader-<version>-linux-x86_64.tar.gz
#
# Needs Linux x86-64, root, debootstrap, unshare, git and python3; everything else comes into roots of their own (roots.sh).
# The variables SOURCE, VERSION, ISSUES and DIST are explained in ../source.sh.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
. "$here/../versions.sh"
. "$here/../roots.sh"
. "$here/../source.sh"
need debootstrap unshare git python3
[ "$(uname -m)" = x86_64 ] || { echo "Linux 安装包要在 x86-64 机器上构建。" >&2; exit 1; }

export_source "$work/source"
prepare_tree
rm -rf "$work/linux" "$work/plugins" && mkdir -p "$work/linux" "$work/plugins" "$dist"
"$here/fcitx.sh" "$root" "$site/PySide6/Qt" "$work/plugins"

echo "-- freezing" >&2
inside "$root" "
    cd /source
    $python packaging/icons.py build/icons
    ZBREADER_PLUGINS=/plugins $python -m PyInstaller --noconfirm --clean --log-level WARN \
        --distpath /out --workpath /tmp/freeze packaging/zbreader.spec
    rm -rf /tmp/freeze
    $python /steps/icu_answers.py > /tmp/whole
    $python /steps/icu_data.py /out/zbreader/_internal/PySide6/Qt/lib
    LD_PRELOAD=\$(echo /out/zbreader/_internal/PySide6/Qt/lib/libicudata.so.*) $python /steps/icu_answers.py | cmp - /tmp/whole
    for library in \$(find /out/zbreader/_internal -maxdepth 1 -type f -name 'lib*.so*' ! -name 'libpython*' ! -name 'libsqlite3*' -printf '%f\n'); do
        package=\$(dpkg -S \"*/\$library\" | sed 's/:.*//' | head -1)
        cp /usr/share/doc/\$package/copyright /out/zbreader/_internal/licences/\$package.txt
    done
    find /out -name '*.so*' -type f -exec chmod 644 {} +
    $python packaging/floor.py --most $GLIBC_FLOOR /out/zbreader
    $python packaging/carries.py /source /out/zbreader
" "$work/source:/source" "$work/plugins:/plugins" "$work/linux:/out" "$here:/steps" >&2
du -sm "$work/linux/zbreader" >&2

cp "$work/source/LICENSE" "$work/linux/"
"$here/pack_tar.sh" "$work/linux/zbreader" "$work/source/build/icons" "$dist/zbreader-$VERSION-linux-x86_64.tar.gz"
inside "$root" "/packaging/linux/pack_deb.sh /linux/zbreader /source/build/icons /dist/zbreader_${VERSION}_amd64.deb" \
    "$work/linux:/linux" "$work/source:/source" "$project/packaging:/packaging" "$dist:/dist" >&2
ls -l "$dist" >&2
