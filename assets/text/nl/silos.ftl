# De reis over afdelingen
silos-no-department = Geen afdeling
silos-no-owner = Geen eigenaar
silos-cards = { $count ->
    [one] 1 contactmoment
   *[other] { $count } contactmomenten
}
silos-stage = fase { $name }, { $count ->
    [one] 1 overdracht
   *[other] { $count } overdrachten
}
silos-card = { $name }, { $department }
silos-card-handover = { $name }, { $department }, overdracht { $number } van { $from }
silos-summary = { $handovers ->
    [0] Geen overdrachten
    [one] 1 overdracht
   *[other] { $handovers } overdrachten
}{ $departments ->
    [0] {""}
    [one] {""}, 1 afdeling
   *[other] {" "}tussen { $departments } afdelingen
}
silos-most = ; de meeste in { $stage }: { $count }
silos-empty-title = Nog geen contactmomenten
silos-empty-text = Teken contactmomenten en geef ze een eigenaar: dan zie je hier wie de klant aan wie overdraagt.
silos-to-map = Naar de kaart
silos-alone = { $count ->
    [one] 1 contactmoment zonder eigenaar
   *[other] { $count } contactmomenten zonder eigenaar
}
silos-alone-why = Iemand moet zich verantwoordelijk voelen.
silos-all = Allemaal
silos-nothing-checked = Vink eerst een of meer contactmomenten aan
silos-choose-owner = Eigenaar kiezen
silos-given = { $count ->
    [one] 1 contactmoment aan { $owner } gegeven
   *[other] { $count } contactmomenten aan { $owner } gegeven
}
silos-handovers = Overdrachten
silos-none = De klant blijft bij één afdeling.
silos-between = { $from }, daarna { $to }
