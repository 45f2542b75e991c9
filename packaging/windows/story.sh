#!/bin/bash
# What a person does with the Windows packages, under Wine: story.sh SETUP.exe PACKAGE.zip FOLDER (called by testrun.sh).
set -euo pipefail
setup=$1 portable=$2 folder=$3
export WINEPREFIX=$HOME/wine WINEDEBUG=-all WINEDLLOVERRIDES='mscoree,mshtml=' PYTHONUTF8=1
trap 'wineserver -k 2> /dev/null || :' EXIT
here=$WINEPREFIX/drive_c/users/reader
local=$here/AppData/Local

said() { echo "   $1  ($SECONDS s)"; }
fail() { echo "   FAILED: $1"; exit 1; }
# Wine wants pipes: its consoles are none.
mkfifo "$HOME/silence" && exec 3<> "$HOME/silence"
windows() { timeout "${LIMIT:-120}" wine "$@" <&3 2>&1 | cat; return "${PIPESTATUS[0]}"; }
cli() { windows "$program/zbreader-cli.exe" --library "$library" "$@" | tr -d '\r'; }
shot() { scrot --overwrite "$folder/$1.png"; }

note_in_the_sample() { # TEXT: sets issue
    local article quote
    issue=$(cli issues --json | python3 -c 'import json, sys; print(json.load(sys.stdin)[0]["id"])')
    cli show "$issue" --json > "$folder/issue.json"
    python3 -c '
import json, sys
article = json.load(open(sys.argv[1]))["articles"][0]
print(article["id"], max((p["text"] for p in article["paragraphs"]), key=len)[:12])' "$folder/issue.json" > "$folder/passage"
    read -r article quote < "$folder/passage"
    cli highlight "$article" --quote "$quote" --note "$1" > /dev/null || fail "no note"
}

window() { # NAME PROGRAM ARGUMENT…: starts it, waits for its window, leaves a picture, quits
    local name=$1 id=
    shift
    (windows "$@" > "$folder/$name.log" 2>&1 || :) &
    for _ in $(seq 300); do
        id=$(xdotool search --onlyvisible --name 支部阅读 2> /dev/null | head -1) || :
        [ -z "$id" ] || break
        sleep 0.2
    done
    [ -n "$id" ] || { cat "$folder/$name.log"; shot "$name"; fail "no window"; }
    sleep "${LOOK:-8}"
    [ -z "${UNTIL:-}" ] || for _ in $(seq 30); do ! eval "$UNTIL" || break; sleep 2; done
    [ -z "${KEYS:-}" ] || { xdotool windowfocus "$id" key "$KEYS"; sleep 12; }
    shot "$name"
    [ -z "${KEYS:-}" ] || { xdotool key Escape; sleep 1; }
    [ -z "${KEEP:-}" ] || return 0
    xdotool windowfocus "$id" key ctrl+q
    for _ in $(seq 100); do pgrep -f pythonw > /dev/null || return 0; sleep 0.2; done
    fail "it does not quit"
}

windows wineboot --init > /dev/null || :
# Wine's own dialogs use faces without Chinese; Windows has them.
for face in Tahoma 'MS Shell Dlg' 'MS Shell Dlg 2' 'Microsoft YaHei' SimSun; do
    wine reg add 'HKCU\Software\Wine\Fonts\Replacements' /v "$face" /d 'WenQuanYi Micro Hei' /f > /dev/null 2>&1
done
said "Wine is ready: $(wine --version)"

# A copy that is not whole
head -c 20000000 "$setup" > "$HOME/half.exe"
(LIMIT=30 windows "$HOME/half.exe" > /dev/null || :) &
sleep 10; shot half-copied; wineserver -k || :; wait
[ ! -e "$local/Programs/zbreader" ] || fail "half an installer installed something"
said "a half-copied installer is refused"

# By hand, as an organiser sees it
(LIMIT=400 windows "$setup" > /dev/null || :) &
for _ in $(seq 100); do [ -z "$(xdotool search --onlyvisible --name 支部阅读 2> /dev/null)" ] || break; sleep 1; done
sleep 4; shot setup-1; xdotool key Return; sleep 4; shot setup-2
for _ in $(seq 60); do [ -f "$local/Programs/zbreader/uninstall.exe" ] && break; xdotool key Return; sleep 4; done
sleep 4; shot setup-3
wineserver -k || :; wait
[ -f "$local/Programs/zbreader/zbreader.exe" ] || fail "the installer's pages lead nowhere"
windows "$local/Programs/zbreader/uninstall.exe" /S; sleep 4
[ ! -e "$local/Programs/zbreader" ] || fail "the uninstaller left something"
said "installed by hand, and uninstalled"

if [ -f /older.exe ]; then
    windows /older.exe /S || fail "the older version cannot be installed"
    said "the older version is installed"
    program=$local/Programs/zbreader library='C:\users\reader\支部 学习'
    cli import "$program/app/zbreader/_resources/sample/sample-issue.txt" > /dev/null || fail "import with the older version"
    older=$(cli --version)
    note_in_the_sample 更新以前写的笔记
fi

windows "$setup" /S || fail "the installation ended with $?"
program=$local/Programs/zbreader library='C:\users\reader\支部 学习'
[ -f "$program/zbreader.exe" ] && [ ! -e "$program/new" ] || fail "nothing is installed"
[ -f "$program/app/licences/LGPL-3.txt" ] && [ -f "$program/python/LICENSE.txt" ] || fail "licences of what is carried are missing"
said "installed: $(du -sm "$program" | cut -f1) MB"
wine reg query 'HKCU\Software\Classes\zbreader.issue\shell\open\command' 2> /dev/null | grep -q pythonw || fail "no association"
find "$here" -name '支部阅读.lnk' | grep -q . || fail "no shortcut"
cli --version
if [ -f /older.exe ]; then
    cli notes | grep -q 更新以前写的笔记 || fail "the older version's note did not survive the update"
    cli check > /dev/null || fail "the library is not sound after the update"
    if [ "$(cli --version)" != "$older" ]; then
        find "$here/支部 学习/backups" -name '*.db' | grep -q . || fail "no backup before the migration"
        windows /older.exe /S || fail "the older version cannot be put back"
        if cli notes > "$folder/downgraded.txt"; then fail "an older program opened a newer library"; fi
        cat "$folder/downgraded.txt"
        [ "$(wc -l < "$folder/downgraded.txt")" = 1 ] && ! grep -q Traceback "$folder/downgraded.txt" || fail "the refusal is one sentence"
        windows "$setup" /S || fail "updated again"
        cli notes | grep -q 更新以前写的笔记 || fail "the note did not survive the way back and forth"
    fi
    said "updated from $older to $(cli --version): the note is there, a backup was made, the older program refuses"
fi
cli import "$program/app/zbreader/_resources/sample/sample-issue.txt" || fail "the sample cannot be imported"
note_in_the_sample 在视窗里记下的一句话
cli notes | grep -q 在视窗里记下的一句话 || fail "the note is gone"
cli export -o 'C:\users\reader\学习 笔记.docx' > /dev/null && [ "$(head -c 2 "$here/学习 笔记.docx")" = PK ] || fail "no Word file"
cli export -o 'C:\users\reader\学习 笔记.pdf' > /dev/null && [ "$(head -c 4 "$here/学习 笔记.pdf")" = %PDF ] || fail "no PDF"
written() { python3 -c 'import sys, zipfile; sys.exit(sys.argv[2] not in zipfile.ZipFile(sys.argv[1]).read(sys.argv[3]).decode())' "$@"; }
cli export --template 学习笔记单 -o 'C:\users\reader\笔记单.docx' > /dev/null && written "$here/笔记单.docx" 在视窗里记下的一句话 word/document.xml || fail "no sheet"
mkdir -p "$here/支部 学习/templates" && cp "$program/app/zbreader/_resources/templates/word/2-note-sheet.docx" "$here/支部 学习/templates/本支部用.docx"
cli export --template 本支部用 -o 'C:\users\reader\自己的.docx' > /dev/null && written "$here/自己的.docx" 在视窗里记下的一句话 word/document.xml || fail "no own template"
cli export --template 学习台账 -o 'C:\users\reader\台账.xlsx' > /dev/null && written "$here/台账.xlsx" '<row' xl/worksheets/sheet1.xml || fail "no ledger"
cli sessions > /dev/null && cli reimport > /dev/null && cli inspect 'C:\users\reader\学习 笔记.pdf' > /dev/null || fail "sessions, re-import, a PDF read"
python3 -c 'import sys; open(sys.argv[1], "wb").write(("学习小组的一篇短文\n\n" + "大家围坐在一起读书，读完一段说一段。" * 40).encode("gb18030"))' "$here/国标.txt"
cli inspect 'C:\users\reader\国标.txt' > "$folder/inspected.txt" && ! grep -q '�' "$folder/inspected.txt" || fail "a GB18030 text"
cli notes | grep -q 在视窗里记下的一句话 || fail "the note did not survive a re-import"
cli pack -o 'C:\users\reader\一期.zbissue' "$issue" > /dev/null || fail "no pack"
windows "$program/zbreader-cli.exe" --library 'C:\users\reader\second' import 'C:\users\reader\学习 笔记.docx' | cat
printf '同心同德二〇二六\n' > "$here/密码.txt" && printf '不是这个密码\n' > "$here/错的.txt"
cli pack -o 'C:\users\reader\签名.zbissue' "$issue" --sign > "$folder/signed.txt" && cli save-notes 'C:\users\reader\密封.zbnotes' --sign --password-file 'C:\users\reader\密码.txt' >> "$folder/signed.txt" || fail "nothing is signed or sealed"
fingerprint=$(sed -n 's/^已签名.*：//p' "$folder/signed.txt" | sort -u)
[ -n "$fingerprint" ] && [ "$(wc -l <<< "$fingerprint")" = 1 ] && ! grep -q 在视窗里 "$here/密封.zbnotes" || fail "not signed with one key, or what is sealed can be read"
other() { windows "$program/zbreader-cli.exe" --library 'C:\users\reader\other' "$@" | tr -d '\r'; }
other import 'C:\users\reader\签名.zbissue' > "$folder/origin.txt" && grep -qF "$fingerprint" "$folder/origin.txt" || fail "the signature of a pack is not told"
if other merge-notes 'C:\users\reader\密封.zbnotes' --password-file 'C:\users\reader\错的.txt' > "$folder/locked.txt"; then fail "sealed notes open with another password"; fi
[ "$(wc -l < "$folder/locked.txt")" = 1 ] && grep -q 密码 "$folder/locked.txt" || fail "a wrong password is one sentence"
other merge-notes 'C:\users\reader\密封.zbnotes' --password-file 'C:\users\reader\密码.txt' > "$folder/merged.txt" && grep -qF "$fingerprint" "$folder/merged.txt" || fail "sealed notes do not open"
other notes | grep -q 在视窗里记下的一句话 || fail "sealed notes are not whole"
said "signed and sealed, opened by another: $fingerprint"
said "the command line works"
window library "$program/zbreader.exe" --library "$library"
KEYS="ctrl+alt+k" window keywords "$program/zbreader.exe" --library "$library"
find "$here/支部 学习/words" -type f | grep -q . || fail "keywords of the issues do not come"
window pack "$program/zbreader.exe" --library 'C:\users\reader\third' 'C:\users\reader\一期.zbissue'
said "the window opens, with a note and with a pack"

# Installing over a running copy
KEEP=1 window running "$program/zbreader.exe" --library "$library"
if windows "$setup" /S; then fail "installed over a running copy"; fi
iconv -f UTF-16 "$local/Temp/zbreader-setup.txt"
wineserver -k; wait; sleep 1
said "a running copy is not overwritten"
windows "$setup" /S || fail "installing again"
cli notes | grep -q 在视窗里记下的一句话 || fail "the note did not survive the update"
said "installed again, the note is there"
# The last word may have spaces and no quotes; Wine puts quotes around a word with spaces, so it is given in pieces.
windows "$setup" /S '/D=C:\支部' 阅读 程序 && [ -f "$WINEPREFIX/drive_c/支部 阅读 程序/zbreader.exe" ] || fail "a path with spaces and Chinese"
program="$WINEPREFIX/drive_c/支部 阅读 程序"
cli notes | grep -q 在视窗里记下的一句话 || fail "started from a path with spaces and Chinese"
windows "$program/uninstall.exe" /S; sleep 5
program=$local/Programs/zbreader
windows "$program/uninstall.exe" /S; sleep 5
[ ! -e "$program" ] || { find "$program" | head; fail "the uninstaller left something"; }
[ ! -e "$WINEPREFIX/drive_c/支部 阅读 程序" ] || fail "the uninstaller left something in the other folder"
! wine reg query 'HKCU\Software\Classes\zbreader.issue' > /dev/null 2>&1 || fail "associations stay"
[ -f "$here/支部 学习/library.db" ] || fail "the library is gone"
said "uninstalled, the library stays"

# Issues that come along: in a folder beside the installer, and inside one that was built with an organiser's content
count() { cli issues --json | python3 -c 'import json, sys; print(len(json.load(sys.stdin)))'; }
program=$local/Programs/zbreader
mkdir -p "$here/优盘 二/issues" && cp "$setup" "$here/优盘 二/" && cp "$here/国标.txt" "$here/优盘 二/issues/"
windows "$here/优盘 二/$(basename "$setup")" /S && [ -f "$program/issues/国标.txt" ] || fail "the folder issues beside the installer does not come along"
library='C:\users\reader\旁边'
UNTIL='[ "$(count)" -ge 1 ]' window beside "$program/zbreader.exe" --library "$library"
[ "$(count)" = 1 ] && cli issues | grep -q 国标 || fail "the issue from beside the installer is not in the library"
windows "$program/uninstall.exe" /S; sleep 5
[ ! -e "$program" ] || fail "the uninstaller left what came along"
said "issues beside the installer come along"
if [ -f /content.exe ]; then
    windows /content.exe /S || fail "the installer with content"
    carried=$(find "$program" -path '*/carried/*.zbissue' | wc -l)
    [ "$carried" -gt 0 ] || fail "this installer carries nothing"
    library='C:\users\reader\随带'
    for time in 1 2; do
        UNTIL='[ "$(count)" -ge "$carried" ]' window "carried-$time" "$program/zbreader.exe" --library "$library"
        [ "$(count)" = "$carried" ] || fail "carried $carried packs of one issue each, the library has $(count) after start $time"
    done
    grep -q '"person.group": "第三支部"' "$here/随带/settings.json" || fail "what was preset does not hold"
    [ "$(head -c 2 "$here/随带/templates/本支部用.docx")" = PK ] || fail "the Word template did not come"
    find "$program" -path '*/themes/branch.toml' | grep -q . || fail "the theme was not carried"
    windows "$program/uninstall.exe" /S; sleep 5
    [ ! -e "$program" ] || fail "the uninstaller left what was carried"
    said "$carried carried packs came at the first start, none again at the second"
fi

# Places that cannot be used: one without permission, one without room (testrun.sh mounts it)
refused() { # FOLDER SENTENCE
    if windows "$setup" /S "/D=$1"; then fail "installed to $1"; fi
    iconv -f UTF-16 "$local/Temp/zbreader-setup.txt" | tee "$folder/refused.txt"
    grep -q "$2" "$folder/refused.txt" || fail "not told: $2"
}
ln -s /small "$WINEPREFIX/dosdevices/s:"
refused 'Z:\usr\zbreader' 不能写入
refused 'S:\zbreader' 磁盘空间不够
[ ! -e /usr/zbreader ] && [ -z "$(ls -A /small)" ] || fail "a refused installation left something"
said "places that cannot be used are refused"

# Systems it is not made for
windows winecfg -v win7
if windows "$setup" /S; then fail "installed on Windows 7"; fi
iconv -f UTF-16 "$local/Temp/zbreader-setup.txt" | tee "$folder/refused.txt"
grep -q '64 位的 Windows 10' "$folder/refused.txt" && [ ! -e "$local/Programs/zbreader" ] || fail "Windows 7 is told"
windows winecfg -v win10
wineserver -k || :
(
    export WINEPREFIX=$HOME/wine32 WINEARCH=win32
    windows wineboot --init > /dev/null || :
    if windows "$setup" /S; then fail "installed on 32 bit"; fi
    iconv -f UTF-16 "$WINEPREFIX/drive_c/users/reader/AppData/Local/Temp/zbreader-setup.txt" | grep '64 位的 Windows 10' || fail "32 bit is told"
    [ -z "$(find "$WINEPREFIX" -path '*Programs/zbreader*')" ] || fail "a refused installation left something"
    wineserver -k || :
)
said "Windows 7 and 32-bit Windows are told, nothing is left"

mkdir -p "$here/优盘 一" && (cd "$here/优盘 一" && unzip -q "$portable")
program=$(echo "$here/优盘 一"/zbreader-*)
library='C:\users\reader\支部 学习'
cli notes | grep -q 在视窗里记下的一句话 || fail "the portable version"
said "the portable zip runs from a path with spaces and Chinese"
