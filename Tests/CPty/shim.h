/* Pseudo-terminals for tests: Glibc's Swift module does not show these functions, so they are declared here. (Asking
   for them with _GNU_SOURCE would change types that other modules have already seen.) */
#ifndef PATHWAYSIM_CPTY_SHIM_H
#define PATHWAYSIM_CPTY_SHIM_H
#include <fcntl.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

extern int posix_openpt(int);
extern int grantpt(int);
extern int unlockpt(int);
extern char *ptsname(int);

#ifndef POSIX_SPAWN_SETSID
#define POSIX_SPAWN_SETSID 0x80
#endif

/* Opens a new pseudo-terminal; returns the controlling side, or -1, and copies the other side's path. */
static inline int pathwaysim_open_pty(char *path, size_t capacity) {
    int controller = posix_openpt(O_RDWR | O_NOCTTY);
    if (controller < 0) return -1;
    const char *name;
    if (grantpt(controller) != 0 || unlockpt(controller) != 0 || !(name = ptsname(controller)) ||
        strlen(name) + 1 > capacity) {
        close(controller);
        return -1;
    }
    strcpy(path, name);
    fcntl(controller, F_SETFD, FD_CLOEXEC);
    return controller;
}

static inline int pathwaysim_set_window(int controller, unsigned short rows, unsigned short columns) {
    struct winsize size = {rows, columns, 0, 0};
    return ioctl(controller, TIOCSWINSZ, &size);
}

static inline short pathwaysim_spawn_setsid(void) { return POSIX_SPAWN_SETSID; }
#endif
