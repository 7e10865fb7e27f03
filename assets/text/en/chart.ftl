# Words in charts
chart-trend-empty = Not enough answers for a trend
chart-target = target { $value }
chart-weeks = { $n ->
        [one] { $n } week
       *[other] { $n } weeks
    }
chart-answers-very-hard = Very hard ({ $value })
chart-answers-very-easy = Very easy ({ $value })
chart-answers-not-likely = Not at all likely ({ $value })
chart-answers-very-likely = Extremely likely ({ $value })
chart-answers-not-solved = Not solved ({ $value })
chart-answers-solved = Solved ({ $value })
chart-answers-dissatisfied = Dissatisfied ({ $value })
chart-answers-satisfied = Satisfied ({ $value })
chart-answers-worst = Worst ({ $value })
chart-answers-best = Best ({ $value })
chart-centre = Centre
chart-upper-limit = Upper limit
chart-lower-limit = Lower limit
