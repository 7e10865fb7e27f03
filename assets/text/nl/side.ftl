# Twee klantreizen naast elkaar
side-left = Links
side-right = Rechts
side-swap = Kanten omwisselen
side-count = { $count ->
    [0] Geen verschillen
    [one] 1 verschil
   *[other] { $count } verschillen
}
side-versions = Versies
side-version-of = { $name } in “{ $version }”
side-differences = Verschillen
side-same = Beide kanten zijn gelijk.
side-added = Toegevoegd
side-removed = Verwijderd
side-moved = Verplaatst
side-changed = Gewijzigd
side-place = staat ergens anders
side-from-to = { $from } → { $to }
side-was = was “{ $name }”
side-owner = eigenaar
side-channels = kanalen
side-emotion = gevoel
side-marks = kenmerken
side-empty-title = Niets om mee te vergelijken
side-empty-text = Dupliceer deze klantreis als toekomst, of bewaar er een versie van.
side-to-portfolio = Alle klantreizen
