# step
# Namen van stappen, na "Ongedaan maken:" en "Opnieuw:"
step-set-title = document hernoemen naar { $name }
step-set-client = opdrachtgever wijzigen
step-add-journey = klantreis { $name } toevoegen
step-rename-journey = klantreis { $name } hernoemen
step-set-journey-state = toestand van klantreis { $name } wijzigen
step-move-journey = klantreis { $name } verplaatsen
step-set-journey-persona = persona van klantreis { $name } kiezen
step-duplicate-journey = klantreis { $name } kopiëren
step-delete-journey = klantreis { $name } verwijderen
step-add-stage = fase { $name } toevoegen
step-rename-stage = fase { $name } hernoemen
step-move-stage = fase { $name } verplaatsen
step-delete-stage = fase { $name } verwijderen
step-add-step = stap { $name } toevoegen
step-rename-step = stap { $name } hernoemen
step-move-step = stap { $name } verplaatsen
step-delete-step = stap { $name } verwijderen
step-add-lane = baan { $name } toevoegen
step-rename-lane = baan { $name } hernoemen
step-move-lane = baan { $name } verplaatsen
step-show-lane = baan { $name } tonen
step-hide-lane = baan { $name } verbergen
step-delete-lane = baan { $name } verwijderen
step-add-touchpoint = contactmoment { $name } toevoegen
step-rename-touchpoint = contactmoment { $name } hernoemen
step-describe-touchpoint = contactmoment { $name } omschrijven
step-set-icon = pictogram van { $name } wijzigen
step-set-channels = kanalen van { $name } wijzigen
step-give-to = { $count ->
    [one] contactmoment aan { $owner } geven
   *[other] { $count } contactmomenten aan { $owner } geven
}
step-give-to-nobody = { $count ->
    [one] eigenaar van contactmoment weghalen
   *[other] eigenaar van { $count } contactmomenten weghalen
}
step-mark-moment = { $name } als moment van de waarheid aanmerken
step-unmark-moment = { $name } niet langer als moment van de waarheid aanmerken
step-place-touchpoint = contactmoment { $name } plaatsen
step-duplicate-touchpoint = contactmoment { $name } dupliceren
step-move-touchpoint = contactmoment { $name } verplaatsen
step-set-span = breedte van { $name } wijzigen
step-delete-placement = kaartje { $name } verwijderen
step-delete-touchpoint = contactmoment { $name } verwijderen
step-set-emotion = emotie bij { $name } wijzigen
step-add-note = notitie “{ $text }” toevoegen
step-edit-note = notitie “{ $text }” wijzigen
step-make-neutral = “{ $text }” neutraal maken
step-make-pain = van “{ $text }” een pijn maken
step-make-gain = van “{ $text }” een plus maken
step-move-note = notitie “{ $text }” verplaatsen
step-delete-note = notitie “{ $text }” verwijderen
step-add-owner = eigenaar { $name } toevoegen
step-change-owner = eigenaar { $name } wijzigen
step-delete-owner = eigenaar { $name } verwijderen
step-add-team = team { $name } toevoegen
step-change-team = team { $name } wijzigen
step-delete-team = team { $name } verwijderen
step-add-persona = persona { $name } toevoegen
step-change-persona = persona { $name } wijzigen
step-delete-persona = persona { $name } verwijderen
step-add-channel = kanaal { $name } toevoegen
step-change-channel = kanaal { $name } wijzigen
step-delete-channel = kanaal { $name } verwijderen
step-add-survey = onderzoek { $name } toevoegen
step-change-survey = onderzoek { $name } wijzigen
step-delete-survey = onderzoek { $name } verwijderen
step-add-question = vraag { $name } toevoegen
step-change-question = vraag { $name } wijzigen
step-delete-question = vraag { $name } verwijderen
step-take-back = import van { $file } terugnemen
step-take-back-hand = met de hand toegevoegde feedback terugnemen
step-add-feedback = feedback met de hand toevoegen
step-assign-label = label { $label } toewijzen aan { $name }
step-forget-label = label { $label } vergeten
step-set-target = doel voor { $metric } zetten
step-clear-target = doel voor { $metric } wissen
step-add-event = gebeurtenis { $name } toevoegen
step-delete-event = gebeurtenis { $name } verwijderen
step-set-language = taal van het document wijzigen
step-build = kaart opbouwen
step-import = import van { $file }
step-remap = { $file } opnieuw indelen
step-set-history-limit = wijzig hoeveel bewaard blijft om ongedaan te maken
step-set-journey-segment = wijzig segment van klantreis { $name }
step-add-blueprint = voeg de banen van een blauwdruk toe aan { $name }
step-show-together = { $count ->
    [one] toon fase { $name } als één kolom
   *[other] toon { $count } fasen als één kolom per fase
}
step-show-steps = { $count ->
    [one] toon de stappen van { $name } als kolommen
   *[other] toon de stappen van { $count } fasen als kolommen
}
step-fold-stage = { $count ->
    [one] vouw fase { $name } in
   *[other] vouw { $count } fasen in
}
step-set-stage-width = wijzig breedte van fase { $name }
step-merge = voeg { $name } samen met { $into }
step-split = splits { $name }
step-set-lane-view = wijzig waar baan { $name } te zien is
step-set-lane-height = wijzig hoogte van baan { $name }
step-fold-lane = vouw baan { $name } in
step-unfold-lane = vouw baan { $name } uit
step-set-lane-persona = wijzig persona van baan { $name }
step-set-lane-metric = wijzig score van baan { $name }
step-add-touchpoints = { $count ->
    [one] voeg contactmoment toe
   *[other] voeg { $count } contactmomenten toe
}
step-add-notes = { $count ->
    [one] voeg notitie toe
   *[other] voeg { $count } notities toe
}
step-duplicate-note = kopieer notitie { $text }
step-set-marks = wijzig kenmerken van { $name }
step-set-hue = { $count ->
    [one] wijzig kleur van { $name }
   *[other] wijzig kleur van { $count } kaartjes
}
step-add-tag = { $count ->
    [one] label { $name } met { $tag }
   *[other] label { $count } kaartjes met { $tag }
}
step-remove-tag = { $count ->
    [one] haal label { $tag } van { $name }
   *[other] haal label { $tag } van { $count } kaartjes
}
step-set-links = wijzig links van { $name }
step-set-evidence = { $count ->
    [one] wijzig onderbouwing van { $name }
   *[other] wijzig onderbouwing van { $count } kaartjes
}
step-stand-out = { $count ->
    [one] onderscheid je bij { $name }
   *[other] onderscheid je bij { $count } kaartjes
}
step-not-stand-out = { $count ->
    [one] onderscheid je niet meer bij { $name }
   *[other] onderscheid je niet meer bij { $count } kaartjes
}
step-link-journey = wijzig deelreis van { $name }
step-add-arrow = teken pijl van { $from } naar { $to }
step-change-arrow = wijzig pijl van { $from } naar { $to }
step-delete-arrow = verwijder pijl van { $from } naar { $to }
step-add-remark = maak opmerking bij { $name }
step-edit-remark = wijzig opmerking { $text }
step-resolve-remark = handel opmerking { $text } af
step-reopen-remark = heropen opmerking { $text }
step-delete-remark = verwijder opmerking { $text }
step-attach-picture = voeg afbeelding { $name } toe
step-rename-picture = hernoem afbeelding { $name }
step-move-picture = verplaats afbeelding { $name }
step-delete-picture = verwijder afbeelding { $name }
step-lock = vergrendel { $name }
step-unlock = ontgrendel { $name }
step-add-stakeholder = voeg belanghebbende { $name } toe
step-change-stakeholder = wijzig belanghebbende { $name }
step-delete-stakeholder = verwijder belanghebbende { $name }
step-keep-version = bewaar versie { $name }
step-rename-version = hernoem versie { $name }
step-restore-version = zet versie { $name } terug
step-delete-version = verwijder versie { $name }
step-open-ballot = open stemming { $name }
step-vote = stem op { $name }
step-close-ballot = sluit stemming { $name }
step-reopen-ballot = heropen stemming { $name }
step-delete-ballot = verwijder stemming { $name }
step-open-round = open schattingen { $name }
step-add-guess = schat { $name }
step-delete-guess = neem schatting van { $name } terug
step-reveal-round = onthul scores van { $name }
step-delete-round = verwijder schattingen { $name }
step-add-agenda-item = zet { $name } op de agenda
step-change-agenda-item = wijzig { $name } op de agenda
step-move-agenda-item = verplaats { $name } op de agenda
step-delete-agenda-item = haal { $name } van de agenda
step-add-theme = voeg thema { $name } toe
step-change-theme = wijzig thema { $name }
step-move-theme = verplaats thema { $name }
step-delete-theme = verwijder thema { $name }
step-add-start-themes = voeg de thema's toe om mee te beginnen ({ $lang })
step-add-view = bewaar blik { $name }
step-change-view = wijzig bewaarde blik { $name }
step-move-view = verplaats bewaarde blik { $name }
step-delete-view = verwijder bewaarde blik { $name }
step-set-baseline = zet de grenzen van { $metric } vast op een ijkperiode
step-delete-baseline = laat de ijkperiode van { $metric } los
step-add-steps = { $count ->
    [one] voeg stap toe
   *[other] voeg { $count } stappen toe
}
step-paste = { $count ->
    [one] plak kaartje
   *[other] plak { $count } kaartjes
}
step-assign-labels = { $count } labels toewijzen
step-create-of-label = “{ $label }” maken
