# The journey over departments
silos-no-department = No department
silos-no-owner = No owner
silos-cards = { $count ->
    [one] 1 touchpoint
   *[other] { $count } touchpoints
}
silos-stage = stage { $name }, { $count ->
    [one] 1 handover
   *[other] { $count } handovers
}
silos-card = { $name }, { $department }
silos-card-handover = { $name }, { $department }, handover { $number } from { $from }
silos-summary = { $handovers ->
    [0] No handovers
    [one] 1 handover
   *[other] { $handovers } handovers
}{ $departments ->
    [0] {""}
    [one] {""}, 1 department
   *[other] {" "}between { $departments } departments
}
silos-most = ; most in { $stage }: { $count }
silos-empty-title = No touchpoints yet
silos-empty-text = Draw touchpoints and give them owners: then this view shows who hands the customer over to whom.
silos-to-map = To the map
silos-alone = { $count ->
    [one] 1 touchpoint without owner
   *[other] { $count } touchpoints without owner
}
silos-alone-why = Someone has to feel responsible.
silos-all = All of them
silos-nothing-checked = Check one or more touchpoints first
silos-choose-owner = Choose owner
silos-given = { $count ->
    [one] 1 touchpoint given to { $owner }
   *[other] { $count } touchpoints given to { $owner }
}
silos-handovers = Handovers
silos-none = The customer stays with one department.
silos-between = { $from }, then { $to }
