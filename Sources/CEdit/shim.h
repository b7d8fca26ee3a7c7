#ifndef PATHWAYSIM_CEDIT_SHIM_H
#define PATHWAYSIM_CEDIT_SHIM_H
#include <histedit.h>
#endif
