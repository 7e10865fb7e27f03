# Presenteren: fasen, balk, toetsen
present-no-map = Er is geen kaart om te presenteren. Druk op Esc om te stoppen.
present-whole = Hele kaart
present-stage = Toon fase { $stage }
present-stage-empty = In deze fase staat nog niets. Druk op Q om iets te noteren.
present-lock = Fase { $stage } vergrendelen
present-unlock = Fase { $stage } ontgrendelen
present-blank = Het scherm is leeg. Druk op B om verder te gaan.
present-back = Terug
present-next = Volgende
present-phase = { $phase }: hele kaart of fase
present-timer = Agenda en timer
present-spotlight = Spotlicht
present-capture = Snel noteren
present-vote = Stippen stemmen
present-guess = Raden en onthullen
present-dark = Licht of donker
present-keys = Toetsen tijdens het presenteren
present-leave = Stoppen met presenteren
present-key-turn = Hele kaart of fase
present-key-blank = Scherm leegmaken
present-key-lock = De getoonde fase vergrendelen
present-key-timer = Timer starten of pauzeren
present-key-give = Stip aan een kaart geven
present-key-take = Stip terugnemen
present-key-guess = Gok typen; volgende deelnemer
present-key-zoom = Hele kaart zoomen; alles tonen
present-key-full = Volledig scherm
present-page = { $page } van { $of }
present-page-before = Vorige pagina
present-page-after = Volgende pagina

# Agenda en timer
present-step-agenda = agenda van een kaartworkshop toevoegen
present-ring = { $item }: nog { $time }
present-ring-paused = { $item }: nog { $time }, gepauzeerd
present-timer-go = Start
present-timer-pause = Pauze
present-timer-minute = Eén minuut erbij
present-timer-next = Volgend punt
present-agenda-title = Agenda
present-agenda-begin = Begint om
present-agenda-no-clock = Typ een tijd zoals 9:00.
present-agenda-total = { $count ->
        [one] { $count } punt
       *[other] { $count } punten
    }, { $minutes } minuten, { $begin } tot { $end }
present-agenda-empty = Er is nog niets gepland. Voeg een punt toe, of begin met de agenda van een kaartworkshop.
present-agenda-minutes = min
present-agenda-name-of = Naam van { $item }
present-agenda-minutes-of = Minuten van { $item }
present-agenda-start = Timer starten voor { $item }
present-agenda-up = { $item } omhoog
present-agenda-down = { $item } omlaag
present-agenda-delete = { $item } verwijderen
present-agenda-new = Nieuw punt
present-agenda-add = Punt toevoegen
present-agenda-template = Agenda van een kaartworkshop toevoegen
present-agenda-objectives = Waarom we hier zijn: de klant, de reikwijdte, het doel
present-agenda-steps = De stappen die de klant zet
present-agenda-interactions = Waar klant en organisatie elkaar ontmoeten
present-agenda-say-think = Wat de klant zegt en denkt
present-agenda-emotions = Wat de klant voelt, hoog en laag
present-agenda-pains = Wat pijn doet
present-agenda-vote = Stemmen op wat het zwaarst weegt
present-agenda-moments = Momenten van de waarheid kiezen en beschrijven
present-agenda-share = Elke groep toont haar kaart
present-agenda-future = Hoe het moet worden
present-agenda-actions = Wie doet wat, en wanneer

# Snel noteren
present-capture-field = Snel noteren
present-capture-correct = Verbeter de laatste
present-capture-hint = Typ en druk op Enter. ↑ haalt de laatste terug.
present-capture-lane = Rij
present-capture-stage = Fase
present-capture-undo = Neem “{ $text }” terug
present-capture-nowhere = Deze kaart heeft geen fase of geen rij om in te noteren. Voeg er eerst een toe.

# Stippen stemmen
present-vote-title = Nieuwe stemming
present-vote-hidden = Niemand ziet hoeveel stippen een kaart heeft tot de stemming gesloten is. Wie welke stip gaf, wordt niet bewaard.
present-vote-name = Wat je vraagt
present-vote-name-hint = Wat pakken we eerst aan?
present-vote-heads = Mensen
present-vote-dots-a-head = Stippen per persoon
present-vote-on = Stem op
present-vote-touchpoints = Contactmomenten
present-vote-open = Open de stemming
present-vote-numbers = Mensen en stippen zijn hele getallen, 1 of meer.
present-vote-earlier = Stemmingen op deze kaart
present-vote-show = Toon stemming { $name }
present-vote-closed = gesloten · { $heads } mensen, elk { $dots } stippen
present-vote-going-on = bezig · { $heads } mensen, elk { $dots } stippen
present-vote-delete-of = Stemming { $name } verwijderen
present-vote-deleted = Stemming “{ $name }” verwijderd
present-vote-budget = { $heads ->
        [one] { $heads } persoon
       *[other] { $heads } mensen
    }, { $dots ->
        [one] { $dots } stip per persoon
       *[other] { $dots } stippen per persoon
    }
present-vote-left = nog { $left } van { $all } stippen
present-vote-nothing = Hier is niets om op te stemmen.
present-vote-none = Niemand gaf een stip.
present-vote-give = Geef een stip aan { $item }
present-vote-take = Neem een stip van { $item }
present-vote-dots = { $item }: { $dots ->
        [one] { $dots } stip
       *[other] { $dots } stippen
    }
present-vote-close = Sluit de stemming
present-vote-reopen = Stem verder
present-vote-delete = Verwijderen
present-vote-all = Alle stemmingen

# Raden en onthullen
present-guess-title = Nieuwe ronde gokken
present-guess-hidden = Wat klanten antwoordden, blijft verborgen tot je het onthult. De gokken worden bewaard als het beeld van het management.
present-guess-name = Wie raden
present-guess-name-hint = Management
present-guess-metric = Score
present-guess-scale = Schaal
present-guess-high = { $min } tot { $max }, hoog is goed
present-guess-low = { $min } tot { $max }, laag is goed
present-guess-open = Open de ronde
present-guess-earlier = Rondes op deze kaart
present-guess-show = Toon ronde { $name }
present-guess-revealed = { $metric } · onthuld
present-guess-going-on = { $metric } · bezig
present-guess-delete-of = Ronde { $name } verwijderen
present-guess-deleted = Ronde “{ $name }” verwijderd
present-guess-delete = Verwijderen
present-guess-all = Alle rondes
present-guess-reveal = Onthul
present-guess-take-back = Neem gok terug
present-guess-nothing = Deze kaart heeft geen contactmomenten om over te raden.
present-guess-place = { $round } · contactmoment { $at } van { $of } · { $scale }
present-guess-value = Gok { $value }
present-guess-ours = Onze gok
present-guess-people = { $count ->
        [one] { $count } persoon
       *[other] { $count } mensen
    }
present-guess-dots = { $value }: { $count ->
        [one] { $count } gok
       *[other] { $count } gokken
    }
present-guess-participant = Deelnemer { $number }
present-guess-how = Typ een getal en druk op Enter, de ene deelnemer na de andere. Backspace neemt de laatste gok terug. ← → gaan naar de andere contactmomenten. R onthult.
present-guess-we = Wij
present-guess-customers = Klanten
present-guess-answers = { $count ->
        [one] { $count } antwoord
       *[other] { $count } antwoorden
    }
present-guess-share = { $value }: { $share }
present-guess-compared = Jullie gokten { $guess }, klanten zeggen { $value } ({ $range }), n { $n }.
present-guess-alone = Hier gokte niemand. Klanten zeggen { $value } ({ $range }), n { $n }.
present-guess-few = Minder dan 30 antwoorden: alleen een aanwijzing.
present-guess-too-few = Minder dan 5 klanten gaven antwoord (n { $n }), dus is er geen score.
present-guess-other = Klanten beantwoordden een andere versie van de vraag: { $version }, n { $n }. Dat is niet te vergelijken.
present-guess-no-data = Geen klant gaf hierover antwoord op deze schaal.
present-gap-better = Klanten zijn beter af dan jullie dachten, { $size } verschil.
present-gap-worse = Klanten zijn slechter af dan jullie dachten, { $size } verschil.
present-gap-none = Jullie gok ligt binnen wat toeval toelaat.
present-end-hard = lastig
present-end-easy = makkelijk
present-end-bad = slecht
present-end-good = goed
present-end-no = nee
present-end-yes = ja
present-ask-ces = Hoe makkelijk is “{ $item }”?
present-ask-nps = Raden klanten ons aan na “{ $item }”?
present-ask-csat = Hoe tevreden zijn klanten over “{ $item }”?
present-ask-fcr = Is het in één keer opgelost bij “{ $item }”?
present-ask-rating = Wat geven klanten aan “{ $item }”?
