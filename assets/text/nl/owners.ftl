# De pagina van een eigenaar, team of afdeling
owners-touchpoints = { $count ->
    [one] 1 contactmoment
   *[other] { $count } contactmomenten
}
owners-responses = { $n ->
    [one] 1 respons
   *[other] { $n } responsen
}
owners-course = { $metric }, maand voor maand
owners-first = Kijk eerst naar { $touchpoint }: { $metric } { $value }, en zelfs aan de goede kant van het interval ({ $best }) slechter dan het midden van de kleuren ({ $middle }).
owners-table = Contactmomenten
owners-journey = Hele reis: { $value }
owners-better = { $by } beter dan { $then }
owners-worse = { $by } slechter dan { $then }
owners-same = Geen duidelijke verandering sinds { $then }
owners-voices = { $shown ->
    [one] Wat klanten schreven: de nieuwste van { $count }
   *[other] Wat klanten schreven: de nieuwste { $shown } van { $count }
}
owners-quote = “{ $text }”
owners-nothing = Er is geen score voor deze pagina: niemand is nog verantwoordelijk voor deze contactmomenten, of er zijn nog geen antwoorden. Importeer feedback of kies iemand anders.
owners-kind-owner = Eigenaren
owners-kind-team = Teams
owners-kind-department = Afdelingen
owners-save = Pagina bewaren
owners-save-png = Als plaatje (PNG)
owners-save-svg = Als tekening (SVG)
owners-to-comments = Toelichtingen
owners-to-map = Op de kaart
owners-to-silos = Geef contactmomenten een eigenaar
owners-empty = Nog niemand is verantwoordelijk voor deze reis
owners-empty-why = Geef contactmomenten een eigenaar: dan krijgt elke eigenaar, elk team en elke afdeling hier een pagina, met scores, verloop en toelichtingen.
owners-open = Pagina van { $name }
