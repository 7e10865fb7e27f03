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
feedback-found-least = at least { $count } comments
feedback-searching = Searching…
feedback-unread = The comments could not be read from the document. Nothing is lost. Close the document and open it again.
feedback-match-parts = Parts of words
feedback-match-words = Words
feedback-sort = Order
feedback-sort-newest = Newest first
feedback-sort-oldest = Oldest first
feedback-sort-lowest = Worst score first
feedback-sort-highest = Best score first
feedback-sort-touchpoint = By touchpoint
feedback-export = Export…
feedback-export-none = Nothing is listed
feedback-comments-file = { $title }, comments
feedback-narrow-about = About
feedback-narrow-theme = Theme
feedback-narrow-remove = Take away the filter { $name }
feedback-untagged = No theme
feedback-themes = Themes
feedback-theme-by = by the rule { $rule }
feedback-theme-met = { $words } by the rule { $rule }
feedback-theme-score = { $metric } { $value }, n = { $n }
feedback-themes-none = There are no themes yet. A theme gathers the texts that hold certain words.
feedback-start = Starter themes
feedback-start-nl = Dutch themes to begin with
feedback-start-en = English themes to begin with
feedback-start-added = The themes are added
feedback-tagging = Looking for themes… { $share }
feedback-book = Code book
feedback-book-open = Edit the code book
feedback-book-close = Close the code book
feedback-book-why = A rule is a word, wait* (beginnings), *time (ends), *wait* (parts of words), or several words in a row. One rule a line; neither case nor accents count.
feedback-book-choose = Choose a theme to see its rules.
feedback-theme-new = New theme
feedback-theme-name = Name of the theme
feedback-theme-include = Texts with one of these
feedback-theme-exclude = but with none of these
feedback-theme-where = Where it counts
feedback-theme-anywhere = At any touchpoint
feedback-theme-save = Save theme
feedback-theme-delete = Delete theme
feedback-theme-deleted = Theme { $name } is deleted
feedback-theme-up = Move the theme up
feedback-theme-down = Move the theme down
feedback-rules-find = These rules find { $count } of the { $of } comments that are listed.
feedback-rules-counting = Counting…
feedback-only = About
feedback-only-not = Show what is about anything
