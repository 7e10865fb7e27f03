# history
# Stappen om ongedaan te maken en benoemde versies
history-title = Geschiedenis
history-close = Sluit geschiedenis
history-steps = Stappen
history-versions = Versies
history-start = Zoals het begon
history-step-now = { $name }, hier ben je nu
history-step-done = { $name }, ga hiernaar terug
history-step-undone = { $name }, ongedaan gemaakt, ga vooruit tot hier
history-size = { $count ->
    [one] { $count } stap, { $used } in dit document
   *[other] { $count } stappen, { $used } in dit document
}
history-limit = Bewaar hoogstens
history-megabytes = { $count } MB
history-kilobytes = { $count } kB
history-version-name = Naam van de versie
history-version-hint = Na workshop 1
history-name-needed = Typ eerst een naam
history-keep = Bewaar deze versie
history-kept = Versie “{ $name }” is bewaard
history-no-versions = Nog geen versies. Bewaar er een vóór een workshop, en een erna.
history-version-about = { $when } · { $journeys ->
    [one] { $journeys } klantreis
   *[other] { $journeys } klantreizen
}, { $cards ->
    [one] { $cards } kaartje
   *[other] { $cards } kaartjes
}
history-when = { $day }, { $time }
history-look = Bekijk
history-look-at = Bekijk versie { $name }
history-restore = Zet terug
history-restore-version = Zet versie { $name } terug
history-restore-this = Zet deze versie terug
history-restored = De kaarten zijn als in “{ $name }”
history-rename = Hernoem versie { $name }
history-delete = Verwijder versie { $name }
history-deleted = Versie “{ $name }” is verwijderd
history-preview-close = Sluit voorbeeld
history-preview-journey = Klantreis van deze versie
history-preview-picture = De kaart zoals hij was
history-compare = Vergelijk
history-compare-version = Vergelijk met versie { $name }
