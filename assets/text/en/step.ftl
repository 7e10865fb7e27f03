# step
# Names of undo steps, to follow "Undo" and "Redo"
step-set-title = rename document to { $name }
step-set-client = change client
step-add-journey = add journey { $name }
step-rename-journey = rename journey { $name }
step-set-journey-state = change state of journey { $name }
step-move-journey = move journey { $name }
step-set-journey-persona = choose persona of journey { $name }
step-duplicate-journey = copy journey { $name }
step-delete-journey = delete journey { $name }
step-add-stage = add stage { $name }
step-rename-stage = rename stage { $name }
step-move-stage = move stage { $name }
step-delete-stage = delete stage { $name }
step-add-step = add step { $name }
step-rename-step = rename step { $name }
step-move-step = move step { $name }
step-delete-step = delete step { $name }
step-add-lane = add lane { $name }
step-rename-lane = rename lane { $name }
step-move-lane = move lane { $name }
step-show-lane = show lane { $name }
step-hide-lane = hide lane { $name }
step-delete-lane = delete lane { $name }
step-add-touchpoint = add touchpoint { $name }
step-rename-touchpoint = rename touchpoint { $name }
step-describe-touchpoint = describe touchpoint { $name }
step-set-icon = change icon of { $name }
step-set-channels = change channels of { $name }
step-give-to = { $count ->
    [one] give touchpoint to { $owner }
   *[other] give { $count } touchpoints to { $owner }
}
step-give-to-nobody = { $count ->
    [one] leave touchpoint without owner
   *[other] leave { $count } touchpoints without owner
}
step-mark-moment = mark { $name } as moment of truth
step-unmark-moment = unmark { $name } as moment of truth
step-place-touchpoint = place touchpoint { $name }
step-duplicate-touchpoint = duplicate touchpoint { $name }
step-move-touchpoint = move touchpoint { $name }
step-set-span = change width of { $name }
step-delete-placement = delete card { $name }
step-delete-touchpoint = delete touchpoint { $name }
step-set-emotion = change emotion at { $name }
step-add-note = add note “{ $text }”
step-edit-note = change note “{ $text }”
step-make-neutral = make “{ $text }” neutral
step-make-pain = make “{ $text }” a pain
step-make-gain = make “{ $text }” a gain
step-move-note = move note “{ $text }”
step-delete-note = delete note “{ $text }”
step-add-owner = add owner { $name }
step-change-owner = change owner { $name }
step-delete-owner = delete owner { $name }
step-add-team = add team { $name }
step-change-team = change team { $name }
step-delete-team = delete team { $name }
step-add-persona = add persona { $name }
step-change-persona = change persona { $name }
step-delete-persona = delete persona { $name }
step-add-channel = add channel { $name }
step-change-channel = change channel { $name }
step-delete-channel = delete channel { $name }
step-add-survey = add survey { $name }
step-change-survey = change survey { $name }
step-delete-survey = delete survey { $name }
step-add-question = add question { $name }
step-change-question = change question { $name }
step-delete-question = delete question { $name }
step-take-back = take back import of { $file }
step-set-target = set target for { $metric }
step-clear-target = clear target for { $metric }
step-add-event = add event { $name }
step-delete-event = delete event { $name }
step-set-language = change language of the document
step-build = build the map
step-import = import of { $file }
step-set-history-limit = change how much is kept to undo
