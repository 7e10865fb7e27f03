//! Fairmoor Airport's map: from planning the trip to boarding, in six stages of its own.

use crate::outline::{
    Card, Channel, Event, Journey, Note, Outline, Owner, Persona, Stage, Target, Team, backstage,
    gain, pain, quote, usual,
};

const PERSONA: &str = "Family flyers";

const RUTH: &str = "Ruth Amesbury";
const OWEN: &str = "Owen Tarrant";
const PRIYA: &str = "Priya Nayar";
const DALE: &str = "Dale Hockridge";
const INES: &str = "Ines Valcourt";
const TOBY: &str = "Toby Wrenfield";

/// The whole document, without answers.
pub fn outline() -> Outline {
    Outline {
        title: "Fairmoor Airport – departing",
        client: "Fairmoor Airport",
        language: "en",
        teams: [
            ("Online", "Digital"),
            ("Roads and parking", "Landside"),
            ("Passenger services", "Terminal"),
            ("Security", "Security"),
            ("Shops and restaurants", "Commercial"),
            ("Facilities", "Terminal"),
        ]
        .map(|(name, department)| Team { name, department })
        .into(),
        owners: owners(),
        personas: vec![Persona {
            name: PERSONA,
            role: "Two adults with young children, once or twice a year by air",
            goals: "Stay together, stay calm, and be at the gate on time",
            frustrations: "Long lines with tired children, and not knowing how far it still is",
            quote: "Tell me how long it takes and I can plan around it.",
        }],
        channels: vec![
            usual("web"),
            usual("app"),
            Channel { kind: "in_person", name: Some("At the airport") },
            Channel { kind: "other", name: Some("Self-service") },
            usual("phone"),
        ],
        journeys: vec![Journey {
            name: "Departing passenger",
            persona: PERSONA,
            stages: vec![plan(), get_there(), check_in(), security(), wait(), board()],
        }],
        targets: vec![
            Target { metric: "csat", touchpoint: None, value: 70.0 },
            Target { metric: "ces", touchpoint: Some("Security line"), value: 2.5 },
        ],
        events: vec![Event {
            day: "2026-07-06",
            name: "Building works at pier D",
            touchpoint: Some("Boarding gate"),
        }],
    }
}

fn owners() -> Vec<Owner> {
    [
        (RUTH, "Head of digital", "r.amesbury@fairmoor.example", "Online"),
        (OWEN, "Landside manager", "o.tarrant@fairmoor.example", "Roads and parking"),
        (PRIYA, "Passenger services manager", "p.nayar@fairmoor.example", "Passenger services"),
        (DALE, "Security manager", "d.hockridge@fairmoor.example", "Security"),
        (INES, "Commercial manager", "i.valcourt@fairmoor.example", "Shops and restaurants"),
        (TOBY, "Facilities manager", "t.wrenfield@fairmoor.example", "Facilities"),
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
        moment_of_truth: matches!(title, "Security line" | "Boarding gate"),
        emotion: [(PERSONA, emotion)].into(),
    }
}

fn stage(
    name: &'static str,
    steps: [&'static str; 2],
    touchpoints: Vec<Card>,
    notes: Vec<Note>,
) -> Stage {
    Stage { kind: "other", name: Some(name), steps: steps.into(), touchpoints, notes }
}

fn plan() -> Stage {
    stage(
        "Plan",
        ["I check my flight", "I decide when to leave home"],
        vec![
            card(
                "Website",
                "language",
                RUTH,
                &["web"],
                0.3,
                "Flights, waiting times, parking and how to get here.",
            ),
            card(
                "Flight alerts",
                "notifications",
                RUTH,
                &["app"],
                0.6,
                "Messages about gate and time. Not in the survey yet.",
            ),
        ],
        vec![
            gain("Waiting times are shown by the hour"),
            pain("Opening hours differ from page to page"),
            quote("“I want to know when to leave, not what you sell.”"),
            backstage("database", "Flight data"),
            backstage("edit_document", "Web editors"),
        ],
    )
}

fn get_there() -> Stage {
    stage(
        "Get there",
        ["I drive or take the train", "I park and ride to the terminal"],
        vec![
            card(
                "Roads and signs",
                "signpost",
                OWEN,
                &["At the airport"],
                -0.2,
                "Access roads and the signs to the piers.",
            ),
            card(
                "Parking garage",
                "local_parking",
                OWEN,
                &["Self-service"],
                -0.9,
                "Finding a space, walking, paying.",
            ),
            card(
                "Shuttle train",
                "train",
                OWEN,
                &["At the airport"],
                0.8,
                "Driverless train between car parks and piers.",
            ),
        ],
        vec![
            pain("Four levels up before there is a space"),
            gain("A train every two minutes"),
            quote("“Which garage is mine?”"),
            backstage("directions_car", "Traffic control"),
            backstage("point_of_sale", "Pay stations"),
        ],
    )
}

fn check_in() -> Stage {
    stage(
        "Check in",
        ["I get our boarding passes", "I hand in the bags"],
        vec![
            card(
                "Check-in desk",
                "badge",
                PRIYA,
                &["At the airport"],
                0.1,
                "Desks run for the airlines.",
            ),
            card(
                "Bag drop",
                "luggage",
                PRIYA,
                &["Self-service", "At the airport"],
                0.5,
                "Print, tag and drop.",
            ),
        ],
        vec![
            gain("Bags gone within three minutes"),
            pain("One desk open for three flights"),
            quote("“With both hands free it felt like a holiday.”"),
            backstage("sync", "Airline systems"),
            backstage("inventory", "Baggage hall"),
        ],
    )
}

fn security() -> Stage {
    stage(
        "Security",
        ["I queue and unpack", "I find the way to my pier"],
        vec![
            card(
                "Security line",
                "security",
                DALE,
                &["At the airport"],
                -1.6,
                "From the end of the line to the last tray.",
            ),
            card(
                "Signs inside",
                "signpost",
                TOBY,
                &["At the airport"],
                0.2,
                "Signs between security and the piers.",
            ),
        ],
        vec![
            pain("Nobody says how long the line is"),
            gain("Family lane with patient staff"),
            quote("“Shoes off in one lane, on in the next.”"),
            backstage("groups", "Shift planning"),
            backstage("videocam", "Camera room"),
        ],
    )
}

fn wait() -> Stage {
    stage(
        "Wait",
        ["I look for food and a seat", "I keep an eye on the screens"],
        vec![
            card(
                "Flight screens",
                "schedule",
                TOBY,
                &["At the airport"],
                0.7,
                "Departure screens in halls and piers.",
            ),
            card(
                "Wi-Fi",
                "wifi",
                RUTH,
                &["At the airport"],
                -0.3,
                "Free network in the whole terminal.",
            ),
            card(
                "Food and drink",
                "restaurant",
                INES,
                &["At the airport"],
                -0.4,
                "Restaurants, bars and coffee counters.",
            ),
            card("Shops", "shopping_bag", INES, &["At the airport"], 0.2, "Shops after security."),
            card("Restrooms", "wc", TOBY, &["At the airport"], 0.4, "Restrooms and baby rooms."),
        ],
        vec![
            pain("Everything closes at nine"),
            gain("Walking times on every screen"),
            quote("“A cold sandwich for the price of a meal.”"),
            backstage("storefront", "Tenants"),
            backstage("engineering", "Cleaning crew"),
        ],
    )
}

fn board() -> Stage {
    stage(
        "Board",
        ["I wait at the gate", "I step on board"],
        vec![
            card(
                "Boarding gate",
                "flight",
                PRIYA,
                &["At the airport"],
                0.9,
                "Seats, sockets, calls and the way on board.",
            ),
            card(
                "Lost property",
                "search",
                PRIYA,
                &["phone", "web"],
                -1.1,
                "Asking for what was left behind.",
            ),
        ],
        vec![
            gain("Quiet gates with sockets"),
            pain("Building works at pier D take away seats"),
            quote("“Called by row, then everyone at once.”"),
            backstage("support_agent", "Gate planning"),
            backstage("build", "Pier D project"),
        ],
    )
}
