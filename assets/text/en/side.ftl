# Two journeys beside each other
side-left = Left
side-right = Right
side-swap = Swap the sides
side-count = { $count ->
    [0] No differences
    [one] 1 difference
   *[other] { $count } differences
}
side-versions = Versions
side-version-of = { $name } in “{ $version }”
side-differences = Differences
side-same = Both sides are the same.
side-added = Added
side-removed = Removed
side-moved = Moved
side-changed = Changed
side-place = stands elsewhere
side-from-to = { $from } → { $to }
side-was = was “{ $name }”
side-owner = owner
side-channels = channels
side-emotion = feeling
side-marks = marks
side-empty-title = Nothing to compare with
side-empty-text = Duplicate this journey as its future state, or keep a version of it.
side-to-portfolio = All journeys
