#!/bin/bash
# What a person does with a freshly installed zbreader: story.sh PROGRAM FOLDER, on a virtual screen, without a network.
#
# Starts the window on an empty library, which brings the sample; makes a note; quits; starts again and finds it; asks the command
# line for the same. What the program loads only when it is wanted is wanted here: Word templates, PDF both ways, keywords, encodings,
# fuzzy re-placing of marks, the guide. Screenshots go to FOLDER. Ends with 1 at the first thing that is not as it should be.
set -euo pipefail
program=$1 folder=$2
export ZBREADER_LIBRARY="$folder/资 料 库" QT_LOGGING_RULES='*.debug=false'
mkdir -p "$folder"

said() { echo "   $1"; }
fail() { echo "   FAILED: $1"; [ ! -f "$folder/window.log" ] || cat "$folder/window.log"; exit 1; }
written() { python3 -c 'import sys, zipfile; sys.exit(sys.argv[2] not in zipfile.ZipFile(sys.argv[1]).read(sys.argv[3]).decode())' "$@"; } # FILE TEXT PART
issues() { "$program" issues --json | python3 -c 'import json, sys; print(*(issue["id"] for issue in json.load(sys.stdin)))'; }

open_window() { # FILE…: starts it and waits for the window; sets pid and window
    "$program" "$@" > "$folder/window.log" 2>&1 &
    pid=$!
    window=
    for _ in $(seq 200); do
        window=$(xdotool search --onlyvisible --name 支部阅读 2> /dev/null | head -1) || :
        [ -z "$window" ] || break
        kill -0 "$pid" 2> /dev/null || fail "the program ended: it never opened a window"
        sleep 0.1
    done
    [ -n "$window" ] || fail "no window after 20 s"
}

close_window() { # NAME: a picture, then the person quits
    sleep 2
    scrot --overwrite "$folder/$1.png" 2> /dev/null || scrot "$folder/$1.png"
    xdotool windowfocus --sync "$window" key ctrl+q
    for _ in $(seq 100); do kill -0 "$pid" 2> /dev/null || break; sleep 0.1; done
    kill -0 "$pid" 2> /dev/null && fail "it does not quit"
    wait "$pid" || fail "it ended with $?"
}

"$program" --version
[ "$(printf x | "$program" inspect /nowhere.txt 2>&1 | wc -l)" = 1 ] || fail "a missing file is one sentence"

open_window
for _ in $(seq 300); do issue=$(issues); [ -z "$issue" ] || break; sleep 0.1; done
[ -n "$issue" ] || fail "the sample did not come"
said "the sample came: $issue"
close_window first
article=$("$program" show "$issue" --json | python3 -c '
import json, sys
def articles(node):
    if isinstance(node, dict):
        if "paragraphs" in node and "id" in node:
            yield node
        for value in node.values():
            yield from articles(value)
    elif isinstance(node, list):
        for value in node:
            yield from articles(value)
for article in articles(json.load(sys.stdin)):
    texts = [p if isinstance(p, str) else p.get("text", "") for p in article["paragraphs"]]
    longest = max(texts, key=len, default="")
    if len(longest) > 30:
        print(article["id"], longest[4:16])
        break
')
"$program" highlight "${article%% *}" --quote "${article#* }" --note "走的时候记下的一句话" > /dev/null || fail "no note could be made"
open_window
xdotool windowfocus --sync "$window" key ctrl+alt+k
for _ in $(seq 300); do [ -z "$(find "$ZBREADER_LIBRARY/words" -type f 2> /dev/null)" ] || break; sleep 0.1; done
[ -n "$(find "$ZBREADER_LIBRARY/words" -type f)" ] || fail "keywords of the issues do not come"
sleep 2; scrot "$folder/keywords.png"
cloud=$(xdotool search --onlyvisible --name 期刊关键词 2> /dev/null | head -1) || :
[ -n "$cloud" ] || fail "the window of keywords does not open"
xdotool windowfocus --sync "$cloud" key Escape; sleep 1
[ -z "$(xdotool search --onlyvisible --name 期刊关键词 2> /dev/null)" ] || fail "the window of keywords does not close"
xdotool windowfocus --sync "$window" key ctrl+k; sleep 1
xdotool type --delay 60 sysc  # 使用手册, by its initials
sleep 1; xdotool key Return; sleep 3; scrot "$folder/guide.png"
guide=$(xdotool search --onlyvisible --name 使用手册 2> /dev/null | head -1) || :
[ -n "$guide" ] || fail "the guide does not open"
xdotool windowfocus --sync "$guide" key Escape; sleep 1
said "keywords and the guide come"
close_window second
"$program" notes --json | grep -q "走的时候记下的一句话" || fail "the note is gone"
said "the note is there after a second start"
"$program" search "${article#* }" --json | grep -q "${article%% *}" || fail "the search does not find the passage"
"$program" export -o "$folder/学习 笔记.docx" > /dev/null && [ "$(head -c 2 "$folder/学习 笔记.docx")" = PK ] || fail "no Word file"
written "$folder/学习 笔记.docx" 走的时候记下的一句话 word/document.xml || fail "the note is not in the Word file"
for sheet in 学习笔记单 主题党日活动记录 领学提纲; do
    "$program" export --template "$sheet" -o "$folder/$sheet.docx" > /dev/null && written "$folder/$sheet.docx" 走的时候记下的一句话 word/document.xml || fail "no $sheet"
done
mkdir -p "$ZBREADER_LIBRARY/templates"
cp "$(find "$(dirname "$(readlink -f "$(command -v "$program")")")" -name 2-note-sheet.docx | head -1)" "$ZBREADER_LIBRARY/templates/本支部用.docx"
"$program" export --template 本支部用 -o "$folder/自己的模板.docx" > /dev/null && written "$folder/自己的模板.docx" 走的时候记下的一句话 word/document.xml || fail "no sheet of one's own template"
"$program" export --template 学习台账 -o "$folder/台账.xlsx" > /dev/null && written "$folder/台账.xlsx" '<row' xl/worksheets/sheet1.xml || fail "no ledger"
"$program" sessions > /dev/null || fail "no list of sessions"
said "sheets through Word templates, one's own and the program's"
"$program" export -o "$folder/学习 笔记.pdf" > /dev/null && [ "$(head -c 4 "$folder/学习 笔记.pdf")" = %PDF ] || fail "no PDF"
"$program" save-notes "$folder/我的.zbnotes" > /dev/null || fail "no notes to hand on"
"$program" pack -o "$folder/一期.zbissue" "$issue" > /dev/null 2>&1 || fail "no pack"
"$program" check > /dev/null || fail "the library is not sound"
said "search, Word, PDF, notes and pack work"
"$program" inspect "$folder/学习 笔记.pdf" > /dev/null || fail "its own PDF cannot be read"
python3 -c 'import sys; open(sys.argv[1], "wb").write(("学习小组的一篇短文\n\n" + "大家围坐在一起读书，读完一段说一段。" * 40).encode("gb18030"))' "$folder/国标.txt"
"$program" inspect "$folder/国标.txt" > "$folder/inspected" && ! grep -q '�' "$folder/inspected" || fail "a GB18030 text cannot be read"
"$program" reimport > /dev/null || fail "no re-import"
"$program" notes --json | grep -q "走的时候记下的一句话" || fail "the note did not survive a re-import"
"$program" backup > /dev/null && "$program" backups | grep -q . || fail "no backup"
mkdir -p "$folder/只读" && chmod 500 "$folder/只读"
if ZBREADER_LIBRARY="$folder/只读/库" "$program" issues > "$folder/refusal" 2>&1; then fail "a library where nothing can be written"; fi
[ "$(wc -l < "$folder/refusal")" = 1 ] && ! grep -q Traceback "$folder/refusal" || { cat "$folder/refusal"; fail "no permission is one sentence"; }
said "PDF in and out, GB18030, re-import, backups; $(cat "$folder/refusal")"
before=$(issues)
ZBREADER_LIBRARY="$folder/另一个" "$program" import "$folder/一期.zbissue" "$folder/学习 笔记.docx" > /dev/null || fail "the pack or the Word file cannot be imported"
said "a pack and a Word file can be imported"
printf '同心同德二〇二六\n' > "$folder/密码.txt" && printf '不是这个密码\n' > "$folder/错的.txt"
"$program" pack -o "$folder/签名.zbissue" "$issue" --sign 2> "$folder/signed" && "$program" save-notes "$folder/密封.zbnotes" --sign --password-file "$folder/密码.txt" 2>> "$folder/signed" || fail "nothing is signed or sealed"
fingerprint=$(sed -n 's/^已签名.*：//p' "$folder/signed" | sort -u)
[ -n "$fingerprint" ] && [ "$(wc -l <<< "$fingerprint")" = 1 ] || fail "the pack and the notes are not signed with one key"
! grep -q 走的时候 "$folder/密封.zbnotes" || fail "what is sealed can be read"
(
    export ZBREADER_LIBRARY="$folder/对方"
    "$program" import "$folder/签名.zbissue" > /dev/null 2> "$folder/origin" && grep -qF "$fingerprint" "$folder/origin" || fail "the signature of a pack is not told"
    python3 -c 'import pathlib, sys; old, new = map(pathlib.Path, sys.argv[1:]); data = bytearray(old.read_bytes()); data[len(data) // 2] ^= 1; new.write_bytes(data)' "$folder/签名.zbissue" "$folder/改过.zbissue"
    if "$program" import "$folder/改过.zbissue" > "$folder/refusal" 2>&1; then fail "a pack that was changed is taken"; fi
    locked() { # OPTION…
        if "$program" merge-notes "$folder/密封.zbnotes" "$@" > "$folder/refusal" 2>&1; then fail "sealed notes open without their password"; fi
        [ "$(wc -l < "$folder/refusal")" = 1 ] && grep -q 密码 "$folder/refusal" || { cat "$folder/refusal"; fail "a wrong password is one sentence"; }
    }
    locked
    locked --password-file "$folder/错的.txt"
    "$program" merge-notes "$folder/密封.zbnotes" --password-file "$folder/密码.txt" --json > "$folder/merged" 2> /dev/null || fail "sealed notes do not open"
    grep -qF "$fingerprint" "$folder/merged" && "$program" notes --json | grep -q 走的时候记下的一句话 || fail "sealed notes are not whole"
)
said "signed and sealed, opened by another: $fingerprint"
[ "$(issues)" = "$before" ] || fail "another library changed this one"
