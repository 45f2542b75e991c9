#!/bin/bash
# What an update has to keep: update.sh before|after|downgraded FOLDER, run by testrun.sh around the installation of another version.
set -euo pipefail
folder=$2
export ZBREADER_LIBRARY=$folder/library
version() { zbreader --version; }
notes() { zbreader notes --json; }
case $1 in
    before)
        mkdir -p "$folder"
        sample=$(find /usr/lib/zbreader -name sample-issue.txt | head -1)
        zbreader import "$sample" > /dev/null
        issue=$(zbreader issues --json | python3 -c 'import json, sys; print(json.load(sys.stdin)[0]["id"])')
        zbreader show "$issue" --json | python3 -c '
import json, sys
article = json.load(sys.stdin)["articles"][0]
print(article["id"], max((p["text"] for p in article["paragraphs"]), key=len)[:12])' > "$folder/passage"
        read -r article quote < "$folder/passage"
        zbreader highlight "$article" --quote "$quote" --note 更新以前写的笔记 > /dev/null
        notes > "$folder/notes.json"
        echo "$(version): one issue, one note" ;;
    after)
        read -r article quote < "$folder/passage"
        zbreader notes --json | grep -q 更新以前写的笔记
        zbreader search "$quote" --json | grep -q "$article"
        zbreader check > /dev/null
        ls "$ZBREADER_LIBRARY"/backups
        [ -n "$(ls "$ZBREADER_LIBRARY"/backups/*.db)" ]
        echo "$(version): issue, note and search are there, a backup was made first" ;;
    downgraded)
        if zbreader notes > "$folder/out" 2> "$folder/refusal"; then echo "an older program opened a newer library"; exit 1; fi
        [ "$(wc -l < "$folder/refusal")" = 1 ]
        ! grep -q Traceback "$folder/refusal"
        echo "$(version): $(cat "$folder/refusal")" ;;
esac
