# overlay
overlay-colours = Kleuren
overlay-compare-nothing = Niets
overlay-compare-period-before = Vorige periode
overlay-compare-with = Vergelijk met
overlay-compare-year-before = Vorig jaar
overlay-off = Uit
overlay-palette-red-blue = Rood naar blauw
overlay-palette-red-brown-blue = Roodbruin naar blauw
overlay-palette-red-green = Rood naar groen
overlay-palette-red-green-note = Slecht te lezen voor ongeveer 1 op de 12 mannen
overlay-scores-only = Alleen scores
overlay-title = Kleurlaag
