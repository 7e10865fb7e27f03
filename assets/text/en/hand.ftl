hand-title = Enter feedback
hand-close = Close; what you typed stays
hand-kind = Kind
hand-kind-interview = Interview
hand-kind-complaint = Complaint
hand-kind-paper = Paper form
hand-kind-other = Something else
hand-usual-interview = Interviews
hand-usual-complaint = Complaints
hand-usual-paper = Paper forms
hand-usual-other = Other feedback
hand-survey = Survey
hand-new-survey = A new one
hand-surveys-by-hand = Entered by hand
hand-surveys-of-files = From files
hand-survey-name = Name of the survey
hand-day = Date
hand-no-day = No date: counts only when every date counts
hand-touchpoint = Touchpoint
hand-whole-journey = None: the whole journey
hand-channel = Channel
hand-no-channel = Not known
hand-customer = Customer
hand-customer-why = Personal data: left out of a copy to share. May stay empty.
hand-text = What was said
hand-text-interview = Your notes, or the customer’s own words
hand-text-complaint = What went wrong, in the customer’s words
hand-text-paper = What is written on the form
hand-scores = Scores
hand-score-of = Score for { $name }
hand-score-new = Score for the new question
hand-add-score = Add a score
hand-remove-score = Remove this score
hand-question = Question
hand-question-hint = Question, such as “Ease of the form”
hand-metric = What it measures
hand-scale = Scale
hand-from-to = { $min } to { $max }
hand-direction = Which end is good
hand-direction-ask = What does { $value } mean?
hand-ends = { $min } = { $low }, { $max } = { $high }
hand-end-never = not at all likely
hand-end-surely = extremely likely
hand-end-dissatisfied = very dissatisfied
hand-end-satisfied = very satisfied
hand-end-unsolved = not solved
hand-end-solved = solved
hand-end-worst = worst
hand-end-best = best
hand-save = Save
hand-save-next = Save and enter another
hand-keys = { $command } Enter saves, with Shift and enters another. Esc closes; what you typed stays.
hand-saved = { $kind } saved
hand-saved-so-far = { $count ->
    [one] Saved. 1 response so far.
   *[other] Saved. { $count } responses so far.
}
hand-undo-last = Undo the last one
hand-batch = { $kind }, entered on { $day }
hand-batches = { $kind }, { $count ->
    [one] 1 entry
   *[other] { $count } entries
}
hand-batches-show = { $count ->
    [one] Show 1 entry
   *[other] Show all { $count } entries
}
hand-batches-hide = Show less
hand-batches-more = and { $count } older ones
hand-name-needed = Give the survey a name.
hand-day-unread = “{ $text }” is no date. Type it like 14-10-2026.
hand-day-ahead = This day is still to come.
hand-empty = Type what was said, or give a score.
hand-score-off = Type a whole number from { $min } to { $max }.
hand-question-name = Give the question a name.
hand-question-twice = This survey has a question of that name already.
hand-direction-needed = Say which end of the scale is good.
