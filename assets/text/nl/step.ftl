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
step-set-target = doel voor { $metric } zetten
step-clear-target = doel voor { $metric } wissen
step-add-event = gebeurtenis { $name } toevoegen
step-delete-event = gebeurtenis { $name } verwijderen
step-set-language = taal van het document wijzigen
step-build = kaart opbouwen
step-import = import van { $file }
step-set-history-limit = wijzig hoeveel bewaard blijft om ongedaan te maken
