# Het codeboek: thema's van wat respondenten schreven.
theme-lang-any = elke taal
theme-lang-nl = Nederlands
theme-lang-en = Engels
theme-rule-empty = Een regel heeft minstens één letter of cijfer nodig. Er is niets gewijzigd. Schrijf een woord, zoals wacht*.
theme-rule-star = In de regel “{ $rule }” staat een sterretje midden in een woord of alleen. Er is niets gewijzigd. Zet het aan het begin of eind van een woord: wacht*, *tijd, *wacht*.
theme-rule-short = De regel “{ $rule }” zou bijna elke tekst vinden. Er is niets gewijzigd. Geef een deel van een woord minstens { $part } letters, een begin of eind minstens { $end }.
theme-rule-long = De regel “{ $rule }” is langer dan { $most } tekens. Er is niets gewijzigd. Schrijf de paar woorden waar het om gaat.
