/* A disk that can be watched and that can fail, for the files of a library: loaded before the C library (LD_PRELOAD).
 *
 * DISK_RECORD=FILE   what is written to *.db and *.db-wal, cut and synced, in order, with the bytes, goes to FILE.
 * DISK_FAIL=N,ERRNO  from the Nth write or sync on, the next COUNT of them end with that errno.
 * DISK_COUNT=N       how many of them fail (default: all from then on).
 *
 * Records: one letter (W write, T truncate, S sync, A what the program acknowledged by writing to a file named "acks"),
 * one byte for the file (0 database, 1 log), then two 64-bit numbers (offset, length), then the bytes of a write.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

static int record = -2;
static long fail_at = -1, fail_count = LONG_MAX, seen = 0;
static int fail_with = EIO;

static void *real(const char *name) { return dlsym(RTLD_NEXT, name); }

static void prepare(void) {
  if (record != -2) return;
  record = -1;
  const char *path = getenv("DISK_RECORD");
  int (*real_open)(const char *, int, ...) = real("open");
  if (path) record = real_open(path, O_WRONLY | O_CREAT | O_APPEND, 0600);
  const char *fail = getenv("DISK_FAIL");
  if (fail) sscanf(fail, "%ld,%d", &fail_at, &fail_with);
  const char *count = getenv("DISK_COUNT");
  if (count) fail_count = atol(count);
}

/* 0 database, 1 log, 2 what is acknowledged, -1 anything else */
static int kind_of(int fd) {
  char link[64], path[4096];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length <= 0) return -1;
  path[length] = 0;
  const char *name = strrchr(path, '/');
  if (!name) return -1;
  if (!strcmp(name, "/library.db")) return 0;
  if (!strcmp(name, "/library.db-wal")) return 1;
  if (!strcmp(name, "/acks")) return 2;
  return -1;
}

static void tell(char letter, int kind, uint64_t offset, uint64_t length, const void *bytes) {
  if (record < 0) return;
  ssize_t (*real_write)(int, const void *, size_t) = real("write");
  char head[18];
  head[0] = letter;
  head[1] = (char)kind;
  memcpy(head + 2, &offset, 8);
  memcpy(head + 10, &length, 8);
  if (real_write(record, head, 18) != 18) abort();
  if (bytes && real_write(record, bytes, length) != (ssize_t)length) abort();
}

static int fails(int kind) {
  if (fail_at < 0 || kind < 0 || kind > 1) return 0;
  seen++;
  if (seen < fail_at || seen >= fail_at + fail_count) return 0;
  errno = fail_with;
  return 1;
}

ssize_t pwrite64(int fd, const void *bytes, size_t length, off64_t offset) {
  ssize_t (*next)(int, const void *, size_t, off64_t) = real("pwrite64");
  prepare();
  int kind = kind_of(fd);
  if (fails(kind)) return -1;
  ssize_t done = next(fd, bytes, length, offset);
  if (kind >= 0 && kind < 2 && done > 0) tell('W', kind, (uint64_t)offset, (uint64_t)done, bytes);
  return done;
}

ssize_t pwrite(int fd, const void *bytes, size_t length, off_t offset) { return pwrite64(fd, bytes, length, offset); }

ssize_t write(int fd, const void *bytes, size_t length) {
  ssize_t (*next)(int, const void *, size_t) = real("write");
  prepare();
  ssize_t done = next(fd, bytes, length);
  if (done > 0 && record >= 0 && fd != record && kind_of(fd) == 2) tell('A', 2, 0, (uint64_t)done, bytes);
  return done;
}

static int cut(int fd, off64_t length) {
  int (*next)(int, off64_t) = real("ftruncate64");
  prepare();
  int kind = kind_of(fd);
  if (fails(kind)) return -1;
  int done = next(fd, length);
  if (kind >= 0 && kind < 2 && !done) tell('T', kind, (uint64_t)length, 0, NULL);
  return done;
}

int ftruncate64(int fd, off64_t length) { return cut(fd, length); }
int ftruncate(int fd, off_t length) { return cut(fd, length); }

static int synced(int fd, const char *name) {
  int (*next)(int) = real(name);
  prepare();
  int kind = kind_of(fd);
  if (fails(kind)) return -1;
  int done = next(fd);
  if (kind >= 0 && kind < 2 && !done) tell('S', kind, 0, 0, NULL);
  return done;
}

int fsync(int fd) { return synced(fd, "fsync"); }
int fdatasync(int fd) { return synced(fd, "fdatasync"); }
