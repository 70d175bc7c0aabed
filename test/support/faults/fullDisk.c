/*
 * A disk that is full on command: while the file FULL_SWITCH exists, no write below the folder FULL_DIR
 * takes anything. Loaded into a process by LD_PRELOAD.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/uio.h>
#include <unistd.h>

static int is_full(int fd) {
  const char *folder = getenv("FULL_DIR"), *there = getenv("FULL_SWITCH");
  int kept = errno;
  if (!folder || !there || access(there, F_OK) != 0) return errno = kept, 0;
  char link[64], path[PATH_MAX];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, sizeof path - 1);
  size_t size = strlen(folder);
  errno = kept;
  if (length <= (ssize_t)size || strncmp(path, folder, size) != 0 || path[size] != '/') return 0;
  errno = ENOSPC;
  return 1;
}

#define REAL(name) \
  static __typeof__(name) *real; \
  if (!real) real = (__typeof__(name) *)dlsym(RTLD_NEXT, #name)

ssize_t write(int fd, const void *bytes, size_t size) {
  REAL(write);
  return is_full(fd) ? -1 : real(fd, bytes, size);
}
ssize_t writev(int fd, const struct iovec *data, int count) {
  REAL(writev);
  return is_full(fd) ? -1 : real(fd, data, count);
}
ssize_t pwrite(int fd, const void *bytes, size_t size, off_t offset) {
  REAL(pwrite);
  return is_full(fd) ? -1 : real(fd, bytes, size, offset);
}
ssize_t pwrite64(int fd, const void *bytes, size_t size, off64_t offset) {
  REAL(pwrite64);
  return is_full(fd) ? -1 : real(fd, bytes, size, offset);
}
