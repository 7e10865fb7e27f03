# export
export-unknown-format = Het formaat van { $file } is onbekend. Laat de naam eindigen op .svg of .png.
export-unknown-page = Het papierformaat “{ $name }” bestaat niet. Gebruik { $known }.
# Woorden van exports
export-picture-too-large = Een afbeelding van { $width } × { $height } pixels kan niet. Kies een kleinere schaal, of SVG.
export-picture-failed = De afbeelding kon niet worden getekend: { $reason }. Je kaart is ongewijzigd. Probeer SVG.
export-source = Bron: { $n } responsen.
export-source-period = Bron: { $n } responsen, { $period }.
export-compared = Vergeleken met { $then }.
export-interval = Cijfers met 95 %-interval, { $base }.
export-trademark = Net Promoter, Net Promoter System, Net Promoter Score, NPS en de bijbehorende emoticons zijn geregistreerde merken van Bain & Company, Inc., Fred Reichheld en Satmetrix Systems, Inc.
export-badge = Label: { $name }. { $way }
export-source-team = Bron: wat het team op de kaart zette, geen antwoorden.
export-source-contacts = Bron: een logboek van { $n } contacten.
export-source-contacts-period = Bron: een logboek van { $n } contacten, { $period }.
export-only = Filters: { $only }.
