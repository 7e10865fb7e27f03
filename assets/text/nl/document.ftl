# document
# Waarom een wijziging van het document geweigerd kan worden
document-text-too-long = Deze tekst heeft { $length } tekens; het mogen er hoogstens { $most } zijn. Er is niets veranderd. Maak de tekst korter.
document-name-empty = Een naam kan niet leeg zijn. Er is niets veranderd. Typ minstens één teken.
document-id-taken = De identiteit { $id } is al in gebruik. Er is niets veranderd. Laat haar weg, dan wordt een nieuwe gemaakt.
document-no-journey = Er is geen klantreis { $id } in dit document. Er is niets veranderd.
document-no-stage = Er is geen fase { $id } in dit document. Er is niets veranderd.
document-no-step = Er is geen stap { $id } in dit document. Er is niets veranderd.
document-no-lane = Er is geen baan { $id } in dit document. Er is niets veranderd.
document-no-touchpoint = Er is geen contactmoment { $id } in dit document. Er is niets veranderd.
document-no-placement = Er is geen kaartje { $id } in dit document. Er is niets veranderd.
document-no-note = Er is geen notitie { $id } in dit document. Er is niets veranderd.
document-no-owner = Er is geen eigenaar { $id } in dit document. Er is niets veranderd.
document-no-team = Er is geen team { $id } in dit document. Er is niets veranderd.
document-no-persona = Er is geen persona { $id } in dit document. Er is niets veranderd.
document-no-channel = Er is geen kanaal { $id } in dit document. Er is niets veranderd.
document-no-survey = Er is geen onderzoek { $id } in dit document. Er is niets veranderd.
document-no-question = Er is geen vraag { $id } in dit document. Er is niets veranderd.
document-no-batch = Er is geen import { $id } in dit document. Er is niets veranderd.
document-no-event = Er is geen gebeurtenis { $id } in dit document. Er is niets veranderd.
document-no-label = Met het label “{ $label }” wordt geen contactmoment bedoeld. Er is niets veranderd.
document-hand-empty = Er is nog niets om toe te voegen: schrijf een tekst of geef een score. Er is niets veranderd.
document-hand-outside-scale = { $value } staat niet op de schaal van “{ $name }”; die loopt van { $min } tot { $max }. Er is niets veranderd.
document-hand-other-survey = De vraag “{ $name }” hoort bij een ander onderzoek. Kies dat onderzoek, of een andere vraag. Er is niets veranderd.
document-hand-twice = De vraag “{ $name }” is twee keer beantwoord. Laat een van de antwoorden weg. Er is niets veranderd.
document-remap-gone = { $count ->
    [one] De kolom { $columns } is bij de import van { $file } weggelaten en staat dus niet in het document. Er is niets veranderd. Importeer het bestand opnieuw om die kolom te gebruiken.
   *[other] De kolommen { $columns } zijn bij de import van { $file } weggelaten en staan dus niet in het document. Er is niets veranderd. Importeer het bestand opnieuw om die kolommen te gebruiken.
}
document-remap-no-mapping = Het document weet niet hoe { $file } is ingedeeld. Er is niets veranderd. Importeer het bestand opnieuw.
document-remap-empty = Van { $file } is niets bewaard dat opnieuw kan worden ingedeeld. Er is niets veranderd. Importeer het bestand opnieuw.
document-remap-no-room = Er is geen ruimte om de rijen even klaar te zetten: { $reason }. Er is niets veranderd. Maak schijfruimte vrij en probeer het opnieuw.
document-remap-shared = De vraag “{ $column }” heeft ook antwoorden uit { $other }, dus de maat en schaal kunnen niet voor deze import alleen veranderen. Er is niets veranderd. Geef deze import een eigen meting, of neem de andere terug.
document-import-part-of-file = De eerste rijen van dit bestand zijn op { $day } geïmporteerd uit { $before }, samen met een import die intussen is teruggenomen. Er is niets geïmporteerd. Neem die import ook terug, of importeer het bestand nog eens in zijn geheel.
document-import-other-mapping = Dit bestand begint met { $before }, dat op { $day } met een andere indeling is geïmporteerd; de rijen daarvan zouden dubbel tellen. Er is niets geïmporteerd. Gebruik de indeling van die import, deel die import eerst opnieuw in, of geef aan dat het bestand nog eens in zijn geheel geïmporteerd moet worden.
document-import-changing = { $file } werd beschreven terwijl het werd gelezen. Er is niets geïmporteerd. Probeer het opnieuw als het bestand compleet is.
document-folder-unreadable = De map { $folder } kon niet worden gelezen: { $reason }. Er is niets geïmporteerd.
document-contact-no-customer = Deze rij noemt geen klant, dus is niet te zeggen of het contact is herhaald.
document-contact-no-date = Deze rij heeft geen datum, dus is niet te zeggen wat erna kwam.
document-other-journey = De fase, stap en baan moeten van dezelfde klantreis zijn. Er is niets veranderd.
document-no-touchpoint-lane = Deze klantreis heeft geen baan voor contactmomenten. Er is niets veranderd. Voeg eerst zo’n baan toe.
document-lane-without-cards = In deze baan kunnen geen contactmomenten staan. Er is niets veranderd. Kies een baan voor contactmomenten.
document-lane-without-notes = In deze baan kunnen geen notities staan. Er is niets veranderd. Kies een baan voor pijn en plus, citaten, achter de schermen of notities.
document-span = Een kaartje kan hier geen { $span } fasen beslaan. Er is niets veranderd. Kies een getal van 1 tot en met { $most }.
document-emotion = { $value } is geen emotie. Er is niets veranderd. Kies een waarde van −2 (heel slecht) tot 2 (heel goed).
document-survey-twice = Er is al een onderzoek “{ $name }” van deze meting. Er is niets veranderd. Kies een andere naam of meting.
document-survey-in-use = Het onderzoek “{ $name }” heeft antwoorden. Er is niets veranderd. Maak eerst de imports ervan ongedaan.
document-question-scale = De schaal van “{ $name }” moet tussen 2 en 256 hele getallen hebben. Er is niets veranderd.
document-question-box = De waarden die als goed tellen, moeten op de schaal van “{ $name }” liggen. Er is niets veranderd.
document-question-breaks = De grenzen van “{ $name }” moeten op de schaal liggen, de laagste eerst. Er is niets veranderd.
document-question-fixed = De antwoorden op “{ $name }” liggen op deze schaal, dus de uiteinden, de kolom en het onderzoek kunnen niet veranderen. Er is niets veranderd. Importeer het bestand opnieuw met een andere indeling.
document-question-twice = Er is al een vraag “{ $name }” in dit onderzoek. Er is niets veranderd.
document-target = Een doel voor { $metric } ligt tussen { $low } en { $high }. Er is niets veranderd.
document-day = “{ $day }” is geen dag. Er is niets veranderd. Schrijf jaar-maand-dag, bijvoorbeeld 2026-10-14.
document-language = “{ $code }” is geen taal van dit programma. Er is niets veranderd. Kies en of nl.
document-history-limit = { $text } is geen aantal megabytes van 1 tot { $most }. Er is niets gewijzigd. Typ een heel getal.
document-no-stakeholder = Er is geen belanghebbende { $id } in dit document. Er is niets gewijzigd.
document-no-arrow = Er is geen pijl { $id } in dit document. Er is niets gewijzigd.
document-no-remark = Er is geen opmerking { $id } in dit document. Er is niets gewijzigd.
document-no-picture = Er is geen afbeelding { $id } in dit document. Er is niets gewijzigd.
document-no-version = Er is geen versie { $id } in dit document. Er is niets gewijzigd.
document-no-ballot = Er is geen stemming { $id } in dit document. Er is niets gewijzigd.
document-no-round = Er is geen ronde met schattingen { $id } in dit document. Er is niets gewijzigd.
document-no-guess = Er is geen schatting { $id } in dit document. Er is niets gewijzigd.
document-no-agenda-item = Er is geen agendapunt { $id } in dit document. Er is niets gewijzigd.
document-no-theme = Er is geen thema { $id } in dit document. Er is niets gewijzigd.
document-no-view = Er is geen bewaarde blik { $id } in dit document. Er is niets gewijzigd.
document-no-baseline = Er is geen ijkperiode { $id } in dit document. Er is niets gewijzigd.
document-no-start-themes = Er zijn thema's om mee te beginnen in het Nederlands (nl) en het Engels (en). Er is niets gewijzigd. Kies een van die twee.
document-theme-no-rules = Het thema “{ $name }” heeft geen regel waardoor een tekst erbij hoort. Er is niets gewijzigd. Voeg minstens één woord toe.
document-theme-twice = Er is al een thema “{ $name }” voor dezelfde teksten. Er is niets gewijzigd. Kies een andere naam of voeg de regels daar toe.
document-too-many-rules = { $count } regels zijn te veel voor één thema; het hoogste is { $most }. Er is niets gewijzigd. Maak er twee thema's van.
document-too-many-themes = Een document heeft plaats voor { $most } thema's. Er is niets gewijzigd. Verwijder er eerst een.
document-view-look = De inhoud van de bewaarde blik “{ $name }” is geen JSON die bewaard kan worden. Er is niets gewijzigd.
document-view-twice = Er is al een bewaarde blik “{ $name }”. Er is niets gewijzigd. Kies een andere naam of wijzig die.
document-baseline-days = Een ijkperiode van { $from } tot { $to } eindigt voor zij begint. Er is niets gewijzigd. Verwissel de twee dagen.
document-locked = “{ $name }” is vergrendeld. Er is niets gewijzigd. Ontgrendel het eerst.
document-merge = Alleen twee verschillende fasen, stappen of banen van één klantreis met dezelfde inhoud kun je samenvoegen. Er is niets gewijzigd.
document-card-elsewhere = Een kaartje dat mee moet, staat daar niet. Er is niets gewijzigd. Kies kaartjes van wat je splitst.
document-stage-width = Een fase kan niet { $width } % breed zijn. Er is niets gewijzigd. Kies een breedte van { $least } tot { $most } %.
document-lane-height = Een baan kan niet { $height } punten hoog zijn. Er is niets gewijzigd. Kies een hoogte van 0 tot { $most }.
document-too-many = { $count } kaartjes in één keer is te veel; het hoogste is { $most }. Er is niets gewijzigd. Plak een kleiner deel.
document-too-many-marks = Een kaartje kan hoogstens { $most } labels en { $most } links hebben. Er is niets gewijzigd.
document-link = “{ $url }” is geen link. Er is niets gewijzigd. Begin met https://, http:// of mailto:.
document-arrow = Zo’n pijl is er al, of hij zou naar zichzelf wijzen. Er is niets gewijzigd.
document-picture = “{ $name }” is geen afbeelding die in een document past. Er is niets gewijzigd. Voeg het bestand toe: dan wordt de afbeelding gecontroleerd en verkleind.
document-version-unreadable = De versie “{ $name }” is niet te lezen. Er is niets gewijzigd.
document-ballot-size = Een stemming heeft 1 tot { $most } stippen per persoon en 1 tot { $most } personen nodig. Er is niets gewijzigd.
document-ballot-closed = De stemming “{ $name }” is gesloten. Er is niets gewijzigd. Heropen hem om verder te gaan.
document-budget-spent = Alle { $budget } stippen zijn vergeven. Er is niets gewijzigd. Neem er eerst een terug.
document-no-dots = Zo veel stippen zijn er niet om terug te nemen. Er is niets gewijzigd.
document-guess = { $value } ligt niet op de schaal. Er is niets gewijzigd. Kies een getal van { $low } tot { $high }.
document-round-revealed = De scores van “{ $name }” zijn onthuld, dus de schattingen liggen vast. Er is niets gewijzigd. Open een nieuwe ronde.
document-minutes = Een agendapunt duurt 1 tot { $most } minuten. Er is niets gewijzigd.

# Reisbestanden
document-outline-faulty = Dit is geen reisbestand zoals Klantreis het schrijft: regel { $line }, kolom { $column }: { $detail }. Er is niets veranderd. Verbeter die plek en probeer het opnieuw.
document-outline-twice = “{ $name }” staat twee keer in het reisbestand. Er is niets gemaakt. Geef een van beide een eigen "key".
document-outline-no-team = Het reisbestand geeft { $place } aan team “{ $name }”, dat er niet in staat. Er is niets gemaakt. Voeg het team toe of verbeter de naam.
document-outline-no-owner = Het reisbestand geeft { $place } aan eigenaar “{ $name }”, die er niet in staat. Er is niets gemaakt. Voeg de eigenaar toe of verbeter de naam.
document-outline-no-persona = Het reisbestand noemt bij { $place } persona “{ $name }”, die er niet in staat. Er is niets gemaakt. Voeg de persona toe of verbeter de naam.
document-outline-no-channel = Het reisbestand noemt bij { $place } kanaal “{ $name }”, dat er niet in staat. Er is niets gemaakt. Voeg het kanaal toe of verbeter de naam.
document-outline-no-touchpoint = Het reisbestand noemt bij { $place } contactmoment “{ $name }”, dat er niet vóór staat. Er is niets gemaakt. Voeg het contactmoment toe of verbeter de naam.
document-outline-no-step = Het reisbestand zet “{ $place }” bij stap “{ $name }”, die deze fase niet heeft. Er is niets gemaakt. Voeg de stap toe of verbeter de naam.
document-outline-no-lane = Het reisbestand zet “{ $place }” in baan “{ $name }”, die deze klantreis niet heeft. Er is niets gemaakt. Voeg de baan toe of verbeter de naam.
document-outline-no-journey = Het reisbestand werkt { $place } uit in klantreis “{ $name }”, die er niet in staat. Er is niets gemaakt. Voeg de klantreis toe of verbeter de naam.
document-outline-no-card = In het reisbestand verwijst een pijl van “{ $place }” naar “{ $name }”, waar geen kaartje staat. Er is niets gemaakt. Schrijf c1.2 voor het tweede contactmoment van de eerste fase, n1.2 voor de tweede notitie ervan.
document-outline-card = In het reisbestand heeft het kaartje “{ $name }” een "title" (een nieuw contactmoment) of "again" (een eerder contactmoment, zonder eigen gegevens) nodig. Er is niets gemaakt.
document-no-template = Er is geen sjabloon “{ $name }”. Er is niets gemaakt. Kies uit: { $all }.
document-frozen = Dit is een voorbeeld, om alleen te bekijken. Er is niets veranderd. Maak een eigen document met "klantreis new".

# Imports
document-import-no-journey = Er is geen klantreis “{ $name }” in dit document. Er is niets geïmporteerd. Kies uit: { $all }.
document-import-question = Kolom “{ $column }”: dit onderzoek kent de vraag al, met een andere maat, schaal of richting. Er is niets geïmporteerd. Verbeter de indeling, of geef het onderzoek een andere naam of meting.
document-import-channels = In de kanaalkolom staan meer dan { $count } verschillende nieuwe waarden, dus het is waarschijnlijk geen kanaal. Er is niets geïmporteerd. Kies een andere kolom.
document-import-touchpoints = In de kolom met contactmomenten staan meer dan { $count } namen die de kaart niet kent, dus het zijn waarschijnlijk geen contactmomenten. Er is niets geïmporteerd. Kies een andere kolom, of houd onbekende namen apart.
document-import-unmatched = “{ $label }” is geen contactmoment van dit document
document-import-same-file = { $file } staat al in dit document, als { $before } van { $day }. Er is niets geïmporteerd. Maak die import eerst ongedaan, of geef aan dat het bestand opnieuw geïmporteerd moet worden.
document-profile-faulty = Dit is geen indeling zoals Klantreis die schrijft: regel { $line }, kolom { $column }: { $detail }. Er is niets veranderd. Verbeter die plek en probeer het opnieuw.

# Voorbeeldmappen
document-sample-missing = In de map { $folder } staat geen { $file }, dus het is geen voorbeeld. Er is niets veranderd. Een voorbeeld heeft een journey.json, een feedback.csv en een mapping.json.
document-sample-unreadable = { $file } kan niet worden gelezen: { $detail }. Er is niets veranderd.
document-sample-faulty = { $file }: { $reason }

# Kopiëren en plakken
document-paste-nothing = Er is niets om te plakken. Er is niets veranderd. Kopieer eerst kaartjes of tekst.
document-paste-too-wide = Wat je plakt is { $columns } kolommen breed, maar vanaf hier heeft de klantreis er { $left }. Er is niets veranderd. Kies een cel verder naar links of voeg eerst fasen toe.
document-paste-cell-too-long = De tekst in rij { $row }, kolom { $column } heeft { $length } tekens; het meeste is { $most }. Er is niets veranderd. Maak de tekst korter.
document-paste-no-lane = Deze klantreis heeft geen baan voor wat je hebt gekopieerd. Er is niets veranderd. Voeg eerst een baan voor contactmomenten of notities toe.
document-paste-lane = In deze baan staan geen eigen kaartjes. Er is niets veranderd. Kies een baan voor stappen, contactmomenten of notities.
document-import-too-varied = Een kolom van dit bestand heeft te veel verschillende waarden om op te tellen. Laat hem weg uit de koppeling, of groepeer de waarden.
