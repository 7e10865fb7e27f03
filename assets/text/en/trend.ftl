# Trends: control limits, signals, breaks
trend-chart-xmr = XmR chart: every month has about as many answers, so the limits follow from how much months differ.
trend-chart-p = p-chart: months differ much in number of answers, so each has its own limits.
trend-chart-nps = Net Promoter chart: months differ much in number of answers, so each has its own limits.
trend-chart-mean = Chart of means: months differ much in number of answers, so each has its own limits.
trend-chart-laney = Months differ more than their numbers of answers explain, so the limits are corrected for that (Laney).
trend-baseline = Centre and limits from { $points } months: { $from } to { $to }.
trend-baseline-locked = Centre and limits from { $points } months, locked by the team: { $from } to { $to }.
trend-baseline-few = { $points ->
    [0] No limits yet: they take five months with a score, besides the newest.
    [one] No limits yet: they take five months with a score, besides the newest; there is one.
   *[other] No limits yet: they take five months with a score, besides the newest; there are { $points }.
}
trend-baseline-locked-few = { $points ->
    [one] No limits: the locked baseline holds one month with a score, and five are needed.
   *[other] No limits: the locked baseline holds { $points } months with a score, and five are needed.
}
trend-signal-above = Above the upper limit: { $month }
trend-signal-below = Below the lower limit: { $month }
trend-signal-near-upper = Nearer to the upper limit than to the centre: { $count } months from { $from } to { $to }
trend-signal-near-lower = Nearer to the lower limit than to the centre: { $count } months from { $from } to { $to }
trend-signal-run-above = { $count } months in a row above the centre: { $from } to { $to }
trend-signal-run-below = { $count } months in a row below the centre: { $from } to { $to }
trend-break-wording = Another wording from { $month } on: “{ $from }” became “{ $to }”
trend-break-channels = Other channels from { $month } on: { $channel } went from { $from } to { $to } of the answers
trend-break-scale = Another scale from { $month } on: { $from } became { $to }
trend-break-rule = Answers are counted by another rule from { $month } on
trend-break-no-channel = unknown channel
trend-scale-high = { $min } to { $max }, high is good
trend-scale-low = { $min } to { $max }, low is good
trend-mark-wording = Wording
trend-mark-channels = Channels
trend-mark-scale = Scale
trend-title = Trend: { $name }
trend-trend = Trend
trend-score = Score
trend-months-as-table = Trend as a table
trend-answers = Distribution of answers
trend-answers-as-table = Distribution as a table
trend-all-months = Every month with answers; the period chosen below the map plays no part here, the other filters do.
trend-no-answers = No answers here under the filters.
trend-no-scores = No month has answers of five customers or more yet.
trend-no-signals = Nothing stands out: the months move within the limits.
trend-more-signals = { $count ->
    [one] One earlier signal is in the table.
   *[other] { $count } earlier signals are in the table.
}
trend-has-future = Hollow dots are months that lie in the future: check the dates of those answers.
trend-summary = { $months ->
    [one] Trend of one month
   *[other] Trend of { $months } months
}; { $month }: { $value }; { $signals ->
    [0] nothing stands out
    [one] one signal
   *[other] { $signals } signals
}
trend-answers-base = { $n } answers of { $people } people, of all time
trend-answers-base-of = { $n } answers of { $people } people, { $period }
trend-answers-summary = Distribution of { $n } answers, { $value } given most
trend-answers-intervals = Lines show 95 % intervals of the shares, holding for all values at once (Goodman).
trend-head-month = Month
trend-head-n = Answers
trend-head-score = Score
trend-head-interval = 95 % interval
trend-head-centre = Centre
trend-head-limits = Limits
trend-head-signal = Stands out
trend-head-value = Value
trend-head-share = Share
trend-head-alone = 95 % interval, alone (Wilson)
trend-head-together = Together (Goodman)
trend-in-future = { $month } (in the future)
trend-rule-outside = outside the limits
trend-rule-near = near a limit
trend-rule-run = one side of the centre
trend-baseline-title = Baseline
trend-baseline-why = Centre and limits follow from these months, and all others are held against them. Lock the months before a change that you want to judge.
trend-baseline-of-stage = A stage follows the baseline of its journey: lock it at the trend of the journey.
trend-baseline-of-journey = Now follows the baseline locked for the whole journey.
trend-baseline-from = From
trend-baseline-to = To
trend-baseline-lock = Lock baseline
trend-baseline-relock = Lock these months instead
trend-baseline-free = Unlock
trend-baseline-turned = The last month lies before the first.
trend-baseline-freed = The baseline is no longer locked.
trend-events = Events
trend-no-events = No events yet. Note what happened when: a new letter, a price change, a system that failed.
trend-event-all = Everything
trend-event-here = This touchpoint
trend-event-day = Day
trend-event-name = What happened
trend-event-hint = New layout of the bill
trend-event-add = Add event
trend-event-save = Save event
trend-event-cancel = Cancel
trend-event-edit = Edit event { $name }
trend-event-delete = Delete event { $name }
trend-event-deleted = Event { $name } deleted.
trend-event-no-name = Say what happened.
trend-event-no-day = “{ $text }” is no day. Type it as 14-10-2026.
trend-event-on = On { $day }
trend-event-ahead = On { $day }, still to come
