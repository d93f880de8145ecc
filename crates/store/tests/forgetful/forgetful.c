/*
 * A file layer that forgets unsynced writes, and a disk that can be full: loaded before libc (LD_PRELOAD).
 *
 * FORGETFUL_DIR   the folder that is watched
 * FORGETFUL_TWIN  the folder that holds what a power cut would leave: a file's bytes as of its last fsync
 * FORGETFUL_FULL  while a file of this name exists, every write into the watched folder fails with ENOSPC
 *
 * The program reads and writes its real files. Only fsync and fdatasync copy a file into the twin; after a kill the
 * test puts the twin in place of the folder. A copy cut off in the middle leaves old and new bytes side by side, as a
 * disk may after a power cut; the program was not answered then, so it has promised nothing.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define REAL(type, name) static type real; if (!real) real = (type)dlsym(RTLD_NEXT, name)

typedef int (*sync_call)(int);
typedef int (*unlink_call)(const char *);
typedef ssize_t (*write_call)(int, const void *, size_t);
typedef ssize_t (*pwrite_call)(int, const void *, size_t, off_t);

/* The name of an open file inside the watched folder, or NULL. */
static const char *watched(int fd, char path[PATH_MAX]) {
    const char *dir = getenv("FORGETFUL_DIR");
    char link[64];
    if (!dir) return NULL;
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, path, PATH_MAX - 1);
    if (length < 0) return NULL;
    path[length] = 0;
    size_t prefix = strlen(dir);
    if (strncmp(path, dir, prefix) != 0 || path[prefix] != '/') return NULL;
    return path + prefix + 1;
}

static int twin_of(const char *name, char path[PATH_MAX]) {
    const char *twin = getenv("FORGETFUL_TWIN");
    if (!twin || strchr(name, '/')) return 0;
    return snprintf(path, PATH_MAX, "%s/%s", twin, name) < PATH_MAX;
}

/* Copies the file into its twin, in place. */
static int remember(int fd) {
    char path[PATH_MAX], twin[PATH_MAX], bytes[65536];
    const char *name = watched(fd, path);
    struct stat about;
    if (!name || !twin_of(name, twin) || fstat(fd, &about) != 0 || !S_ISREG(about.st_mode)) return 0;
    REAL(pwrite_call, "pwrite");
    int from = open(path, O_RDONLY), to = open(twin, O_WRONLY | O_CREAT, 0600);
    if (from < 0 || to < 0) abort();
    off_t at = 0;
    for (ssize_t got; (got = pread(from, bytes, sizeof bytes, at)) > 0; at += got)
        if (real(to, bytes, (size_t)got, at) != got) abort();
    if (ftruncate(to, at) != 0) abort();
    close(from);
    close(to);
    return 0;
}

int fsync(int fd) {
    REAL(sync_call, "fsync");
    remember(fd);
    return real(fd);
}

int fdatasync(int fd) {
    REAL(sync_call, "fdatasync");
    remember(fd);
    return real(fd);
}

int unlink(const char *path) {
    REAL(unlink_call, "unlink");
    const char *dir = getenv("FORGETFUL_DIR");
    char twin[PATH_MAX];
    size_t prefix = dir ? strlen(dir) : 0;
    if (dir && strncmp(path, dir, prefix) == 0 && path[prefix] == '/' && twin_of(path + prefix + 1, twin)) real(twin);
    return real(path);
}

static int is_full(int fd) {
    const char *flag = getenv("FORGETFUL_FULL");
    char path[PATH_MAX];
    return flag && access(flag, F_OK) == 0 && watched(fd, path) != NULL;
}

ssize_t write(int fd, const void *bytes, size_t size) {
    REAL(write_call, "write");
    if (is_full(fd)) { errno = ENOSPC; return -1; }
    return real(fd, bytes, size);
}

ssize_t pwrite(int fd, const void *bytes, size_t size, off_t at) {
    REAL(pwrite_call, "pwrite");
    if (is_full(fd)) { errno = ENOSPC; return -1; }
    return real(fd, bytes, size, at);
}

ssize_t pwrite64(int fd, const void *bytes, size_t size, off_t at) {
    REAL(pwrite_call, "pwrite64");
    if (is_full(fd)) { errno = ENOSPC; return -1; }
    return real(fd, bytes, size, at);
}
