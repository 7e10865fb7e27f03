# Owners, teams, channels, personas
people-owners = Owners
people-teams = Teams
people-channels = Channels
people-personas = Personas
people-close = Close
people-empty = Nobody and nothing here yet
people-add-owner = Add owner
people-add-team = Add team
people-add-channel = Add channel
people-add-persona = Add persona
people-edit = Edit { $name }
people-delete = Delete { $name }
people-deleted = “{ $name }” deleted
people-touchpoints = { $count ->
    [one] 1 touchpoint
   *[other] { $count } touchpoints
}
people-members = { $count ->
    [one] 1 person
   *[other] { $count } people
}
people-name = Name
people-role = Role
people-email = E-mail
people-team = Team
people-no-team = No team
people-department = Department
people-kind = Kind
people-own-kind = Own channel
people-goals = Goals
people-frustrations = Frustrations
people-quote = Quote
people-save = Save
people-cancel = Cancel
people-name-needed = Fill in a name first
people-hue = Colour
people-no-hue = No colour
people-hue-grey = Grey
people-hue-yellow = Yellow
people-hue-peach = Peach
people-hue-rose = Rose
people-hue-lilac = Lilac
people-hue-sky = Sky blue
people-hue-teal = Teal
people-hue-mint = Mint
people-stakeholders = Stakeholders
people-add-stakeholder = Add stakeholder
people-organisation = Organisation or department
people-stake = What is at stake
people-influence = Influence
people-influence-low = Low
people-influence-medium = Medium
people-influence-high = High
people-influence-of = Influence: { $degree }
people-add-picture = Add a picture to { $name }
people-pictures = { $count ->
    [one] { $count } picture
   *[other] { $count } pictures
}
people-stand-ins = Which respondents stand for this persona
people-stand-ins-any = Any
people-stand-ins-none = Choose segments of your answers: then filters and the matrix know this persona.
people-stand-ins-count = { $n } of { $all } responses
