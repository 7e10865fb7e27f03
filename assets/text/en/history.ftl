# history
# Undo steps and named versions
history-title = History
history-close = Close history
history-steps = Steps
history-versions = Versions
history-start = As it began
history-step-now = { $name }, where you are now
history-step-done = { $name }, go back to here
history-step-undone = { $name }, undone, go forward to here
history-size = { $count ->
    [one] { $count } step, { $used } in this document
   *[other] { $count } steps, { $used } in this document
}
history-limit = Keep at most
history-megabytes = { $count } MB
history-kilobytes = { $count } kB
history-version-name = Name of the version
history-version-hint = After workshop 1
history-name-needed = Type a name first
history-keep = Keep this version
history-kept = Version “{ $name }” is kept
history-no-versions = No versions yet. Keep one before a workshop, and one after it.
history-version-about = { $when } · { $journeys ->
    [one] { $journeys } journey
   *[other] { $journeys } journeys
}, { $cards ->
    [one] { $cards } card
   *[other] { $cards } cards
}
history-when = { $day }, { $time }
history-look = Look at it
history-look-at = Look at version { $name }
history-restore = Restore
history-restore-version = Restore version { $name }
history-restore-this = Restore this version
history-restored = The maps are as in “{ $name }”
history-rename = Rename version { $name }
history-delete = Delete version { $name }
history-deleted = Version “{ $name }” is deleted
history-preview-close = Close preview
history-preview-journey = Journey of this version
history-preview-picture = The map as it was
history-compare = Compare
history-compare-version = Compare with version { $name }
