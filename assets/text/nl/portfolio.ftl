# Alle reizen van het document
portfolio-journey = Klantreis
portfolio-number = nr. { $number }
portfolio-current = Huidig
portfolio-future = Toekomst
portfolio-told-apart = { $name } ({ $detail })
portfolio-count = { $count ->
    [one] 1 klantreis
   *[other] { $count } klantreizen
}
portfolio-none = Nog geen klantreizen
portfolio-new = Nieuwe klantreis
portfolio-new-name = Nieuwe klantreis
portfolio-new-standard = Zes fasen
portfolio-new-standard-why = Van behoefte tot evaluatie
portfolio-new-blank = Leeg
portfolio-new-blank-why = Wel banen, nog geen fasen
portfolio-open = Openen op de kaart
portfolio-more = Meer voor { $name }
portfolio-card = { $name }, { $detail }, { $counts }
portfolio-counts = { $stages ->
    [one] 1 fase
   *[other] { $stages } fasen
} · { $cards ->
    [one] 1 contactmoment
   *[other] { $cards } contactmomenten
} · { $notes ->
    [one] 1 notitie
   *[other] { $notes } notities
}
portfolio-properties = Eigenschappen…
portfolio-properties-title = Eigenschappen van de klantreis
portfolio-name = Naam
portfolio-state = Toestand
portfolio-segment = Segment
portfolio-segment-hint = Wiens reis, zoals: huurders
portfolio-change = eigenschappen van { $name } wijzigen
portfolio-copy-current = Dupliceren als huidige toestand
portfolio-copy-future = Dupliceren als toekomst
portfolio-copy-name = { $name } (kopie)
portfolio-copied = “{ $name }” gedupliceerd
portfolio-make-future = Maak er de toekomst van
portfolio-make-current = Maak er de huidige toestand van
portfolio-deleted = Klantreis “{ $name }” verwijderd
portfolio-levels = Niveaus
portfolio-branch = { $name }, niveau { $level }
portfolio-reached = Bereikt vanuit
portfolio-reached-many = Bereikt vanuit { $count } kaarten
portfolio-from-card = { $card }, { $journey }
portfolio-back-to = Terug naar { $name }
