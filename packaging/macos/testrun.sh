#!/bin/bash
# Starts the packaged macOS program: mounts the .dmg, imports the sample, makes a note, finds it again.   packaging/macos/testrun.sh
#
# NEVER RUN YET, like build.sh. The command line is the program inside the bundle.
set -euo pipefail
project=$(cd "$(dirname "$0")/../.." && pwd)
dmg=$(ls -t "${DIST:-$project/dist}"/zbreader-*-macos-*.dmg | head -1)
folder=$(mktemp -d)/"支部 学习"
mount=$(mktemp -d)
mkdir -p "$folder"
hdiutil attach "$dmg" -mountpoint "$mount" -nobrowse -quiet
trap 'hdiutil detach "$mount" -quiet || :' EXIT
cp -R "$mount/支部阅读.app" "$folder/"
program="$folder/支部阅读.app/Contents/MacOS/zbreader"
export ZBREADER_LIBRARY="$folder/资料库"

"$program" --version
sample=$(find "$folder/支部阅读.app" -name sample-issue.txt | head -1)
"$program" import "$sample"
issue=$("$program" issues --json | python3 -c 'import json, sys; print(json.load(sys.stdin)[0]["id"])')
"$program" show "$issue" --json | python3 -c '
import json, sys
article = json.load(sys.stdin)["articles"][0]
print(article["id"], max((p["text"] for p in article["paragraphs"]), key=len)[:12])' > "$folder/passage"
read -r article quote < "$folder/passage"
"$program" highlight "$article" --quote "$quote" --note 在苹果电脑上记下的一句话 > /dev/null
"$program" notes | grep -q 在苹果电脑上记下的一句话
"$program" export --template 学习笔记单 -o "$folder/笔记单.docx" && [ "$(head -c 2 "$folder/笔记单.docx")" = PK ]
"$program" export -o "$folder/笔记.pdf" && "$program" inspect "$folder/笔记.pdf" > /dev/null
"$program" reimport > /dev/null
QT_QPA_PLATFORM=offscreen "$program" & window=$!
sleep 8
kill -0 "$window" || { echo "the window did not stay open"; exit 1; }
kill "$window"
"$program" notes | grep -q 在苹果电脑上记下的一句话
echo "the packaged program imports, keeps notes and opens its window"
