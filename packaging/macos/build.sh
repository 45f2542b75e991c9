#!/bin/bash
# Builds the macOS package on a Mac: packaging/macos/build.sh   →   dist/zbreader-<version>-macos-arm64.dmg
#
# NEVER RUN YET: written from the documentation of the tools, on a machine without macOS. The workflow runs it first.
# Needs Apple silicon (cryptography has no wheel for Intel any more), macOS 13 (pypdfium2's wheels), Python 3.11 from python.org and nothing
# else but what macOS has. The app is signed
# ad hoc: the first start needs a right click and 打开. A certificate (IDENTITY="Developer ID Application: …") and notarization
# need an Apple account.
set -euo pipefail
project=$(cd "$(dirname "$0")/../.." && pwd)
cd "$project"
[ "$(uname -sm)" = "Darwin arm64" ] || { echo "macOS 安装包只能在 M 系列芯片的 Mac 上构建。" >&2; exit 1; }
python=${PYTHON:-python3.11}
work=$project/build/package
dist=${DIST:-$project/dist}
ISSUES=${ISSUES:-}
export SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct)} PYTHONHASHSEED=1
version=$(sed -n 's/^__version__ = "\(.*\)"/\1/p' zbreader/__init__.py)
name=zbreader-$version-macos-$(uname -m)

rm -rf "$work/source" "$work/macos" && mkdir -p "$work/source" "$work/macos" "$dist"
git archive "${SOURCE:-HEAD}" | tar xf - -C "$work/source"
[ -z "$ISSUES" ] || "$python" packaging/content.py "$ISSUES" "$work/source"
"$python" -m venv "$work/venv"
pip=("$work/venv/bin/python" -m pip install -q --disable-pip-version-check --no-deps --require-hashes)
"${pip[@]}" -r "$work/source/requirements.lock"
"${pip[@]}" -r "$work/source/packaging/build.lock"

cd "$work/source"
"$work/venv/bin/python" packaging/icons.py build/icons
"$work/venv/bin/python" -m PyInstaller --noconfirm --clean --log-level WARN --distpath "$work/macos" --workpath "$work/freeze" packaging/zbreader.spec
"$work/venv/bin/python" packaging/carries.py "$work/source" "$work/macos/zbreader"
app="$work/macos/支部阅读.app"
codesign --force --deep --sign "${IDENTITY:--}" "$app"
codesign --verify --deep --strict "$app"

top=$work/macos/dmg
mkdir -p "$top"
cp -R "$app" "$top/"
ln -s /Applications "$top/应用程序"
hdiutil create -volname 支部阅读 -srcfolder "$top" -ov -format UDZO "$dist/$name.dmg"
(cd "$dist" && shasum -a 256 "$name.dmg" > "$name.dmg.sha256")
