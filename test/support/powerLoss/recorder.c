/*
 * Records what a process does to one folder and what it sends to whom, in the order in which it happens.
 *
 * Loaded into the process by LD_PRELOAD. RECORD_DIR is the folder, RECORD_LOG the file that takes the
 * records, RECORD_PORT the port whose connections are recorded as well. The form of a record is at `struct
 * header`; recording.ts reads it.
 *
 * - [R1] Every record is in the log before the call that it describes returns.
 * - [R2] The order of the records is the order of the calls: each call but a sync is carried out and
 *   recorded under one lock. A sync has two records, at its begin and at its end; what was written before
 *   the first is on disk at the second. Between them the other threads go on.
 * - [R3] Calls that fail leave no record. A write that took fewer bytes is recorded with these.
 *
 * Files whose name ends in "-shm" are left out: SQLite keeps nothing durable there and maps them.
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <netinet/in.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

enum {
  OP_OPEN = 1,
  OP_CLOSE = 2,
  OP_WRITE = 3,
  OP_TRUNCATE = 4,
  OP_SYNC_BEGIN = 5,
  OP_SYNC_END = 6,
  OP_RENAME = 7,
  OP_UNLINK = 8,
  OP_SEND = 9,
  OP_DUP = 10,
};
enum { OPEN_CREATED = 1, OPEN_TRUNCATED = 2 };

/* Little-endian; `first` bytes (a path) and `second` bytes (data or a second path) follow. */
struct header {
  uint32_t magic;
  uint32_t op;
  int32_t fd;
  uint32_t first;
  uint32_t second;
  uint32_t unused;
  int64_t number; /* by op: what was opened how, offset, size, number of the sync, peer's port, new descriptor */
};

/* Descriptors beyond this are not watched; a test's server has a few dozen. */
#define MAX_FDS 4096

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static char watched[MAX_FDS];
static char folder[PATH_MAX];
static size_t folder_length;
static int log_fd = -1;
static int port;
static int64_t last_sync;

/* The call as libc has it. */
#define REAL(name) \
  static __typeof__(name) *real_##name; \
  if (!real_##name) real_##name = (__typeof__(name) *)dlsym(RTLD_NEXT, #name)

__attribute__((constructor)) static void begin(void) {
  const char *dir = getenv("RECORD_DIR"), *log = getenv("RECORD_LOG"), *p = getenv("RECORD_PORT");
  if (!dir || !log) return;
  folder_length = (size_t)snprintf(folder, sizeof folder, "%s", dir);
  port = p ? atoi(p) : 0;
  log_fd = (int)syscall(SYS_openat, AT_FDCWD, log, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
  if (log_fd < 0) abort();
}

static int in_folder(const char *path) {
  if (log_fd < 0 || !path || strncmp(path, folder, folder_length) != 0) return 0;
  size_t length = strlen(path);
  if (length == folder_length) return 1;
  if (path[folder_length] != '/') return 0;
  return length < 4 || strcmp(path + length - 4, "-shm") != 0;
}

static int is_watched(int fd) { return log_fd >= 0 && fd >= 0 && fd < MAX_FDS && watched[fd]; }

/* To be called with the lock held. A log that cannot be written makes the recording worthless. */
static void record(uint32_t op, int fd, int64_t number, const void *first, size_t first_length,
                   const struct iovec *data, int count, size_t data_length) {
  struct header header = {0x52504c31, op, fd, (uint32_t)first_length, (uint32_t)data_length, 0, number};
  size_t size = sizeof header + first_length + data_length;
  char *all = malloc(size), *at = all;
  if (!all) abort();
  memcpy(at, &header, sizeof header), at += sizeof header;
  if (first_length) memcpy(at, first, first_length), at += first_length;
  for (int i = 0; i < count && data_length > 0; i++) {
    size_t part = data[i].iov_len < data_length ? data[i].iov_len : data_length;
    memcpy(at, data[i].iov_base, part), at += part, data_length -= part;
  }
  for (size_t done = 0; done < size;) {
    long n = syscall(SYS_write, log_fd, all + done, size - done);
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) abort();
    done += (size_t)n;
  }
  free(all);
}

static void record_path(uint32_t op, int fd, int64_t number, const char *first, const char *second) {
  struct iovec data = {(void *)second, second ? strlen(second) : 0};
  int kept = errno;
  record(op, fd, number, first, strlen(first), &data, 1, data.iov_len);
  errno = kept;
}

static void record_number(uint32_t op, int fd, int64_t number) {
  int kept = errno;
  record(op, fd, number, NULL, 0, NULL, 0, 0);
  errno = kept;
}

/* opening */

static int opened(int fd, const char *path, int flags, int existed) {
  if (fd >= 0 && fd < MAX_FDS) {
    watched[fd] = 1;
    int how = (existed ? 0 : OPEN_CREATED) | (flags & O_TRUNC ? OPEN_TRUNCATED : 0);
    record_path(OP_OPEN, fd, how, path, NULL);
  }
  return fd;
}

static int open_watched(int at, const char *path, int flags, mode_t mode) {
  struct stat info;
  pthread_mutex_lock(&lock);
  int existed = fstatat(at, path, &info, 0) == 0;
  int fd = (int)syscall(SYS_openat, at, path, flags, mode);
  opened(fd, path, flags, existed);
  pthread_mutex_unlock(&lock);
  return fd;
}

#define MODE_OF(flags) \
  mode_t mode = 0; \
  if ((flags) & (O_CREAT | O_TMPFILE)) { \
    va_list rest; \
    va_start(rest, flags); \
    mode = va_arg(rest, mode_t); \
    va_end(rest); \
  }

int open(const char *path, int flags, ...) {
  MODE_OF(flags)
  if (in_folder(path)) return open_watched(AT_FDCWD, path, flags, mode);
  REAL(open);
  return real_open(path, flags, mode);
}
int open64(const char *path, int flags, ...) {
  MODE_OF(flags)
  if (in_folder(path)) return open_watched(AT_FDCWD, path, flags | O_LARGEFILE, mode);
  REAL(open64);
  return real_open64(path, flags, mode);
}
int openat(int at, const char *path, int flags, ...) {
  MODE_OF(flags)
  if (in_folder(path)) return open_watched(at, path, flags, mode);
  REAL(openat);
  return real_openat(at, path, flags, mode);
}
int creat(const char *path, mode_t mode) { return open(path, O_CREAT | O_WRONLY | O_TRUNC, mode); }
int creat64(const char *path, mode_t mode) { return open64(path, O_CREAT | O_WRONLY | O_TRUNC, mode); }

int close(int fd) {
  REAL(close);
  if (!is_watched(fd)) return real_close(fd);
  pthread_mutex_lock(&lock);
  watched[fd] = 0;
  record_number(OP_CLOSE, fd, 0);
  int result = real_close(fd);
  pthread_mutex_unlock(&lock);
  return result;
}

int dup(int fd) {
  REAL(dup);
  if (!is_watched(fd)) return real_dup(fd);
  pthread_mutex_lock(&lock);
  int other = real_dup(fd);
  if (other >= 0 && other < MAX_FDS) {
    watched[other] = 1;
    record_number(OP_DUP, fd, other);
  }
  pthread_mutex_unlock(&lock);
  return other;
}

/* writing */

/* The peer's port if the descriptor is a connection to the recorded port, else 0. */
static int peer_of(int fd) {
  if (port == 0 || log_fd < 0 || fd < 3) return 0;
  struct sockaddr_storage address;
  socklen_t size = sizeof address;
  int kept = errno, found = 0;
  if (getsockname(fd, (struct sockaddr *)&address, &size) == 0 && address.ss_family == AF_INET &&
      ntohs(((struct sockaddr_in *)&address)->sin_port) == port) {
    size = sizeof address;
    if (getpeername(fd, (struct sockaddr *)&address, &size) == 0)
      found = ntohs(((struct sockaddr_in *)&address)->sin_port);
  }
  errno = kept;
  return found;
}

static int64_t end_or_position(int fd) {
  int flags = fcntl(fd, F_GETFL);
  struct stat info;
  if (flags & O_APPEND) return fstat(fd, &info) == 0 ? info.st_size : 0;
  return lseek(fd, 0, SEEK_CUR);
}

enum { AT_POSITION = -1 };

static ssize_t write_watched(int fd, const struct iovec *data, int count, int64_t offset, int peer) {
  pthread_mutex_lock(&lock);
  int64_t where = peer ? peer : offset == AT_POSITION ? end_or_position(fd) : offset;
  ssize_t n;
  if (offset == AT_POSITION) n = syscall(SYS_writev, fd, data, count);
  else n = syscall(SYS_pwritev, fd, data, count, (long)offset, 0L);
  if (n > 0) {
    int kept = errno;
    record(peer ? OP_SEND : OP_WRITE, fd, where, NULL, 0, data, count, (size_t)n);
    errno = kept;
  }
  pthread_mutex_unlock(&lock);
  return n;
}

ssize_t write(int fd, const void *bytes, size_t size) {
  struct iovec data = {(void *)bytes, size};
  if (is_watched(fd)) return write_watched(fd, &data, 1, AT_POSITION, 0);
  int peer = peer_of(fd);
  if (peer) return write_watched(fd, &data, 1, AT_POSITION, peer);
  REAL(write);
  return real_write(fd, bytes, size);
}
ssize_t writev(int fd, const struct iovec *data, int count) {
  if (is_watched(fd)) return write_watched(fd, data, count, AT_POSITION, 0);
  int peer = peer_of(fd);
  if (peer) return write_watched(fd, data, count, AT_POSITION, peer);
  REAL(writev);
  return real_writev(fd, data, count);
}
ssize_t pwrite(int fd, const void *bytes, size_t size, off_t offset) {
  struct iovec data = {(void *)bytes, size};
  if (is_watched(fd)) return write_watched(fd, &data, 1, offset, 0);
  REAL(pwrite);
  return real_pwrite(fd, bytes, size, offset);
}
ssize_t pwrite64(int fd, const void *bytes, size_t size, off64_t offset) {
  struct iovec data = {(void *)bytes, size};
  if (is_watched(fd)) return write_watched(fd, &data, 1, offset, 0);
  REAL(pwrite64);
  return real_pwrite64(fd, bytes, size, offset);
}
ssize_t pwritev(int fd, const struct iovec *data, int count, off_t offset) {
  if (is_watched(fd)) return write_watched(fd, data, count, offset, 0);
  REAL(pwritev);
  return real_pwritev(fd, data, count, offset);
}
ssize_t pwritev64(int fd, const struct iovec *data, int count, off64_t offset) {
  return pwritev(fd, data, count, offset);
}

static int truncate_watched(int fd, int64_t size) {
  pthread_mutex_lock(&lock);
  int result = (int)syscall(SYS_ftruncate, fd, size);
  if (result == 0) record_number(OP_TRUNCATE, fd, size);
  pthread_mutex_unlock(&lock);
  return result;
}
int ftruncate(int fd, off_t size) {
  if (is_watched(fd)) return truncate_watched(fd, size);
  REAL(ftruncate);
  return real_ftruncate(fd, size);
}
int ftruncate64(int fd, off64_t size) {
  if (is_watched(fd)) return truncate_watched(fd, size);
  REAL(ftruncate64);
  return real_ftruncate64(fd, size);
}

/* syncing; sync_file_range promises nothing about metadata and leaves no record */

static int sync_watched(int fd, int (*real)(int)) {
  pthread_mutex_lock(&lock);
  int64_t number = ++last_sync;
  record_number(OP_SYNC_BEGIN, fd, number);
  pthread_mutex_unlock(&lock);
  int result = real(fd);
  if (result != 0) return result;
  pthread_mutex_lock(&lock);
  record_number(OP_SYNC_END, fd, number);
  pthread_mutex_unlock(&lock);
  return result;
}
int fsync(int fd) {
  REAL(fsync);
  return is_watched(fd) ? sync_watched(fd, real_fsync) : real_fsync(fd);
}
int fdatasync(int fd) {
  REAL(fdatasync);
  return is_watched(fd) ? sync_watched(fd, real_fdatasync) : real_fdatasync(fd);
}

/* names */

int rename(const char *from, const char *to) {
  REAL(rename);
  if (!in_folder(from)) return real_rename(from, to);
  pthread_mutex_lock(&lock);
  int result = real_rename(from, to);
  if (result == 0) record_path(OP_RENAME, -1, 0, from, to);
  pthread_mutex_unlock(&lock);
  return result;
}

int unlink(const char *path) {
  REAL(unlink);
  if (!in_folder(path)) return real_unlink(path);
  pthread_mutex_lock(&lock);
  int result = real_unlink(path);
  if (result == 0) record_path(OP_UNLINK, -1, 0, path, NULL);
  pthread_mutex_unlock(&lock);
  return result;
}
