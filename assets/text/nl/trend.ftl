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
trend-signal-above = { $month } ligt boven de bovengrens
trend-signal-below = { $month } ligt onder de ondergrens
trend-signal-near-upper = { $count } maanden van { $from } t/m { $to } liggen dichter bij de bovengrens dan bij het midden
trend-signal-near-lower = { $count } maanden van { $from } t/m { $to } liggen dichter bij de ondergrens dan bij het midden
trend-signal-run-above = { $count } maanden op rij boven het midden: { $from } t/m { $to }
trend-signal-run-below = { $count } maanden op rij onder het midden: { $from } t/m { $to }
trend-break-wording = { $month }: andere vraagtekst – “{ $from }” werd “{ $to }”
trend-break-channels = { $month }: andere kanalen – { $channel } ging van { $from } naar { $to } van de antwoorden
trend-break-scale = { $month }: andere schaal – { $from } werd { $to }
trend-break-rule = { $month }: antwoorden worden volgens een andere regel geteld
trend-break-no-channel = onbekend kanaal
trend-scale-high = { $min } tot { $max }, hoog is goed
trend-scale-low = { $min } tot { $max }, laag is goed
trend-mark-wording = Vraagtekst
trend-mark-channels = Kanalen
trend-mark-scale = Schaal
