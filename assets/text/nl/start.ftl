# start
start-choose = Kies een bestand
start-counts =
    { $touchpoints ->
        [one] 1 contactmoment
       *[other] { $touchpoints } contactmomenten
    }, { $responses ->
        [one] 1 respons
       *[other] { $responses } responsen
    }
start-counts-no-feedback =
    { $touchpoints ->
        [one] 1 contactmoment
       *[other] { $touchpoints } contactmomenten
    }, nog geen feedback
start-dark = Donker thema
start-drop = Sleep een bestand hierheen
start-drop-what = Een kaart of een enquête-export
start-empty-text = Begin met een sjabloon of open een voorbeeld.
start-empty-title = Nog geen kaarten
start-find = Zoek een kaart
start-from-template = Nieuwe kaart van sjabloon { $title }
start-let-go-import = Laat los om te importeren
start-let-go-open = Laat los om te openen
start-light = Licht thema
start-look-for = Zoek het bestand…
start-made-up = Alle personen en cijfers zijn verzonnen
start-missing = Niet gevonden. Zoek het bestand of haal het uit deze lijst
start-more = Meer voor { $title }
start-motto = Klantreizen die luisteren
start-open = Openen
start-open-copy = Kopie openen
start-open-copy-of = Kopie openen van { $title }
start-open-map = { $title } openen
start-promise = Werkt offline. Je gegevens blijven in één bestand op deze computer.
start-recent = Recente kaarten
start-remove = Uit deze lijst halen
start-responses = { $responses } responsen
start-sample-airport = Luchthaven
start-sample-airport-text = Een enquête op papier, in het Engels
start-sample-energie = Energieleverancier
start-sample-energie-text = Overstappen, eerste factuur, storing
start-template-all =
    { $count ->
        [one] Nog één sjabloon tonen
       *[other] Nog { $count } sjablonen tonen
    }
start-template-counts =
    { $stages ->
        [0] Geen fasen
        [one] Eén fase
       *[other] { $stages } fasen
    }, { $touchpoints ->
        [0] geen contactmomenten
        [one] één contactmoment
       *[other] { $touchpoints } contactmomenten
    }
start-template-delete = Sjabloon { $title } verwijderen
start-template-employee = Medewerkersreis
start-template-employee-text = Vacature tot vertrek, zes fasen
start-template-public = Publieke dienstverlening
start-template-public-text = Vergunning of uitkering, zes fasen
start-samples = Kijk rond in een voorbeeld
start-template-blank = Leeg
start-template-blank-text = Een lege kaart en je eigen banen
start-template-onboarding = B2B-introductie
start-template-onboarding-text = Tekenen tot resultaat, vijf fasen
start-template-purchase = B2C-aankoop
start-template-purchase-text = Behoefte tot evaluatie, zes fasen
start-template-service = Servicevraag
start-template-service-text = Probleem tot oplossing, vijf fasen
start-templates = Begin met een sjabloon
start-today = Vandaag { $time }
start-version = Versie { $version }
start-yesterday = Gisteren
