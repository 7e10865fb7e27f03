//! Noordvolt's map: stages, steps, contact moments, owners and what stands around them.

use crate::outline::{
    Card, Event, Journey, Note, Outline, Owner, Persona, Stage, Target, Team, backstage, gain,
    pain, quote, usual,
};

const PERSONA: &str = "Verhuizers";

const LOTTE: &str = "Lotte Brink";
const IMRAN: &str = "Imran Kaya";
const SEM: &str = "Sem Verhoef";
const JORIS: &str = "Joris Maas";
const NOOR: &str = "Noor van Dalen";
const FLEUR: &str = "Fleur Postma";

/// The whole document, without answers.
pub fn outline() -> Outline {
    Outline {
        title: "Noordvolt – klantreis",
        client: "Noordvolt",
        language: "nl",
        teams: teams(),
        owners: owners(),
        personas: vec![Persona {
            name: PERSONA,
            role: "Gaan binnen drie maanden verhuizen en regelen stroom en gas erbij",
            goals: "Op de dag van de sleutel stroom hebben, en vooraf weten wat het per maand kost",
            frustrations: "Rekeningen over vreemde perioden, stilte na het tekenen, steeds opnieuw uitleggen",
            quote: "Ik heb al honderd dingen te regelen, dit moet vanzelf gaan.",
        }],
        channels: ["web", "app", "email", "phone", "chat", "letter", "in_person", "ad"]
            .map(usual)
            .into(),
        journeys: vec![Journey {
            name: "Energie voor thuis",
            persona: PERSONA,
            stages: vec![need(), orientation(), consideration(), purchase(), use_(), evaluation()],
        }],
        targets: vec![Target { metric: "ces", touchpoint: None, value: 5.0 }],
        events: vec![
            Event {
                day: "2026-04-01",
                name: "Offerte in één bedrag",
                touchpoint: Some("Online offerte"),
            },
            Event {
                day: "2026-07-01",
                name: "Nieuwe factuurindeling",
                touchpoint: Some("Eerste factuur"),
            },
            Event {
                day: "2026-07-01",
                name: "Storingslijn met terugbelservice",
                touchpoint: Some("Storing melden"),
            },
        ],
    }
}

fn teams() -> Vec<Team> {
    [
        ("Marketing", "Marketing"),
        ("Verkoop online", "Verkoop"),
        ("Klantenservice", "Service"),
        ("Buitendienst", "Service"),
        ("Facturatie", "Facturatie"),
        ("Web en app", "Web en app"),
    ]
    .map(|(name, department)| Team { name, department })
    .into()
}

fn owners() -> Vec<Owner> {
    [
        (LOTTE, "Marketeer", "l.brink@noordvolt.example", "Marketing"),
        (IMRAN, "Manager online verkoop", "i.kaya@noordvolt.example", "Verkoop online"),
        (SEM, "Teamleider klantenservice", "s.verhoef@noordvolt.example", "Klantenservice"),
        (JORIS, "Adviseur aan huis", "j.maas@noordvolt.example", "Buitendienst"),
        (NOOR, "Hoofd facturatie", "n.vandalen@noordvolt.example", "Facturatie"),
        (FLEUR, "Producteigenaar app", "f.postma@noordvolt.example", "Web en app"),
    ]
    .map(|(name, role, email, team)| Owner { name, role, email, team })
    .into()
}

fn card(
    title: &'static str,
    icon: &'static str,
    owner: &'static str,
    channels: &[&'static str],
    emotion: f64,
    description: &'static str,
) -> Card {
    Card {
        title,
        description,
        icon,
        channels: channels.into(),
        owner,
        moment_of_truth: false,
        emotion: [(PERSONA, emotion)].into(),
    }
}

fn truth(card: Card) -> Card {
    Card { moment_of_truth: true, ..card }
}

fn stage(
    kind: &'static str,
    steps: [&'static str; 2],
    touchpoints: Vec<Card>,
    notes: Vec<Note>,
) -> Stage {
    Stage { kind, name: None, steps: steps.into(), touchpoints, notes }
}

fn need() -> Stage {
    stage(
        "need",
        ["Ik ga verhuizen", "Mijn contract loopt af"],
        vec![
            card(
                "Online advertentie",
                "campaign",
                LOTTE,
                &["ad"],
                0.2,
                "Advertenties op sociale media en zoekpagina's. Wordt nog niet gemeten.",
            ),
            card(
                "Energienieuwsbrief",
                "mail",
                LOTTE,
                &["email", "web"],
                0.5,
                "Maandelijkse mail met tips, tarieven en wat er verandert.",
            ),
        ],
        vec![
            pain("Advertentie zegt niets over verhuizen"),
            gain("Tip in de nieuwsbrief komt op tijd"),
            quote("“Ik stap alleen over omdat ik verhuis.”"),
            backstage("campaign", "Campagne"),
            backstage("database", "CRM"),
        ],
    )
}

fn orientation() -> Stage {
    stage(
        "orientation",
        ["Ik kijk wat anderen betalen", "Ik check wie betrouwbaar is"],
        vec![
            card(
                "Vergelijkingssite",
                "balance",
                IMRAN,
                &["web", "app", "phone"],
                -0.3,
                "Ons aanbod op de pagina's van vergelijkers, tot en met doorklikken.",
            ),
            card(
                "Tarievenpagina",
                "language",
                IMRAN,
                &["web", "app", "phone", "chat"],
                -0.9,
                "De pagina met leveringstarieven, vaste kosten en teruglevering.",
            ),
            card(
                "Adviesgesprek",
                "call",
                SEM,
                &["phone", "chat", "in_person"],
                0.7,
                "Gesprek met een adviseur, zelf gebeld of op afspraak.",
            ),
        ],
        vec![
            pain("Tarieven snap ik pas met een rekenmachine"),
            gain("Adviseur belt binnen een uur terug"),
            quote("“Drie tabbladen open en nog niet zeker.”"),
            backstage("sell", "Tarieven"),
            backstage("support_agent", "Verkoop"),
        ],
    )
}

fn consideration() -> Stage {
    stage(
        "consideration",
        ["Ik vraag een offerte aan", "Ik weeg prijs en groen af"],
        vec![
            truth(card(
                "Online offerte",
                "request_quote",
                IMRAN,
                &["web", "app", "email", "phone"],
                0.9,
                "Van postcode tot aanbod in één bedrag per maand.",
            )),
            card(
                "Chat met adviseur",
                "forum",
                SEM,
                &["chat", "web", "app"],
                1.1,
                "Chat op de site en in de app, op werkdagen tot zes uur.",
            ),
            card(
                "Adviseur aan huis",
                "home",
                JORIS,
                &["in_person"],
                1.5,
                "Bezoek over isolatie, zonnepanelen en warmtepompen.",
            ),
        ],
        vec![
            gain("Offerte toont één duidelijk bedrag"),
            pain("Chat sluit om zes uur, dan kom ik thuis"),
            quote("“Eindelijk één bedrag dat ik kon vergelijken.”"),
            backstage("calculate", "Offertes"),
            backstage("shield", "Krediet"),
        ],
    )
}

fn purchase() -> Stage {
    stage(
        "purchase",
        ["Ik teken het contract", "Ik hoor wanneer het ingaat"],
        vec![
            truth(card(
                "Contract tekenen",
                "draw",
                IMRAN,
                &["web", "app", "phone", "letter"],
                1.2,
                "Lezen, tekenen en bevestiging krijgen.",
            )),
            card(
                "Welkomstpakket",
                "markunread_mailbox",
                LOTTE,
                &["letter", "email", "app"],
                0.8,
                "Stappenplan, inloggegevens en wie je kunt bellen.",
            ),
            card(
                "Overstapbericht",
                "mail",
                NOOR,
                &["email", "app", "phone", "letter"],
                -0.1,
                "Bericht met de ingangsdatum en wat er met de oude leverancier gebeurt.",
            ),
        ],
        vec![
            gain("Getekend op mijn telefoon in vier minuten"),
            pain("Wekenlang stil tot de overstap"),
            quote("“In een minuut getekend. Daarna stilte.”"),
            backstage("draw", "E-tekenen"),
            backstage("swap_horiz", "Overstap"),
        ],
    )
}

fn use_() -> Stage {
    stage(
        "use",
        ["Ik krijg mijn eerste factuur", "Ik volg wat ik verbruik"],
        vec![
            truth(card(
                "Eerste factuur",
                "receipt_long",
                NOOR,
                &["email", "app", "phone", "chat", "letter"],
                -1.3,
                "De eerste rekening na de overstap, met de vragen die erover binnenkomen.",
            )),
            card(
                "Verbruik in app",
                "smartphone",
                FLEUR,
                &["app", "web"],
                0.9,
                "Verbruik per uur, dag en maand, met een voorspelling voor het jaar.",
            ),
            card(
                "Storing melden",
                "call",
                SEM,
                &["phone", "app", "chat"],
                -1.7,
                "Melden, wachten, horen wanneer het klaar is.",
            ),
        ],
        vec![
            pain("Eerste factuur gaat over zes vreemde weken"),
            gain("In de app zie ik mijn verbruik per uur"),
            quote("“Ik moest bellen om mijn eigen rekening te snappen.”"),
            backstage("receipt_long", "Facturatie"),
            backstage("speed", "Meterdata"),
        ],
    )
}

fn evaluation() -> Stage {
    stage(
        "evaluation",
        ["Ik kijk terug op een jaar", "Ik besluit: blijven of gaan"],
        vec![
            truth(card(
                "Jaarafrekening",
                "description",
                NOOR,
                &["letter", "email", "app", "phone", "chat"],
                -1.0,
                "De afrekening over een jaar, met bijbetaling of teruggaaf.",
            )),
            card(
                "Betalingsregeling",
                "call",
                SEM,
                &["phone"],
                -0.4,
                "Afspraak over betalen in termijnen.",
            ),
            card(
                "Verlengingsaanbod",
                "loyalty",
                LOTTE,
                &["email", "phone"],
                0.6,
                "Aanbod voor een nieuw contract voordat het oude afloopt.",
            ),
        ],
        vec![
            pain("Teruggaaf staat pas op bladzijde vier"),
            gain("Aanbod past bij mijn eigen verbruik"),
            quote("“Zet het goede nieuws op bladzijde één.”"),
            backstage("description", "Afrekening"),
            backstage("loyalty", "Behoud"),
        ],
    )
}
