# Het documentbestand: waarom het niet geopend, gelezen of geschreven kon worden.

store-not-found = “{ $file }” is er niet. Controleer de naam en de map.
store-folder-missing = De map “{ $folder }” is er niet, dus er is niets gemaakt. Maak de map eerst, of kies een andere.
store-is-folder = “{ $file }” is een map, geen Klantreis-document. Kies een bestand dat eindigt op .klantreis.
store-exists = “{ $file }” bestaat al en is niet veranderd. Kies een andere naam.
store-not-a-document = “{ $file }” is geen Klantreis-document. Het is niet veranderd; kies een bestand dat met Klantreis is gemaakt.
store-other-program = “{ $file }” is een database van een ander programma. Het is niet veranderd; kies een bestand dat met Klantreis is gemaakt.
store-newer = “{ $file }” is gemaakt met een nieuwere Klantreis (bestandsversie { $version }; dit programma kent tot en met { $known }). Het is niet veranderd; installeer de nieuwere versie om het te openen.
store-truncated = “{ $file }” is niet compleet: het einde van het bestand ontbreekt. Kopieer of download het opnieuw, of open een reservekopie.
store-damaged = “{ $file }” is beschadigd en is niet veranderd. Open een reservekopie, of kopieer het bestand opnieuw van waar het vandaan kwam.
store-altered = “{ $file }” is door een ander programma veranderd ({ $detail }) en daarom niet veilig om te openen. Het is verder niet veranderd; open een reservekopie.
store-busy = “{ $file }” is op dit moment in gebruik, en er is niets veranderd. Probeer het opnieuw als het andere werk klaar is.
store-disk-full = De schijf is vol, dus “{ $file }” is gebleven zoals het was. Maak ruimte en probeer het opnieuw.
store-replaced = Een ander bestand heeft de plaats van “{ $file }” ingenomen terwijl het open was, dus er is niets geschreven. Bewaar je werk als kopie onder een andere naam.
store-read-only = “{ $file }” kan alleen gelezen worden, dus er is niets veranderd. Bewaar een kopie en werk daarin.
store-folder-protected = In de map “{ $folder }” kan niet geschreven worden. Kies een andere map.
store-needs-recovery = “{ $file }” is niet goed afgesloten en staat waar niet geschreven kan worden. Kopieer het, samen met het bestand dat eindigt op “-journal”, naar een eigen map en open het daar.
store-same-file = “{ $file }” is het document zelf. Kies een andere naam voor de kopie.
store-too-many = “{ $what }” heeft te veel verschillende waarden om op te tellen, en er is niets geïmporteerd. Laat deze kolom weg uit de koppeling, of groepeer de waarden.
store-still-active = Deze import telt nog mee in “{ $file }”, dus de antwoorden zijn bewaard. Neem de import eerst terug.
store-refused = “{ $file }” weigerde deze wijziging, en er is niets veranderd ({ $detail }). Dit is een fout in het programma; meld het alsjeblieft.
store-io = Het systeem liet Klantreis “{ $file }” niet gebruiken ({ $detail }). Controleer of de schijf is aangesloten en of je het bestand mag gebruiken.

store-duplicate-answer = dezelfde respons had dit al beantwoord
store-duplicate-contact = Een contact met dit id staat al in het document.
store-copying = Het document wordt gekopieerd
store-reading-answers = De antwoorden worden gelezen
