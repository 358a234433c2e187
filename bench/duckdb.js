// SPDX-License-Identifier: GPL-3.0-or-later
//
// Runs SQL in one DuckDB and times each statement inside the process. Standard input has a line
// "WORK<TAB>SQL" for each; the first makes the table. Writes "time WORK SECONDS", "peak KIB" of the
// process when the table is there and, for each row that a query gives,
// "result WORK<TAB>KEY<TAB>COUNT<TAB>SUM". DuckDB has a thread for each processor that the process
// may use, as tradescope has.
'use strict';

const fs = require('fs');
const os = require('os');
const path = require('path');

function findDuckdb() {
    const places = [process.cwd(), __dirname, ...(process.env.NODE_PATH || '').split(':'),
        path.join(process.execPath, '../../lib/node_modules')];
    const folders = places.flatMap((place) => [place, path.join(place, '..')]);
    return require(require.resolve('@duckdb/node-api', { paths: folders.filter(Boolean) }));
}

async function main() {
    const duckdb = findDuckdb();
    const threads = os.availableParallelism();
    const instance = await duckdb.DuckDBInstance.create(':memory:', { threads: String(threads) });
    const connection = await instance.connect();
    if (process.argv[2] === '--version') {
        const setting = await connection.runAndReadAll("SELECT current_setting('threads')");
        console.log(`DuckDB ${duckdb.version()}, ${setting.getRows()[0][0]} threads`);
        return;
    }
    for (const line of fs.readFileSync(0, 'utf8').split('\n').filter(Boolean)) {
        const [work, sql] = line.split('\t');
        const start = process.hrtime.bigint();
        const reader = await connection.runAndReadAll(sql);
        const seconds = Number(process.hrtime.bigint() - start) / 1e9;
        console.log(`time ${work} ${seconds.toFixed(6)}`);
        if (work === 'load')
            console.log(`peak ${process.resourceUsage().maxRSS}`);
        else
            for (const row of reader.getRows())
                console.log(`result ${[work, ...row].join('\t')}`);
    }
}

main().catch((error) => {
    console.error(`duckdb.js: ${error.message}`);
    process.exitCode = 1;
});
