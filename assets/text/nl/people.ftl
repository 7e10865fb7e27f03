# Eigenaren, teams, kanalen, persona's
people-owners = Eigenaren
people-teams = Teams
people-channels = Kanalen
people-personas = Persona’s
people-close = Sluiten
people-empty = Hier staat nog niets
people-add-owner = Eigenaar toevoegen
people-add-team = Team toevoegen
people-add-channel = Kanaal toevoegen
people-add-persona = Persona toevoegen
people-edit = { $name } bewerken
people-delete = { $name } verwijderen
people-deleted = “{ $name }” verwijderd
people-touchpoints = { $count ->
    [one] 1 contactmoment
   *[other] { $count } contactmomenten
}
people-members = { $count ->
    [one] 1 persoon
   *[other] { $count } personen
}
people-name = Naam
people-role = Rol
people-email = E-mail
people-team = Team
people-no-team = Geen team
people-department = Afdeling
people-kind = Soort
people-own-kind = Eigen kanaal
people-goals = Doelen
people-frustrations = Ergernissen
people-quote = Uitspraak
people-save = Bewaren
people-cancel = Annuleren
people-name-needed = Vul eerst een naam in
people-hue = Kleur
people-no-hue = Geen kleur
people-hue-grey = Grijs
people-hue-yellow = Geel
people-hue-peach = Perzik
people-hue-rose = Roze
people-hue-lilac = Lila
people-hue-sky = Hemelsblauw
people-hue-teal = Blauwgroen
people-hue-mint = Mint
people-stakeholders = Belanghebbenden
people-add-stakeholder = Belanghebbende toevoegen
people-organisation = Organisatie of afdeling
people-stake = Wat er op het spel staat
people-influence = Invloed
people-influence-low = Klein
people-influence-medium = Middel
people-influence-high = Groot
people-influence-of = Invloed: { $degree }
people-add-picture = Voeg een afbeelding toe aan { $name }
people-pictures = { $count ->
    [one] { $count } afbeelding
   *[other] { $count } afbeeldingen
}
people-stand-ins = Welke respondenten voor deze persona staan
people-stand-ins-any = Alle
people-stand-ins-none = Kies segmenten van je antwoorden: dan kennen filters en de matrix deze persona.
people-stand-ins-count = { $n } van { $all } responsen
