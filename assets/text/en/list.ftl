# The journey as a table
list-title = Title
list-stage = Stage
list-step = Step
list-lane = Lane
list-channel = Channel
list-owner = Owner
list-feel = Feeling
list-moment = Moment of truth
list-stands-out = Stand out here
list-evidence = Evidence
list-tags = Tags
list-hue = Colour
list-score = Score
list-pain = Pain
list-gain = Gain
list-yes = Yes
list-empty = none
list-no-owner = No owner yet
list-data = Data
list-assumption = Assumption
list-anecdote = Anecdote
list-evidence-none = Nothing said
list-whole-stage = The whole stage
list-feel-none = No feeling set
list-score-n = { $value }, n { $n }
list-line = { $name }, { $kind }
list-line-selected = { $name }, { $kind }, selected
list-cell = { $column } of { $name }: { $value }
list-tags-of = Tags of { $name }, with commas between
list-stage-of = stage { $name }, { $count ->
    [one] 1 line
   *[other] { $count } lines
}
list-sorted-up = { $column }, sorted upwards
list-sorted-down = { $column }, sorted downwards
list-nothing-found = Nothing found for “{ $term }”
list-filter = Filter the list
list-count = { $count ->
    [one] 1 line
   *[other] { $count } lines
}
list-selected = { $count } selected
list-for-many = For { $count } lines
list-change-several = change { $count } cards
list-show-on-map = Show on the map
list-choose-owner = Owner…
list-choose-channel = Channel…
list-choose-hue = Colour…
list-choose-evidence = Evidence…
list-choose-stage = Stage…
list-choose-lane = Lane…
list-lanes-open = Lanes…
list-lane-add = Add lane
list-lane-rename = Rename { $name }
list-lane-show = Show { $name }
list-lane-hide = Hide { $name }
list-lane-up = Move { $name } up
list-lane-down = Move { $name } down
list-lane-delete = Delete { $name }
