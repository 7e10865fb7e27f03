//! Words by which headers give away what a column is, in Dutch and English.
//!
//! Word lists only; what follows from them is decided elsewhere.

/// A header in lower case, with every sign between words as one blank.
pub(super) fn plain(header: &str) -> String {
    let mut text = String::with_capacity(header.len() + 2);
    let mut before = ' ';
    for c in header.chars() {
        // "StartDate" is two words.
        if c.is_uppercase() && before.is_lowercase() {
            text.push(' ');
        }
        text.push(if c.is_alphanumeric() { c } else { ' ' });
        before = c;
    }
    let words: Vec<String> = text.split_whitespace().map(str::to_lowercase).collect();
    words.join(" ")
}

/// Whether a plain header holds one of these words or phrases as whole words.
pub(super) fn holds(plain: &str, phrases: &[&str]) -> bool {
    let padded = format!(" {plain} ");
    phrases.iter().any(|phrase| padded.contains(&format!(" {phrase} ")))
}

/// Whether a header speaks of a moment in time.
pub(super) fn says_date(header: &str) -> bool {
    holds(&plain(header), DATE)
}

pub(super) const DATE: &[&str] = &[
    "date",
    "datum",
    "timestamp",
    "tijdstempel",
    "created at",
    "created",
    "submitted",
    "submit date",
    "completion time",
    "start date",
    "end date",
    "recorded date",
    "collected at",
    "moment",
    "ingevuld op",
    "invuldatum",
    "begintijd",
    "tijd van voltooien",
    "start time",
    "tijdstip",
    "dag",
];
pub(super) const FIRST_DATE: &[&str] = &[
    "end date",
    "submit date",
    "recorded date",
    "completion time",
    "tijd van voltooien",
    "ingevuld op",
    "invuldatum",
    "submitted",
    "collected at",
];
pub(super) const RESPONSE_ID: &[&str] = &[
    "respondent id",
    "response id",
    "responseid",
    "respondentid",
    "respnum",
    "respid",
    "resp id",
    "respondent",
    "respondentnummer",
    "submission id",
    "record id",
    "survey id",
    "responsenummer",
    "antwoord id",
    "response",
    "ticket id",
    "case id",
    "id",
    "nr",
    "nummer",
    "no",
    "respons id",
    "respondentnr",
    "recordno",
    "review id",
];
pub(super) const CUSTOMER: &[&str] = &[
    "customer",
    "klant",
    "klantnummer",
    "customer id",
    "custid",
    "klant id",
    "klantid",
    "relatienummer",
    "user id",
    "person id",
    "contact id",
    "customer number",
    "lidnummer",
];
pub(super) const PERSONAL: &[&str] = &[
    "email",
    "e mail",
    "mail address",
    "emailadres",
    "e mailadres",
    "mailadres",
    "name",
    "naam",
    "first name",
    "last name",
    "voornaam",
    "achternaam",
    "full name",
    "phone",
    "telefoon",
    "telefoonnummer",
    "mobile",
    "mobiel",
    "phone number",
    "address",
    "adres",
    "ip address",
    "ip adres",
    "ipaddress",
    "birth date",
    "geboortedatum",
    "bsn",
    "iban",
    "respondent name",
    "recipient email",
    "recipient last name",
    "recipient first name",
];
pub(super) const CHANNEL: &[&str] =
    &["channel", "kanaal", "medium", "contact channel", "contactkanaal", "via", "survey channel"];
pub(super) const EMPLOYEE: &[&str] = &[
    "agent",
    "employee",
    "medewerker",
    "adviseur",
    "teammate",
    "assignee",
    "behandelaar",
    "served by",
    "geholpen door",
];
pub(super) const WEIGHT: &[&str] = &["weight", "gewicht", "weging", "weegfactor", "weight factor"];
pub(super) const CONSENT: &[&str] = &[
    "consent",
    "toestemming",
    "may we call",
    "may we contact",
    "mogen we",
    "contact me",
    "callback",
    "bel mij",
    "mogen wij",
];
pub(super) const TOUCHPOINT: &[&str] = &[
    "touchpoint",
    "contactmoment",
    "contact moment",
    "stage",
    "fase",
    "moment of contact",
    "step",
    "stap",
    "journey stage",
    "onderdeel",
    "touch point",
];
pub(super) const COMMENT: &[&str] = &[
    "comment",
    "comments",
    "remark",
    "remarks",
    "verbatim",
    "toelichting",
    "opmerking",
    "opmerkingen",
    "feedback",
    "why",
    "waarom",
    "reason",
    "reden",
    "suggestion",
    "suggestions",
    "suggestie",
    "suggesties",
    "explain",
    "licht toe",
    "improve",
    "verbeteren",
    "anders",
    "comment message",
    "review comment message",
    "tell us",
];
pub(super) const NPS: &[&str] = &[
    "nps",
    "netpro",
    "net promoter",
    "recommend",
    "aanbevelen",
    "aanbeveling",
    "aanraden",
    "recommendation",
    "likelihood to recommend",
    "promoter",
    "enps",
    "beveelt",
    "beveel",
];
pub(super) const CES: &[&str] = &[
    "ces",
    "effort",
    "moeite",
    "inspanning",
    "easy",
    "ease",
    "makkelijk",
    "gemakkelijk",
    "gemak",
    "eenvoudig",
    "difficult",
    "difficulty",
    "moeilijk",
    "how easy",
    "hassle",
];
pub(super) const CSAT: &[&str] = &[
    "csat",
    "satisfaction",
    "satisfied",
    "tevreden",
    "tevredenheid",
    "tevredenheidsscore",
    "rating",
    "rate",
    "beoordeling",
    "beoordeel",
    "cijfer",
    "rapportcijfer",
    "score",
    "quality",
    "kwaliteit",
    "overall",
    "stars",
    "sterren",
    "review score",
];
pub(super) const FCR: &[&str] = &[
    "fcr",
    "resolved",
    "solved",
    "opgelost",
    "first contact",
    "first time right",
    "in een keer",
    "in één keer",
    "eerste contact",
];
pub(super) const SEGMENT: &[&str] = &[
    "segment",
    "region",
    "regio",
    "gender",
    "geslacht",
    "age",
    "leeftijd",
    "country",
    "land",
    "language",
    "taal",
    "product",
    "type",
    "category",
    "categorie",
    "class",
    "team",
    "department",
    "afdeling",
    "branch",
    "vestiging",
    "filiaal",
    "status",
    "income",
    "education",
    "opleiding",
    "group",
    "groep",
    "area",
    "terminal",
    "gate",
    "airline",
    "purpose",
    "lang",
    "home",
    "city",
    "stad",
    "plaats",
    "state",
    "province",
    "provincie",
    "market",
    "markt",
];
/// Header words for a rating of one thing; what is left of the header names the touchpoint.
pub(super) const YES: &[&str] =
    &["yes", "ja", "true", "waar", "y", "j", "1", "x", "agree", "akkoord"];
pub(super) const NO: &[&str] =
    &["no", "nee", "false", "onwaar", "n", "0", "disagree", "niet akkoord"];
