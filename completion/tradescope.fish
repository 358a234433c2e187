# SPDX-License-Identifier: GPL-3.0-or-later
#
# Completion of tradescope for fish. What may stand on the line, the program says: see --complete in
# tradescope(1). Nothing of the line or of a file is expanded or run here.

function __tradescope_complete
    set -l before (commandline -opc)
    set -e before[1]
    set -l current (commandline -ct)
    set -l plain (string unescape -- $current)
    or set plain (string replace -r '^["\']' '' -- $current)
    set -l lines (command tradescope --complete -- $before "$plain" 2>/dev/null)
    if test "$lines" = files
        __fish_complete_path $current
    else
        printf '%s\n' $lines
    end
end

complete -c tradescope -f -a '(__tradescope_complete)'
