# Woorden op de kaart
map-gutter-stage = Fase
map-gutter-touchpoints = Contact{"\u00AD"}momenten
map-gutter-team-estimate = schatting van het team
map-blank-title = Teken de eerste fase
map-blank-text = Geef een naam aan wat je klant als eerste meemaakt.
map-stage-empty-title = Geen contactmomenten in deze fase
map-step-empty-title = Geen contactmomenten bij deze stap
map-column-loose = Fase als geheel
map-lane-folded = { $name } · { $n }
map-empty-thoughts = Wat denkt de klant hier?
map-empty-pains-gains = Wat doet pijn en wat helpt?
map-empty-pains = Wat doet de klant pijn?
map-empty-gains = Wat helpt de klant?
map-empty-quotes = Wat zeggen klanten, in hun eigen woorden?
map-empty-needs = Wat heeft de klant nodig en wat verwacht die?
map-empty-opportunities = Wat kan beter?
map-empty-images = Beelden van wat er gebeurt
map-empty-frontstage = Wat doen medewerkers waar de klant het ziet?
map-empty-backstage = Welke teams werken achter de schermen?
map-empty-systems = Welke systemen ondersteunen het werk?
map-empty-notes = Alles wat het onthouden waard is
map-gutter-from-answers = uit { $name }-antwoorden
map-gutter-locked = op slot
map-card-no-data = Geen gegevens
map-card-too-few = Minder dan 5
map-card-too-few-pairs = Minder dan 10
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
map-label-cell-folded = { $lane }, { $stage }, ingeklapt, { $n ->
        [one] { $n } item
       *[other] { $n } items
    }
map-label-computed = { $lane }, { $column }: { $what }
map-label-thought = gedachte: { $text }
map-label-need = behoefte: { $text }
map-label-opportunity = kans: { $text }
map-label-empty-note = notitie zonder woorden
map-label-tags = labels: { $tags }
map-label-stands-out = hier willen we uitblinken
map-label-assumption = een aanname
map-label-anecdote = uit een anekdote
map-label-data = onderbouwd door antwoorden van klanten
map-label-sub-journey = uitgewerkt in klantreis { $name }
map-label-remarks = { $n ->
        [one] { $n } open opmerking
       *[other] { $n } open opmerkingen
    }
map-label-links = { $n ->
        [one] { $n } link
       *[other] { $n } links
    }
map-label-locked = op slot
map-label-folded = ingeklapt
map-label-picture = afbeelding { $name }
map-hue-grey = grijs
map-hue-yellow = geel
map-hue-peach = perzik
map-hue-rose = roze
map-hue-lilac = lila
map-hue-sky = hemelsblauw
map-hue-teal = groenblauw
map-hue-mint = mintgroen
map-label-arrow = pijl van { $from } naar { $to }
map-label-arrow-branch = pijl van { $from } naar { $to }, aftakking
map-label-arrow-back = pijl terug van { $from } naar { $to }
map-card-estimate = schatting team
map-card-guesses = { $n } schattingen
map-label-contacts = { $n ->
        [one] { $n } contact
       *[other] { $n } contacten
    }
map-label-pairs = { $n ->
        [one] { $n } respons op beide
       *[other] { $n } responsen op beide
    }
