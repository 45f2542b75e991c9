#!/bin/bash
# Builds the Windows packages on Linux: sudo packaging/windows/build.sh   →   dist/zbreader-<version>-windows-x64-setup.exe and .zip
#
# The variables SOURCE, VERSION, ISSUES and DIST are explained in ../source.sh. WINDOWS_PYTHON=file.zip takes python.org's embeddable
# Python instead of the one from the package index (do that for a release).
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
. "$here/../versions.sh"
. "$here/../roots.sh"
. "$here/../source.sh"
need debootstrap unshare git python3

export_source "$work/source"
prepare_tree
mkdir -p "$dist" "$bases/sources"
archive=${WINDOWS_PYTHON:-$bases/sources/$WINDOWS_PYTHON_NAME-$WINDOWS_PYTHON_VERSION.tar.gz}
key=$(sha256sum < "$work/source/requirements.lock" | cut -c1-12)
rm -rf "$work/windows" && mkdir -p "$work/windows" "$bases/windows-packages"
inside "$root" "
    if [ -z '${WINDOWS_PYTHON:-}' ]; then
        $python /windows/fetch_python.py $WINDOWS_PYTHON_NAME $WINDOWS_PYTHON_VERSION $WINDOWS_PYTHON_SHA256 /archives/$(basename "$archive")
    fi
    if [ ! -f /packages/$key/.done ]; then
        rm -rf /packages/*
        $python -m pip install -q --disable-pip-version-check --no-deps --require-hashes --no-compile --target /packages/$key \
            --platform win_amd64 --python-version 3.11 --implementation cp --abi cp311 --abi abi3 --abi none -r /source/requirements.lock
        touch /packages/$key/.done
    fi
    cd /source
    $python packaging/icons.py build/icons
    $python /windows/stage.py --python /archives/$(basename "$archive") --packages /packages/$key --source /source \
        --icon build/icons/zbreader.ico --out /out/zbreader
    $python packaging/carries.py /source /out/zbreader
" "$work/source:/source" "$here:/windows" "$(dirname "$archive"):/archives" "$bases/windows-packages:/packages" "$work/windows:/out" >&2

echo "-- zip, installer" >&2
name=zbreader-$VERSION-windows-x64
rm -f "$dist/$name".zip "$dist/$name-setup.exe"
settle_times "$work/windows"
python3 "$here/pack_zip.py" "$work/windows/zbreader" "zbreader-$VERSION" "$dist/$name.zip"
inside "$(make_root nsis "$TOOLS_SUITE" nsis)" "
    cp -r /usr/share/nsis /tmp/nsis
    python3 /windows/nsis_words.py /tmp/nsis/Stubs
    NSISDIR=/tmp/nsis makensis -V2 -INPUTCHARSET UTF8 -DVERSION=$VERSION -DSTAGE=/stage -DSIDE=/source/build/icons/installer.bmp -DOUT=/dist/$name-setup.exe /windows/zbreader.nsi
    rm -rf /tmp/nsis
" "$work/windows/zbreader:/stage" "$work/source:/source" "$here:/windows" "$dist:/dist" >&2
ls -l "$dist" >&2
