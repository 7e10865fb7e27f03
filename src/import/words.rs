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
    "your name",
    "uw naam",
    "je naam",
    "jouw naam",
    "customer name",
    "client name",
    "contact name",
    "person name",
    "user name",
    "guest name",
    "klantnaam",
    "naam klant",
    "contactpersoon",
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
    "behandeld door",
    "handled by",
    "assigned to",
    "toegewezen aan",
    "case owner",
    "ticket owner",
    "contact owner",
    "case assigned user",
    "advisor",
    "adviser",
    "consultant",
    "monteur",
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
    "aan te raden",
    "aan te bevelen",
    "bevelen",
    "aanbeveelt",
    "raadt u",
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
    "verholpen",
    "in 1 keer",
    "one contact",
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
/// Questions that are asked of employees.
pub(super) const EMPLOYEES_ASKED: &[&str] = &[
    "enps",
    "as a place to work",
    "place to work",
    "as an employer",
    "as employer",
    "als werkgever",
    "als werkplek",
    "plek om te werken",
    "my manager",
    "mijn leidinggevende",
    "my supervisor",
];
/// What a tool measures for itself.
pub(super) const SYSTEM: &[&str] = &[
    "duration in seconds",
    "duration",
    "location latitude",
    "location longitude",
    "location accuracy",
    "latitude",
    "longitude",
    "network id",
    "collector id",
    "user agent",
    "browser",
    "referrer",
    "permalink",
    "url",
    "interview time",
    "group time",
    "question time",
    "external reference",
    "external data reference",
    "nps group",
    "sentiment score",
];
/// A scale whose high end is easy.
pub(super) const EASE: &[&str] =
    &["easy", "ease", "makkelijk", "gemakkelijk", "gemak", "eenvoudig"];
/// Satisfaction itself, and not just any score.
pub(super) const SATISFIED: &[&str] =
    &["csat", "satisfaction", "satisfied", "tevreden", "tevredenheid", "tevredenheidsscore"];
/// The column that names the question of a row, the surest first.
pub(super) const QUESTION: &[&str] = &[
    "field label",
    "question text",
    "vraagtekst",
    "question label",
    "question",
    "vraag",
    "question name",
    "question title",
    "statement",
    "stelling",
    "question id",
    "question number",
    "vraagnummer",
    "vraag nummer",
    "vraagnr",
    "question no",
    "question nr",
    "field id",
];
/// The column with the answer to the row's question, the surest first.
pub(super) const VALUE: &[&str] = &[
    "answer",
    "antwoord",
    "answer value",
    "answer text",
    "response",
    "response value",
    "value",
    "waarde",
    "reactie",
];
/// The column that says what kind of question it is.
pub(super) const QUESTION_KIND: &[&str] =
    &["field type", "question type", "vraagtype", "type vraag", "answer type"];
pub(super) const YES: &[&str] =
    &["yes", "ja", "true", "waar", "y", "j", "1", "x", "agree", "akkoord"];
pub(super) const NO: &[&str] =
    &["no", "nee", "false", "onwaar", "n", "0", "disagree", "niet akkoord"];
