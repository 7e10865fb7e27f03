# The import screen
wizard-title = Import feedback
wizard-close = Close import
wizard-step-file = File
wizard-step-columns = Columns
wizard-step-check = Check
wizard-step-done = Done
wizard-back = Back
wizard-cancel = Cancel
wizard-continue = Continue
wizard-import = Import
wizard-import-again = Import again
wizard-show-map = Show the map
wizard-load-mapping = Use a saved mapping…
wizard-keep-mapping = Save this mapping…
wizard-bad-mapping = This mapping cannot be used: { $reason }. Choose another file.
wizard-worker-lost = Reading the file stopped unexpectedly. Your map is unchanged. Try again.
wizard-state-direction = First say what the answers in “{ $column }” mean
wizard-no-content = Say which column holds answers or comments
wizard-still-checking = Checking the rows…

wizard-reading = Reading the file…
wizard-choose-title = Choose a survey file
wizard-choose-text = A CSV file, a workbook (XLSX, XLS, ODS), JSON or other table with a header. Nothing is written before you say so.
wizard-choose-button = Choose a file…

wizard-reading-title = How the file is read
wizard-detected = Detected automatically
wizard-delimiter = Delimiter
wizard-encoding = Encoding
wizard-decimals = Decimals
wizard-header = Header rows
wizard-quotes = Quotes
wizard-sheet = Sheet
wizard-comma = Comma
wizard-semicolon = Semicolon
wizard-tab = Tab
wizard-bar = Bar
wizard-point = Point
wizard-double = Double
wizard-single = Single
wizard-none = None

wizard-columns-title = What is in each column?
wizard-column-name = Column { $column }
wizard-kind-of = Kind of column { $column }
wizard-first-rows = First { $shown } of { $all } rows
wizard-unsure = { $count ->
    [one] { $count } column needs a look
   *[other] { $count } columns need a look
}
wizard-kind-response-id = Response ID
wizard-kind-date = Date
wizard-kind-customer = Customer
wizard-kind-segment = Segment
wizard-kind-channel = Channel
wizard-kind-employee = Employee
wizard-kind-weight = Weight
wizard-kind-consent = Consent
wizard-kind-touchpoint = Touchpoint
wizard-kind-nps = NPS
wizard-kind-ces = Effort (CES)
wizard-kind-csat = Satisfaction
wizard-kind-fcr = Solved (FCR)
wizard-kind-rating = Rating
wizard-kind-comment = Verbatim
wizard-kind-question = Names the question
wizard-kind-value = Answer to it
wizard-kind-ignore = Leave out

wizard-column-title = Column “{ $column }”
wizard-question-about = One question about “{ $column }”
wizard-value-means = In this file, value { $value } means
wizard-very-little-effort = very little effort
wizard-very-much-effort = very much effort
wizard-likely = Likely
wizard-no-hint = The answers give no hint. Look at the questionnaire.
wizard-average-of = Average of “{ $column }” for each answer
wizard-hint-against = The answers move against each other, so the lowest value probably means { $meaning }.
wizard-hint-along = The answers move together, so the lowest value probably means { $meaning }.
wizard-hint-figures = r = { $r }, n = { $n }. You decide. This can be changed later.
wizard-from = from
wizard-to = to
wizard-scale-from = Lowest value of { $column }
wizard-scale-to = Highest value of { $column }
wizard-high-is-good = High is good
wizard-low-is-good = Low is good
wizard-missing-title = Which values mean “no answer”?
wizard-means-missing = { $value } means no answer
wizard-maybe-missing = { $value } ({ $count } times) means no answer
wizard-about-title = Which touchpoint is it about?
wizard-about-row = The row’s touchpoint, or the whole journey
wizard-about-of = Touchpoint of column { $column }
wizard-about-header = “{ $name }”, as the column is called
wizard-about-clear = Use the row’s touchpoint

wizard-match-title = Match touchpoints
wizard-matched = { $matched } of { $all } matched
wizard-unmatched = Unmatched
wizard-cells = { $count ->
    [one] { $count } cell
   *[other] { $count } cells
}
wizard-goes-to = “{ $label }” goes to
wizard-choose-or-create = Choose…
wizard-create-all = Create “{ $label }” and the others on the map
wizard-rest-keep = Keep
wizard-rest-create = Create
wizard-rest-reject = Refuse
wizard-rest-keep-text = Unmatched rows are kept; you can match them later.
wizard-rest-create-text = For each a touchpoint is made on the map, in the same undo step.
wizard-rest-reject-text = Answers without a known touchpoint are refused and listed.

wizard-checking-title = Checking rows
wizard-valid = Valid
wizard-valid-text = answers ready to import
wizard-duplicate = Duplicate
wizard-duplicate-text = same response, question and touchpoint; counted once
wizard-rejected = Rejected
wizard-rejected-text = cells not imported, kept as a list
wizard-why-rejected = Why cells are rejected
wizard-personal-text = Columns that look personal are left out. Customers you do keep are stored apart from their answers.
wizard-check-title = Ready to import?
wizard-survey-name = Name of the survey
wizard-survey-wave = Wave
wizard-survey-wave-hint = for example 2026-Q3
wizard-summary = { $rows } rows give { $responses } responses with { $answers } answers and { $comments } verbatims.
wizard-rejected-list = { $count ->
    [one] { $count } rejected cell
   *[other] { $count } rejected cells
}
wizard-rejected-line = Row { $row }, { $column }: “{ $value }” – { $reason }
wizard-rejected-more = The others are kept in the document with their reasons.

wizard-done-title = Imported
wizard-done-text = { $rows } rows were read: { $responses } responses with { $answers } answers and { $comments } verbatims are now in this document.
wizard-done-duplicates = { $count } answers were met twice and are counted once.
wizard-done-identical = { $count } rows without a response number equal an earlier row; they are kept.
wizard-done-unmatched = Not on the map: { $names }. Their answers are kept.
wizard-undo-import = Undo import
wizard-mapping-unreadable = { $file } could not be read: { $reason }. Choose another file.
wizard-mapping-kept = Mapping saved in { $file }
wizard-mapping-not-kept = The mapping could not be saved in { $file }: { $reason }. Choose another place.
wizard-ahead-title = How the map would look
wizard-ahead-text = With the answers of this file alone. Nothing is written yet.

wizard-choose-folder = Choose a folder…
wizard-paste = Paste a table
wizard-pasted-name = Pasted table
wizard-folder-empty = There is no survey file in “{ $folder }”. Choose a folder with CSV files, workbooks or JSON.
wizard-and-more = { $file } and { $count ->
    [one] { $count } more file
   *[other] { $count } more files
}
wizard-remember = Remember these choices for the next file like this
wizard-map-anew = Map anew
wizard-basis-imported = This file has the columns of “{ $file }”, imported on { $day }. Its choices are used here.
wizard-basis-remembered = A file with these columns was imported before. Its choices are used here.
wizard-basis-grown = { $rows ->
    [one] The first row of this file is
   *[other] The first { $rows } rows of this file are
} in this document already. Only what came after is imported, with the same choices.
wizard-basis-whole = This very file is in this document already, imported as “{ $file }” on { $day }. Importing it again counts its answers twice.
wizard-basis-kept = You are mapping an import anew, from what the document kept of it. Columns that were left out at import are not there.
wizard-basis-leave = Start afresh
wizard-audience = Who answered?
wizard-audience-customer = Customers
wizard-audience-employee = Employees
wizard-audience-customer-text = These scores colour the map.
wizard-audience-employee-text = Kept apart from customers. Groups of fewer than 5 employees are never shown.
wizard-done-nothing = Nothing came in
wizard-done-already = { $count ->
    [one] { $count } row was
   *[other] { $count } rows were
} in the document already.
wizard-done-contacts = { $count ->
    [one] { $count } contact
   *[other] { $count } contacts
} without a score.
wizard-each-already = In this document already, so passed over.
wizard-each-stopped = Stopped before it came in. Nothing of it is in the document.
wizard-match-is = It is { $title }
wizard-match-why = { $label } is { $title }; the names are { $share } alike
wizard-match-alike = Match the { $count } that look alike
wizard-title-anew = Map an import anew
wizard-basis-passed = The first of these files is in this document already. Files that are there already are passed over; of files that have grown only what is new comes in.
wizard-match-more = { $count ->
    [one] { $count } rarer label is
   *[other] { $count } rarer labels are
} not listed here. If there are too many, the column may hold something else than touchpoints.
