/* libedit for Swift. el_set and history are variadic, which Swift cannot call, so each use has one inline function here.
   No static variables: every module that imports this header would get its own copy. */
#ifndef PATHWAYSIM_CEDIT_SHIM_H
#define PATHWAYSIM_CEDIT_SHIM_H
#include <histedit.h>
#include <langinfo.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>

/* Swift 6 refuses the C globals stdin, stdout and stderr. */
static inline EditLine *pathwaysim_el_init(const char *program) {
    return el_init(program, stdin, stdout, stderr);
}

/* Characters need a locale whose codeset is UTF-8; the plain "C" locale gets one where the system has it. */
static inline void pathwaysim_use_utf8_locale(void) {
    setlocale(LC_CTYPE, "");
    if (strcmp(nl_langinfo(CODESET), "UTF-8") == 0) return;
    if (setlocale(LC_CTYPE, "C.UTF-8")) return;
    if (setlocale(LC_CTYPE, "C.utf8")) return;
    setlocale(LC_CTYPE, "en_US.UTF-8");
}

typedef char *(*pathwaysim_prompt_function)(EditLine *);
typedef unsigned char (*pathwaysim_key_function)(EditLine *, int);

static inline void pathwaysim_el_client_data(EditLine *el, void *data) { el_set(el, EL_CLIENTDATA, data); }
static inline void *pathwaysim_el_get_client_data(EditLine *el) {
    void *data = NULL;
    el_get(el, EL_CLIENTDATA, &data);
    return data;
}
/* `escape` brackets the parts of the prompt that take no room on the screen. */
static inline void pathwaysim_el_prompt(EditLine *el, pathwaysim_prompt_function function, char escape) {
    el_set(el, EL_PROMPT_ESC, function, escape);
}
static inline void pathwaysim_el_editor(EditLine *el, const char *mode) { el_set(el, EL_EDITOR, mode); }
static inline void pathwaysim_el_signal(EditLine *el, int on) { el_set(el, EL_SIGNAL, on); }
static inline void pathwaysim_el_history(EditLine *el, History *h) { el_set(el, EL_HIST, history, h); }
static inline void pathwaysim_el_add_function(
    EditLine *el, const char *name, const char *help, pathwaysim_key_function function) {
    el_set(el, EL_ADDFN, name, help, function);
}
static inline void pathwaysim_el_bind(EditLine *el, const char *key, const char *function) {
    el_set(el, EL_BIND, key, function, NULL);
}
/* Keys such as Ctrl-C and Ctrl-Z come as keys while a line is edited. */
static inline void pathwaysim_el_signals_as_keys(EditLine *el) { el_set(el, EL_SETTY, "-d", "-isig", NULL); }
static inline void pathwaysim_el_prepare_terminal(EditLine *el, int on) { el_set(el, EL_PREP_TERM, on); }

static inline int pathwaysim_history_size(History *h, int entries) {
    HistEvent event;
    return history(h, &event, H_SETSIZE, entries);
}
static inline int pathwaysim_history_unique(History *h, int on) {
    HistEvent event;
    return history(h, &event, H_SETUNIQUE, on);
}
static inline int pathwaysim_history_enter(History *h, const char *entry) {
    HistEvent event;
    return history(h, &event, H_ENTER, entry);
}
#endif
