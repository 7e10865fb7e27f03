//! What Noordvolt's customers write, in pieces: per contact moment what hurt, what was fair, what
//! helped. `{n}`, `{eur}`, `{min}`, `{dag}` and `{maand}` are filled in by `comments`.
//!
//! All sentences are invented for this sample.

/// Pieces about one contact moment.
pub struct Phrases {
    /// What hurt.
    pub bad: &'static [&'static str],
    /// Neither.
    pub fair: &'static [&'static str],
    /// What helped.
    pub good: &'static [&'static str],
}

/// Pieces in the order of `contacts::CONTACTS`.
pub const PHRASES: [Phrases; 16] = [
    Phrases {
        bad: &[
            "De nieuwsbrief gaat over alles behalve verhuizen",
            "Ik kan me nergens eenvoudig afmelden",
            "Elke week dezelfde mail, dat is te veel",
            "De knop in de mail opende een lege pagina",
            "Ik zoek de tip over opzeggen en vind alleen reclame",
            "Op mijn telefoon is de tekst niet te lezen",
        ],
        fair: &[
            "Aardig om te lezen, maar niet altijd voor mij",
            "Eén goede tip per keer zou genoeg zijn",
            "Ik lees hem half, de rest is reclame",
            "Mooie opmaak, mag korter",
        ],
        good: &[
            "De tip over de verhuisweek kwam precies op tijd",
            "Fijn overzicht van wat er verandert in {maand}",
            "Korte tekst en meteen een rekenvoorbeeld",
            "Door de nieuwsbrief wist ik dat mijn contract afliep",
            "De bespaartip scheelde me {eur} euro",
            "Duidelijke taal, geen reclamepraat",
            "Met één klik zat ik op de juiste pagina",
        ],
    },
    Phrases {
        bad: &[
            "De prijs op de vergelijker klopt niet met die op jullie eigen site",
            "Drie tabbladen open en nog niet zeker",
            "De welkomstkorting staat nergens uitgelegd",
            "Ik moest {n} keer hetzelfde invullen",
            "Netkosten staan er bij de een wel bij en bij de ander niet",
            "Terugleverkosten ontbreken in de vergelijking",
            "Na doorklikken was mijn postcode weer weg",
        ],
        fair: &[
            "Vergelijken lukt, maar de kleine lettertjes kosten tijd",
            "Redelijk overzicht, maar wat is groen nu echt",
            "Het kan, al moest ik mijn verbruik zelf opzoeken",
            "De uitkomst verandert elke keer een beetje",
        ],
        good: &[
            "Noordvolt stond er met een eerlijke prijs per jaar bij",
            "Goed te vergelijken met mijn oude leverancier",
            "Binnen {min} minuten wist ik wat ik zou betalen",
            "Handig dat mijn verbruik al ingevuld was",
            "De filter op groene stroom werkt prettig",
            "Alle kosten in één bedrag, zo hoort het",
        ],
    },
    Phrases {
        bad: &[
            "Tarieven snap ik pas met een rekenmachine",
            "Wat is het verschil tussen vaste leveringskosten en netbeheerkosten",
            "De tabel past niet op mijn scherm",
            "Ik zie {n} tarieven en weet niet welk van mij is",
            "Prijs met en zonder btw door elkaar",
            "Teruglevering staat in een los document van twaalf bladzijden",
            "Het tarief van {maand} stond er nog",
            "Waarom staat er nergens een bedrag per maand",
        ],
        fair: &[
            "De cijfers staan er, de uitleg mist",
            "Met wat zoeken kom je er wel uit",
            "Normaal tarief snap ik, daltarief niet",
            "Een rekenvoorbeeld zou helpen",
        ],
        good: &[
            "Overzichtelijk, ik vond mijn tarief meteen",
            "Goed dat de tarieven van vorig jaar er ook staan",
            "Met de rekenhulp was het in {min} minuten duidelijk",
            "Eerlijk over wat er in {maand} verandert",
            "Eindelijk een tabel die ik begrijp",
        ],
    },
    Phrases {
        bad: &[
            "Ik werd {n} keer doorverbonden",
            "De adviseur kende mijn situatie niet",
            "Elke keer opnieuw mijn verhaal doen",
            "Het advies paste niet bij een huurhuis",
            "Er zou teruggebeld worden op {dag}, dat is niet gebeurd",
            "Het gesprek voelde als verkoop",
        ],
        fair: &[
            "Vriendelijk gesprek, maar het antwoord kwam later per mail",
            "Goed advies, alleen lang aan de lijn",
            "De adviseur moest veel opzoeken",
            "Prima, al had ik dit ook online willen zien",
        ],
        good: &[
            "De adviseur belde binnen een uur terug",
            "Eerlijk advies: het goedkoopste contract was genoeg voor mij",
            "Iemand die echt weet hoe zonnepanelen werken",
            "In {min} minuten al mijn vragen beantwoord",
            "Heel geduldig uitgelegd, ook aan mijn moeder",
            "Meteen de juiste persoon aan de lijn",
            "Advies stond een uur later al in mijn mail",
        ],
    },
    Phrases {
        bad: &[
            "De offerte liep vast bij stap {n}",
            "Het bedrag in de mail was {eur} euro hoger dan op de site",
            "Mijn nieuwe adres werd niet herkend",
            "Ik kon de startdatum niet kiezen",
            "Waarom eerst mijn telefoonnummer voordat ik een prijs zie",
        ],
        fair: &[
            "Offerte is helder, maar ik moest mijn verbruik schatten",
            "Goed bedrag, jammer dat de korting apart staat",
            "Werkt prima op de laptop, op de telefoon minder",
            "Snel gemaakt, wel veel vinkjes",
        ],
        good: &[
            "Eindelijk één bedrag dat ik kon vergelijken",
            "Binnen {min} minuten een offerte in mijn mail",
            "Alles op één pagina en geen verrassingen",
            "Fijn dat ik later verder kon waar ik was gebleven",
            "Het maandbedrag en het jaarbedrag staan naast elkaar",
            "Mijn adres invullen was genoeg",
            "Duidelijk wat ik krijg en wat het kost",
            "De startdatum schoof vanzelf mee met mijn verhuizing",
        ],
    },
    Phrases {
        bad: &[
            "De chat sluit om zes uur, dan kom ik pas thuis",
            "Eerst {n} keer met een robot praten",
            "Het gesprek viel weg en ik kon opnieuw beginnen",
            "De chat stuurde me door naar de telefoon",
            "Ik kreeg een link in plaats van een antwoord",
            "De medewerker kon mijn offerte niet zien",
        ],
        fair: &[
            "Antwoord kwam, maar met lange pauzes",
            "Handig, zolang de vraag simpel is",
            "Vriendelijk, al moest ik het twee keer uitleggen",
            "Goede chat, jammer dat hij 's avonds dicht is",
        ],
        good: &[
            "Snel een mens aan de lijn, geen robot",
            "Chatten onder werktijd, ideaal",
            "Kreeg het gesprek meteen toegestuurd",
            "De adviseur rekende het voor me uit",
            "Binnen {min} minuten klaar",
            "Foto van mijn meter gestuurd en het was geregeld",
        ],
    },
    Phrases {
        bad: &[
            "De adviseur kwam een dagdeel later dan afgesproken",
            "Het rapport kwam pas na {n} weken",
        ],
        fair: &[
            "Fijn bezoek, het rapport mag korter",
            "Goed verhaal, maar ik weet nog niet wat het oplevert",
        ],
        good: &[
            "Nam alle tijd en keek ook op zolder",
            "Duidelijk verhaal over isolatie en panelen",
            "Kwam precies op tijd en had de berekening bij zich",
            "Geen verkooppraatje, gewoon goed advies aan tafel",
            "Mijn dak bleek geschikt, binnen een uur wist ik het",
        ],
    },
    Phrases {
        bad: &[
            "Tekenen lukte pas na {n} pogingen",
            "De code per sms kwam niet aan",
            "Ik kreeg het contract twee keer, met twee bedragen",
            "In het contract stond een ander maandbedrag dan in de offerte",
            "Ik wilde op papier tekenen en dat kon niet",
        ],
        fair: &[
            "Tekenen ging snel, het lezen duurde langer",
            "Goed, al is zeventien bladzijden veel",
            "In een minuut getekend, daarna stilte",
            "Werkte, maar de knop was even zoeken",
        ],
        good: &[
            "Getekend op mijn telefoon in vier minuten",
            "Heel eenvoudig, zelfs mijn vader kon het",
            "Meteen een bevestiging in mijn mail",
            "Geen papier en geen gedoe",
            "Alles klopte met de offerte",
            "Zes regels samenvatting boven het contract, heerlijk",
            "Opzeggen bij de oude werd voor me gedaan",
        ],
    },
    Phrases {
        bad: &[
            "Het pakket kwam {n} weken na de start",
            "Dikke envelop met drie keer dezelfde folder",
            "Mijn naam was verkeerd gespeld",
            "De inloggegevens zaten er niet bij",
            "De brief noemt een app die ik niet kan vinden",
        ],
        fair: &[
            "Net pakket, ik heb het half gelezen",
            "Het stappenplan is handig, de rest kon per mail",
            "Leuk, maar niet nodig",
            "Duidelijk, al kwam het laat",
        ],
        good: &[
            "Stappenplan van één pagina, precies genoeg",
            "Fijn dat de meterstanden erin uitgelegd worden",
            "Voelde me echt welkom",
            "Alles stond erin: datum, bedrag en wie ik kan bellen",
            "Kwam op {dag} al binnen",
            "De checklist voor de verhuizing was goud waard",
        ],
    },
    Phrases {
        bad: &[
            "Wekenlang stil tot de overstap",
            "Pas na {n} weken hoorde ik iets",
            "De datum in de mail klopt niet met mijn sleuteloverdracht",
            "Ik weet nog steeds niet of mijn oude leverancier is opgezegd",
            "De mail belandde tussen de reclame",
            "Twee berichten met twee verschillende datums",
            "Moest zelf bellen om te horen wanneer het ingaat",
        ],
        fair: &[
            "Bericht was goed, maar kwam wel laat",
            "De datum staat er, de meterstand moest ik zoeken",
            "Prima mail, liever ook een sms",
            "Klopt allemaal, al had ik eerder iets willen horen",
        ],
        good: &[
            "Alles ging vanzelf, top geregeld",
            "Duidelijke datum en wat ik nog moest doen",
            "Een week van tevoren bericht, keurig",
            "Oude leverancier netjes voor me opgezegd",
            "Eén mail, één datum, klaar",
        ],
    },
    Phrases {
        bad: &[
            "Eerste factuur gaat over {n} vreemde weken",
            "Waarom betaal ik over zes weken",
            "Ik moest bellen om mijn eigen rekening te snappen",
            "Twee bedragen op één pagina",
            "Termijnbedrag klopt niet met wat ik tekende",
            "De periode op de rekening begint voor mijn verhuizing",
            "Er staat {eur} euro extra op zonder uitleg",
            "De nieuwe indeling is onleesbaar",
            "Drie keer gebeld voordat iemand de periode kon uitleggen",
            "Ik betaal voor dagen dat ik er nog niet woonde",
            "Mijn oude adres staat nog op de rekening",
            "Wat is een voorschot over een halve maand",
            "Ik zoek het totaal en vind vier totalen",
            "Afgeschreven op {dag} terwijl er een andere datum staat",
        ],
        fair: &[
            "Na twee keer lezen snapte ik hem",
            "Het bedrag klopt, de uitleg kan korter",
            "In de app is het duidelijker dan in de mail",
            "Medewerker was vriendelijk, maar zag mijn factuur niet",
            "Uiteindelijk goed, wel {min} minuten gepuzzeld",
            "De periode staat er nu bij, dat helpt iets",
        ],
        good: &[
            "Eerste rekening in één keer duidelijk",
            "Klopt precies met wat ik tekende",
            "Het filmpje bij de factuur legde alles uit",
            "Mooi dat de meterstanden erbij staan",
            "Vraag over de periode was binnen {min} minuten opgelost",
        ],
    },
    Phrases {
        bad: &[
            "De app laat sinds {dag} niets meer zien",
            "Mijn teruglevering staat er niet in",
            "Na elke update moet ik opnieuw inloggen",
            "Verbruik van gisteren komt pas {n} dagen later",
            "Grafiek zonder getallen, daar heb ik niets aan",
        ],
        fair: &[
            "Mooie grafieken, gas loopt een dag achter",
            "Handig, maar ik mis een vergelijking met vorig jaar",
            "Werkt meestal",
            "Goed overzicht, de melding bij hoog verbruik mag weg",
        ],
        good: &[
            "In de app zie ik mijn verbruik per uur",
            "Door de app doe ik de was nu op {dag}",
            "Ik zag meteen dat de boiler de schuldige was",
            "Scheelt me {eur} euro per maand",
            "Fijn, per uur te zien",
            "De voorspelling van mijn jaarbedrag klopt aardig",
            "Zelfs mijn kinderen kijken mee",
        ],
    },
    Phrases {
        bad: &[
            "{min} minuten in de wacht en toen viel de lijn weg",
            "Drie keer hetzelfde verhaal verteld",
            "De monteur zou op {dag} komen en kwam niet",
            "Niemand kon zeggen hoelang het zou duren",
            "Doorverwezen naar de netbeheerder en weer terug",
            "Zonder stroom en dan een keuzemenu van zes minuten",
            "Het storingsnummer stond nergens op de rekening",
            "Ik kreeg een bericht dat het opgelost was, maar het was donker",
        ],
        fair: &[
            "Lang wachten, daarna goed geholpen",
            "Vriendelijk, maar zonder eindtijd",
            "De sms met updates hielp, de wachtrij niet",
            "Sneller dan vorige keer, nog steeds te lang",
        ],
        good: &[
            "Sneller geholpen dan vorig jaar",
            "Na {min} minuten al een sms met de eindtijd",
            "De medewerker bleef aan de lijn tot het licht weer aan was",
            "Eén keer gebeld en het was opgelost",
            "Eerlijk gezegd waar de storing zat",
        ],
    },
    Phrases {
        bad: &[
            "De teruggaaf staat verstopt op bladzijde vier",
            "Acht bladzijden en nog weet ik niet waarom ik {eur} euro bijbetaal",
            "Zet het goede nieuws op bladzijde één",
            "Mijn zonnepanelen zijn niet goed verrekend",
            "De meterstand is geschat terwijl ik hem doorgaf",
            "Elk jaar een andere indeling",
            "Ik ga weg als dit zo blijft",
            "Nieuwe termijn is {eur} euro hoger zonder reden",
            "Belasting en tarief lopen door elkaar",
        ],
        fair: &[
            "Klopt wel, maar je moet goed zoeken",
            "De eerste bladzijde is goed, de rest is veel",
            "Bedrag klopt, de brief was laat",
            "Met de uitleg in de app kwam ik eruit",
        ],
        good: &[
            "Geld terug en meteen duidelijk waarom",
            "Het vergelijk met vorig jaar is heel handig",
            "Eén bladzijde samenvatting, dank je",
            "Binnen {n} dagen stond de teruggaaf op mijn rekening",
            "De meterstanden klopten precies",
        ],
    },
    Phrases {
        bad: &[
            "Nieuwe klanten krijgen een beter aanbod dan ik",
            "Het aanbod kwam {n} dagen voor het einde",
            "Ik moest zelf uitrekenen of het gunstig was",
            "Het tarief in de mail gold al niet meer",
        ],
        fair: &[
            "Redelijk aanbod, ik vergelijk nog even",
            "Prima, al had ik liever twee keuzes gehad",
            "Duidelijk, maar niet scherp",
        ],
        good: &[
            "Aanbod past bij mijn eigen verbruik",
            "Met één klik verlengd",
            "Fijn dat het oude tarief ernaast stond",
            "Netjes gebeld voordat mijn contract afliep",
        ],
    },
    Phrases {
        bad: &[
            "Voor een regeling moest ik alles opnieuw opsturen",
            "Ik schaamde me en werd {n} keer doorverbonden",
        ],
        fair: &["De regeling is goed, de brief is streng"],
        good: &["Rustig meegedacht en in {n} termijnen geregeld"],
    },
];

/// In front of a piece; most are empty.
pub const OPENERS: [&str; 3] =
    ["Eerlijk gezegd: ", "Eerste keer dat ik reageer. ", "Kort en goed: "];

/// Behind a piece that hurt.
pub const BAD_TAILS: [&str; 10] = [
    "Dit kan echt beter.",
    "Heeft me een avond gekost.",
    "Ik moest er zelf achteraan.",
    "Jammer.",
    "Niemand belt terug.",
    "Ik overweeg over te stappen.",
    "Graag uitleg.",
    "Snap er niks van.",
    "Bel mij hierover aub",
    "Vorig jaar ging dit beter.",
];

/// Behind a piece that was fair.
pub const FAIR_TAILS: [&str; 6] = [
    "Verder geen klachten.",
    "Kan beter, kan slechter.",
    "Het mag wat eenvoudiger.",
    "Voorlopig tevreden.",
    "Ga zo door, maar korter.",
    "Benieuwd hoe het volgende keer gaat.",
];

/// Behind a piece that helped.
pub const GOOD_TAILS: [&str; 9] = [
    "Top!",
    "Ga zo door.",
    "Complimenten.",
    "Heb het al aan mijn buren verteld.",
    "Zo hoort het.",
    "Dank jullie wel.",
    "Blije klant hier.",
    "Heel fijn.",
    "Mag overal zo.",
];

/// Behind any piece of someone who waited long.
pub const LONG_WAIT: [&str; 7] = [
    "Wel {min} minuten gewacht.",
    "Het wachten duurde te lang.",
    "Pas na {n} dagen antwoord.",
    "Eindeloos in de wacht gestaan.",
    "Ik stond op plek {n}0 in de rij.",
    "Duurde lang voor ik iemand sprak.",
    "{n} dagen op een reactie gewacht.",
];
