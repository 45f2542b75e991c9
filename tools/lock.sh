#!/bin/sh
# Makes requirements.lock (what running needs) and requirements-dev.lock (what testing and checking need on top of it) from
# pyproject.toml: one resolution for every platform and every Python we support, with hashes and without addresses.
# A newer release is taken only with --upgrade, or with --upgrade-package NAME.
#
#   tools/lock.sh [--upgrade | --upgrade-package NAME]
set -eu
cd "$(dirname "$0")/.."

uv=.venv/bin/uv
[ -x "$uv" ] || uv=$(command -v uv) || { echo "需要 uv：.venv/bin/python -m pip install uv" >&2; exit 1; }

compile() { # OUTPUT OPTION…
    # Settings of this machine must not leak into the locks: a local mirror has other files, and so other hashes.
    env -u UV_INDEX -u UV_DEFAULT_INDEX -u UV_FIND_LINKS UV_NO_CONFIG=1 "$uv" pip compile --quiet --universal \
        --python-version 3.10 --generate-hashes --no-emit-index-url --no-header --annotation-style line \
        --output-file "$@" pyproject.toml
}

new=$(mktemp -d)
trap 'rm -rf "$new"' EXIT
# What is already locked is where the resolution starts, so that nothing moves by itself.
for lock in requirements requirements-dev; do
    if [ -f "$lock.lock" ]; then grep -v -e '^#' -e '^-r' "$lock.lock" > "$new/$lock.txt" || :; fi
done

compile "$new/requirements.txt" --group build "$@"
shared=$(sed -n 's/^\([a-z0-9][a-z0-9._-]*\)==.*/--no-emit-package \1/p' "$new/requirements.txt" | sort -u)
# shellcheck disable=SC2086  # a list of options
compile "$new/requirements-dev.txt" --group test --group check --constraint "$new/requirements.txt" $shared "$@"

{
    echo "# What zbreader needs to run, for every platform; made by tools/lock.sh (make lock), not by hand."
    cat "$new/requirements.txt"
} > requirements.lock
{
    echo "# What its tests and checks need on top of that; made by tools/lock.sh (make lock), not by hand."
    echo "-r requirements.lock"
    sed -e '/^# The following packages were excluded/,$d' -e '/^ *# via -c [^,]*$/d' -e 's/, -c [^,]*$//; s/-c [^,]*, //' \
        "$new/requirements-dev.txt" | sed -e '${/^$/d}'
} > requirements-dev.lock

if grep -n -e '://' -e "$new" requirements.lock requirements-dev.lock; then
    echo "锁定文件里出现了地址或本机路径，见上。" >&2
    exit 1
fi
echo "requirements.lock: $(grep -c '==' requirements.lock)   requirements-dev.lock: $(grep -c '==' requirements-dev.lock)"
