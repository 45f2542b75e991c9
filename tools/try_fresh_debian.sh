#!/bin/bash
# Tries the two commands of the README where they matter: on a Debian that has nothing but python3 and ca-certificates.
#
#   sudo tools/try_fresh_debian.sh [suite…]        default: bookworm; also trixie, or an Ubuntu suite on an Ubuntu host
#
# For each suite: as root ./zb test, ./zb run on a virtual screen (is it alive after some seconds? a screenshot), ./zb test
# once more without any network, and ./zb test by an ordinary user in a folder with a space and Chinese characters in its name.
# Takes a clean clone, so commit first. Needs debootstrap, git and unshare; the mirror is the one this machine's apt uses.
# The bases are kept in $ZBREADER_BASES; logs and screenshots are left in $ZBREADER_TRIES. STEPS chooses some of the steps,
# BARE=1 leaves out /proc, /sys and /dev.
set -euo pipefail

here=$(cd "$(dirname "$0")/.." && pwd)
bases=${ZBREADER_BASES:-${TMPDIR:-/tmp}/zbreader-bases}
tries=${ZBREADER_TRIES:-${TMPDIR:-/tmp}/zbreader-tries}
steps=${STEPS:-test run offline user}
seconds_alive=8
summary=()
failed=0

[ "$(id -u)" = 0 ] || { echo "请用 root 运行（chroot 需要）。" >&2; exit 1; }
for tool in debootstrap git unshare; do
    command -v "$tool" > /dev/null || { echo "缺少 $tool：apt-get install $tool" >&2; exit 1; }
done

mirror() { # the first archive of this machine's own distribution
    apt-get indextargets --format '$(ORIGIN) $(RELEASE) $(SITE)' 'Created-By: Packages' |
        awk '($1 == "Debian" || $1 == "Ubuntu") && $2 !~ /-/ { print $NF; exit }'
}

make_base() { # SUITE
    local base=$bases/$1
    if [ ! -f "$base.done" ]; then
        mkdir -p "$bases"
        rm -rf "$base"
        debootstrap --variant=minbase --include=python3,ca-certificates "$1" "$base" "$(mirror)" > "$base.log" 2>&1 ||
            { tail -5 "$base.log" >&2; return 1; }
        touch "$base.done"
    fi
}

settings() { # what the caller's environment says about proxies, certificates and pip, as NAME=value lines
    env | grep -iE '^((https?|no|all)_proxy|PIP_[A-Z_]+|SSL_CERT_FILE|REQUESTS_CA_BUNDLE|CURL_CA_BUNDLE)=' |
        grep -vE '^PIP_(FIND_LINKS|EXTRA_INDEX_URL|CONFIG_FILE)=(/|file:)' || :
    [ -n "${PIP_INDEX_URL:-}" ] || ! command -v pip > /dev/null || {
        index=$(pip config get global.index-url 2> /dev/null) && echo "PIP_INDEX_URL=$index" || :
    }
}

home_of() { # ROOT USER
    awk -F: -v user="$2" '$1 == user { print $6 }' "$1/etc/passwd"
}

furnish() { # ROOT: the caller's network settings and a clean clone, once for root and once for a user
    local root=$1 file
    cp -L /etc/resolv.conf /etc/hosts "$root/etc/"
    apt-config dump | grep -iE '^Acquire::.*(Proxy|CaInfo)' > "$root/etc/apt/apt.conf.d/99caller" || :
    settings > "$root/caller.env"
    while IFS='=' read -r _ file; do
        if [[ $file = /* && -f $file ]]; then mkdir -p "$root$(dirname "$file")" && cp -L "$file" "$root$file"; fi
    done < "$root/caller.env"
    chroot "$root" useradd -m -s /bin/bash reader
    git clone -q --no-hardlinks "$here" "$root$(home_of "$root" root)/zbreader"
    mkdir -p "$root$(home_of "$root" reader)/支部 阅读"
    git clone -q --no-hardlinks "$here" "$root$(home_of "$root" reader)/支部 阅读/zbreader"
    chroot "$root" chown -R reader: "$(home_of "$root" reader)"
    printf '%s\n' "$look" > "$root/look.py"
}

inside() { # ROOT USER SCRIPT [unshare option…]: runs SCRIPT with nothing of this environment but the caller's settings
    local root=$1 user=$2 script=$3
    shift 3
    local mounts='mount -t proc proc "$0/proc"; mount --rbind /sys "$0/sys"; mount --rbind /dev "$0/dev";'
    [ -z "${BARE:-}" ] || mounts=''
    local as='setpriv --reuid="$2" --regid="$2" --init-groups'
    [ "$user" != root ] || as=''
    local variables=(HOME="$(home_of "$root" "$user")" PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin TERM=dumb)
    mapfile -t -O 3 variables < "$root/caller.env"
    env -i "${variables[@]}" unshare --mount "$@" /bin/bash -c "$mounts exec chroot \"\$0\" $as /bin/bash -c \"\$1\"" \
        "$root" "$script" "$user"
}

step() { # SUITE NAME USER SCRIPT [unshare option…]
    local suite=$1 name=$2 begin=$SECONDS log="$tries/$1-$2.log" verdict=ok
    case " $steps " in *" $name "*) ;; *) return 0 ;; esac
    inside "$tries/$suite" "$3" "$4" "${@:5}" > "$log" 2>&1 || { verdict=FAILED; failed=1; }
    # pytest's closing line, or the last thing said
    local told
    told=$(grep -E '^=+ .*(passed|failed|error|no tests).*=+$' "$log" | tail -1 || :)
    summary+=("$(printf '%-9s %-8s %-7s %4d s  %s' "$suite" "$name" "$verdict" $((SECONDS - begin)) "${told:-$(tail -1 "$log")}")")
    echo "${summary[-1]}"
}

look='import sys
from PySide6.QtGui import QGuiApplication
app = QGuiApplication([])
shot = app.primaryScreen().grabWindow(0).toImage()
colours = {shot.pixel(x, y) for x in range(0, shot.width(), 16) for y in range(0, shot.height(), 16)}
shot.save("/screenshot.png")
print(f"alive, {len(colours)} colours on the screen")
sys.exit(len(colours) < 3)'

[ $# -gt 0 ] || set -- bookworm
for suite in "$@"; do
    echo "== $suite"
    begin=$SECONDS
    make_base "$suite"
    mkdir -p "$tries"
    rm -rf "${tries:?}/$suite"
    cp -a --reflink=auto "$bases/$suite" "$tries/$suite"
    furnish "$tries/$suite"
    echo "   base and clone ready after $((SECONDS - begin)) s"
    step "$suite" test root 'cd ~/zbreader && ./zb test'
    case " $steps " in *" run "*)
        inside "$tries/$suite" root 'apt-get install -y --no-install-recommends xvfb xauth' > "$tries/$suite-xvfb.log" 2>&1 ||
            { echo "Xvfb could not be installed"; failed=1; } ;;
    esac
    step "$suite" run root "cd ~/zbreader && xvfb-run -a -s '-screen 0 1280x800x24' sh -c './zb setup; ./zb run & app=\$!
        sleep $seconds_alive; kill -0 \$app || exit 1; .venv/bin/python /look.py; seen=\$?; kill \$app; exit \$seen'"
    [ ! -f "$tries/$suite/screenshot.png" ] || mv "$tries/$suite/screenshot.png" "$tries/$suite.png"
    step "$suite" offline root 'cd ~/zbreader && ./zb test' --net
    step "$suite" user reader 'cd ~/"支部 阅读/zbreader" && ./zb test'
    rm -rf "${tries:?}/$suite"
done

echo
echo "== summary (logs and screenshots: $tries)"
printf '%s\n' "${summary[@]}"
exit "$failed"
