# De opdrachtregel
cli-no-journey = Dit document heeft nog geen klantreis, dus er zijn geen fasen. Voeg eerst een klantreis toe.
cli-unknown-by = Op “{ $value }” kun je niet uitsplitsen. Gebruik touchpoint, stage, channel, owner, team, wave, month of segment:NAAM.
cli-bad-where = “{ $value }” is geen voorwaarde. Schrijf bijvoorbeeld channel=web, wave=2017 of segment:Regio=Noord.
cli-bad-date = “{ $value }” is geen datum. Schrijf die als 2026-07-01.
cli-unknown-name = Er is geen { $what } “{ $value }” in dit document. Wel: { $known }.
