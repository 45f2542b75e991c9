# Bare Debian systems to build and to try things in. Sourced by bash scripts that run as root.
#
# They are kept in $ZBREADER_BASES (default: zbreader-bases in the temporary folder) and made again when what is asked of
# them changes. Needs debootstrap and unshare; the mirror is $DEBIAN_MIRROR, or the one a Debian's own apt uses, or debootstrap's default.
# shellcheck shell=bash

bases=${ZBREADER_BASES:-${TMPDIR:-/tmp}/zbreader-bases}

need() { # TOOL…
    local tool
    [ "$(id -u)" = 0 ] || { echo "请用 root 运行（chroot 需要）：sudo make package" >&2; exit 1; }
    for tool; do
        command -v "$tool" > /dev/null || { echo "缺少 $tool：apt-get install $tool" >&2; exit 1; }
    done
}

mirror() { # the first archive of this machine's own distribution, when that is Debian; else nothing
    [ -z "${DEBIAN_MIRROR:-}" ] || { echo "$DEBIAN_MIRROR"; return; }
    apt-get indextargets --format '$(ORIGIN) $(RELEASE) $(SITE)' 'Created-By: Packages' | awk '$1 == "Debian" && $2 !~ /-/ { print $NF; exit }'
}

make_base() { # SUITE
    local base=$bases/$1
    [ ! -f "$base.done" ] || return 0
    echo "-- $1" >&2
    mkdir -p "$bases"
    rm -rf "$base"
    # shellcheck disable=SC2046  # no word when there is no mirror
    debootstrap --variant=minbase --include=python3,ca-certificates "$1" "$base" $(mirror) > "$base.log" 2>&1 ||
        { tail -5 "$base.log" >&2; return 1; }
    touch "$base.done"
}

settings() { # what the caller's environment says about proxies, certificates and pip, as NAME=value lines
    env | grep -iE '^((https?|no|all)_proxy|PIP_[A-Z_]+|SSL_CERT_FILE|REQUESTS_CA_BUNDLE|CURL_CA_BUNDLE)=' |
        grep -vE '^PIP_(FIND_LINKS|EXTRA_INDEX_URL|CONFIG_FILE)=(/|file:)' || :
    local index
    if [ -z "${PIP_INDEX_URL:-}" ] && command -v pip > /dev/null && index=$(pip config get global.index-url 2> /dev/null); then
        echo "PIP_INDEX_URL=$index"
    fi
}

furnish() { # ROOT: the caller's network settings
    local root=$1 file
    cp -L /etc/resolv.conf /etc/hosts "$root/etc/"
    apt-config dump | grep -iE '^Acquire::.*(Proxy|CaInfo)' > "$root/etc/apt/apt.conf.d/99caller" || :
    settings > "$root/caller.env"
    while IFS='=' read -r _ file; do
        if [[ $file = /* && -f $file ]]; then mkdir -p "$root$(dirname "$file")" && cp -L "$file" "$root$file"; fi
    done < "$root/caller.env"
}

copy_of() { # SUITE ROOT: a fresh copy of the suite's base at ROOT
    make_base "$1"
    rm -rf "$2"
    mkdir -p "$(dirname "$2")"
    cp -a --reflink=auto "$bases/$1" "$2"
    furnish "$2"
}

make_root() { # NAME SUITE PACKAGE…: prints the path of a root with these packages, made when it is not there yet
    local name=$1 suite=$2 root=$bases/$1 wanted
    shift 2
    wanted="$suite $*"
    if [ "$(cat "$root.done" 2> /dev/null)" != "$wanted" ]; then
        echo "-- $name: $wanted" >&2
        copy_of "$suite" "$root"
        inside "$root" "apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $*" \
            > "$root.log" 2>&1 || { tail -5 "$root.log" >&2; return 1; }
        echo "$wanted" > "$root.done"
    fi
    echo "$root"
}

# Processes are the root's own: what a script kills by name is not the same program in another root, and nothing outlives the script.
inside() { # ROOT SCRIPT [FROM:TO…]: runs SCRIPT as root in ROOT, the folders FROM bound to TO in it
    local root=$1 script=$2 pair
    shift 2
    local mounts='mount -t proc proc "$0/proc"; mount --rbind /sys "$0/sys"; mount --rbind /dev "$0/dev";'
    for pair; do
        mkdir -p "$root${pair##*:}"
        mounts+=" mount --bind $(printf '%q' "${pair%:*}") \"\$0\"$(printf '%q' "${pair##*:}");"
    done
    local variables=(HOME=/root PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin TERM=dumb LC_ALL=C.UTF-8 TZ=UTC)
    variables+=(PYTHONHASHSEED=1 "SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-315532800}" "VERSION=${VERSION:-}" "UNSHARED=${NO_NETWORK:-}")
    mapfile -t -O "${#variables[@]}" variables < "$root/caller.env"
    env -i "${variables[@]}" unshare --mount --pid --fork --kill-child ${NO_NETWORK:+--net} /bin/bash -c "set -e; $mounts exec chroot \"\$0\" /bin/bash -ec \"\$1\"" \
        "$root" "$script"$'\nexit'  # so that bash stays, the first process, and reaps
}

fetch_source() { # SOURCE SUITE VERSION SHA256: Debian's source package in $bases/sources; the checksum is that of the original archive
    local source=$1 suite=$2 version=$3 sum=$4 tools archive
    tools=$(make_root tools "$TOOLS_SUITE" dpkg-dev xz-utils quilt)
    mkdir -p "$bases/sources"
    archive=$(find "$bases/sources" -name "${source}_$version.orig.tar.?z")
    if [ -z "$archive" ]; then
        inside "$tools" "echo 'deb-src $(awk '$1 == "deb" { print $2; exit }' "$tools/etc/apt/sources.list") $suite main' > /etc/apt/sources.list.d/$suite-src.list; apt-get update -qq
            cd /sources && apt-get source -qq --download-only $source/$suite" "$bases/sources:/sources" >&2 || :
        archive=$(find "$bases/sources" -name "${source}_$version.orig.tar.?z")
    fi
    if ! echo "$sum  $archive" | sha256sum --check --status; then
        echo "没有取到 $source $version 的源码，或者它与 versions.sh 里的校验和不符：${archive:-没有文件}" >&2
        return 1
    fi
}
