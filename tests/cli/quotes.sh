#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Every quote in the shipped claims file occurs verbatim, up to white space, in
# the article that its row names as source.  Also: ids are unique, no quote is
# empty, every source is an article and every article is used.
#
# usage: quotes.sh [CLAIMS.csv]
# Articles are read from $TRADESCOPE_ARTICLES, or else ../shared/articles beside
# the source root; exit 77 (skipped) where there are none.

LC_ALL=C
export LC_ALL

: "${srcdir:=.}"
claims=${1:-$srcdir/data/india-russia.csv}
articles=${TRADESCOPE_ARTICLES:-$srcdir/../shared/articles}

if [ ! -d "$articles" ]; then
	echo "quotes.sh: no folder $articles: skipped" >&2
	exit 77
fi
if [ ! -r "$claims" ]; then
	echo "quotes.sh: cannot read $claims" >&2
	exit 1
fi
set -- "$articles"/[0-9][0-9][0-9]*
if [ ! -f "$1" ]; then
	echo "quotes.sh: no articles in $articles: skipped" >&2
	exit 77
fi

# shellcheck disable=SC2016  # the program below is awk, not shell
awk '
# The claims come first, then the articles: arguments, so that a folder name
# with a blank or an equals sign in it does no harm.
BEGIN {
	claims = ARGV[1]
	for (i = 2; i < ARGC; i++)
		read_article(ARGV[i])
	read_claims(claims)
	for (key in text)
		if (!(key in used))
			fail(claims ": article " key " is not used by any row")
	finish()
}

function fail(message) {
	print message | "cat >&2"
	failures++
}

function finish() {
	close("cat >&2")
	exit (failures > 0)
}

function collapse(s) {
	gsub(/[ \t\r\n\f\v]+/, " ", s)
	return s
}

function read_article(path,    key, line, status, whole) {
	key = path
	sub(/^.*\//, "", key)
	key = substr(key, 1, 3)
	if (key in text)
		fail(path ": a second article with the key " key)
	while ((status = (getline line < path)) > 0)
		whole = whole line "\n"
	if (status < 0)
		fail(path ": cannot be read")
	close(path)
	text[key] = collapse(whole)
}

# A record ends at a line feed outside quotes: join lines until the double
# quotes are even in number.
function read_claims(path,    line, record, start, number, status) {
	while ((status = (getline line < path)) > 0) {
		number++
		if (record == "") {
			start = number
			record = line
		} else
			record = record "\n" line
		if (gsub(/"/, "\"", record) % 2)
			continue
		if (record != "")
			take_record(path, start, record)
		record = ""
	}
	if (status < 0)
		fail(path ": cannot be read")
	if (record != "")
		fail(path ":" start ": a quoted field is not closed")
	if (records == 0)
		fail(path ": no rows")
}

# Splits a record into field[1..], RFC 4180: a quoted field may hold commas,
# line feeds and doubled quotes.
function split_record(record,    n, rest, value, at) {
	n = 0
	rest = record
	for (;;) {
		value = ""
		if (substr(rest, 1, 1) == "\"") {
			rest = substr(rest, 2)
			while ((at = index(rest, "\"")) > 0) {
				value = value substr(rest, 1, at - 1)
				rest = substr(rest, at + 1)
				if (substr(rest, 1, 1) != "\"")
					break
				value = value "\""
				rest = substr(rest, 2)
			}
			if (rest != "" && substr(rest, 1, 1) != ",")
				return -1
			at = rest == "" ? 0 : 1
		} else {
			at = index(rest, ",")
			value = at ? substr(rest, 1, at - 1) : rest
			if (index(value, "\""))
				return -1
		}
		field[++n] = value
		if (!at)
			return n
		rest = substr(rest, at + 1)
	}
}

function take_record(path, number, record,    n, i, id, key, quote, where) {
	n = split_record(record)
	if (n < 0) {
		fail(path ":" number ": a double quote in the wrong place")
		records++
		return
	}
	if (!columns) {
		columns = n
		for (i = 1; i <= n; i++)
			column[field[i]] = i
		if (!("id" in column && "quote" in column && "source" in column)) {
			fail(path ":" number ": no column id, quote or source")
			finish()
		}
		return
	}
	records++
	id = field[column["id"]]
	key = field[column["source"]]
	quote = collapse(field[column["quote"]])
	where = path ":" number ": " id ": "
	if (n != columns) {
		fail(where n " fields, not " columns)
		return
	}
	if (id == "")
		fail(where "no id")
	else if (id in seen)
		fail(where "the id is also that of line " seen[id])
	else
		seen[id] = number
	if (!(key in text))
		fail(where "no article for the source \"" key "\"")
	else
		used[key] = 1
	if (quote ~ /^ ?$/)
		fail(where "no quote")
	else if (key in text && !index(text[key], quote))
		fail(where "not in article " key ": " quote)
}
' "$claims" "$@"
