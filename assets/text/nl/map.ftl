# Woorden op de kaart
map-gutter-stage = Fase
map-gutter-touchpoints = Contact{"\u00AD"}momenten
map-gutter-team-estimate = schatting van het team
map-blank-title = Teken de eerste fase
map-blank-text = Geef een naam aan wat je klant als eerste meemaakt.
map-stage-empty-title = Geen contactmomenten in deze fase
map-card-no-data = Geen gegevens
map-card-too-few = Minder dan 5
map-card-hidden = Verborgen
map-card-n = n { $n }
map-card-few = n { $n } · weinig
map-label-stage = fase { $name }
map-label-cell = { $lane }, { $stage }
map-label-owner = eigenaar { $name }
map-label-no-owner = nog geen eigenaar
map-label-moment-of-truth = moment van de waarheid
map-label-emotion = { $title }, emotie { $value }, schatting van het team
map-label-pain = pijn: { $text }
map-label-gain = plus: { $text }
map-label-hidden = verborgen, minder dan 5 antwoorden
map-label-other-version = geen gegevens, alleen antwoorden op { $version }
map-label-ease = gemak
map-label-nps = NPS
map-label-enps = e-NPS
map-label-satisfaction = tevredenheid
map-label-solved = in één keer opgelost
map-label-rating = beoordeling
map-label-between = tussen { $low } en { $high }
map-label-answers = { $n ->
        [one] { $n } antwoord
       *[other] { $n } antwoorden
    }
map-label-few = minder dan 30 antwoorden: indicatie
map-label-easier = { $size } makkelijker dan eerst
map-label-harder = { $size } lastiger dan eerst
map-label-better = { $size } beter dan eerst
map-label-worse = { $size } slechter dan eerst
