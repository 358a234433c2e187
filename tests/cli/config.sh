#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The file of settings: its lines apply, errors have file and line, and nothing that lies in its
# place stops the program or makes it wait. Output that is not for a screen does not depend on it.
. "${srcdir:-.}/tests/cli/lib.sh"

claims >data.csv
folder=$scratch/config/tradescope
config=$folder/config
export XDG_CONFIG_HOME="$scratch/config"
mkdir -p "$folder"

# screen KEYS: the screen they lead to.
screen() {
    printf '%b' "$1" >keys
    run_from keys --headless=300x30 data.csv
    exits 0
}

screen ':set\r'
says 'theme       auto' "$config"

cat >"$config" <<'END'
# a comment

  set theme light
color export #ff0000 default bold,underline
bind i filter flow:import
bind F5 search-next
unbind f
END
screen ':colors\r'
says 'export      196 on default bold,underline' 'import      94 on default'
screen 'i'
says 'filter: flow:import'
screen 'f'
says '`f` is not bound'
screen '?/search-next\r'
says 'n F5            search-next'

# Reading it again takes back what it says no more, and what was typed.
printf 'set theme dark\n' >other
screen ":set mouse off\r:source $scratch/other\r:set\r"
says 'theme       dark' 'mouse       on'
screen ":source $scratch/other\r:source\ri"
says 'filter: flow:import'
screen ":source $scratch/other\ri"
says '`i` is not bound'

# Wrong lines: the first is told with its place, and the others apply.
printf 'set theme light\nset thme dark\nfilter kind:figure\nbind ctrl-x quit\ncolor exprt red\nset\nbind x nothing\n' >"$config"
screen ''
says "$config:2: no option \`thme\`; did you mean \`theme\`? (and 5 more lines)"
screen ':set\r'
says 'theme       light'
for line in 'filter kind:figure|cannot stand in a configuration file' \
    'bind ctrl-x quit|`ctrl-x` is no key' 'color exprt red|no role `exprt`; did you mean `export`?' \
    'source x|cannot stand' 'set|cannot stand' 'bind x nothing|no command `nothing`' \
    'color export rde|`rde` is no colour' 'color export red default bld|`bld` is no attribute' \
    'set mouse maybe|`mouse` is off or on, not `maybe`' 'bind x|`bind` needs a key and a command'; do
    printf '%s\n' "${line%%|*}" >"$config"
    screen ''
    says "$config:1: " "${line#*|}"
done

# What is no text is told, and nothing is set.
rm "$config"
mkfifo "$config"
screen ''
says "cannot read $config: it is no small regular file"
rm "$config"
mkdir "$config"
screen ''
says "cannot read $config"
rmdir "$config"
printf 'set theme light\n\000\n' >"$config"
screen ''
says "cannot read $config: it is no text in UTF-8"
printf 'set theme light\n\377\n' >"$config"
screen ''
says 'it is no text in UTF-8'
awk 'BEGIN { for (i = 0; i < 60000; i++) print "set theme light dark" }' >"$config"
screen ''
says "cannot read $config: it is no small regular file"
ln -sf "$config" "$scratch/loop"
rm "$config"
ln -s config "$config"
screen ''
says "cannot read $config: "
rm "$config"
screen ':source nowhere\r'
says 'cannot read nowhere: there is no such file'

# A control character in it is shown, and not sent.
printf 'set \033[31mtheme dark\n' >"$config"
screen ''
says_not "$(printf '\033')"
says "$config:1: no option"

printf 'nonsense\nset theme light\n' >"$config"
run --print=figures data.csv
exits 0
complains_not
finish
