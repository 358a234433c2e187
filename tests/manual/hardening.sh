#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The program that was built has the hardening that configure takes by default. A build that was
# configured without it (sanitizers, coverage, --disable-hardening) is skipped.

: "${READELF:=readelf}"
program=$TRADESCOPE
command -v "$READELF" >/dev/null || {
    echo "hardening.sh: no $READELF: skipped"
    exit 77
}
# Valgrind and the like stand before the program in a script.
"$READELF" -h "$program" >/dev/null 2>&1 || {
    echo "hardening.sh: $program is no ELF program: skipped"
    exit 77
}
variable() { sed -n "s/^$1 = *//p" Makefile; }
[ "$(variable HARDEN_CFLAGS)" ] || {
    echo 'hardening.sh: configured without hardening: skipped'
    exit 77
}

failures=0
# expect WHAT PATTERN READELF-OPTION... FILE: readelf prints a line that the pattern fits.
expect() {
    what=$1 pattern=$2
    shift 2
    "$READELF" -W "$@" | grep -Eq "$pattern" || {
        echo "hardening.sh: no $what: readelf -W $* has no line with '$pattern'"
        failures=$((failures + 1))
    }
}

expect 'position-independent program' 'Type: +DYN' -h "$program"
expect 'position-independent program' 'FLAGS_1.*PIE' -d "$program"
expect 'read-only relocations' 'GNU_RELRO' -l "$program"
expect 'binding at the start' 'BIND_NOW|FLAGS_1.* NOW' -d "$program"
expect 'stack that cannot be executed' 'GNU_STACK .* RW +0x' -l "$program"
expect 'stack protector' '__stack_chk_fail' --dyn-syms "$program"
# Nothing is fortified where nothing is optimized, and not every C library can do it.
case " $(variable CC) $(variable CFLAGS) $(variable HARDEN_CFLAGS) " in
*' -O0 '*) ;;
*_FORTIFY_SOURCE=*) expect 'fortified functions' '__[a-z]+_chk@' --dyn-syms "$program" ;;
*' -O'[123sg]' '*)
    if "$READELF" -d "$program" | grep -q 'libc\.so\.6'; then
        echo 'hardening.sh: configure found no level of _FORTIFY_SOURCE'
        failures=$((failures + 1))
    fi
    ;;
esac
# The linker keeps the mark of the program only if all that is linked has it, the start code of the
# C library too; ours is in the objects.
case $(uname -m) in
x86_64) expect 'control-flow protection' 'x86 feature:.*IBT, SHSTK' -n src/main.o ;;
esac
exit $((failures > 0))
