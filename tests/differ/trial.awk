# SPDX-License-Identifier: GPL-3.0-or-later
#
# awk -v seed=N -v folder=DIR -f trial.awk: makes random files of trade and questions about them:
#
#     DIR/*.csv           the files, a claims file or statistics in one of several layouts
#     DIR/rows.sql        their rows for sqlite3, as the manual says that they are to be understood
#     DIR/answers.sql     each question in SQL
#     DIR/questions       each question as arguments, a line each, with tabs between them
#
# What the program adds, and what it leaves out of a sum, is written here once more as SQL.

function chance(share) {
    return rand() < share
}

function below(n) {
    return int(rand() * n)
}

function pick(list, words, n) {
    n = split(list, words, " ")
    return words[1 + below(n)]
}

function sql(text) {
    gsub(/'/, "''", text)
    return "'" text "'"
}

# --- periods: as text, and the months that they cover, counted from the year 0 ---

function make_period(kind, year, month) {
    year = 2018 + below(4)
    if (kind == "fiscal") {
        first_month = year * 12 + 3
        last_month = first_month + 11
        return "FY" year "-" substr(year + 1, 3)
    }
    if (kind == "quarter") {
        month = below(4)
        first_month = year * 12 + month * 3
        last_month = first_month + 2
        return year "Q" (month + 1)
    }
    if (kind == "month") {
        month = below(12)
        first_month = last_month = year * 12 + month
        return sprintf("%d-%02d", year, month + 1)
    }
    first_month = year * 12
    last_month = first_month + 11
    return year ""
}

# --- claims ---

function put(name, text) {
    claim[name] = text
    return text
}

function optional(name, list, share) {
    return put(name, chance(share) ? pick(list) : "")
}

function csv_cell(text) {
    if (text ~ /[",;\t]/) {
        gsub(/"/, "\"\"", text)
        return "\"" text "\""
    }
    return text
}

function make_claim(n, kind, unit, i, line, values) {
    kind = put("kind", pick("figure figure figure figure target event"))
    put("id", "r" n)
    put("period", kind == "event" ? "" : make_period(pick("year year month quarter fiscal")))
    if (kind == "event")
        first_month = last_month = 0
    if (kind == "event")
        put("date", 2018 + below(4) "")
    else
        put("date", "")
    put("reporter", pick("India China Brazil"))
    optional("partner", "Russia Chile Peru India China", 0.9)
    put("flow", kind == "event" ? "" : pick("export import total"))
    optional("product", "oil Oil coal tea iron 2709 2710 27", 0.7)
    optional("measure", "value growth share", kind == "event" ? 0 : 0.4)
    unit = kind == "event" ? "" : pick("USD USD_mn USD_bn EUR_mn INR_crore % kg count USD_thousand")
    put("unit", unit)
    sub(/_/, " ", claim["unit"])
    put("value", kind == "event" ? "" : (chance(0.1) ? "-" : "") below(chance(0.5) ? 100 : 5000) (chance(0.4) ? "." below(100) : ""))
    optional("qualifier", "exact about nearly over", kind == "event" ? 0 : 0.5)
    optional("source", "s1 s2 s3 S1", 0.9)
    optional("note", "seen revised \"a,b\" Oil-price coal;tea", 0.4)
    line = values = ""
    for (i = 1; i <= column_count; i++) {
        line = line (i > 1 ? separator : "") csv_cell(claim[column[i]])
        values = values (i > 1 ? "," : "") sql(claim[column[i]])
    }
    print line > claims
    printf("INSERT INTO c VALUES(%d,%s,%d,%d,%s,%s,%s,%s);\n", n, values, first_month, last_month,
        claim["value"] == "" ? "NULL" : claim["value"] + 0, sql(money[unit]), scale_of[unit] ? scale_of[unit] : 0,
        sql(claim["kind"] == "event" ? "" : claim["measure"] == "" ? "value" : claim["measure"])) > rows
}

function make_claims(i, n, k, names, swap) {
    n = split("kind id period date reporter partner flow product measure unit value qualifier source note", column, " ")
    column_count = n
    for (i = n; i > 1; i--) {
        k = 1 + below(i)
        swap = column[i]
        column[i] = column[k]
        column[k] = swap
    }
    names = ""
    for (i = 1; i <= n; i++)
        names = names column[i] " TEXT,"
    print "CREATE TABLE c(n INTEGER," names "first INTEGER,last INTEGER,number REAL,currency TEXT,scale REAL,means TEXT);" > rows
    separator = pick(", , ; |")
    claims = folder "/claims.csv"
    for (i = 1; i <= n; i++)
        printf("%s%s", (i > 1 ? separator : ""), chance(0.9) ? column[i] : toupper(column[i])) > claims
    print "" > claims
    n = 20 + below(100)
    for (i = 1; i <= n; i++)
        make_claim(i)
    all_cells = "''"
    for (i = 1; i <= column_count; i++)
        all_cells = all_cells "||char(31)||" column[i]
}

# --- tests of the filter language: the text in `test`, what it means in `sense` ---

function compare(operator, left, right, is_null) {
    if (operator == "!=")
        return "(" left " IS NULL OR " left "<>" right ")"
    return "(" left " IS NOT NULL AND " left (operator == ":" ? "=" : operator) right ")"
}

# Contains it, in smart case.
function contains(cell, text) {
    return text ~ /[A-Z]/ ? "instr(" cell "," sql(text) ")>0" : "instr(lower(" cell ")," sql(text) ")>0"
}

function is_exactly(cell, text) {
    return text ~ /[A-Z]/ ? cell "=" sql(text) : "lower(" cell ")=" sql(text)
}

function period_test(column, first, last, kind, operator, text) {
    operator = pick(": : = != < <= > >= range")
    kind = pick("year year month quarter fiscal")
    text = make_period(kind)
    if (operator == "range") {
        text = 2018 + below(3)
        kind = text + below(3)
        test = column ":" text ".." kind
        sense = "(" last ">0 AND " first ">=" text * 12 " AND " last "<=" kind * 12 + 11 ")"
        return
    }
    test = column operator text
    sense = operator == ":" ? first ">=" first_month " AND " last "<=" last_month : \
        operator == "=" ? column "=" sql(text) : \
        operator == "!=" ? column "<>" sql(text) : \
        operator == "<" ? last "<" first_month " AND " last ">0" : \
        operator == "<=" ? last "<=" last_month " AND " last ">0" : \
        operator == ">" ? first ">" last_month : first ">=" first_month
    sense = "(" sense ")"
}

function value_test(operator, number, unit) {
    operator = pick(": = != < <= > >= range")
    number = below(chance(0.5) ? 100 : 3000)
    unit = pick("none none $mn USD_bn mn EUR")
    if (operator == "range") {
        test = "value:" number ".." number + 400
        sense = "(number IS NOT NULL AND number>=" number " AND number<=" number + 400 ")"
    } else if (unit == "none") {
        test = "value" operator number
        sense = compare(operator, "number", number)
    } else if (unit == "mn") {
        test = "value" operator number "mn"
        sense = compare(operator, "(CASE WHEN currency<>'' OR unit='count' THEN number*scale END)", number * 1000000)
    } else {
        sub(/_/, " ", unit)
        test = "value" operator (unit == "$mn" ? "$" number "mn" : "\"" number " " unit "\"")
        sense = compare(operator, "(CASE WHEN currency='" (unit == "EUR" ? "EUR" : "USD") "' THEN number*scale END)",
            number * (unit == "$mn" ? 1000000 : unit == "EUR" ? 1 : 1000000000))
    }
}

function text_test(name, list, text, operator, i, n, words, other) {
    operator = pick(": : = != ~ !~ list has empty")
    text = pick(list)
    if (chance(0.3))
        text = tolower(text)
    if (operator == ":") {
        if (length(text) > 3)
            text = substr(text, 1, 3)
        sense = contains(name, text)
    } else if (operator == "=" || operator == "!=")
        sense = (operator == "!=" ? "NOT " : "") "(" is_exactly(name, text) ")"
    else if (operator == "list") {
        other = pick(list)
        test = name ":" text "," other
        sense = "(" contains(name, text) " OR " contains(name, other) ")"
        return
    } else if (operator == "has") {
        test = "has:" name
        sense = name "<>''"
        return
    } else if (operator == "empty") {
        test = name "=\"\""
        sense = name "=''"
        return
    } else {
        other = pick(list)
        i = text "|" other
        test = name operator i
        sense = i ~ /[A-Z]/ ? "(instr(" name "," sql(text) ")>0 OR instr(" name "," sql(other) ")>0)" : \
            "(instr(lower(" name ")," sql(text) ")>0 OR instr(lower(" name ")," sql(other) ")>0)"
        sense = (operator == "!~" ? "NOT " : "") sense
        return
    }
    test = name operator text
}

function word_test(name, cell, list, operator, word) {
    operator = pick(": = !=")
    word = pick(list)
    test = name operator word
    sense = (operator == "!=" ? "NOT " : "") "(" cell "=" sql(word) ")"
}

function claim_test(kind) {
    kind = below(11)
    if (kind == 0)
        word_test("kind", "kind", "figure target event")
    else if (kind == 1)
        word_test("flow", "flow", "export import total")
    else if (kind == 2)
        word_test("measure", "means", "value growth share")
    else if (kind <= 4)
        value_test()
    else if (kind <= 6)
        period_test("period", "first", "last")
    else if (kind == 7)
        text_test("partner", "Russia Chile Peru India China")
    else if (kind == 8)
        text_test("product", "oil Oil coal tea iron 27 2709 2710")
    else if (kind == 9)
        text_test("note", "seen revised Oil price coal")
    else {
        test = pick("oil Oil coal india China revised s2 2710 figure")
        sense = contains("(" all_cells ")", test)
    }
}

# World of some products beside partners of others is another rule: where there is a row on it,
# a question is about partners or about products.
function statistics_test(kind, word) {
    kind = below(has_wholes ? 4 : 5)
    if (has_world && (kind == 2 || kind == 3))
        kind = asks_partners ? 2 : 3
    if (kind == 0)
        word_test("flow", "flow", "export import")
    else if (kind == 1)
        period_test("period", "first", "last")
    else if (kind == 2) {
        word = pick("Russia Chile Peru China")
        test = "partner=" word
        sense = "partner=" sql(word)
    } else if (kind == 3) {
        word = pick(has_wholes ? "09 10 27 27" : "09 0902 10 27 2709 2710")
        test = "product:" word ".." word
        sense = "substr(product,1," length(word) ")=" sql(word)
    } else {
        word = below(400)
        test = "value" (kind = pick("< <= > >=")) word
        sense = "written" kind word
    }
}

function expression(depth, left, meaning, kind) {
    if (!depth || chance(0.3)) {
        if (is_claims)
            claim_test()
        else
            statistics_test()
        if (chance(0.15)) {
            test = pick("not - !") " " test
            sub(/^[-!] /, substr(test, 1, 1), test)
            sense = "NOT (" sense ")"
        }
        return
    }
    expression(depth - 1)
    left = test
    meaning = sense
    kind = chance(0.5) ? " or " : pick("and side") == "and" ? " and " : " "
    expression(depth - 1)
    test = "(" left kind test ")"
    sense = "((" meaning ")" (kind == " or " ? "OR" : "AND") "(" sense "))"
}

# --- questions ---

function ask(arguments, answer) {
    print arguments > questions
    printf ".print #%d\n%s;\n", ++asked, answer > answers
}

function ask_claims(keys, list, i, n, words) {
    expression(below(3))
    if (chance(0.5)) {
        ask("ids\t--export=csv\t-f\t" test "\tclaims.csv",
            "SELECT id FROM c WHERE " sense " ORDER BY n")
        return
    }
    keys = pick("period period,flow flow partner,flow reporter,partner product source,kind qualifier,measure period,reporter,partner,flow,product note kind")
    list = keys
    ask("sums\t--all-rows\t--sum=" keys "\t--export=csv\t-f\t" test "\tclaims.csv",
        "SELECT " list ",count(*),CASE WHEN scale>0 THEN sum(number*scale) END," base_unit " FROM c WHERE " sense \
        " GROUP BY " list "," base_unit " ORDER BY " list "," base_unit)
}

# The rows of a sum by `keys`, less those that others of them contain.
function added(where, keys, same, product, partner) {
    same = keys ~ /period/ ? " AND q.period=p.period" : ""
    product = keys ~ /product/ ? "q.product=p.product" : \
        "q.period=p.period AND q.partner=p.partner AND q.product<>p.product AND (q.product='TOTAL' OR substr(p.product,1,length(q.product))=q.product)"
    product = keys ~ /product/ ? "0" : product
    partner = keys ~ /partner/ ? "0" : \
        "q.period=p.period AND q.partner='World' AND p.partner<>'World'" (keys ~ /product/ ? " AND q.product=p.product" : "")
    same = "q.reporter=p.reporter AND q.flow=p.flow" (keys ~ /product/ ? " AND q.product=p.product" : "") \
        (keys ~ /partner/ ? " AND q.partner=p.partner" : "")
    return "WITH w AS (SELECT * FROM s WHERE " where ")," \
        "a AS (SELECT * FROM w AS p WHERE NOT EXISTS(SELECT 1 FROM w AS q WHERE q.reporter=p.reporter AND q.flow=p.flow AND " product "))," \
        "b AS (SELECT * FROM a AS p WHERE NOT EXISTS(SELECT 1 FROM a AS q WHERE q.reporter=p.reporter AND q.flow=p.flow AND " partner "))," \
        "d AS (SELECT * FROM b AS p WHERE " (keys ~ /period/ ? "1" : "NOT EXISTS(SELECT 1 FROM b AS q WHERE " same \
            " AND q.first<=p.first AND q.last>=p.last AND q.period<>p.period)") ")"
}

function ask_statistics(keys, arguments, where, kind) {
    asks_partners = chance(0.5)
    arguments = ""
    where = "1"
    if (chance(0.6)) {
        expression(below(3))
        arguments = arguments "\t-f\t" test
        where = sense
    }
    if (chance(0.3) && !is_reconciled) {
        kind = pick("Russia Chile Peru China")
        arguments = arguments "\t--pair=India:" kind
        where = "(" where ") AND reporter='India' AND partner=" sql(kind)
    }
    if (chance(0.2)) {
        kind = pick(has_wholes ? "27 09" : "27 09 2709")
        arguments = arguments "\t--product=" kind
        where = "(" where ") AND substr(product,1," length(kind) ")=" sql(kind)
    }
    keys = pick("period period,flow flow reporter,flow partner partner,period product product,flow period,flow,partner,product")
    if (keys ~ /product/)
        gsub(/product/, product_name, keys)
    kind = keys
    gsub(product_name, "product", kind)
    ask("sums\t--sum=" keys "\t--export=csv" arguments map "\t" files,
        added(where, kind) " SELECT " kind ",count(*),sum(value),currency FROM d GROUP BY " kind ",currency ORDER BY 1")
}

# --- statistics ---

function put_row(period, reporter, partner, flow, product, written, first, last) {
    printf "INSERT INTO s VALUES(%s,%s,%s,%s,%s,%.10g,%.10g,%d,%d,'USD');\n", sql(period), sql(reporter),
        sql(partner), sql(flow), sql(product), written, written * unit_scale, first, last > rows
}

# Every row of a file: leaves with a random number, wholes that add them up.
function make_table(file, year_from, years, y, m, periods, p, r, f, i, j, key, sum, number) {
    split("", amount)
    row_count = 0
    reporters = split(layout == "baci" ? "India Brazil" : "India", reporter, " ")
    partners = split("Russia Chile Peru China", partner, " ")
    products = split("0902 1001 2709 2710", product, " ")
    flows = split(layout == "baci" ? "export" : "export import", flow, " ")
    for (y = year_from; y < year_from + years; y++)
        for (m = 0; m <= (has_months ? 3 : 0); m++) {
            if (has_months && !m && !has_years)
                continue
            for (r = 1; r <= reporters; r++)
                for (f = 1; f <= flows; f++)
                    for (i = (has_world ? 0 : 1); i <= partners; i++)
                        for (j = (has_total ? 0 : 1); j <= products; j++)
                            fill(file, y, m, r, f, i, j)
        }
}

# The number of a cell is that of the leaves in it, which is made from their own name.
function leaf(y, m, r, f, i, j, name) {
    name = y " " m " " r " " f " " i " " j
    if (!(name in amount))
        amount[name] = chance(0.25) ? 0 : int(rand() * 40000) / 100
    return amount[name]
}

function fill(file, y, m, r, f, i, j, sum, a, b, c, period) {
    sum = 0
    for (a = (i ? i : 1); a <= (i ? i : partners); a++)
        for (b = (j ? j : 1); b <= (j ? j : products); b++)
            for (c = (m || !has_months ? m : 1); c <= (m || !has_months ? m : 3); c++)
                sum += leaf(y, c, r, f, a, b)
    if (!sum)
        return
    period = m ? sprintf("%d-%02d", y, m) : y ""
    write_row(file, period, reporter[r], i ? partner[i] : "World", flow[f], j ? product[j] : "TOTAL", sum)
    put_row(period, reporter[r], i ? partner[i] : "World", flow[f], j ? product[j] : "TOTAL", sum,
        y * 12 + (m ? m - 1 : 0), y * 12 + (m ? m - 1 : 11))
}

function plain_month(period) {
    sub(/-/, "", period)
    return period
}

function write_row(file, period, reporter, partner, flow, product, sum) {
    sum = sprintf("%.2f", sum)
    if (layout == "map")
        print period separator partner separator (flow == "export" ? "Exports" : "Imports") separator product separator sum > file
    else if (layout == "comtrade")
        print "A" separator plain_month(period) separator reporter separator (flow == "export" ? "X" : "M") separator partner separator product separator sum > file
    else
        print period ",", code[reporter] "," code[partner] "," (product + 0) "," sum "," > file
}

function make_statistics(i, n, file) {
    code["India"] = 699; code["Brazil"] = 76; code["Russia"] = 643; code["Chile"] = 152
    code["Peru"] = 604; code["China"] = 156
    layout = pick("map map comtrade comtrade baci")
    is_reconciled = layout == "baci"
    unit_scale = layout == "baci" ? 1000 : 1
    separator = layout == "baci" ? "," : pick(", ; \t")
    if (separator == "t")
        separator = "\t"
    has_months = layout != "baci" && chance(0.4)
    has_years = has_months && chance(0.5)
    has_world = layout != "baci" && chance(0.4)
    has_total = layout != "baci" && chance(0.4)
    has_wholes = has_world || has_total || has_years
    product_name = "product"
    map = ""
    if (layout == "map") {
        if (chance(0.5))
            unit_scale = 1000
        map = "\t--map=period=When,partner=Where,flow=Dir,product=Goods,value=Amount,unit=USD,reporter=India,decimal=point" \
            (unit_scale > 1 ? ",scale=1000" : "")
    }
    print "CREATE TABLE s(period TEXT,reporter TEXT,partner TEXT,flow TEXT,product TEXT,written REAL,value REAL,first INTEGER,last INTEGER,currency TEXT);" > rows
    n = 1 + below(3)
    files = ""
    for (i = 1; i <= n; i++) {
        file = folder "/part" i ".csv"
        files = files (i > 1 ? "\t" : "") "part" i ".csv"
        print (layout == "map" ? "When" separator "Where" separator "Dir" separator "Goods" separator "Amount" : \
            layout == "comtrade" ? "freqCode" separator "period" separator "reporterDesc" separator "flowCode" separator "partnerDesc" separator "cmdCode" separator "primaryValue" : \
            "t,i,j,k,v,q") > file
        make_table(file, 2016 + 2 * i, 1 + below(2))
        close(file)
    }
}

BEGIN {
    srand(seed)
    rows = folder "/rows.sql"
    answers = folder "/answers.sql"
    questions = folder "/questions"
    n = split("USD 1 USD_mn 1000000 USD_bn 1000000000 USD_thousand 1000 EUR_mn 1000000 INR_crore 10000000 kg 1 count 1", list, " ")
    for (i = 1; i <= n; i += 2) {
        scale_of[list[i]] = list[i + 1]
        money[list[i]] = list[i] ~ /^[A-Z]/ ? substr(list[i], 1, 3) : ""
    }
    base_unit = "CASE WHEN currency<>'' THEN currency ELSE unit END"
    print ".separator ,\n.nullvalue ''" > answers
    print "BEGIN;" > rows
    is_claims = chance(0.5)
    if (is_claims)
        make_claims()
    else
        make_statistics()
    print "COMMIT;" > rows
    for (i = 1; i <= 12; i++)
        if (is_claims)
            ask_claims()
        else
            ask_statistics()
}
