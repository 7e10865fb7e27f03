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
step-take-back-hand = take back feedback added by hand
step-add-feedback = add feedback by hand
step-assign-label = assign label { $label } to { $name }
step-forget-label = forget label { $label }
step-set-target = set target for { $metric }
step-clear-target = clear target for { $metric }
step-add-event = add event { $name }
step-delete-event = delete event { $name }
step-set-language = change language of the document
step-build = build the map
step-import = import of { $file }
step-remap = map { $file } anew
step-set-history-limit = change how much is kept to undo
step-set-journey-segment = change segment of journey { $name }
step-add-blueprint = add the lanes of a blueprint to { $name }
step-show-together = { $count ->
    [one] show stage { $name } as one column
   *[other] show { $count } stages as one column each
}
step-show-steps = { $count ->
    [one] show the steps of { $name } as columns
   *[other] show the steps of { $count } stages as columns
}
step-fold-stage = { $count ->
    [one] fold stage { $name }
   *[other] fold { $count } stages
}
step-set-stage-width = change width of stage { $name }
step-merge = merge { $name } into { $into }
step-split = split { $name }
step-set-lane-view = change where lane { $name } is shown
step-set-lane-height = change height of lane { $name }
step-fold-lane = fold lane { $name }
step-unfold-lane = unfold lane { $name }
step-set-lane-persona = change persona of lane { $name }
step-set-lane-metric = change score of lane { $name }
step-add-touchpoints = { $count ->
    [one] add touchpoint
   *[other] add { $count } touchpoints
}
step-add-notes = { $count ->
    [one] add note
   *[other] add { $count } notes
}
step-duplicate-note = copy note { $text }
step-set-marks = change marks of { $name }
step-set-hue = { $count ->
    [one] change colour of { $name }
   *[other] change colour of { $count } cards
}
step-add-tag = { $count ->
    [one] tag { $name } with { $tag }
   *[other] tag { $count } cards with { $tag }
}
step-remove-tag = { $count ->
    [one] take tag { $tag } from { $name }
   *[other] take tag { $tag } from { $count } cards
}
step-set-links = change links of { $name }
step-set-evidence = { $count ->
    [one] change evidence of { $name }
   *[other] change evidence of { $count } cards
}
step-stand-out = { $count ->
    [one] stand out at { $name }
   *[other] stand out at { $count } cards
}
step-not-stand-out = { $count ->
    [one] no longer stand out at { $name }
   *[other] no longer stand out at { $count } cards
}
step-link-journey = change sub-journey of { $name }
step-add-arrow = draw arrow from { $from } to { $to }
step-change-arrow = change arrow from { $from } to { $to }
step-delete-arrow = delete arrow from { $from } to { $to }
step-add-remark = remark on { $name }
step-edit-remark = change remark { $text }
step-resolve-remark = resolve remark { $text }
step-reopen-remark = reopen remark { $text }
step-delete-remark = delete remark { $text }
step-attach-picture = add picture { $name }
step-rename-picture = rename picture { $name }
step-move-picture = move picture { $name }
step-delete-picture = delete picture { $name }
step-lock = lock { $name }
step-unlock = unlock { $name }
step-add-stakeholder = add stakeholder { $name }
step-change-stakeholder = change stakeholder { $name }
step-delete-stakeholder = delete stakeholder { $name }
step-keep-version = keep version { $name }
step-rename-version = rename version { $name }
step-restore-version = restore version { $name }
step-delete-version = delete version { $name }
step-open-ballot = open vote { $name }
step-vote = vote on { $name }
step-close-ballot = close vote { $name }
step-reopen-ballot = reopen vote { $name }
step-delete-ballot = delete vote { $name }
step-open-round = open guesses { $name }
step-add-guess = guess { $name }
step-delete-guess = take back guess of { $name }
step-reveal-round = reveal scores of { $name }
step-delete-round = delete guesses { $name }
step-add-agenda-item = add { $name } to the agenda
step-change-agenda-item = change { $name } on the agenda
step-move-agenda-item = move { $name } on the agenda
step-delete-agenda-item = take { $name } off the agenda
step-add-theme = add theme { $name }
step-change-theme = change theme { $name }
step-move-theme = move theme { $name }
step-delete-theme = delete theme { $name }
step-add-start-themes = add the themes to begin with ({ $lang })
step-add-view = save view { $name }
step-change-view = change saved view { $name }
step-move-view = move saved view { $name }
step-delete-view = delete saved view { $name }
step-set-baseline = lock the limits of { $metric } on a baseline
step-delete-baseline = let go of the baseline of { $metric }
step-add-steps = { $count ->
    [one] add step
   *[other] add { $count } steps
}
step-paste = { $count ->
    [one] paste card
   *[other] paste { $count } cards
}
step-assign-labels = assign { $count } labels
step-create-of-label = create “{ $label }”
