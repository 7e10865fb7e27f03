# Verloop: regelgrenzen, signalen, breuken
trend-chart-xmr = XmR-kaart: elke maand heeft ongeveer evenveel antwoorden, dus volgen de grenzen uit hoeveel maanden verschillen.
trend-chart-p = p-kaart: de aantallen antwoorden per maand lopen ver uiteen, dus heeft elke maand eigen grenzen.
trend-chart-nps = Net Promoter-kaart: de aantallen antwoorden per maand lopen ver uiteen, dus heeft elke maand eigen grenzen.
trend-chart-mean = Kaart van gemiddelden: de aantallen antwoorden per maand lopen ver uiteen, dus heeft elke maand eigen grenzen.
trend-chart-laney = Maanden verschillen meer dan hun aantallen antwoorden verklaren, dus zijn de grenzen daarvoor gecorrigeerd (Laney).
trend-baseline = Midden en grenzen uit { $points } maanden: { $from } t/m { $to }.
trend-baseline-locked = Midden en grenzen uit { $points } maanden, vastgezet door het team: { $from } t/m { $to }.
trend-baseline-few = { $points ->
    [0] Nog geen grenzen: daarvoor zijn vijf maanden met een score nodig, naast de nieuwste.
    [one] Nog geen grenzen: daarvoor zijn vijf maanden met een score nodig, naast de nieuwste; er is er één.
   *[other] Nog geen grenzen: daarvoor zijn vijf maanden met een score nodig, naast de nieuwste; er zijn er { $points }.
}
trend-baseline-locked-few = { $points ->
    [one] Geen grenzen: de vastgezette basisperiode heeft één maand met een score; vijf zijn nodig.
   *[other] Geen grenzen: de vastgezette basisperiode heeft { $points } maanden met een score; vijf zijn nodig.
}
trend-signal-above = Boven de bovengrens: { $month }
trend-signal-below = Onder de ondergrens: { $month }
trend-signal-near-upper = Dichter bij de bovengrens dan bij het midden: { $count } maanden van { $from } t/m { $to }
trend-signal-near-lower = Dichter bij de ondergrens dan bij het midden: { $count } maanden van { $from } t/m { $to }
trend-signal-run-above = { $count } maanden op rij boven het midden: { $from } t/m { $to }
trend-signal-run-below = { $count } maanden op rij onder het midden: { $from } t/m { $to }
trend-break-wording = Andere vraagtekst vanaf { $month }: “{ $from }” werd “{ $to }”
trend-break-channels = Andere kanalen vanaf { $month }: { $channel } ging van { $from } naar { $to } van de antwoorden
trend-break-scale = Andere schaal vanaf { $month }: { $from } werd { $to }
trend-break-rule = Antwoorden worden vanaf { $month } volgens een andere regel geteld
trend-break-no-channel = onbekend kanaal
trend-scale-high = { $min } tot { $max }, hoog is goed
trend-scale-low = { $min } tot { $max }, laag is goed
trend-mark-wording = Vraagtekst
trend-mark-channels = Kanalen
trend-mark-scale = Schaal
trend-title = Verloop: { $name }
trend-trend = Verloop
trend-score = Score
trend-months-as-table = Verloop als tabel
trend-answers = Verdeling van antwoorden
trend-answers-as-table = Verdeling als tabel
trend-all-months = Elke maand met antwoorden; de periode onder de kaart telt hier niet mee, de andere filters wel.
trend-no-answers = Geen antwoorden hier met deze filters.
trend-no-scores = Nog geen maand heeft antwoorden van vijf klanten of meer.
trend-no-signals = Er valt niets op: de maanden bewegen binnen de grenzen.
trend-more-signals = { $count ->
    [one] Eén eerder signaal staat in de tabel.
   *[other] { $count } eerdere signalen staan in de tabel.
}
trend-has-future = Open stippen zijn maanden die nog moeten komen: controleer de datums van die antwoorden.
trend-summary = { $months ->
    [one] Verloop van één maand
   *[other] Verloop van { $months } maanden
}; { $month }: { $value }; { $signals ->
    [0] er valt niets op
    [one] één signaal
   *[other] { $signals } signalen
}
trend-answers-base = { $n } antwoorden van { $people } mensen, van altijd
trend-answers-base-of = { $n } antwoorden van { $people } mensen, { $period }
trend-answers-summary = Verdeling van { $n } antwoorden, { $value } het meest gegeven
trend-answers-intervals = Strepen tonen 95 %-intervallen van de aandelen, geldig voor alle waarden tegelijk (Goodman).
trend-head-month = Maand
trend-head-n = Antwoorden
trend-head-score = Score
trend-head-interval = 95 %-interval
trend-head-centre = Midden
trend-head-limits = Grenzen
trend-head-signal = Valt op
trend-head-value = Waarde
trend-head-share = Aandeel
trend-head-alone = 95 %-interval, alleen (Wilson)
trend-head-together = Samen (Goodman)
trend-in-future = { $month } (in de toekomst)
trend-rule-outside = buiten de grenzen
trend-rule-near = dicht bij een grens
trend-rule-run = één kant van het midden
trend-baseline-title = Basisperiode
trend-baseline-why = Midden en grenzen volgen uit deze maanden, en alle andere worden daaraan getoetst. Zet de maanden vast vóór een verandering die je wilt beoordelen.
trend-baseline-of-stage = Een fase volgt de basisperiode van haar reis: zet die vast bij het verloop van de reis.
trend-baseline-of-journey = Volgt nu de basisperiode die voor de hele reis is vastgezet.
trend-baseline-from = Van
trend-baseline-to = T/m
trend-baseline-lock = Basisperiode vastzetten
trend-baseline-relock = In plaats daarvan deze maanden vastzetten
trend-baseline-free = Losmaken
trend-baseline-turned = De laatste maand ligt voor de eerste.
trend-baseline-freed = De basisperiode staat niet meer vast.
trend-events = Gebeurtenissen
trend-no-events = Nog geen gebeurtenissen. Noteer wat er wanneer gebeurde: een nieuwe brief, een andere prijs, een storing.
trend-event-all = Alles
trend-event-here = Dit contactmoment
trend-event-day = Dag
trend-event-name = Wat er gebeurde
trend-event-hint = Nieuwe opmaak van de factuur
trend-event-add = Gebeurtenis toevoegen
trend-event-save = Gebeurtenis bewaren
trend-event-cancel = Annuleren
trend-event-edit = Gebeurtenis { $name } wijzigen
trend-event-delete = Gebeurtenis { $name } verwijderen
trend-event-deleted = Gebeurtenis { $name } verwijderd.
trend-event-no-name = Zeg wat er gebeurde.
trend-event-no-day = “{ $text }” is geen dag. Typ de dag als 14-10-2026.
trend-event-on = Op { $day }
trend-event-ahead = Op { $day }, moet nog komen
