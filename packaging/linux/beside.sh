#!/bin/bash
# The first start of a program beside whose installer lay a folder `issues`: beside.sh PROGRAM FOLDER, on a virtual screen.
#
# The one issue that lay there has to come, and the sample must not.
set -euo pipefail
program=$1 folder=$2
export ZBREADER_LIBRARY="$folder/资料库"
mkdir -p "$folder"
count() { "$program" issues --json | python3 -c 'import json, sys; print(len(json.load(sys.stdin)))'; }
"$program" > "$folder/window.log" 2>&1 & pid=$!
for _ in $(seq 300); do [ -f "$ZBREADER_LIBRARY/library.db" ] && [ "$(count)" -ge 1 ] && break; sleep 0.2; done
sleep 6
scrot "$folder/beside.png"
kill "$pid" && wait "$pid" 2> /dev/null || :
[ "$(count)" = 1 ] && "$program" search 大家围坐在一起读书 --json | grep -q article || { "$program" issues; echo "the issue from beside the installer did not come"; exit 1; }
echo "the issue from beside the installer came"
