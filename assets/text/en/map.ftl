# Words on the map
map-gutter-stage = Stage
map-gutter-touchpoints = Touch{"\u00AD"}points
map-gutter-team-estimate = team estimate
map-blank-title = Draw the first stage
map-blank-text = Name what your customer goes through first.
map-stage-empty-title = No touchpoints in this stage
map-step-empty-title = No touchpoints at this step
map-column-loose = Stage as a whole
map-lane-folded = { $name } · { $n }
map-empty-thoughts = What does the customer think here?
map-empty-pains-gains = What hurts, and what helps?
map-empty-pains = What hurts the customer?
map-empty-gains = What helps the customer?
map-empty-quotes = What do customers say, in their own words?
map-empty-needs = What does the customer need and expect?
map-empty-opportunities = What could be better?
map-empty-images = Pictures that show what happens
map-empty-frontstage = What do staff do where the customer sees it?
map-empty-backstage = Which teams work behind the scenes?
map-empty-systems = Which systems support the work?
map-empty-notes = Anything worth remembering
map-gutter-from-answers = from { $name } answers
map-gutter-locked = locked
map-card-no-data = No data
map-card-too-few = Fewer than 5
map-card-too-few-pairs = Fewer than 10
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
map-label-cell-folded = { $lane }, { $stage }, folded, { $n ->
        [one] { $n } item
       *[other] { $n } items
    }
map-label-computed = { $lane }, { $column }: { $what }
map-label-thought = thought: { $text }
map-label-need = need: { $text }
map-label-opportunity = opportunity: { $text }
map-label-empty-note = note without words
map-label-tags = tags: { $tags }
map-label-stands-out = we want to stand out here
map-label-assumption = an assumption
map-label-anecdote = from an anecdote
map-label-data = backed by customers’ answers
map-label-sub-journey = shown in detail in journey { $name }
map-label-remarks = { $n ->
        [one] { $n } open remark
       *[other] { $n } open remarks
    }
map-label-links = { $n ->
        [one] { $n } link
       *[other] { $n } links
    }
map-label-locked = locked
map-label-folded = folded
map-label-picture = picture { $name }
map-hue-grey = grey
map-hue-yellow = yellow
map-hue-peach = peach
map-hue-rose = pink
map-hue-lilac = lilac
map-hue-sky = sky blue
map-hue-teal = teal
map-hue-mint = mint green
map-label-arrow = arrow from { $from } to { $to }
map-label-arrow-branch = arrow from { $from } to { $to }, branch
map-label-arrow-back = arrow back from { $from } to { $to }
map-card-estimate = team estimate
map-card-guesses = { $n } guesses
map-label-contacts = { $n ->
        [one] { $n } contact
       *[other] { $n } contacts
    }
map-label-pairs = { $n ->
        [one] { $n } response to both
       *[other] { $n } responses to both
    }
