# overlay
overlay-colours = Colours
overlay-compare-nothing = Nothing
overlay-compare-period-before = Period before
overlay-compare-with = Compare with
overlay-compare-year-before = Year before
overlay-off = Off
overlay-palette-red-blue = Red to blue
overlay-palette-red-brown-blue = Red-brown to blue
overlay-palette-red-green = Red to green
overlay-palette-red-green-note = Hard to read for about 1 in 12 men
overlay-scores-only = Scores only
overlay-title = Overlay
