#!/bin/bash
# The first start of a program that carries an organiser's content: carried.sh PROGRAM FOLDER, on a virtual screen.
#
# All carried issues have to come, the sample must not, what is preset has to hold; a second start brings nothing again. The content is
# what testrun.sh asks for: packs, templates/本支部用.docx, themes/branch.toml, settings.json with {"person.group": "第三支部"}.
set -euo pipefail
program=$1 folder=$2
export ZBREADER_LIBRARY="$folder/资料库"
mkdir -p "$folder"
count() { "$program" issues --json | python3 -c 'import json, sys; print(len(json.load(sys.stdin)))'; }
run_until() { # COUNT: opens the window, waits for so many issues, looks, quits
    "$program" > "$folder/window.log" 2>&1 & pid=$!
    for _ in $(seq 300); do [ -f "$ZBREADER_LIBRARY/library.db" ] && [ "$(count)" -ge "$1" ] && break; sleep 0.2; done
    for _ in $(seq 300); do [ -z "$(xdotool search --onlyvisible --name 支部阅读 2> /dev/null)" ] || break; sleep 0.2; done
    sleep 6
    scrot "$folder/carried-$2.png"
    xdotool windowfocus --sync "$(xdotool search --onlyvisible --name 支部阅读 | head -1)" key ctrl+q
    wait "$pid"
}
carrying=$(dirname "$(readlink -f "$(command -v "$program")")")
carried=$(find "$carrying" -path '*/carried/*.zbissue' | wc -l)
[ "$carried" -gt 0 ] || { echo "this program carries nothing"; exit 1; }
run_until "$carried" 1
[ "$(count)" = "$carried" ] || { echo "carried $carried packs of one issue each, the library has $(count)"; exit 1; }
grep -q '"person.group": "第三支部"' "$ZBREADER_LIBRARY/settings.json" || { echo "what was preset does not hold"; exit 1; }
[ "$(head -c 2 "$ZBREADER_LIBRARY/templates/本支部用.docx")" = PK ] || { echo "the Word template did not come"; exit 1; }
find "$carrying" -path '*/themes/*' -name 'branch.toml' | grep -q . || { echo "the theme was not carried"; exit 1; }
imported=$(python3 -c 'import json, sys; print(len(json.load(open(sys.argv[1]))["carried.seen"]) - 1)' "$ZBREADER_LIBRARY/settings.json")
run_until "$carried" 2
[ "$(count)" = "$carried" ] || { echo "a second start changed something"; exit 1; }
echo "$imported carried packs came at the first start, none again at the second"
