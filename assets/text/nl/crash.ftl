# crash
crash-copied = Rapport gekopieerd
crash-copy = Rapport kopiëren
crash-last-time = Klantreis is de vorige keer onverwacht gestopt. Elke bewaarde stap staat in je bestand. Er is een rapport op deze computer bewaard; er staat niets van je kaarten in.
