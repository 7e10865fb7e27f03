# document
# What a change of the document may be refused for
document-text-too-long = This text has { $length } characters; the most is { $most }. Nothing was changed. Make it shorter.
document-name-empty = A name cannot be empty. Nothing was changed. Type at least one character.
document-id-taken = The identity { $id } is already in use. Nothing was changed. Leave it out, and a new one is made.
document-no-journey = There is no journey { $id } in this document. Nothing was changed.
document-no-stage = There is no stage { $id } in this document. Nothing was changed.
document-no-step = There is no step { $id } in this document. Nothing was changed.
document-no-lane = There is no lane { $id } in this document. Nothing was changed.
document-no-touchpoint = There is no touchpoint { $id } in this document. Nothing was changed.
document-no-placement = There is no card { $id } in this document. Nothing was changed.
document-no-note = There is no note { $id } in this document. Nothing was changed.
document-no-owner = There is no owner { $id } in this document. Nothing was changed.
document-no-team = There is no team { $id } in this document. Nothing was changed.
document-no-persona = There is no persona { $id } in this document. Nothing was changed.
document-no-channel = There is no channel { $id } in this document. Nothing was changed.
document-no-survey = There is no survey { $id } in this document. Nothing was changed.
document-no-question = There is no question { $id } in this document. Nothing was changed.
document-no-batch = There is no import { $id } in this document. Nothing was changed.
document-no-event = There is no event { $id } in this document. Nothing was changed.
document-no-label = No touchpoint is meant by the label “{ $label }”. Nothing was changed.
document-hand-empty = There is nothing to add yet: write a text or give a score. Nothing was changed.
document-hand-outside-scale = { $value } is not on the scale of “{ $name }”, which goes from { $min } to { $max }. Nothing was changed.
document-hand-other-survey = The question “{ $name }” belongs to another survey. Choose that survey, or another question. Nothing was changed.
document-hand-twice = The question “{ $name }” is answered twice. Leave one of the answers out. Nothing was changed.
document-remap-gone = { $count ->
    [one] The column { $columns } was left out when { $file } was imported, so it is not in the document. Nothing was changed. To use it, import the file again.
   *[other] The columns { $columns } were left out when { $file } was imported, so they are not in the document. Nothing was changed. To use them, import the file again.
}
document-remap-no-mapping = The document does not know how { $file } was mapped. Nothing was changed. Import the file again.
document-remap-empty = Nothing of { $file } is kept that could be mapped anew. Nothing was changed. Import the file again.
document-remap-no-room = There is no room to put the rows in order for a moment: { $reason }. Nothing was changed. Free some disk space and try again.
document-remap-shared = The question “{ $column }” has answers from { $other } too, so its metric and scale cannot change for this import alone. Nothing was changed. Give this import a wave of its own, or take back the other one.
document-import-part-of-file = The first rows of this file were imported on { $day } from { $before }, together with an import that was taken back since. Nothing was imported. Take back that import too, or import the file once more as a whole.
document-import-other-mapping = This file begins with { $before }, imported on { $day } with another mapping, so its rows would count twice. Nothing was imported. Use the mapping of that import, map that import anew first, or say that the file is to be imported again as a whole.
document-import-changing = { $file } was being written while it was read. Nothing was imported. Try again when it is complete.
document-folder-unreadable = The folder { $folder } could not be read: { $reason }. Nothing was imported.
document-contact-no-customer = This row names no customer, so nobody can tell whether the contact was repeated.
document-contact-no-date = This row has no date, so nobody can tell what came after it.
document-other-journey = The stage, step and lane must be of the same journey. Nothing was changed.
document-no-touchpoint-lane = This journey has no lane for touchpoints. Nothing was changed. Add such a lane first.
document-lane-without-cards = This lane cannot hold touchpoints. Nothing was changed. Choose a lane for touchpoints.
document-lane-without-notes = This lane cannot hold notes. Nothing was changed. Choose a lane for pains and gains, quotes, backstage or notes.
document-span = A card cannot cover { $span } stages here. Nothing was changed. Choose a number from 1 to { $most }.
document-emotion = { $value } is not an emotion. Nothing was changed. Choose a value from −2 (very bad) to 2 (very good).
document-survey-twice = There is already a survey “{ $name }” of this wave. Nothing was changed. Choose another name or wave.
document-survey-in-use = The survey “{ $name }” has answers. Nothing was changed. Take its imports back first.
document-question-scale = The scale of “{ $name }” must have between 2 and 256 whole numbers. Nothing was changed.
document-question-box = The values that count as good must lie on the scale of “{ $name }”. Nothing was changed.
document-question-breaks = The break-points of “{ $name }” must lie on its scale, the lower one first. Nothing was changed.
document-question-fixed = The answers to “{ $name }” lie on this scale, so its ends, its column and its survey cannot change. Nothing was changed. Import the file again with another mapping.
document-question-twice = There is already a question “{ $name }” in this survey. Nothing was changed.
document-target = A target for { $metric } lies between { $low } and { $high }. Nothing was changed.
document-day = “{ $day }” is not a day. Nothing was changed. Write it as year-month-day, for example 2026-10-14.
document-language = “{ $code }” is not a language of this program. Nothing was changed. Choose en or nl.
document-history-limit = { $text } is no number of megabytes from 1 to { $most }. Nothing was changed. Type a whole number.
document-no-stakeholder = There is no stakeholder { $id } in this document. Nothing was changed.
document-no-arrow = There is no arrow { $id } in this document. Nothing was changed.
document-no-remark = There is no remark { $id } in this document. Nothing was changed.
document-no-picture = There is no picture { $id } in this document. Nothing was changed.
document-no-version = There is no version { $id } in this document. Nothing was changed.
document-no-ballot = There is no vote { $id } in this document. Nothing was changed.
document-no-round = There is no round of guesses { $id } in this document. Nothing was changed.
document-no-guess = There is no guess { $id } in this document. Nothing was changed.
document-no-agenda-item = There is no agenda item { $id } in this document. Nothing was changed.
document-no-theme = There is no theme { $id } in this document. Nothing was changed.
document-no-view = There is no saved view { $id } in this document. Nothing was changed.
document-no-baseline = There is no baseline { $id } in this document. Nothing was changed.
document-no-start-themes = There are themes to begin with in Dutch (nl) and English (en). Nothing was changed. Choose one of them.
document-theme-no-rules = The theme “{ $name }” has no rule by which a text would belong to it. Nothing was changed. Add at least one word.
document-theme-twice = There is a theme “{ $name }” for the same texts already. Nothing was changed. Choose another name, or add the rules to that one.
document-too-many-rules = { $count } rules are too many for one theme; the most is { $most }. Nothing was changed. Make two themes of it.
document-too-many-themes = A document has room for { $most } themes. Nothing was changed. Delete one first.
document-view-look = The look of the saved view “{ $name }” is no JSON that can be kept. Nothing was changed.
document-view-twice = There is a saved view “{ $name }” already. Nothing was changed. Choose another name, or alter that one.
document-baseline-days = A baseline from { $from } to { $to } ends before it begins. Nothing was changed. Swap the two days.
document-locked = “{ $name }” is locked. Nothing was changed. Unlock it first.
document-merge = Only two different stages, steps or lanes of one journey that hold the same can be merged. Nothing was changed.
document-card-elsewhere = A card that is to move does not stand there. Nothing was changed. Choose cards of what is split.
document-stage-width = A stage cannot be { $width } % wide. Nothing was changed. Choose a width from { $least } to { $most } %.
document-lane-height = A lane cannot be { $height } points high. Nothing was changed. Choose a height from 0 to { $most }.
document-too-many = { $count } cards at once are too many; the most is { $most }. Nothing was changed. Paste a smaller part.
document-too-many-marks = A card can have at most { $most } tags and { $most } links. Nothing was changed.
document-link = “{ $url }” is no link. Nothing was changed. Begin it with https://, http:// or mailto:.
document-arrow = There is such an arrow already, or it would point at itself. Nothing was changed.
document-picture = “{ $name }” is no picture that fits in a document. Nothing was changed. Add it as a file: then it is checked and scaled down.
document-version-unreadable = The version “{ $name }” cannot be read. Nothing was changed.
document-ballot-size = A vote needs 1 to { $most } dots a head and 1 to { $most } people. Nothing was changed.
document-ballot-closed = The vote “{ $name }” is closed. Nothing was changed. Reopen it to go on.
document-budget-spent = All { $budget } dots are given. Nothing was changed. Take one back first.
document-no-dots = There are not so many dots to take back. Nothing was changed.
document-guess = { $value } is not on the scale. Nothing was changed. Choose a number from { $low } to { $high }.
document-round-revealed = The scores of “{ $name }” are revealed, so its guesses are fixed. Nothing was changed. Open a new round.
document-minutes = An agenda item lasts 1 to { $most } minutes. Nothing was changed.

# Journey files
document-outline-faulty = This is not a journey file as Klantreis writes it: line { $line }, column { $column }: { $detail }. Nothing was changed. Correct that place and try again.
document-outline-twice = “{ $name }” is listed twice in the journey file. Nothing was made. Give one of them a "key" of its own.
document-outline-no-team = The journey file gives { $place } to team “{ $name }”, which it does not list. Nothing was made. Add the team, or correct the name.
document-outline-no-owner = The journey file gives { $place } to owner “{ $name }”, who is not listed. Nothing was made. Add the owner, or correct the name.
document-outline-no-persona = The journey file names persona “{ $name }” at { $place }, which it does not list. Nothing was made. Add the persona, or correct the name.
document-outline-no-channel = The journey file names channel “{ $name }” at { $place }, which it does not list. Nothing was made. Add the channel, or correct the name.
document-outline-no-touchpoint = The journey file names touchpoint “{ $name }” at { $place }, which does not come before it. Nothing was made. Add the touchpoint, or correct the name.
document-outline-no-step = The journey file puts “{ $place }” at step “{ $name }”, which this stage does not have. Nothing was made. Add the step, or correct the name.
document-outline-no-lane = The journey file puts “{ $place }” in lane “{ $name }”, which this journey does not have. Nothing was made. Add the lane, or correct the name.
document-outline-no-journey = The journey file shows { $place } in more detail in journey “{ $name }”, which it does not list. Nothing was made. Add the journey, or correct the name.
document-outline-no-card = In the journey file an arrow of “{ $place }” refers to “{ $name }”, where no card stands. Nothing was made. Write c1.2 for the second touchpoint of the first stage, n1.2 for its second note.
document-outline-card = In the journey file the card “{ $name }” needs either a "title" (a new touchpoint) or "again" (one from before, without details of its own). Nothing was made.
document-no-template = There is no template “{ $name }”. Nothing was made. Choose one of: { $all }.
document-frozen = This is a sample, for looking only. Nothing was changed. Make a document of your own with "klantreis new".

# Imports
document-import-no-journey = There is no journey “{ $name }” in this document. Nothing was imported. Choose one of: { $all }.
document-import-question = Column “{ $column }”: this survey knows the question already, with another metric, scale or direction. Nothing was imported. Correct the mapping, or give the survey another name or wave.
document-import-channels = The channel column holds more than { $count } different new values, so it is probably no channel. Nothing was imported. Choose another column.
document-import-touchpoints = The touchpoint column holds more than { $count } labels that the map does not know, so it is probably no touchpoint. Nothing was imported. Choose another column, or keep unknown labels apart.
document-import-unmatched = “{ $label }” is no touchpoint of this document
document-import-same-file = { $file } is in this document already, as { $before } of { $day }. Nothing was imported. Undo that import first, or say that the file is to be imported again.
document-profile-faulty = This is not a mapping as Klantreis writes it: line { $line }, column { $column }: { $detail }. Nothing was changed. Correct that place and try again.

# Sample folders
document-sample-missing = The folder { $folder } has no { $file }, so it is not a sample. Nothing was changed. A sample has a journey.json, a feedback.csv and a mapping.json.
document-sample-unreadable = { $file } could not be read: { $detail }. Nothing was changed.
document-sample-faulty = { $file }: { $reason }

# Copying and pasting
document-paste-nothing = There is nothing to paste. Nothing was changed. Copy some cards or text first.
document-paste-too-wide = What is pasted is { $columns } columns wide, but from here on the journey has { $left }. Nothing was changed. Choose a cell further to the left, or add stages first.
document-paste-cell-too-long = The text in row { $row }, column { $column } has { $length } characters; the most is { $most }. Nothing was changed. Make it shorter.
document-paste-no-lane = This journey has no lane for what was copied. Nothing was changed. Add a lane for touchpoints or notes first.
document-paste-lane = This lane holds no cards of its own. Nothing was changed. Choose a lane for steps, touchpoints or notes.
document-import-too-varied = A column of this file has too many different values to count by. Leave it out of the mapping, or group its values.
