hand-title = Feedback invoeren
hand-close = Sluiten; wat je typte blijft staan
hand-kind = Soort
hand-kind-interview = Interview
hand-kind-complaint = Klacht
hand-kind-paper = Papieren formulier
hand-kind-other = Iets anders
hand-usual-interview = Interviews
hand-usual-complaint = Klachten
hand-usual-paper = Papieren formulieren
hand-usual-other = Overige feedback
hand-survey = Onderzoek
hand-new-survey = Een nieuwe
hand-surveys-by-hand = Met de hand ingevoerd
hand-surveys-of-files = Uit bestanden
hand-survey-name = Naam van het onderzoek
hand-day = Datum
hand-no-day = Geen datum: telt alleen mee als elke datum meetelt
hand-touchpoint = Contactmoment
hand-whole-journey = Geen: de hele klantreis
hand-channel = Kanaal
hand-no-channel = Onbekend
hand-customer = Klant
hand-customer-why = Persoonsgegeven: gaat niet mee in een kopie om te delen. Mag leeg blijven.
hand-text = Wat er gezegd is
hand-text-interview = Je aantekeningen, of de woorden van de klant zelf
hand-text-complaint = Wat er misging, in de woorden van de klant
hand-text-paper = Wat er op het formulier staat
hand-scores = Scores
hand-score = Score
hand-score-of = Score voor { $name }
hand-score-new = Score voor de nieuwe vraag
hand-add-score = Score toevoegen
hand-remove-score = Haal deze score weg
hand-question = Vraag
hand-question-hint = Vraag, zoals “Gemak van het formulier”
hand-metric = Wat de vraag meet
hand-scale = Schaal
hand-from-to = { $min } tot { $max }
hand-direction = Welk einde goed is
hand-direction-ask = Wat betekent { $value }?
hand-ends = { $min } = { $low }, { $max } = { $high }
hand-end-never = zeer onwaarschijnlijk
hand-end-surely = zeer waarschijnlijk
hand-end-dissatisfied = zeer ontevreden
hand-end-satisfied = zeer tevreden
hand-end-unsolved = niet opgelost
hand-end-solved = opgelost
hand-end-worst = slechtst
hand-end-best = best
hand-save = Opslaan
hand-save-next = Opslaan en volgende invoeren
hand-keys = { $command } Enter slaat op, met Shift volgt de volgende. Esc sluit; wat je typte blijft staan.
hand-saved = { $kind } opgeslagen
hand-saved-so-far = { $count ->
    [one] Opgeslagen. 1 respons tot nu toe.
   *[other] Opgeslagen. { $count } responsen tot nu toe.
}
hand-undo-last = Laatste ongedaan maken
hand-batch = { $kind }, ingevoerd op { $day }
hand-batches = { $kind }, { $count ->
    [one] 1 keer ingevoerd
   *[other] { $count } keer ingevoerd
}
hand-batches-show = { $count ->
    [one] Toon 1 invoer
   *[other] Toon alle { $count }
}
hand-batches-hide = Toon minder
hand-batches-more = en { $count } oudere
hand-name-needed = Geef het onderzoek een naam.
hand-day-unread = “{ $text }” is geen datum. Typ hem als 14-10-2026.
hand-day-ahead = Deze dag moet nog komen.
hand-empty = Typ wat er gezegd is, of geef een score.
hand-score-off = Typ een geheel getal van { $min } tot { $max }.
hand-question-name = Geef de vraag een naam.
hand-question-twice = Dit onderzoek heeft al een vraag met die naam.
hand-direction-needed = Zeg welk einde van de schaal goed is.
