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
trend-signal-above = { $month } lies above the upper limit
trend-signal-below = { $month } lies below the lower limit
trend-signal-near-upper = { $count } months from { $from } to { $to } lie nearer to the upper limit than to the centre
trend-signal-near-lower = { $count } months from { $from } to { $to } lie nearer to the lower limit than to the centre
trend-signal-run-above = { $count } months in a row above the centre: { $from } to { $to }
trend-signal-run-below = { $count } months in a row below the centre: { $from } to { $to }
trend-break-wording = { $month }: another wording – “{ $from }” became “{ $to }”
trend-break-channels = { $month }: other channels – { $channel } went from { $from } to { $to } of the answers
trend-break-scale = { $month }: another scale – { $from } became { $to }
trend-break-rule = { $month }: answers are counted by another rule
trend-break-no-channel = unknown channel
trend-scale-high = { $min } to { $max }, high is good
trend-scale-low = { $min } to { $max }, low is good
trend-mark-wording = Wording
trend-mark-channels = Channels
trend-mark-scale = Scale
