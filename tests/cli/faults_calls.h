/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TRADESCOPE_TESTS_FAULTS_CALLS_H
#define TRADESCOPE_TESTS_FAULTS_CALLS_H

#include <stdbool.h>

/* True, with errno set, where it is this call's turn to fail. */
bool fault_call_fails(const char *name);

#endif
