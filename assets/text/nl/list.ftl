# De reis als tabel
list-title = Titel
list-stage = Fase
list-step = Stap
list-lane = Baan
list-channel = Kanaal
list-owner = Eigenaar
list-feel = Gevoel
list-moment = Moment van de waarheid
list-stands-out = Hier opvallen
list-evidence = Bewijs
list-tags = Labels
list-hue = Kleur
list-score = Score
list-pain = Pijn
list-gain = Plus
list-yes = Ja
list-empty = geen
list-no-owner = Nog geen eigenaar
list-data = Gegevens
list-assumption = Aanname
list-anecdote = Anekdote
list-evidence-none = Niets gezegd
list-whole-stage = De hele fase
list-feel-none = Geen gevoel gekozen
list-score-n = { $value }, n { $n }
list-line = { $name }, { $kind }
list-line-selected = { $name }, { $kind }, gekozen
list-cell = { $column } van { $name }: { $value }
list-tags-of = Labels van { $name }, met komma’s ertussen
list-stage-of = fase { $name }, { $count ->
    [one] 1 regel
   *[other] { $count } regels
}
list-sorted-up = { $column }, oplopend gesorteerd
list-sorted-down = { $column }, aflopend gesorteerd
list-nothing-found = Niets gevonden voor “{ $term }”
list-filter = Lijst filteren
list-count = { $count ->
    [one] 1 regel
   *[other] { $count } regels
}
list-selected = { $count } gekozen
list-for-many = Voor { $count } regels
list-change-several = { $count } kaarten wijzigen
list-show-on-map = Tonen op de kaart
list-choose-owner = Eigenaar…
list-choose-channel = Kanaal…
list-choose-hue = Kleur…
list-choose-evidence = Bewijs…
list-choose-stage = Fase…
list-choose-lane = Baan…
list-lanes-open = Banen…
list-lane-add = Baan toevoegen
list-lane-rename = { $name } hernoemen
list-lane-show = { $name } tonen
list-lane-hide = { $name } verbergen
list-lane-up = { $name } omhoog
list-lane-down = { $name } omlaag
list-lane-delete = { $name } verwijderen
