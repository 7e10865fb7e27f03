feedback-imports = Imports
feedback-import = Feedback importeren
feedback-empty = Nog geen feedback
feedback-empty-why = Importeer de export van elk enquêteprogramma. Hij wordt eerst gecontroleerd, en één keer ongedaan maken haalt hem weer weg.
feedback-found = { $count ->
    [one] 1 toelichting
   *[other] { $count } toelichtingen
}
feedback-search = Zoek in wat mensen schreven
feedback-reading = Lezen…
feedback-no-words = Hier schreef niemand iets
feedback-no-hit = Niets gevonden. Probeer minder letters, of haal een filter weg.
feedback-response = Respons
feedback-close = Sluit de respons
feedback-show-on-map = Toon op de kaart
feedback-answers = Antwoorden
feedback-about = Over deze respons
feedback-survey = Onderzoek
feedback-customer = Klant
feedback-may-call = Mag gebeld worden
feedback-yes = Ja
feedback-no = Nee
feedback-high-is-good = { $min } tot { $max }, hoog is goed
feedback-low-is-good = { $min } tot { $max }, laag is goed
feedback-refused-of = Niet overgenomen uit { $file }
feedback-back = Terug naar de toelichtingen
feedback-refused-why = Deze cellen tellen nergens mee. De rest van hun rij is overgenomen.
feedback-refused-unread = Deze cellen konden niet uit het document worden gelezen. De antwoorden zelf zijn niet geraakt.
feedback-row = Rij
feedback-column = Kolom
feedback-value = Cel
feedback-reason = Waarom
feedback-duplicate = Hetzelfde antwoord was er al; het telt één keer
feedback-shown = Tel { $name } mee
feedback-show-refused = { $count ->
    [one] 1 cel niet overgenomen
   *[other] { $count } cellen niet overgenomen
}
feedback-take-back = Terugdraaien
feedback-take-back-of = Draai { $file } terug
feedback-taken-back = { $file } is teruggedraaid
feedback-counts = { $responses ->
    [one] 1 respons
   *[other] { $responses } responsen
}, { $answers ->
    [one] 1 antwoord
   *[other] { $answers } antwoorden
}, { $comments ->
    [one] 1 toelichting
   *[other] { $comments } toelichtingen
}
feedback-bucket = { $count ->
    [one] 1 label staat niet op de kaart
   *[other] { $count } labels staan niet op de kaart
}
feedback-bucket-why = Wat eronder staat telt bij de klantreis, niet bij een contactmoment, tot je zegt wat ze betekenen.
feedback-bucket-more = en nog { $count }
feedback-bucket-holds = { $answers ->
    [one] 1 antwoord
   *[other] { $answers } antwoorden
}, { $comments ->
    [one] 1 toelichting
   *[other] { $comments } toelichtingen
}
feedback-bucket-is = Dat is { $title }
feedback-bucket-alike = { $label } is { $title }; de namen lijken voor { $share } op elkaar
feedback-bucket-choose = Kies een contactmoment
feedback-bucket-choose-for = Wat betekent { $label }?
feedback-bucket-assigned = { $label } is toegewezen
feedback-map-anew = Opnieuw indelen…
feedback-map-anew-of = { $file } opnieuw indelen…
feedback-bucket-all = Wijs de { $count } toe die erop lijken
feedback-bucket-create = Maak contactmoment “{ $label }”
feedback-bucket-created = { $label } is nu een contactmoment
feedback-bucket-assigned-all = { $count } labels zijn toegewezen
feedback-enter = Feedback invoeren…
feedback-save-refused = Bewaar deze cellen…
feedback-save-refused-of = Bewaar de cellen van { $file } die niet zijn overgenomen…
feedback-refused-file = { $file }, niet overgenomen
feedback-found-least = minstens { $count } toelichtingen
feedback-searching = Zoeken…
feedback-unread = De toelichtingen konden niet uit het document worden gelezen. Er is niets verloren. Sluit het document en open het opnieuw.
feedback-match-parts = Delen van woorden
feedback-match-words = Woorden
feedback-sort = Volgorde
feedback-sort-newest = Nieuwste eerst
feedback-sort-oldest = Oudste eerst
feedback-sort-lowest = Slechtste score eerst
feedback-sort-highest = Beste score eerst
feedback-sort-touchpoint = Per contactmoment
feedback-export = Exporteren…
feedback-export-none = Er wordt niets getoond
feedback-comments-file = { $title }, toelichtingen
feedback-narrow-about = Over
feedback-narrow-theme = Thema
feedback-narrow-remove = Haal het filter { $name } weg
feedback-untagged = Geen thema
feedback-themes = Thema's
feedback-theme-by = door de regel { $rule }
feedback-theme-met = { $words } door de regel { $rule }
feedback-theme-score = { $metric } { $value }, n = { $n }
feedback-themes-none = Er zijn nog geen thema's. Een thema verzamelt de teksten met bepaalde woorden.
feedback-start = Beginthema's
feedback-start-nl = Nederlandse thema's om te beginnen
feedback-start-en = Engelse thema's om te beginnen
feedback-start-added = De thema's zijn toegevoegd
feedback-tagging = Thema's zoeken… { $share }
feedback-book = Codeboek
feedback-book-open = Het codeboek bewerken
feedback-book-close = Het codeboek sluiten
feedback-book-why = Een regel is een woord, wacht* (begin), *tijd (eind), *wacht* (deel van een woord), of woorden achter elkaar. Zet elke regel apart; hoofdletters en accenten tellen niet.
feedback-book-choose = Kies een thema om de regels te zien.
feedback-theme-new = Nieuw thema
feedback-theme-name = Naam van het thema
feedback-theme-include = Teksten met een van deze
feedback-theme-exclude = maar met geen van deze
feedback-theme-where = Waar het telt
feedback-theme-anywhere = Bij elk contactmoment
feedback-theme-save = Thema bewaren
feedback-theme-delete = Thema verwijderen
feedback-theme-deleted = Thema { $name } is verwijderd
feedback-theme-up = Zet het thema hoger
feedback-theme-down = Zet het thema lager
feedback-rules-find = Deze regels vinden { $count } van de { $of } getoonde toelichtingen.
feedback-rules-counting = Tellen…
feedback-only = Over
feedback-only-not = Toon wat over alles gaat
