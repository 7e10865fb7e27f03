# The command line
cli-no-journey = This document has no journey yet, so there are no stages. Add a journey first.
cli-unknown-by = “{ $value }” is not something to split by. Use touchpoint, stage, channel, owner, team, wave, month or segment:NAME.
cli-bad-where = “{ $value }” is not a condition. Write for example channel=web, wave=2017 or segment:Region=North.
cli-bad-date = “{ $value }” is not a date. Write it as 2026-07-01.
cli-unknown-name = There is no { $what } “{ $value }” in this document. There is: { $known }.
cli-output-failed = The result could not be written: { $reason }.
cli-cannot-read = { $file } could not be read: { $reason }. Nothing was changed.
cli-cannot-write = { $file } could not be written: { $reason }. Choose another place.
cli-apply-line = Line { $line }: { $reason } The lines before it are done and kept.
cli-none = (none)
cli-whole-journey = Journey as a whole
cli-hidden = hidden: fewer than 5 answers
cli-too-few = fewer than 5 answers
cli-no-answers = No answers in this selection.
cli-stats-head = { $metric }, with 95 % intervals
cli-head-name = Name
cli-head-question = Question
cli-head-n = n
cli-head-value = Value
cli-head-interval = Interval
cli-detect-file = { $file }: { $columns } columns, { $rows } rows examined
cli-detect-encoding = Encoding
cli-detect-delimiter = Delimiter
cli-detect-quote = Quotes
cli-detect-header = Header rows
cli-detect-decimal = Decimals
cli-head-column = Column
cli-head-kind = Kind
cli-head-role = Proposed
cli-head-sure = Sure
cli-head-values = Values
cli-ask-direction = To decide: does 1 in “{ $column }” mean very little or very much effort? State it in the mapping ("better": "low" or "high").
cli-ask-missing = To decide: does “{ $value }” in “{ $column }” ({ $count } times) mean no answer? If so, list it under "missing".
cli-ask-date = To decide: the dates in “{ $column }” can be read as { $formats }.
cli-head-a = A
cli-head-b = B
cli-head-change = Change
cli-stand-out = { $out } of { $all } changes stand out (▲ better, ▼ worse); about 5 % of such signals are expected to be false.
cli-made = { $file } is made.
cli-no-sheets = This file format has no sheets. Leave out --sheet, or save the sheet as CSV first.
cli-bad-mapping = The mapping { $file } cannot be used: { $reason }
cli-needs-mapping = Nothing was imported: only you can say whether 1 in “{ $column }” means very little or very much effort. Give a mapping with --mapping; klantreis detect shows what to put in it.
cli-imported = Imported: { $rows } rows, { $responses } responses, { $answers } answers, { $comments } verbatims.
cli-dry-run = Nothing was written. It would be: { $rows } rows, { $responses } responses, { $answers } answers, { $comments } verbatims.
cli-duplicates = { $count } answers were met twice and are counted once.
cli-unmatched = Labels the map did not know: { $names }.
cli-rejected = { $count ->
    [one] { $count } cell was refused:
   *[other] { $count } cells were refused:
}
cli-rejected-cell = Row { $row }, { $column }: “{ $value }” – { $reason }
cli-check-head = { $file }: Klantreis document, format { $version }, { $bytes } bytes
cli-check-sound = The document holds together.
cli-check-damaged = { $file } is damaged: { $problem }. Open a backup or a copy instead.
cli-unknown-format = The format of { $file } is not known. Let the name end in { $known }.
cli-nothing-to-draw = This document has no journey yet, so there is nothing to draw. Add a journey first.
