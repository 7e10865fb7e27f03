# The command line
cli-no-journey = This document has no journey yet, so there are no stages. Add a journey first.
cli-unknown-by = “{ $value }” is not something to split by. Use touchpoint, stage, channel, owner, team, wave, month or segment:NAME.
cli-bad-where = “{ $value }” is not a condition. Write for example channel=web, wave=2017 or segment:Region=North.
cli-bad-date = “{ $value }” is not a date. Write it as 2026-07-01.
cli-unknown-name = There is no { $what } “{ $value }” in this document. There is: { $known }.
