#!/bin/bash
# Makes the root in which the Linux packages are built: an old Debian with a CPython and an SQLite that need glibc 2.28 at most.
#
#   sudo packaging/linux/python.sh        prints the root's path; takes about five minutes the first time
#
# Both are compiled from Debian's source packages, because the old suite's own Python is too old and needs glibc 2.29:
# exp, log and pow got new symbol versions there and are bound to the older, equivalent ones; so is sem_clockwait (2.30) left alone.
# Of Debian's patches those that mend faults are applied; the ones before them in the series rearrange the installation.
set -euo pipefail
here=$(cd "$(dirname "$0")/.." && pwd)
. "$here/versions.sh"
. "$here/roots.sh"
need debootstrap unshare

recipe='
cat > /bind.h <<"H"
/* The versions of these functions that glibc has had since its first x86-64 release. */
#if defined(__x86_64__) && !defined(__ASSEMBLER__)
__asm__(".symver exp,exp@GLIBC_2.2.5"); __asm__(".symver exp2,exp2@GLIBC_2.2.5"); __asm__(".symver pow,pow@GLIBC_2.2.5");
__asm__(".symver log,log@GLIBC_2.2.5"); __asm__(".symver log2,log2@GLIBC_2.2.5");
#endif
H
rm -rf /build
mkdir -p /build/python /build/sqlite
tar xf /sources/"$PYTHON_SOURCE"_*.orig.tar.* -C /build/python --strip-components=1
tar xf /sources/"$PYTHON_SOURCE"_*.debian.tar.* -C /build/python
tar xf /sources/"$SQLITE_SOURCE"_*.orig.tar.* -C /build/sqlite --strip-components=1
cd /build/sqlite
CFLAGS="-O2 -include /bind.h -DSQLITE_ENABLE_FTS5 -DSQLITE_ENABLE_JSON1 -DSQLITE_ENABLE_MATH_FUNCTIONS -DSQLITE_ENABLE_COLUMN_METADATA -DSQLITE_SECURE_DELETE" \
    ./configure --prefix=/opt/python --disable-tcl --disable-readline --disable-static
make -j2 sqlite3.h libsqlite3.la
mkdir -p /opt/python/lib /opt/python/include
./libtool --mode=install install -c libsqlite3.la /opt/python/lib/
cp sqlite3.h sqlite3ext.h /opt/python/include/
cd /build/python
for patch in $(sed -n "/^shutdown-deadlock/,\$ p" debian/patches/series); do
    patch -p1 --forward --batch < "debian/patches/$patch" || { echo "patch $patch does not fit"; exit 1; }
done
# One of the patches needs this here; Debian sets it where it lists its modules.
sed -i "1i #define Py_BUILD_CORE_MODULE 1" Modules/pyexpat.c
CFLAGS="-include /bind.h" CPPFLAGS="-I/opt/python/include" LDFLAGS="-s -L/opt/python/lib -Wl,-rpath,/opt/python/lib" \
    ac_cv_func_sem_clockwait=no ./configure --prefix=/opt/python --enable-shared --with-ensurepip=install --disable-test-modules
make -j2
make install
/opt/python/bin/python3.11 -c "import sqlite3, ssl, bz2, lzma, ctypes, zlib; print(sqlite3.sqlite_version, ssl.OPENSSL_VERSION)"
rm -rf /build
'

root=$bases/build-$OLD_SUITE
stamp="$PYTHON_VERSION $SQLITE_VERSION $(printf %s "$recipe" | sha256sum | cut -c1-16)"
if [ "$(cat "$root.python" 2> /dev/null)" != "$stamp" ]; then
    fetch_source "$PYTHON_SOURCE" "$PYTHON_SUITE" "$PYTHON_VERSION" "$PYTHON_SHA256"
    fetch_source "$SQLITE_SOURCE" "$SQLITE_SUITE" "$SQLITE_VERSION" "$SQLITE_SHA256"
    rm -f "$root.done"
    make_root "build-$OLD_SUITE" "$OLD_SUITE" gcc g++ make patch pkg-config xz-utils tcl libc6-dev libssl-dev zlib1g-dev libbz2-dev \
        liblzma-dev libffi-dev uuid-dev binutils libxkbcommon-dev x11proto-dev libx11-dev \
        libglib2.0-0 libgl1 libegl1 libdbus-1-3 libfontconfig1 libxkbcommon0 libxcb-cursor0 libxcb-icccm4 libxcb-image0 \
        libxcb-keysyms1 libxcb-randr0 libxcb-render-util0 libxcb-shape0 libxcb-xkb1 libxkbcommon-x11-0 \
        libwayland-client0 libwayland-cursor0 libwayland-egl1 fonts-wqy-microhei > /dev/null
    echo "-- CPython $PYTHON_VERSION, SQLite $SQLITE_VERSION" >&2
    SOURCE_DATE_EPOCH= inside "$root" "PYTHON_SOURCE=$PYTHON_SOURCE SQLITE_SOURCE=$SQLITE_SOURCE; $recipe" "$bases/sources:/sources" \
        > "$root-python.log" 2>&1 || { tail -20 "$root-python.log" >&2; exit 1; }
    tail -1 "$root-python.log" >&2
    echo "$stamp" > "$root.python"
fi
echo "$root"
