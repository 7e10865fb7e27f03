# Woorden in grafieken
chart-trend-empty = Te weinig antwoorden voor een verloop
chart-target = doel { $value }
chart-weeks = { $n ->
        [one] { $n } week
       *[other] { $n } weken
    }
chart-answers-very-hard = Heel lastig ({ $value })
chart-answers-very-easy = Heel makkelijk ({ $value })
chart-answers-not-likely = Heel onwaarschijnlijk ({ $value })
chart-answers-very-likely = Heel waarschijnlijk ({ $value })
chart-answers-not-solved = Niet opgelost ({ $value })
chart-answers-solved = Opgelost ({ $value })
chart-answers-dissatisfied = Ontevreden ({ $value })
chart-answers-satisfied = Tevreden ({ $value })
chart-answers-worst = Slechtst ({ $value })
chart-answers-best = Best ({ $value })
chart-centre = Midden
chart-upper-limit = Bovengrens
chart-lower-limit = Ondergrens
