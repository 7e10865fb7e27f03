# Wat respondenten schreven, als lijst en bestand.
comments-head-date = Datum
comments-head-touchpoint = Contactmoment
comments-head-channel = Kanaal
comments-head-survey = Onderzoek
comments-head-text = Toelichting
comments-head-themes = Thema's (regel)
comments-head-theme = Thema
comments-head-share = Aandeel
comments-label = {"“"}{ $label }” (niet op de kaart)
comments-deleted = Verwijderd contactmoment
comments-whole = Hele klantreis
comments-total = { $count ->
    [one] { $count } toelichting
   *[other] { $count } toelichtingen
}
comments-written = { $count ->
    [one] { $count } toelichting staat in { $file }.
   *[other] { $count } toelichtingen staan in { $file }.
}
comments-withheld = Toelichtingen van medewerkers zijn weggelaten waar minder dan tien mensen achter staan.
comments-needs-metric = Om op score te sorteren moet je zeggen welke score. Er is niets getoond. Voeg bijvoorbeeld --metric nps toe.
comments-no-themes = Dit document heeft nog geen thema's. Voeg ze toe in het feedbackscherm, of de thema's om mee te beginnen: klantreis apply met {"{"}"do": "add_start_themes", "lang": "nl"{"}"}.
comments-coverage = { $tagged } van { $count } teksten heeft een thema; { $untagged } heeft er geen.
