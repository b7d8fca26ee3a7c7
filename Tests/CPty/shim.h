/* Pseudo-terminals for tests: Glibc's Swift module does not show these functions, so they are declared here. (Asking
   for them with _GNU_SOURCE would change types that other modules have already seen.) */
#ifndef PATHWAYSIM_CPTY_SHIM_H
#define PATHWAYSIM_CPTY_SHIM_H
#include <fcntl.h>
#include <spawn.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <unistd.h>

extern int posix_openpt(int);
extern int grantpt(int);
extern int unlockpt(int);
extern int ptsname_r(int, char *, size_t);

#ifndef POSIX_SPAWN_SETSID
#define POSIX_SPAWN_SETSID 0x80
#endif

/* Opens a new pseudo-terminal; returns the controlling side, or -1, and copies the other side's path. */
static inline int pathwaysim_open_pty(char *path, size_t capacity) {
    int controller = posix_openpt(O_RDWR | O_NOCTTY);
    if (controller < 0) return -1;
    /* Tests run side by side, and ptsname keeps one name for all of them: two programs then had the same terminal. */
    if (grantpt(controller) != 0 || unlockpt(controller) != 0 || ptsname_r(controller, path, capacity) != 0) {
        close(controller);
        return -1;
    }
    fcntl(controller, F_SETFD, FD_CLOEXEC);
    return controller;
}

static inline int pathwaysim_set_window(int controller, unsigned short rows, unsigned short columns) {
    struct winsize size = {rows, columns, 0, 0};
    return ioctl(controller, TIOCSWINSZ, &size);
}

static inline short pathwaysim_spawn_setsid(void) { return POSIX_SPAWN_SETSID; }
#endif
