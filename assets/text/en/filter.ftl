# The bottom strip: which answers count
filter-period = Period
filter-period-all = All
filter-period-from = from { $day }
filter-period-to = to { $day }
filter-period-everything = Everything
filter-period-month = Last month
filter-period-quarter = Last quarter
filter-period-year = Last year
filter-period-remove = Clear the period
filter-channel = Channel
filter-touchpoint = Touchpoint
filter-owner = Owner
filter-team = Team
filter-survey = Survey
filter-wave = Wave
filter-add = Filter
filter-remove = Clear { $name }
filter-clear = Clear filters
filter-fold = Fold the time bars
filter-unfold = Show the time bars
filter-brush = Time window: { $period }
filter-no-feedback = No feedback yet. Import a survey file to colour this map with scores.
filter-base = { $n } of { $all } responses
filter-base-weekly = { $n } of { $all } responses, per week
filter-base-all = { $all ->
    [one] 1 response
   *[other] { $all } responses
}
filter-base-all-weekly = { $all ->
    [one] 1 response, per week
   *[other] { $all } responses, per week
}
filter-base-none = No responses
filter-against = { $a } against { $b }
filter-against-rest = { $a } against the rest
filter-rest = the rest
filter-score = Score
filter-score-band = { $metric }: { $low }–{ $high }
filter-score-one = { $metric }: { $low }
filter-views = Views
filter-views-save = Save this view…
filter-views-delete = Delete
filter-views-deleted = View “{ $name }” deleted
filter-text = Comments with
filter-text-hint = Parts of words
filter-text-busy = { $text } (looking it up …)
filter-text-customers = Counts the responses of customers who wrote this. Click to change the words.
