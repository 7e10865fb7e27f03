# Words that every screen uses
app-name = Klantreis


stage-kind-need = Need
stage-kind-orientation = Orientation
stage-kind-consideration = Consideration
stage-kind-purchase = Purchase
stage-kind-use = Use
stage-kind-evaluation = Evaluation
stage-kind-other = Stage

lane-kind-steps = Steps
lane-kind-touchpoints = Touchpoints
lane-kind-emotion = Emotion
lane-kind-pains-gains = Pains and gains
lane-kind-quotes = Quotes
lane-kind-line-of-visibility = Line of visibility
lane-kind-backstage = Backstage
lane-kind-notes = Notes

channel-kind-web = Web
channel-kind-phone = Phone
channel-kind-shop = Shop
channel-kind-app = App
channel-kind-email = E-mail
channel-kind-chat = Chat
channel-kind-letter = Letter
channel-kind-in-person = In person
channel-kind-ad = Ad
channel-kind-social = Social
channel-kind-other = Other

metric-nps = NPS
metric-ces = Ease (CES)
metric-csat = Satisfaction (CSAT)
metric-fcr = Solved at first contact (FCR)
metric-rating = Rating
app-range = { $low } to { $high }
