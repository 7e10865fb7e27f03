# The page of an owner, team or department
owners-touchpoints = { $count ->
    [one] 1 touchpoint
   *[other] { $count } touchpoints
}
owners-responses = { $n ->
    [one] 1 response
   *[other] { $n } responses
}
owners-course = { $metric }, month by month
owners-first = Look first at { $touchpoint }: { $metric } { $value }, and even at the better end of its interval ({ $best }) worse than the middle of the colours ({ $middle }).
owners-table = Touchpoints
owners-journey = Whole journey: { $value }
owners-better = { $by } better than { $then }
owners-worse = { $by } worse than { $then }
owners-same = No clear change since { $then }
owners-voices = { $shown ->
    [one] What customers wrote: the newest of { $count }
   *[other] What customers wrote: the newest { $shown } of { $count }
}
owners-quote = “{ $text }”
owners-nothing = There is no score to put on this page: nobody answers for these touchpoints any more, or there are no answers yet. Import feedback or choose somebody else.
owners-kind-owner = Owners
owners-kind-team = Teams
owners-kind-department = Departments
owners-save = Save page
owners-save-png = As a picture (PNG)
owners-save-svg = As a drawing (SVG)
owners-to-comments = Comments
owners-to-map = On the map
owners-to-silos = Give touchpoints an owner
owners-empty = Nobody answers for this journey yet
owners-empty-why = Give touchpoints an owner: then each owner, team and department has a page here, with scores, course and comments.
owners-open = Page of { $name }
