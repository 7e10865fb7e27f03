# De opdrachtregel
cli-no-journey = Dit document heeft nog geen klantreis, dus er zijn geen fasen. Voeg eerst een klantreis toe.
cli-unknown-by = Op “{ $value }” kun je niet uitsplitsen. Gebruik touchpoint, stage, channel, owner, team, wave, month of segment:NAAM.
cli-bad-where = “{ $value }” is geen voorwaarde. Schrijf bijvoorbeeld channel=web, wave=2017 of segment:Regio=Noord.
cli-bad-date = “{ $value }” is geen datum. Schrijf die als 2026-07-01.
cli-unknown-name = Er is geen { $what } “{ $value }” in dit document. Wel: { $known }.
cli-output-failed = Het resultaat kon niet worden geschreven: { $reason }.
cli-cannot-read = { $file } kon niet worden gelezen: { $reason }. Er is niets veranderd.
cli-cannot-write = { $file } kon niet worden geschreven: { $reason }. Kies een andere plek.
cli-apply-line = Regel { $line }: { $reason } De regels ervoor zijn uitgevoerd en bewaard.
cli-none = (geen)
cli-whole-journey = Klantreis als geheel
cli-hidden = verborgen: minder dan 5 antwoorden
cli-too-few = minder dan 5 antwoorden
cli-no-answers = Geen antwoorden in deze selectie.
cli-stats-head = { $metric }, met 95 %-intervallen
cli-head-name = Naam
cli-head-question = Vraag
cli-head-n = n
cli-head-value = Waarde
cli-head-interval = Interval
cli-detect-file = { $file }: { $columns } kolommen, { $rows } rijen bekeken
cli-detect-encoding = Tekenset
cli-detect-delimiter = Scheidingsteken
cli-detect-quote = Aanhalingstekens
cli-detect-header = Kopregels
cli-detect-decimal = Decimalen
cli-head-column = Kolom
cli-head-kind = Soort
cli-head-role = Voorstel
cli-head-sure = Zeker
cli-head-values = Waarden
cli-ask-direction = Te kiezen: betekent 1 in “{ $column }” heel weinig of heel veel moeite? Zet het in de koppeling ("better": "low" of "high").
cli-ask-missing = Te kiezen: betekent “{ $value }” in “{ $column }” ({ $count } keer) geen antwoord? Zet het dan bij "missing".
cli-ask-date = Te kiezen: de datums in “{ $column }” zijn te lezen als { $formats }.
cli-head-a = A
cli-head-b = B
cli-head-change = Verschil
cli-stand-out = { $out } van de { $all } verschillen vallen op (▲ beter, ▼ slechter); naar verwachting is ongeveer 5 % van zulke signalen vals.
cli-made = { $file } is gemaakt.
cli-no-sheets = Dit bestandsformaat heeft geen bladen. Laat --sheet weg, of bewaar het blad eerst als CSV.
cli-bad-mapping = De koppeling { $file } is niet te gebruiken: { $reason }
cli-needs-mapping = Er is niets geïmporteerd: alleen jij kunt zeggen of 1 in “{ $column }” heel weinig of heel veel moeite betekent. Geef een koppeling mee met --mapping; klantreis detect toont wat erin hoort.
cli-imported = Geïmporteerd: { $rows } rijen, { $responses } responsen, { $answers } antwoorden, { $comments } toelichtingen.
cli-dry-run = Er is niets bewaard. Het zou worden: { $rows } rijen, { $responses } responsen, { $answers } antwoorden, { $comments } toelichtingen.
cli-duplicates = { $count } antwoorden kwamen twee keer voor en tellen één keer.
cli-unmatched = Namen die de kaart niet kende: { $names }.
cli-rejected = { $count ->
    [one] { $count } cel is geweigerd:
   *[other] { $count } cellen zijn geweigerd:
}
cli-rejected-cell = Rij { $row }, { $column }: “{ $value }” – { $reason }
cli-check-head = { $file }: Klantreis-document, formaat { $version }, { $bytes } bytes
cli-check-sound = Het document is in orde.
cli-check-damaged = { $file } is beschadigd: { $problem }. Open een reservekopie.
cli-unknown-format = Het formaat van { $file } is onbekend. Laat de naam eindigen op { $known }.
cli-nothing-to-draw = Dit document heeft nog geen klantreis, dus er is niets te tekenen. Voeg eerst een klantreis toe.
