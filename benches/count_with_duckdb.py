"""The same count as the bench `overlay`, by DuckDB, over the same answers: a histogram of values for
each touchpoint and question under a period, on one thread and on all.

    python3 benches/count_with_duckdb.py ANSWERS.csv FROM TO
"""

import statistics
import sys
import time

import duckdb

path, first, last = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
base = duckdb.connect()
base.execute(
    "CREATE TABLE answers AS SELECT day::INTEGER AS day, touchpoint::SMALLINT AS touchpoint, "
    "question::SMALLINT AS question, value::TINYINT AS value, respondent::INTEGER AS respondent "
    f"FROM read_csv('{path}', header = true)"
)
COUNT = (
    "SELECT touchpoint, question, value, count(*) FROM answers "
    "WHERE day BETWEEN ? AND ? GROUP BY ALL"
)
PEOPLE = (
    "SELECT touchpoint, question, count(*), sum(value), count(DISTINCT respondent) FROM answers "
    "WHERE day BETWEEN ? AND ? GROUP BY ALL"
)
for threads in (1, None):
    if threads:
        base.execute(f"SET threads TO {threads}")
    else:
        base.execute("RESET threads")
    for name, sql in (("counts", COUNT), ("counts and people", PEOPLE)):
        for what, ends in (("all", (-(2**31), 2**31 - 1)), ("quarter", (first, last))):
            times = []
            for _ in range(15):
                start = time.perf_counter()
                rows = base.execute(sql, ends).fetchall()
                times.append(1000 * (time.perf_counter() - start))
            total = sum(row[2] if name != "counts" else row[3] for row in rows)
            print(
                f"duckdb {threads or 'all'} threads, {name}, {what}: "
                f"{statistics.median(times):.2f} ms ({len(rows)} groups, {total} answers)"
            )
