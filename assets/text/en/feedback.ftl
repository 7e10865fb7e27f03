feedback-imports = Imports
feedback-import = Import feedback
feedback-empty = No feedback yet
feedback-empty-why = Import the export of any survey tool. It is checked before anything is kept, and one undo takes it back.
feedback-found = { $count ->
    [one] 1 comment
   *[other] { $count } comments
}
feedback-search = Search what people wrote
feedback-reading = Reading…
feedback-no-words = Nobody wrote anything here
feedback-no-hit = Nothing found. Try fewer letters, or take away a filter.
feedback-unknown-label = “{ $label }”, not on the map
feedback-whole-journey = Whole journey
feedback-choose = Choose a comment to see the whole response
feedback-response = Response
feedback-close = Close the response
feedback-show-on-map = Show on the map
feedback-answers = Answers
feedback-about = About this response
feedback-survey = Survey
feedback-customer = Customer
feedback-may-call = May be called
feedback-yes = Yes
feedback-no = No
feedback-high-is-good = { $min } to { $max }, high is good
feedback-low-is-good = { $min } to { $max }, low is good
feedback-refused-of = Not taken over from { $file }
feedback-back = Back to the comments
feedback-refused-why = These cells count for nothing. The rest of their rows was taken over.
feedback-refused-unread = These cells could not be read from the document. The answers themselves are not affected.
feedback-row = Row
feedback-column = Column
feedback-value = Cell
feedback-reason = Why
feedback-duplicate = The same answer was there already; it counts once
feedback-shown = Count { $name }
feedback-show-refused = { $count ->
    [one] 1 cell not taken over
   *[other] { $count } cells not taken over
}
feedback-take-back = Take back
feedback-take-back-of = Take back { $file }
feedback-taken-back = { $file } is taken back
feedback-counts = { $responses ->
    [one] 1 response
   *[other] { $responses } responses
}, { $answers ->
    [one] 1 answer
   *[other] { $answers } answers
}, { $comments ->
    [one] 1 comment
   *[other] { $comments } comments
}
feedback-bucket = { $count ->
    [one] 1 label is not on the map
   *[other] { $count } labels are not on the map
}
feedback-bucket-why = What stands under them counts for the journey, not for a touchpoint, until you say what they mean.
feedback-bucket-more = and { $count } more
feedback-bucket-holds = { $answers ->
    [one] 1 answer
   *[other] { $answers } answers
}, { $comments ->
    [one] 1 comment
   *[other] { $comments } comments
}
feedback-bucket-is = It is { $title }
feedback-bucket-alike = { $label } is { $title }; the names are { $share } alike
feedback-bucket-choose = Choose a touchpoint
feedback-bucket-choose-for = What does { $label } mean?
feedback-bucket-assigned = { $label } is assigned
feedback-map-anew = Map anew…
feedback-map-anew-of = Map { $file } anew…
feedback-bucket-all = Assign the { $count } that look alike
feedback-bucket-create = Create touchpoint “{ $label }”
feedback-bucket-created = { $label } is a touchpoint now
feedback-bucket-assigned-all = { $count } labels are assigned
feedback-enter = Enter feedback…
feedback-save-refused = Save refused cells…
feedback-save-refused-of = Save the refused cells of { $file }…
feedback-refused-file = { $file }, not taken over
feedback-only = About
feedback-only-not = Show what is about anything
