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
document-history-limit = { $text } is no number of megabytes from 1 to { $most }. Nothing was changed. Type a whole number.
