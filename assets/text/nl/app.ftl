# Woorden die elk scherm gebruikt
app-name = Klantreis


stage-kind-need = Behoefte
stage-kind-orientation = Oriëntatie
stage-kind-consideration = Afweging
stage-kind-purchase = Aanschaf
stage-kind-use = Gebruik
stage-kind-evaluation = Evaluatie
stage-kind-other = Fase

lane-kind-steps = Stappen
lane-kind-touchpoints = Contactmomenten
lane-kind-emotion = Emotie
lane-kind-pains-gains = Pijn en plus
lane-kind-quotes = Citaten
lane-kind-line-of-visibility = Zichtlijn
lane-kind-backstage = Achter de schermen
lane-kind-notes = Notities

channel-kind-web = Web
channel-kind-phone = Telefoon
channel-kind-shop = Winkel
channel-kind-app = App
channel-kind-email = E-mail
channel-kind-chat = Chat
channel-kind-letter = Brief
channel-kind-in-person = Persoonlijk
channel-kind-ad = Advertentie
channel-kind-social = Social
channel-kind-other = Anders

metric-nps = NPS
metric-ces = Gemak (CES)
metric-csat = Tevredenheid (CSAT)
metric-fcr = In één keer opgelost (FCR)
metric-rating = Beoordeling
app-range = { $low } tot { $high }
