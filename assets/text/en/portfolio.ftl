# All journeys of the document
portfolio-journey = Journey
portfolio-number = no. { $number }
portfolio-current = Current
portfolio-future = Future
portfolio-told-apart = { $name } ({ $detail })
