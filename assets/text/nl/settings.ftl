# settings
settings-kept-at-once = Elke keuze werkt meteen en wordt bewaard.
settings-language = Taal
settings-larger = Groter
settings-renderer-note = Getekend met OpenGL. Blijft het venster leeg, probeer dan een andere grafische driver.
settings-size = Grootte van de interface
settings-smaller = Kleiner
settings-theme = Thema
settings-theme-dark = Donker
settings-theme-light = Licht
settings-theme-system = Zoals het systeem
