feedback-imports = Imports
feedback-import = Feedback importeren
feedback-empty = Nog geen feedback
feedback-empty-why = Importeer de export van elk enquêteprogramma. Hij wordt eerst gecontroleerd, en één keer ongedaan maken haalt hem weer weg.
feedback-found = { $count ->
    [one] 1 opmerking
   *[other] { $count } opmerkingen
}
feedback-search = Zoek in wat mensen schreven
feedback-reading = Lezen…
feedback-no-words = Hier schreef niemand iets
feedback-no-hit = Niets gevonden. Probeer minder letters, of haal een filter weg.
feedback-unknown-label = “{ $label }”, niet op de kaart
feedback-whole-journey = Hele klantreis
feedback-choose = Kies een opmerking om de hele respons te zien
feedback-response = Respons
feedback-close = Sluit de respons
feedback-show-on-map = Toon op de kaart
feedback-answers = Antwoorden
feedback-about = Over deze respons
feedback-survey = Enquête
feedback-customer = Klant
feedback-may-call = Mag gebeld worden
feedback-yes = Ja
feedback-no = Nee
feedback-high-is-good = { $min } tot { $max }, hoog is goed
feedback-low-is-good = { $min } tot { $max }, laag is goed
feedback-refused-of = Niet overgenomen uit { $file }
feedback-back = Terug naar de opmerkingen
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
    [one] 1 opmerking
   *[other] { $comments } opmerkingen
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
    [one] 1 opmerking
   *[other] { $comments } opmerkingen
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
feedback-only = Over
feedback-only-not = Toon wat over alles gaat
