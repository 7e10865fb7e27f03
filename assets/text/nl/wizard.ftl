# Het importscherm
wizard-title = Feedback importeren
wizard-close = Import sluiten
wizard-step-file = Bestand
wizard-step-columns = Kolommen
wizard-step-check = Controle
wizard-step-done = Klaar
wizard-back = Terug
wizard-cancel = Annuleren
wizard-continue = Verder
wizard-import = Importeren
wizard-import-again = Nogmaals importeren
wizard-show-map = Toon de kaart
wizard-load-mapping = Gebruik een bewaarde koppeling…
wizard-keep-mapping = Bewaar deze koppeling…
wizard-bad-mapping = Deze koppeling is niet te gebruiken: { $reason }. Kies een ander bestand.
wizard-worker-lost = Het lezen van het bestand stopte onverwacht. Je kaart is niet veranderd. Probeer het opnieuw.
wizard-state-direction = Zeg eerst wat de antwoorden in “{ $column }” betekenen
wizard-no-content = Zeg in welke kolom antwoorden of toelichtingen staan
wizard-still-checking = De rijen worden gecontroleerd…

wizard-reading = Het bestand wordt gelezen…
wizard-choose-title = Kies een enquêtebestand
wizard-choose-text = Een CSV-bestand, een werkmap (XLSX, XLS, ODS), JSON of andere tabel met een kopregel. Er wordt niets bewaard voordat jij dat zegt.
wizard-choose-button = Kies een bestand…

wizard-reading-title = Hoe het bestand wordt gelezen
wizard-detected = Automatisch herkend
wizard-delimiter = Scheidingsteken
wizard-encoding = Tekenset
wizard-decimals = Decimalen
wizard-header = Kopregels
wizard-quotes = Aanhalingstekens
wizard-sheet = Blad
wizard-comma = Komma
wizard-semicolon = Puntkomma
wizard-tab = Tab
wizard-bar = Streep
wizard-point = Punt
wizard-double = Dubbel
wizard-single = Enkel
wizard-none = Geen

wizard-columns-title = Wat staat er in elke kolom?
wizard-column-name = Kolom { $column }
wizard-kind-of = Soort kolom { $column }
wizard-first-rows = Eerste { $shown } van { $all } rijen
wizard-unsure = { $count ->
    [one] { $count } kolom vraagt aandacht
   *[other] { $count } kolommen vragen aandacht
}
wizard-kind-response-id = Respons-ID
wizard-kind-date = Datum
wizard-kind-customer = Klant
wizard-kind-segment = Segment
wizard-kind-channel = Kanaal
wizard-kind-employee = Medewerker
wizard-kind-weight = Weging
wizard-kind-consent = Toestemming
wizard-kind-touchpoint = Contactmoment
wizard-kind-nps = NPS
wizard-kind-ces = Moeite (CES)
wizard-kind-csat = Tevredenheid
wizard-kind-fcr = Opgelost (FCR)
wizard-kind-rating = Beoordeling
wizard-kind-comment = Toelichting
wizard-kind-question = Noemt de vraag
wizard-kind-value = Antwoord daarop
wizard-kind-ignore = Weglaten

wizard-column-title = Kolom “{ $column }”
wizard-question-about = Eén vraag over “{ $column }”
wizard-value-means = In dit bestand betekent de waarde { $value }
wizard-very-little-effort = heel weinig moeite
wizard-very-much-effort = heel veel moeite
wizard-likely = Waarschijnlijk
wizard-no-hint = De antwoorden geven geen aanwijzing. Kijk in de vragenlijst.
wizard-average-of = Gemiddelde van “{ $column }” per antwoord
wizard-hint-against = De antwoorden gaan tegen elkaar in, dus de laagste waarde betekent waarschijnlijk { $meaning }.
wizard-hint-along = De antwoorden gaan samen op, dus de laagste waarde betekent waarschijnlijk { $meaning }.
wizard-hint-figures = r = { $r }, n = { $n }. Jij beslist. Je kunt dit later veranderen.
wizard-from = van
wizard-to = tot
wizard-scale-from = Laagste waarde van { $column }
wizard-scale-to = Hoogste waarde van { $column }
wizard-high-is-good = Hoog is goed
wizard-low-is-good = Laag is goed
wizard-missing-title = Welke waarden betekenen “geen antwoord”?
wizard-means-missing = { $value } betekent geen antwoord
wizard-maybe-missing = { $value } ({ $count } keer) betekent geen antwoord
wizard-about-title = Over welk contactmoment gaat het?
wizard-about-row = Het contactmoment van de rij, of de hele klantreis
wizard-about-of = Contactmoment van kolom { $column }
wizard-about-header = “{ $name }”, zoals de kolom heet
wizard-about-clear = Gebruik het contactmoment van de rij

wizard-match-title = Contactmomenten koppelen
wizard-matched = { $matched } van { $all } gekoppeld
wizard-unmatched = Niet gekoppeld
wizard-cells = { $count ->
    [one] { $count } cel
   *[other] { $count } cellen
}
wizard-goes-to = “{ $label }” gaat naar
wizard-choose-or-create = Kies…
wizard-create-all = Maak “{ $label }” en de andere op de kaart
wizard-rest-keep = Bewaren
wizard-rest-create = Maken
wizard-rest-reject = Weigeren
wizard-rest-keep-text = Niet-gekoppelde rijen blijven bewaard; je kunt ze later koppelen.
wizard-rest-create-text = Voor elk komt er een contactmoment op de kaart, in dezelfde stap.
wizard-rest-reject-text = Antwoorden zonder bekend contactmoment worden geweigerd en genoemd.

wizard-checking-title = Rijen controleren
wizard-valid = Geldig
wizard-valid-text = antwoorden klaar om te importeren
wizard-duplicate = Dubbel
wizard-duplicate-text = zelfde respons, vraag en contactmoment; één keer geteld
wizard-rejected = Geweigerd
wizard-rejected-text = cellen niet geïmporteerd, wel bewaard als lijst
wizard-why-rejected = Waarom cellen worden geweigerd
wizard-personal-text = Kolommen die persoonlijk lijken blijven weg. Klanten die je wel bewaart, staan los van hun antwoorden.
wizard-check-title = Klaar om te importeren?
wizard-survey-name = Naam van het onderzoek
wizard-survey-wave = Meting
wizard-survey-wave-hint = bijvoorbeeld 2026-Q3
wizard-summary = { $rows } rijen geven { $responses } responsen met { $answers } antwoorden en { $comments } toelichtingen.
wizard-rejected-list = { $count ->
    [one] { $count } geweigerde cel
   *[other] { $count } geweigerde cellen
}
wizard-rejected-line = Rij { $row }, { $column }: “{ $value }” – { $reason }
wizard-rejected-more = De andere staan met hun reden in het document.

wizard-done-title = Geïmporteerd
wizard-done-text = { $rows } rijen zijn gelezen: { $responses } responsen met { $answers } antwoorden en { $comments } toelichtingen staan nu in dit document.
wizard-done-duplicates = { $count } antwoorden kwamen twee keer voor en tellen één keer.
wizard-done-identical = { $count } rijen zonder respons-ID zijn gelijk aan een eerdere rij; ze zijn bewaard.
wizard-done-unmatched = Niet op de kaart: { $names }. Hun antwoorden zijn bewaard.
wizard-undo-import = Import ongedaan maken
wizard-mapping-unreadable = { $file } kon niet worden gelezen: { $reason }. Kies een ander bestand.
wizard-mapping-kept = Koppeling bewaard in { $file }
wizard-mapping-not-kept = De koppeling kon niet worden bewaard in { $file }: { $reason }. Kies een andere plek.
wizard-ahead-title = Zo zou de kaart eruitzien
wizard-ahead-text = Met alleen de antwoorden uit dit bestand. Er is nog niets bewaard.

wizard-choose-folder = Kies een map…
wizard-paste = Tabel plakken
wizard-pasted-name = Geplakte tabel
wizard-folder-empty = Er staat geen enquêtebestand in “{ $folder }”. Kies een map met CSV-bestanden, werkmappen of JSON.
wizard-and-more = { $file } en { $count ->
    [one] nog { $count } bestand
   *[other] nog { $count } bestanden
}
wizard-remember = Onthoud deze keuzes voor het volgende bestand zoals dit
wizard-map-anew = Opnieuw indelen
wizard-basis-imported = Dit bestand heeft de kolommen van “{ $file }”, geïmporteerd op { $day }. De keuzes van toen zijn overgenomen.
wizard-basis-remembered = Een bestand met deze kolommen is eerder geïmporteerd. De keuzes van toen zijn overgenomen.
wizard-basis-grown = { $rows ->
    [one] De eerste rij van dit bestand staat
   *[other] De eerste { $rows } rijen van dit bestand staan
} al in dit document. Alleen wat daarna kwam wordt geïmporteerd, met dezelfde keuzes.
wizard-basis-whole = Precies dit bestand staat al in dit document, geïmporteerd als “{ $file }” op { $day }. Nog eens importeren telt de antwoorden dubbel.
wizard-basis-kept = Je deelt een import opnieuw in, met wat het document ervan bewaarde. Kolommen die bij het importeren zijn weggelaten, zijn er niet meer.
wizard-basis-leave = Opnieuw beginnen
wizard-audience = Wie antwoordde?
wizard-audience-customer = Klanten
wizard-audience-employee = Medewerkers
wizard-audience-customer-text = Deze scores kleuren de kaart.
wizard-audience-employee-text = Blijft gescheiden van klanten. Groepen van minder dan 5 medewerkers worden nooit getoond.
wizard-done-nothing = Er is niets binnengekomen
wizard-done-already = { $count ->
    [one] { $count } rij stond
   *[other] { $count } rijen stonden
} al in het document.
wizard-done-contacts = { $count ->
    [one] { $count } contact
   *[other] { $count } contacten
} zonder score.
wizard-each-already = Staat al in dit document, dus overgeslagen.
wizard-each-stopped = Gestopt voordat het binnen was. Niets ervan staat in het document.
wizard-match-is = Dat is { $title }
wizard-match-why = { $label } is { $title }; de namen lijken voor { $share } op elkaar
wizard-match-alike = Koppel de { $count } die erop lijken
wizard-title-anew = Import opnieuw indelen
wizard-basis-passed = Het eerste van deze bestanden staat al in dit document. Bestanden die er al zijn worden overgeslagen; van gegroeide bestanden komt alleen het nieuwe binnen.
wizard-match-more = { $count ->
    [one] { $count } zeldzamer label staat
   *[other] { $count } zeldzamere labels staan
} hier niet. Zijn het er te veel, dan bevat de kolom misschien iets anders dan contactmomenten.
