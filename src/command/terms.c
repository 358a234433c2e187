/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "command/terms.h"

#include "base/array.h"

static const struct term terms[] = {
    {"about",
     "the source says about: the number may be 2 % off, or half of its last digit if more"},
    {"acceleration needed", "a verdict: R is 0.60 or more, and below 0.95"},
    {"achieved", "a verdict: the target is reached"},
    {"agree", "in Figures: whether the sources of a number agree: agrees, close, conflict, single"},
    {"agrees", "what the sources say can be true at once: their intervals overlap"},
    {"at least", "the number is as much or more, without a limit; also where rows are missing"},
    {"at most", "the number is as much or less, down to 0"},
    {"balance", "exports less imports, X - M; the pane Balance shows it by period"},
    {"bases", "how many verdicts there are, one for each year from which growth is measured"},
    {"borderline", "a verdict that rounding alone decides"},
    {"CIF", "the value of imports with insurance and freight; see FOB and mirror"},
    {"claim", "a row of the file: what one source states, with its quote"},
    {"close", "what the sources say differs, by less than 2 %"},
    {"conflict", "what the sources say cannot both be true: it differs by 2 % or more"},
    {"cover", "short for coverage ratio"},
    {"coverage", "the coverage ratio, 100 X / M: the share of imports that exports pay for"},
    {"deficit", "imports exceed exports: the balance is negative"},
    {"derived", "a number that the program computed; e shows from what"},
    {"deterioration", "a verdict: R is below 0, or the target was reached and lost again"},
    {"disputed", "of a claim: another source contradicts it, see conflict"},
    {"event", "a claim with a date and no number"},
    {"figure", "a claim with a number"},
    {"FOB", "the value of exports without insurance and freight; see CIF and mirror"},
    {"FY", "a fiscal year: FY2023-24 is India's from April 2023 to March 2024"},
    {"implied", "not stated, but following from what is, such as a total from its growth"},
    {"limited progress", "a verdict: R is 0 or more, and below 0.60"},
    {"linear", "the same amount more each year, where needed is the same rate"},
    {"M", "imports, in formulas"},
    {"missed", "a verdict: the deadline has come, and the target was not reached"},
    {"mirror", "the same trade as the partner reports it: its imports for one's exports; m"},
    {"mouse", "a click selects, a double click opens, the wheel scrolls; a click on a tab goes "
              "there, and one on a key at the bottom runs it. Most terminals select text while "
              "Shift is held; `set mouse off` leaves the mouse to the terminal"},
    {"nearly", "the source says nearly: the number may be up to 3 % less"},
    {"needed", "the growth a year that leads from the last value to the target by its deadline"},
    {"not comparable", "the claims are of other periods, units or measures; the reason follows"},
    {"not whole", "some rows or files could not be read: 6 says which and why"},
    {"note", "what the claim's author remarks on it, such as how a date was found"},
    {"observed", "the growth a year that was seen since the base"},
    {"on track", "a verdict: R is 0.95 or more"},
    {"over", "the source says over: the number is more, by up to 10 %"},
    {"pair", "a reporter and a partner; the balance is the reporter's. p chooses it"},
    {"partial", "from a part of the rows: the file is being loaded, or loading was stopped"},
    {"partner", "the other country of a pair"},
    {"R", "of a verdict: the growth observed divided by the growth required"},
    {"reporter", "the country whose exports and imports are shown"},
    {"required", "the growth a year that would have led from the base to the target"},
    {"scenario", "growth that is supposed for exports and imports; S sets it, C compares"},
    {"single", "only one source states it: there is nothing to compare with"},
    {"source", "who states it: an article, an office, a file; the pane Source has its words"},
    {"sources", "in Figures: how many sources state it"},
    {"stated", "as a source says it, and not computed"},
    {"strip", "the rows below the panes that show what the number at the cursor rests on"},
    {"sum agrees", "exports and imports add up to the total that is stated as well"},
    {"surplus", "exports exceed imports: the balance is positive"},
    {"target", "a figure that lies ahead, with a deadline"},
    {"trend", "the growth in a window of two to five years before the target was announced"},
    {"turnover", "exports and imports together, X + M"},
    {"unable to assess", "a verdict: fewer than two values, or a value of 0 or less"},
    {"under", "the source says under: the number is less, down to 0"},
    {"verdict", "whether the target will be met: R, and what follows from it"},
    {"World", "the sum of all partners, as the reporter states it"},
    {"X", "exports, in formulas"},
};

const struct term *term_list(size_t *count)
{
    *count = ARRAY_LENGTH(terms);
    return terms;
}
