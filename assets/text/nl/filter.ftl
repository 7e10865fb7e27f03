# De strook onderaan: welke antwoorden meetellen
filter-period = Periode
filter-period-all = Alles
filter-period-from = vanaf { $day }
filter-period-to = tot en met { $day }
filter-period-everything = Alles
filter-period-month = Laatste maand
filter-period-quarter = Laatste kwartaal
filter-period-year = Laatste jaar
filter-period-remove = Periode wissen
filter-channel = Kanaal
filter-touchpoint = Contactmoment
filter-owner = Eigenaar
filter-team = Team
filter-survey = Onderzoek
filter-wave = Meting
filter-add = Filter
filter-remove = { $name } wissen
filter-clear = Filters wissen
filter-fold = Tijdbalk inklappen
filter-unfold = Tijdbalk tonen
filter-brush = Tijdvenster: { $period }
filter-no-feedback = Nog geen feedback. Importeer een enquêtebestand om deze kaart te kleuren.
filter-base = { $n } van { $all } responsen
filter-base-weekly = { $n } van { $all } responsen, per week
filter-base-all = { $all ->
    [one] 1 respons
   *[other] { $all } responsen
}
filter-base-all-weekly = { $all ->
    [one] 1 respons, per week
   *[other] { $all } responsen, per week
}
filter-base-none = Geen responsen
filter-against = { $a } tegenover { $b }
filter-against-rest = { $a } tegenover de rest
filter-rest = de rest
filter-score = Score
filter-score-band = { $metric }: { $low }–{ $high }
filter-score-one = { $metric }: { $low }
filter-views = Weergaven
filter-views-save = Deze weergave bewaren…
filter-views-delete = Verwijderen
filter-views-deleted = Weergave “{ $name }” verwijderd
filter-text = Toelichting bevat
filter-text-hint = Delen van woorden
filter-text-busy = { $text } (wordt opgezocht …)
filter-text-customers = Telt de responsen van klanten die dit schreven. Klik om de woorden te veranderen.
