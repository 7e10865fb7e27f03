# Words on the map
map-gutter-stage = Stage
map-gutter-touchpoints = Touch{"\u00AD"}points
map-gutter-team-estimate = team estimate
map-blank-title = Draw the first stage
map-blank-text = Name what your customer goes through first.
map-stage-empty-title = No touchpoints in this stage
map-card-no-data = No data
map-card-too-few = Fewer than 5
map-card-hidden = Hidden
map-card-n = n { $n }
map-card-few = n { $n } · few
map-label-stage = stage { $name }
map-label-cell = { $lane }, { $stage }
map-label-owner = owner { $name }
map-label-no-owner = no owner yet
map-label-moment-of-truth = moment of truth
map-label-emotion = { $title }, emotion { $value }, team estimate
map-label-pain = pain: { $text }
map-label-gain = gain: { $text }
map-label-hidden = hidden, fewer than 5 answers
map-label-other-version = no data, only answers to { $version }
map-label-ease = ease
map-label-nps = NPS
map-label-enps = e-NPS
map-label-satisfaction = satisfaction
map-label-solved = solved at first contact
map-label-rating = rating
map-label-between = between { $low } and { $high }
map-label-answers = { $n ->
        [one] { $n } answer
       *[other] { $n } answers
    }
map-label-few = fewer than 30 answers: indicative
map-label-easier = { $size } easier than before
map-label-harder = { $size } harder than before
map-label-better = { $size } better than before
map-label-worse = { $size } worse than before
