# Alle reizen van het document
portfolio-journey = Klantreis
portfolio-number = nr. { $number }
portfolio-current = Huidig
portfolio-future = Toekomst
portfolio-told-apart = { $name } ({ $detail })
