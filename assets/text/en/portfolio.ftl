# All journeys of the document
portfolio-journey = Journey
portfolio-number = no. { $number }
portfolio-current = Current
portfolio-future = Future
portfolio-told-apart = { $name } ({ $detail })
portfolio-count = { $count ->
    [one] 1 journey
   *[other] { $count } journeys
}
portfolio-none = No journeys yet
portfolio-new = New journey
portfolio-new-name = New journey
portfolio-new-standard = Six stages
portfolio-new-standard-why = From need to evaluation
portfolio-new-blank = Blank
portfolio-new-blank-why = Lanes, but no stages yet
portfolio-open = Open on the map
portfolio-more = More for { $name }
portfolio-card = { $name }, { $detail }, { $counts }
portfolio-counts = { $stages ->
    [one] 1 stage
   *[other] { $stages } stages
} · { $cards ->
    [one] 1 touchpoint
   *[other] { $cards } touchpoints
} · { $notes ->
    [one] 1 note
   *[other] { $notes } notes
}
portfolio-properties = Properties…
portfolio-properties-title = Properties of the journey
portfolio-name = Name
portfolio-state = State
portfolio-segment = Segment
portfolio-segment-hint = Whose journey, such as: tenants
portfolio-change = change properties of { $name }
portfolio-copy-current = Duplicate as current state
portfolio-copy-future = Duplicate as future state
portfolio-copy-name = { $name } (copy)
portfolio-copied = “{ $name }” duplicated
portfolio-make-future = Make it the future state
portfolio-make-current = Make it the current state
portfolio-deleted = Journey “{ $name }” deleted
portfolio-levels = Levels
portfolio-branch = { $name }, level { $level }
portfolio-reached = Reached from
portfolio-reached-many = Reached from { $count } cards
portfolio-from-card = { $card }, { $journey }
portfolio-back-to = Back to { $name }
