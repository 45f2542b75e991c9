# What is packaged: one commit of this repository, and what an organiser adds to it. Sourced after versions.sh and roots.sh.
#
# SOURCE   commit to package (default HEAD); its time is the time of every file in the packages
# VERSION  default: what that commit says of itself
# ISSUES   folder with an organiser's content (see README.md); default: none, and the packages carry the invented sample only
# DIST     where packages go (default: dist)
# shellcheck shell=bash

project=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
dist=${DIST:-$project/dist}
work=$project/build/package
SOURCE=${SOURCE:-HEAD}
ISSUES=${ISSUES:+$(realpath "$ISSUES")}

export_source() { # FOLDER: the packaged commit's files and the organiser's content, with the scripts of this checkout
    local folder=$1
    rm -rf "$folder" && mkdir -p "$folder"
    if git -C "$project" rev-parse --verify --quiet "$SOURCE^{commit}" > /dev/null; then
        git -C "$project" archive "$SOURCE" | tar xf - -C "$folder"
        [ "$SOURCE" != HEAD ] || git -C "$project" diff --quiet HEAD -- zbreader resources requirements.lock LICENSE ||
            echo "注意：没有提交的改动不会进入安装包。" >&2
    else
        tar cf - -C "$project" --exclude ./build --exclude ./dist --exclude ./.venv . | tar xf - -C "$folder"
    fi
    rm -rf "$folder/packaging"
    mkdir -p "$folder/packaging/linux"
    (cd "$project/packaging" && cp -r entry.py zbreader.spec icons.py floor.py carries.py pictures.py licences.py licences build.lock content.py "$folder/packaging/" &&
        cp -r linux/licences "$folder/packaging/linux/")
    [ -z "$ISSUES" ] || python3 "$project/packaging/content.py" "$ISSUES" "$folder"
    SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git -C "$project" log -1 --format=%ct "$SOURCE" 2> /dev/null || echo 1767225600)}
    VERSION=${VERSION:-$(sed -n 's/^__version__ = "\(.*\)"/\1/p' "$folder/zbreader/__init__.py")}
    export SOURCE_DATE_EPOCH VERSION
}

settle_times() { # FOLDER: nothing in it is younger than the packaged commit
    find "$1" -newermt "@$SOURCE_DATE_EPOCH" -print0 | xargs -0r touch -h -d "@$SOURCE_DATE_EPOCH"
}

prepare_tree() { # prints nothing; sets root, python, site, tree: the build root and the frozen program of the packaged commit
    local key
    root=$("$project/packaging/linux/python.sh")
    key=$(cat "$work/source/requirements.lock" "$project/packaging/build.lock" | sha256sum | cut -c1-12)
    python=/opt/env-$key/bin/python site=/opt/env-$key/lib/python3.11/site-packages
    if [ ! -f "$root/opt/env-$key/done" ]; then
        echo "-- dependencies" >&2
        inside "$root" "/opt/python/bin/python3.11 -m venv /opt/env-$key
            $python -m pip install -q --disable-pip-version-check --no-deps --require-hashes -r /source/requirements.lock
            $python -m pip install -q --disable-pip-version-check --no-deps --require-hashes -r /source/packaging/build.lock
            touch /opt/env-$key/done" "$work/source:/source" >&2
    fi
}
