#!/bin/bash
# What a person does with a freshly installed zbreader: story.sh PROGRAM FOLDER, on a virtual screen, without a network.
#
# Starts the window on an empty library, which brings the sample; makes a note; quits; starts again and finds it; asks the command
# line for the same. Screenshots go to FOLDER. Ends with 1 at the first thing that is not as it should be.
set -euo pipefail
program=$1 folder=$2
export ZBREADER_LIBRARY="$folder/资 料 库" QT_LOGGING_RULES='*.debug=false'
mkdir -p "$folder"

said() { echo "   $1"; }
fail() { echo "   FAILED: $1"; [ ! -f "$folder/window.log" ] || cat "$folder/window.log"; exit 1; }
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
close_window second
"$program" notes --json | grep -q "走的时候记下的一句话" || fail "the note is gone"
said "the note is there after a second start"
"$program" search "${article#* }" --json | grep -q "${article%% *}" || fail "the search does not find the passage"
"$program" export -o "$folder/学习 笔记.docx" > /dev/null && [ "$(head -c 2 "$folder/学习 笔记.docx")" = PK ] || fail "no Word file"
"$program" export -o "$folder/学习 笔记.pdf" > /dev/null && [ "$(head -c 4 "$folder/学习 笔记.pdf")" = %PDF ] || fail "no PDF"
"$program" save-notes "$folder/我的.zbnotes" > /dev/null || fail "no notes to hand on"
"$program" pack "$folder/一期.zbissue" "$issue" > /dev/null 2>&1 || "$program" pack -o "$folder/一期.zbissue" "$issue" > /dev/null || fail "no pack"
"$program" check > /dev/null || fail "the library is not sound"
said "search, Word, PDF, notes and pack work"
before=$(issues)
ZBREADER_LIBRARY="$folder/另一个" "$program" import "$folder/一期.zbissue" "$folder/学习 笔记.docx" > /dev/null || fail "the pack or the Word file cannot be imported"
said "a pack and a Word file can be imported"
[ "$(issues)" = "$before" ] || fail "another library changed this one"
