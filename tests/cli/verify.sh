#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The quotes of claims are compared with their articles: equal, changed by typesetting,
# what words were changed, and what is in no article.

. "${srcdir:-.}/tests/cli/lib.sh"

mkdir sources
cat >sources/a.txt <<'END'
Trade at a high | 2024-07-09 | The Example

India's exports to Russia stood at $4.26 billion, while imports did not fall.
The leaders’ talks were short. Trade grew. Trade grew.
END
printf 'Nothing of this is about trade.\n' >sources/b_title.txt

# claims QUOTE SOURCE: a file of one claim with that quote.
claims() {
    echo 'id,kind,period,reporter,partner,flow,measure,value,unit,quote,source'
    printf 'c1,figure,2023,India,Russia,export,value,4.26,USD bn,"%s",%s\n' "$1" "$2"
}

claims "India's exports to Russia stood at \$4.26 billion" a >claims.csv
run --verify claims.csv
exits 0
says 'claims.csv:2: verbatim: c1: sources/a.txt:3' '1 quote: 1 verbatim'
complains_not

claims "The leaders' talks were short." a >claims.csv
run --verify claims.csv
exits 0
says 'claims.csv:2: normalised: c1: sources/a.txt:4: quotation marks' '1 quote: 1 normalised'

claims 'Trade grew.' a >claims.csv
run --verify claims.csv
exits 0
says 'ambiguous: c1: sources/a.txt:4, the first of 2 places'

claims 'imports did fall.' a >claims.csv
run --verify claims.csv
exits 1
says 'altered: c1: sources/a.txt:3: imports did {+not+} fall.'

claims "exports to Russia stood at \$4.62 billion" a >claims.csv
run --verify claims.csv
exits 1
says 'altered: c1: sources/a.txt:3: ... Russia stood at [-$4.62-]{+$4.26+} billion' '1 quote: 1 altered'

claims "India's exports of tea to Peru doubled" b >claims.csv
run --verify claims.csv
exits 1
says 'not found: c1' '1 quote: 1 not found'

claims 'Trade grew.' missing >claims.csv
run --verify claims.csv
exits 1
says 'claims.csv:2: no article: c1' '1 quote: 1 no article'

# --check lists what is not as the article has it, and nothing of claims without an article.
claims 'imports did fall.' a >claims.csv
run --check claims.csv
exits 1
says 'claims.csv:2: altered: c1: sources/a.txt:3: imports did {+not+} fall.' '1 quote: 1 altered'
{ claims 'Trade grew.' a && claims 'Trade grew.' missing | sed -n 's/^c1/c2/p'; } >claims.csv
run --check claims.csv
exits 0
says 'ambiguous: c1: sources/a.txt:4, the first of 2 places' '2 quotes: 1 ambiguous, 1 no article'
run --check --articles=sources claims.csv
exits 1
says 'claims.csv:3: no article: c2'
run --print=source -f id=c1 claims.csv
says 'quote: ambiguous: sources/a.txt:4, the first of 2 places'
mkfifo sources/pipe.txt
claims 'Trade grew.' pipe >claims.csv
run --check claims.csv
exits 1
says 'sources/pipe.txt: is no regular file'
rm sources/pipe.txt
claims 'Trade grew.' missing >claims.csv
run --check claims.csv
exits 0
says_not 'article'

# Of a web page the text counts, without scripts.
cat >sources/page.html <<'END'
<html><head><title>Trade &amp; more</title><script>var x = "Oil rose.";</script></head>
<body><h1>Trade</h1><p>India&#8217;s exports
   rose to <b>$4.26</b> billion.</p><div>Gas fell.<br>Oil fell.</div></body></html>
END
claims "India’s exports rose to \$4.26 billion." page >claims.csv
run --verify claims.csv
exits 0
says 'claims.csv:2: verbatim: c1: sources/page.html, line 3 of the text'
claims 'Oil rose.' page >claims.csv
run --verify claims.csv
exits 1
says 'altered: c1: sources/page.html, line 5 of the text: Oil [-rose.-]{+fell.+}'
rm sources/page.html

# A record has what was found; of a quote that the article has twice, the words around it decide.
printf 'Trade grew. Ships sailed.\nPrices rose. Trade grew.\n' >sources/d.txt
claims 'Ships sailed.' d >claims.csv
run --verify=record claims.csv
exits 0
says_exactly <<END
id,source,outcome,quote_sha256,article_sha256,prefix,suffix
c1,d,verbatim,$(printf 'Ships sailed.' | sha256sum | cut -c 1-64),$(sha256sum <sources/d.txt | cut -c 1-64),Trade grew.,Prices rose. Trade grew.
END
cp .stdout claims.verified.csv
printf 'Ships sailed. Many ships.\n' >>sources/d.txt
run --verify claims.csv
exits 0
says 'claims.csv:2: verbatim: c1: sources/d.txt:1: the article has changed since it was recorded' '1 quote: 1 verbatim'
mv sources/d.txt d.txt
mv sources away
run --print=source claims.csv
says 'quote: verbatim when verified; its text is not here (SHA-256 '
claims 'Ships sank.' d >claims.csv
run --print=source claims.csv
says 'quote: changed since it was verified'
mv away sources
mv d.txt sources/d.txt
run --verify claims.csv
says 'the claim has changed since it was recorded'
printf '%s\n' id,source,outcome,quote_sha256,article_sha256,prefix,suffix \
    "c1,d,verbatim,$(printf 'Trade grew.' | sha256sum | cut -c 1-64),0,Prices rose.," >claims.verified.csv
claims 'Trade grew.' d >claims.csv
run --verify claims.csv
exits 0
says 'claims.csv:2: verbatim: c1: sources/d.txt:2: '
printf 'another file\n' >claims.verified.csv
run --verify claims.csv
exits 0
says 'ambiguous: c1: sources/d.txt:1, the first of 2 places'
run --verify=all claims.csv
exits 2
complains '--verify=all: write --verify, or --verify=record'
rm claims.verified.csv sources/d.txt

# The folder may have another name; a filter says which claims.
mv sources elsewhere
run --verify claims.csv
exits 2
complains 'sources: cannot be read as a folder of articles' '--articles=FOLDER'
{ claims 'Trade grew.' missing; claims 'Trade grew.' a | sed -n 's/^c1/c2/p'; } >claims.csv
run --verify --articles=elsewhere -f id=c2 claims.csv
exits 0
says '1 quote: 1 ambiguous'

run --verify --articles=elsewhere --pair=India:Peru claims.csv
exits 2
run --verify --articles=elsewhere --scenario exports=+20% claims.csv
exits 2
complains '--verify '

# Two files of one source are no evidence of anything.
cp elsewhere/a.txt elsewhere/a_1.txt
cp elsewhere/b_title.txt elsewhere/b_2.txt
claims 'Trade grew.' b >claims.csv
run --verify --articles=elsewhere claims.csv
exits 1
complains 'are named like source b' 'name one of them b.txt'
claims "India's exports to Russia" a >claims.csv
run --verify --articles=elsewhere claims.csv
exits 0

# What has no quotes is refused; what the text holds reaches no terminal raw.
printf 'period,value\n2020,5\n' >plain.csv
run --verify --articles=elsewhere plain.csv
exits 2
complains 'no claim that is shown has a quote'
run --articles=elsewhere --sum=flow claims.csv
exits 2
complains '--sum reads no article'
printf 'Trade \033[31mgrew\033[0m in many ways this year.\n' >elsewhere/c.txt
claims 'Trade grew in many ways this year.' c >claims.csv
run --verify --articles=elsewhere claims.csv
exits 1
says_not "$(printf '\033')"

# The shipped claims, against their articles where these lie beside the sources.
if [ -d "$srcdir/../shared/articles" ]; then
    run --verify --articles="$srcdir/../shared/articles" "$srcdir/data/india-russia.csv"
    exits 0
    says '108 quotes: 107 verbatim, 1 ambiguous'
fi

# A record that cannot be read is said.
claims 'Trade grew.' d >claims.csv
echo id,source,outcome >claims.verified.csv
run --verify --articles=elsewhere claims.csv
says "the record is not used: claims.verified.csv:1: "
rm claims.verified.csv

# The record of the shipped claims is what their articles give, where these are present.
articles=$srcdir/../shared/articles
if [ -d "$articles" ]; then
    run --verify=record --articles="$articles" "$srcdir/data/india-russia.csv"
    exits 0
    cmp -s .stdout "$srcdir/data/india-russia.verified.csv" || wrong "the shipped record is not of the shipped claims"
fi
finish
