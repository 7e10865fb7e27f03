//! Invented customers of Noordvolt: a name, and the groups each is part of.

use crate::random::Random;
use std::collections::BTreeSet;

/// Segments, as written in the file.
pub const SEGMENTS: [&str; 5] =
    ["Verhuizers", "Huurders", "Eigenaren", "Zonnepanelen", "Zakelijk klein"];
/// People who move house.
pub const MOVERS: usize = 0;
/// People who rent.
pub const TENANTS: usize = 1;
/// Owners of solar panels.
pub const SOLAR: usize = 3;
/// Small businesses.
pub const BUSINESS: usize = 4;

/// Regions, as written in the file.
pub const REGIONS: [&str; 4] = ["Noord", "Oost", "Zuid", "West"];
/// The region whose calls wait longest.
pub const WEST: usize = 3;

/// Contracts, as written in the file.
pub const PRODUCTS: [&str; 4] = ["Vast 1 jaar", "Vast 3 jaar", "Variabel", "Dynamisch"];

/// One customer.
pub struct Customer {
    /// Invented name; no two are equal.
    pub name: String,
    /// Index into `SEGMENTS`.
    pub segment: usize,
    /// Index into `REGIONS`.
    pub region: usize,
    /// Index into `PRODUCTS`.
    pub product: usize,
    /// Whether Noordvolt may call.
    pub may_call: bool,
}

const FRONT: [&str; 44] = [
    "Abbe", "Beu", "Blok", "Boer", "Boxt", "Braam", "Bruin", "Dijk", "Doorn", "Duiven", "Eik",
    "Elder", "Esk", "Gaast", "Geer", "Groen", "Haver", "Hazel", "Heide", "Holt", "Hooi", "Horst",
    "Kalk", "Kamp", "Kolk", "Kort", "Lang", "Linde", "Maas", "Meer", "Molen", "Noor", "Ooster",
    "Post", "Ravel", "Riet", "Schel", "Steen", "Terp", "Veen", "Wester", "Wilgen", "Zand", "Zonne",
];
const BACK: [&str; 22] = [
    "beek", "berg", "bos", "brink", "burg", "daal", "dorp", "gaarde", "hof", "horst", "kamp",
    "laar", "land", "mans", "meijer", "stra", "sma", "veld", "vliet", "voort", "wijk", "zicht",
];
const LETTERS: [&str; 20] = [
    "A", "B", "C", "D", "E", "F", "G", "H", "I", "J", "K", "L", "M", "N", "P", "R", "S", "T", "W",
    "Y",
];

/// Makes customers and never the same name twice.
pub struct Register {
    names: BTreeSet<String>,
}

impl Register {
    /// A register in which the names given are already taken.
    pub fn with(taken: &[&str]) -> Self {
        Self { names: taken.iter().map(|name| (*name).to_owned()).collect() }
    }

    /// A new customer of a segment.
    pub fn enrol(&mut self, random: &mut Random, segment: usize) -> Customer {
        let name = loop {
            let name = name(random, segment);
            if self.names.insert(name.clone()) {
                break name;
            }
        };
        let products: [f64; 4] = match segment {
            MOVERS => [4.0, 2.0, 4.0, 0.6],
            TENANTS => [4.0, 2.0, 4.0, 0.4],
            SOLAR => [3.0, 2.0, 3.0, 3.0],
            BUSINESS => [3.0, 4.0, 2.0, 1.0],
            _ => [4.0, 4.0, 3.0, 1.0],
        };
        Customer {
            name,
            segment,
            region: random.weighted(&[2.6, 2.2, 2.0, 3.2]),
            product: random.weighted(&products),
            may_call: random.unit() < 0.82,
        }
    }
}

fn name(random: &mut Random, segment: usize) -> String {
    let surname = format!("{}{}", random.pick(&FRONT), random.pick(&BACK));
    if segment == BUSINESS {
        let kind =
            *random.pick(&["VvE", "Bakkerij", "Praktijk", "Fietsenhuis", "Atelier", "Kwekerij"]);
        return format!("{kind} {surname}");
    }
    match random.weighted(&[4.6, 4.6, 0.8]) {
        0 => format!("Mw. {}. {surname}", random.pick(&LETTERS)),
        1 => format!("Dhr. {}. {surname}", random.pick(&LETTERS)),
        _ => format!("Fam. {surname}"),
    }
}

/// How the segments are mixed among those asked about a contact moment.
pub fn mix(contact: &str) -> [f64; 5] {
    match contact {
        "Eerste factuur" | "Overstapbericht" | "Welkomstpakket" => [4.2, 2.4, 1.8, 1.0, 0.6],
        "Jaarafrekening" | "Verbruik in app" => [1.0, 2.2, 3.2, 2.6, 0.8],
        "Adviseur aan huis" => [0.4, 0.4, 3.5, 3.5, 0.8],
        "Betalingsregeling" => [1.0, 3.0, 1.0, 0.5, 0.5],
        _ => [3.0, 2.4, 2.4, 1.4, 0.7],
    }
}
