# Enquêtebestanden: waarom een bestand geweigerd wordt
import-not-found = Er is geen bestand “{ $file }”. Er is niets geïmporteerd. Controleer de naam en de map.
import-is-a-folder = “{ $file }” is een map, geen bestand. Er is niets geïmporteerd. Kies het enquêtebestand dat erin staat.
import-no-plain-file = “{ $file }” is geen gewoon bestand. Er is niets geïmporteerd. Bewaar de antwoorden als CSV-bestand en kies dat.
import-not-allowed = Je mag “{ $file }” niet lezen. Er is niets geïmporteerd. Vraag de eigenaar om toegang of kopieer het naar je eigen map.
import-unreadable = “{ $file }” kan niet gelezen worden ({ $error }). Er is niets geïmporteerd. Controleer of de schijf of het netwerk er is en probeer het opnieuw.
import-no-thread = Het systeem weigert meer werk tegelijk. Er is niets geïmporteerd. Sluit andere programma’s en probeer het opnieuw.
import-empty-file = “{ $file }” is leeg. Er is niets geïmporteerd. Kies een bestand met een kopregel en rijen.
import-header-only = “{ $file }” heeft een kopregel, maar geen rijen. Er is niets geïmporteerd. Exporteer de antwoorden opnieuw, of controleer het aantal kopregels.
import-is-a-document = “{ $file }” is een Klantreis-document, geen enquêtebestand. Er is niets geïmporteerd. Open het met Openen.
import-not-a-table = “{ $file }” is { $kind }, hoe de naam ook eindigt. Er is niets geïmporteerd. Bewaar de antwoorden als CSV- of XLSX-bestand en kies dat.
import-endless-row = “{ $file }” heeft een rij van meer dan { $megabytes } MB. Er is niets geïmporteerd. Controleer of dit een tabel is, en of er geen aanhalingsteken openstaat.
import-too-wide = “{ $file }” heeft meer dan { $most } kolommen. Er is niets geïmporteerd. Controleer het scheidingsteken.
import-unknown-encoding = “{ $label }” is geen tekencodering die Klantreis kent. Er is niets geïmporteerd. Gebruik bijvoorbeeld utf-8, windows-1252, macintosh of utf-16le.
import-bad-delimiter = “{ $delimiter }” is geen scheidingsteken. Er is niets geïmporteerd. Gebruik een gewoon teken, zoals een komma, een puntkomma of een tab, of een paar ervan.
import-bad-quote = “{ $quote }” is geen aanhalings- of ontsnappingsteken. Er is niets geïmporteerd. Gebruik één gewoon teken, of niets.
import-bad-decimal = “{ $decimal }” is geen decimaalteken. Er is niets geïmporteerd. Gebruik een punt of een komma.
import-cannot-write = De tabel kan niet geschreven worden ({ $error }). Het enquêtebestand is zoals het was. Controleer de map en de ruimte op de schijf.

import-kind-picture = een afbeelding
import-kind-pdf = een PDF-document
import-kind-media = geluid of film
import-kind-archive = een ingepakt archief
import-kind-program = een programma
import-kind-database = een database
import-kind-page = een webpagina of XML
import-kind-apple = een document van een Apple-programma zoals Numbers
import-kind-office = een tekstdocument of een presentatie
import-kind-columnar = een gegevensbestand zoals Parquet
import-kind-statistics = een gegevensbestand van een statistiekprogramma zoals SPSS
import-kind-binary = geen tekst

# Werkmappen: waarom er een geweigerd wordt
import-workbook-locked = “{ $file }” is beveiligd met een wachtwoord. Er is niets geïmporteerd. Open de werkmap in je spreadsheetprogramma, bewaar haar zonder wachtwoord en kies dat bestand.
import-workbook-damaged = “{ $file }” is beschadigd, of geen werkmap die Klantreis kan lezen. Er is niets geïmporteerd. Open de werkmap in je spreadsheetprogramma, bewaar haar opnieuw als XLSX of CSV en kies dat bestand.
import-workbook-too-large = “{ $file }” is uitgepakt groter dan Klantreis aankan (meer dan { $megabytes } MB). Er is niets geïmporteerd. Bewaar het blad met de antwoorden als CSV en kies dat.
import-workbook-too-wide = In “{ $file }” staan cellen zo ver uit elkaar dat de rijen te lang worden. Er is niets geïmporteerd. Verwijder de cellen ver van de tabel, of bewaar het blad als CSV en kies dat.
import-workbook-without-sheet = “{ $file }” heeft geen blad met cellen. Er is niets geïmporteerd. Kies een werkmap waarin de antwoorden staan.
import-no-such-sheet = “{ $file }” heeft geen blad met de naam “{ $sheet }”. Er is niets geïmporteerd. Wel zijn er: { $sheets }. Noem een van deze.

# JSON: waarom een bestand geweigerd wordt
import-json-damaged = “{ $file }” is geen geldige JSON: het gaat mis in regel { $line }, bij teken { $column }. Er is niets geïmporteerd. Exporteer de antwoorden opnieuw.
import-json-cut-off = “{ $file }” houdt midden in een record op: er ontbreekt een stuk. Er is niets geïmporteerd. Exporteer of download de antwoorden opnieuw.
import-json-bad-record = In record { $record } van “{ $file }” staat tekst die geen geldige JSON is. Er is niets geïmporteerd. Exporteer de antwoorden opnieuw.
import-json-mixed = Record { $record } van “{ $file }” is anders opgebouwd dan de records ervoor: het moeten allemaal objecten zijn, of allemaal lijsten. Er is niets geïmporteerd. Exporteer de antwoorden opnieuw, of bewaar ze als CSV.
import-json-too-deep = In “{ $file }” staan meer dan { $most } objecten of lijsten in elkaar. Er is niets geïmporteerd. Exporteer de antwoorden als een vlakker bestand, of als CSV.
import-json-too-wide = De records van “{ $file }” hebben meer dan { $most } verschillende velden. Er is niets geïmporteerd. Exporteer alleen de velden die je nodig hebt, of bewaar de antwoorden als CSV.
import-json-endless = “{ $file }” heeft een record van meer dan { $megabytes } MB. Er is niets geïmporteerd. Exporteer de antwoorden opnieuw, elk als een eigen record.
import-json-no-records = In “{ $file }” staan geen records. Er is niets geïmporteerd. Exporteer de antwoorden opnieuw.
import-json-no-path = “{ $file }” heeft geen lijst op “{ $path }”. Er is niets geïmporteerd. { $count ->
    [0] Er zijn geen lijsten; laat het pad weg.
   *[other] Er zijn lijsten op: { $lists }.
}

# Enquêtebestanden: waarom een koppeling geweigerd wordt
import-no-columns = De koppeling zegt niets over de kolommen van “{ $file }”. Er is niets geïmporteerd. Zeg van minstens één kolom wat die is.
import-missing-column = De koppeling noemt { $count ->
    [one] een kolom die “{ $file }” niet heeft
   *[other] kolommen die “{ $file }” niet heeft
}: { $columns }. Er is niets geïmporteerd. Het bestand heeft: { $present }. Verander de koppeling of kies het bestand waarvoor die gemaakt is.
import-duplicate-header = Meer kolommen heten “{ $column }”. Er is niets geïmporteerd. Noem de kolom die je bedoelt met haar nummer: { $numbers }.
import-bad-scale = De schaal van “{ $column }” loopt van { $min } tot { $max }; dat is geen schaal. Er is niets geïmporteerd. Geef een laagste en een hogere hoogste waarde.
import-bad-date-format = “{ $format }” is geen manier om datums te schrijven (kolom “{ $column }”). Er is niets geïmporteerd. Gebruik bijvoorbeeld %d-%m-%Y of %Y-%m-%d.

# Enquêtebestanden: wat er gezien of hersteld is
import-warn-nul = { $count ->
    [one] In de tekst staat één NUL-byte; die is weggelaten.
   *[other] In de tekst staan { $count } NUL-bytes; die zijn weggelaten.
}
import-warn-mended = { $count ->
    [one] Rij { $rows } was beschadigd en is hersteld: er stonden aanhalingstekens of scheidingstekens waar ze niet horen. Controleer de rij.
   *[other] { $count } rijen waren beschadigd en zijn hersteld: er stonden aanhalingstekens of scheidingstekens waar ze niet horen. Controleer ze, om te beginnen de rijen { $rows }.
}
import-warn-unclosed-quote = { $count ->
    [one] Rij { $rows }: een aanhalingsteken wordt geopend en nooit gesloten. De rij is hersteld: hij is zonder aanhalingstekens gelezen.
   *[other] In { $count } rijen wordt een aanhalingsteken geopend en nooit gesloten. Ze zijn hersteld: ze zijn zonder aanhalingstekens gelezen. Om te beginnen de rijen { $rows }.
}
import-warn-header-again = { $count ->
    [one] Rij { $rows } herhaalt de kopregel. Die is weggelaten; de rijen eronder zijn gelezen.
   *[other] { $count } rijen herhalen de kopregel: de rijen { $rows }. Die zijn weggelaten; de rijen eronder zijn gelezen.
}
import-warn-remarks = { $count ->
    [one] Rij { $rows } is een opmerking over het bestand en is weggelaten.
   *[other] { $count } rijen zijn opmerkingen over het bestand en zijn weggelaten: de rijen { $rows }.
}
import-warn-second-table = In rij { $row } begint een tweede tabel, met andere kolommen. Die is weggelaten. Importeer hem apart: zet hem in een eigen bestand, of laat de rijen erboven weg.
import-warn-footer = { $count ->
    [one] Rij { $first } na de tabel is weggelaten: het is geen antwoord.
   *[other] { $count } rijen na de tabel (rij { $first } tot en met { $last }) zijn weggelaten: het zijn geen antwoorden.
}
import-warn-ragged = { $count ->
    [one] Eén rij heeft meer of minder cellen dan de kopregel.
   *[other] { $count } rijen hebben meer of minder cellen dan de kopregel.
}
import-warn-ragged-rows = { $count ->
    [one] Eén rij heeft meer of minder cellen dan de kopregel: rij { $rows }.
   *[other] { $count } rijen hebben meer of minder cellen dan de kopregel, om te beginnen de rijen { $rows }.
}
import-warn-damaged-text = { $count ->
    [one] In rij { $rows } staan bytes die in deze tekencodering geen tekst zijn; ze worden getoond als �.
   *[other] In { $count } rijen staan bytes die in deze tekencodering geen tekst zijn; ze worden getoond als �. Om te beginnen de rijen { $rows }.
}
import-warn-foreign-bytes = { $count ->
    [one] Het bestand is UTF-8, maar in rij { $rows } staan bytes die dat niet zijn; ze zijn gelezen als Windows-1252. Controleer de rij.
   *[other] Het bestand is UTF-8, maar in { $count } rijen staan bytes die dat niet zijn; ze zijn gelezen als Windows-1252. Controleer ze, om te beginnen de rijen { $rows }.
}
import-warn-mixed-encoding = { $count ->
    [one] Het bestand is { $encoding }, maar regel { $rows } is UTF-8; de letters kunnen er verkeerd uitzien. Controleer de regel.
   *[other] Het bestand is { $encoding }, maar { $count } regels zijn UTF-8; hun letters kunnen er verkeerd uitzien. Controleer ze, om te beginnen de regels { $rows }.
}
import-warn-mixed-dates = In “{ $column }” staan datums op meer dan één manier: de meeste zijn { $format }, maar { $count ->
    [one] één niet
   *[other] { $count } niet
} (zoals { $example }, { $other }). Datums die niet passen worden geweigerd; dagen tot en met 12 kunnen in de verkeerde volgorde zijn gelezen.
import-warn-mixed-orders = In “{ $day }” staat de dag voor de maand, in “{ $month }” de maand voor de dag. Controleer beide.
import-warn-mixed-decimals = In “{ $column }” hebben sommige getallen een decimale punt en andere een decimale komma. Ze zijn gelezen met “{ $sign }”; getallen die niet passen worden geweigerd. Controleer er een paar.
import-warn-formulas = { $count ->
    [one] Eén cel begint met “=”, zoals een formule. Die blijft als tekst bewaard; er wordt niets uitgerekend.
   *[other] { $count } cellen beginnen met “=”, zoals formules. Ze blijven als tekst bewaard; er wordt niets uitgerekend.
}
import-warn-cell-errors = { $count ->
    [one] In één cel staat een fout van het spreadsheetprogramma: { $error } in rij { $row }.
   *[other] In { $count } cellen staat een fout van het spreadsheetprogramma, om te beginnen { $error } in rij { $row }.
}
import-warn-cells-lost = { $count ->
    [one] Eén cel van de werkmap kan niet gelezen worden; ze telt als leeg.
   *[other] { $count } cellen van de werkmap kunnen niet gelezen worden; ze tellen als leeg.
}
import-warn-other-sheets = Blad “{ $sheet }” is gelezen. { $count ->
    [one] De werkmap heeft nog een ander: { $others }.
   *[other] De werkmap heeft er nog { $count }: { $others }.
}
import-warn-no-sheets = “{ $file }” is geen werkmap en heeft geen bladen: “{ $sheet }” is overgeslagen.
import-warn-json-path = De records op “{ $path }” zijn gelezen; wat er in het bestand naast staat is weggelaten. { $count ->
    [0] { "" }
   *[other] Er staan ook records op { $lists }.
}
import-warn-date-order = De datums van “{ $column }” zijn gelezen als { $format }, maar niets bewijst dat: { $other } leest ze ook. Controleer er een paar.
import-warn-direction-high = Controleer welk einde van “{ $column }” goed is. Volgens de koppeling is een hoog antwoord goed, maar van de { $n } respondenten die ook “{ $with }” beantwoordden, antwoorden juist de positieve hier laag (r = { $r }).
import-warn-direction-low = Controleer welk einde van “{ $column }” goed is. Volgens de koppeling is een laag antwoord goed, maar van de { $n } respondenten die ook “{ $with }” beantwoordden, antwoorden juist de positieve hier hoog (r = { $r }).
import-skipped-preview = { $count ->
    [one] Eén rij is overgeslagen omdat het een voorvertoning is (kolom “{ $column }”, rij { $rows }).
   *[other] { $count } rijen zijn overgeslagen omdat het voorvertoningen zijn (kolom “{ $column }”, als eerste de rijen { $rows }).
}
import-skipped-spam = { $count ->
    [one] Eén rij is overgeslagen omdat het enquêteprogramma die spam noemt (kolom “{ $column }”, rij { $rows }).
   *[other] { $count } rijen zijn overgeslagen omdat het enquêteprogramma ze spam noemt (kolom “{ $column }”, als eerste de rijen { $rows }).
}
import-skipped-unfinished = { $count ->
    [one] Eén rij is overgeslagen omdat die niet is afgemaakt (kolom “{ $column }”, rij { $rows }).
   *[other] { $count } rijen zijn overgeslagen omdat ze niet zijn afgemaakt (kolom “{ $column }”, als eerste de rijen { $rows }).
}
import-skipped-test = { $count ->
    [one] Eén rij is overgeslagen omdat het een test is (kolom “{ $column }”, rij { $rows }).
   *[other] { $count } rijen zijn overgeslagen omdat het tests zijn (kolom “{ $column }”, als eerste de rijen { $rows }).
}
import-skipped-unanswered = { $count ->
    [one] Eén rij is overgeslagen omdat niemand die heeft beantwoord (kolom “{ $column }”, rij { $rows }).
   *[other] { $count } rijen zijn overgeslagen omdat niemand ze heeft beantwoord (kolom “{ $column }”, als eerste de rijen { $rows }).
}
import-skipped-other = { $count ->
    [one] Eén rij is overgeslagen volgens een regel van de koppeling: { $reason } (kolom “{ $column }”, rij { $rows }).
   *[other] { $count } rijen zijn overgeslagen volgens een regel van de koppeling: { $reason } (kolom “{ $column }”, als eerste de rijen { $rows }).
}

# Enquêtebestanden: waarom een cel geweigerd wordt
import-reason-outside-scale = buiten de schaal van { $min } tot { $max }
import-reason-not-whole = geen heel getal
import-reason-no-number = geen getal, en geen label van deze vraag
import-reason-no-date = geen datum, geschreven als { $format }
import-reason-no-weight = geen gewicht van nul of meer
import-reason-no-consent = geen ja en geen nee
import-reason-no-option = “{ $value }” is geen optie van deze vraag
import-reason-no-question = de rij zegt niet welke vraag dit beantwoordt
import-reason-unknown-question = de koppeling zegt niet wat de vraag “{ $question }” is

# Afbeeldingen: waarom een bestand geweigerd wordt
import-picture-not-found = Er is geen afbeelding “{ $file }”. De kaart is zoals hij was. Controleer de naam en de map.
import-picture-is-a-folder = “{ $file }” is geen afbeeldingsbestand. De kaart is zoals hij was. Kies een afbeelding in een map.
import-picture-not-allowed = Je mag “{ $file }” niet lezen. De kaart is zoals hij was. Vraag de eigenaar om toegang of kopieer het naar je eigen map.
import-picture-unreadable = “{ $file }” kan niet gelezen worden ({ $error }). De kaart is zoals hij was. Controleer of de schijf of het netwerk er is en probeer het opnieuw.
import-picture-empty = “{ $file }” is leeg. De kaart is zoals hij was. Kopieer of exporteer de afbeelding opnieuw en kies die.
import-picture-too-heavy = “{ $file }” is { $megabytes } MB; een afbeelding mag hoogstens { $most } MB zijn. De kaart is zoals hij was. Bewaar de afbeelding kleiner of als JPEG en kies die.
import-picture-none = “{ $file }” is geen afbeelding, hoe de naam ook eindigt. De kaart is zoals hij was. Kies een afbeelding in PNG, JPEG, WebP, GIF of BMP.
import-picture-other-kind = “{ $file }” is { $kind }; dat leest Klantreis niet. De kaart is zoals hij was. Bewaar de afbeelding als PNG of JPEG en kies die (WebP, GIF en BMP kunnen ook).
import-picture-damaged = “{ $file }” is beschadigd, of gemaakt op een manier die Klantreis niet kan lezen. De kaart is zoals hij was. Open de afbeelding in een fotoprogramma, bewaar haar als PNG of JPEG en kies die.
import-picture-too-large = “{ $file }” heeft { $megapixels } megapixels; een afbeelding mag er hoogstens { $most } hebben. De kaart is zoals hij was. Bewaar de afbeelding kleiner en kies die.
import-picture-too-much-memory = “{ $file }” kost te veel geheugen om uit te pakken. De kaart is zoals hij was. Bewaar de afbeelding kleiner, of als gewone JPEG, en kies die.

import-picture-kind-svg = een SVG-tekening
import-picture-kind-heic = een HEIC-foto
import-picture-kind-avif = een AVIF-afbeelding
import-picture-kind-film = een film
import-picture-kind-tiff = een TIFF-afbeelding
import-picture-kind-pdf = een PDF-document
import-picture-kind-icon = een pictogrambestand
import-picture-kind-photoshop = een Photoshop-bestand
import-picture-kind-newer-jpeg = een afbeelding van een nieuwere JPEG-soort

import-progress-reading = Enquêtebestand lezen
