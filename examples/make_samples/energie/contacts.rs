//! The contact moments of Noordvolt and what its last quarter must add up to.
//!
//! Figures of one invented quarter (1 July to 30 September 2026); earlier ones follow from them.

use crate::recommend::Wanted;

/// The ways customers reach Noordvolt, as written in the file.
pub const CHANNELS: [&str; 7] =
    ["Web", "App", "E-mail", "Telefoon", "Chat", "Brief", "Persoonlijk"];

/// Indexes into `CHANNELS`.
pub const WEB: usize = 0;
const APP: usize = 1;
const MAIL: usize = 2;
/// The telephone.
pub const PHONE: usize = 3;
/// The chat.
pub const CHAT: usize = 4;
/// Letters.
pub const LETTER: usize = 5;
const VISIT: usize = 6;

/// One contact moment with the figures of the last quarter.
pub struct Contact {
    /// Title on the map and label in the file.
    pub title: &'static str,
    /// Answers in the quarter.
    pub n: usize,
    /// Sum of the answers on ease, 1 to 7.
    pub sum: i64,
    /// Sum of their squares.
    pub squares: i64,
    /// How much the mean rose since the quarter before.
    pub change: f64,
    /// Recommendation.
    pub nps: Wanted,
    /// (channel, answers, mean) in the quarter; the answers add up to `n`.
    pub channels: &'static [(usize, usize, f64)],
}

const fn nps(nps: i32, low: i32, high: i32) -> Wanted {
    Wanted::Exactly { nps, low, high }
}

/// Index of the first bill in `CONTACTS`.
pub const FIRST_BILL: usize = 10;
/// Index of the payment plan: so few answers that it stays hidden.
pub const PAYMENT_PLAN: usize = 15;

/// Everything that was asked about, in the order of the journey. Nobody was asked about the
/// online advertisement.
pub const CONTACTS: [Contact; 16] = [
    Contact {
        title: "Energienieuwsbrief",
        n: 148,
        sum: 771,
        squares: 4267,
        change: 0.08,
        nps: nps(7, -5, 18),
        channels: &[(WEB, 35, 5.3), (MAIL, 113, 5.2)],
    },
    Contact {
        title: "Vergelijkingssite",
        n: 236,
        sum: 1063,
        squares: 5249,
        change: 0.08,
        nps: nps(-12, -21, -2),
        channels: &[(WEB, 181, 4.5), (APP, 38, 4.8), (PHONE, 17, 3.6)],
    },
    Contact {
        title: "Tarievenpagina",
        n: 318,
        sum: 1239,
        squares: 5462,
        change: -0.17,
        nps: nps(-22, -30, -14),
        channels: &[(WEB, 216, 3.9), (APP, 49, 4.1), (PHONE, 37, 3.6), (CHAT, 16, 3.6)],
    },
    Contact {
        title: "Adviesgesprek",
        n: 187,
        sum: 1065,
        squares: 6333,
        change: 0.09,
        nps: nps(26, 15, 36),
        channels: &[(PHONE, 138, 5.8), (CHAT, 35, 5.3), (VISIT, 14, 5.9)],
    },
    Contact {
        title: "Online offerte",
        n: 402,
        sum: 2375,
        squares: 14_543,
        change: 0.42,
        nps: nps(31, 24, 38),
        channels: &[(WEB, 255, 6.0), (APP, 93, 5.9), (MAIL, 36, 5.7), (PHONE, 18, 5.5)],
    },
    Contact {
        title: "Chat met adviseur",
        n: 164,
        sum: 884,
        squares: 5032,
        change: 0.01,
        nps: nps(15, 3, 26),
        channels: &[(WEB, 55, 5.2), (APP, 24, 5.6), (CHAT, 85, 5.5)],
    },
    Contact {
        title: "Adviseur aan huis",
        n: 14,
        sum: 87,
        squares: 553,
        change: 0.06,
        nps: nps(50, 9, 73),
        channels: &[(VISIT, 14, 6.2)],
    },
    Contact {
        title: "Contract tekenen",
        n: 351,
        sum: 2105,
        squares: 13_063,
        change: 0.08,
        nps: nps(34, 26, 41),
        channels: &[(WEB, 194, 6.0), (APP, 124, 6.2), (PHONE, 19, 5.3), (LETTER, 14, 5.9)],
    },
    Contact {
        title: "Welkomstpakket",
        n: 203,
        sum: 1099,
        squares: 6269,
        change: 0.08,
        nps: nps(12, 1, 22),
        channels: &[(APP, 9, 5.7), (MAIL, 116, 5.6), (LETTER, 78, 5.1)],
    },
    Contact {
        title: "Overstapbericht",
        n: 222,
        sum: 1024,
        squares: 5146,
        change: -0.08,
        nps: nps(-11, -21, -1),
        channels: &[(APP, 47, 4.9), (MAIL, 131, 4.7), (PHONE, 23, 3.5), (LETTER, 21, 4.4)],
    },
    Contact {
        title: "Eerste factuur",
        n: 412,
        sum: 1319,
        squares: 4997,
        change: -0.52,
        nps: Wanted::Counts([78, 161, 173]),
        channels: &[
            (APP, 65, 3.8),
            (MAIL, 167, 3.4),
            (PHONE, 112, 2.7),
            (CHAT, 32, 2.8),
            (LETTER, 36, 3.1),
        ],
    },
    Contact {
        title: "Verbruik in app",
        n: 528,
        sum: 2956,
        squares: 17_340,
        change: 0.08,
        nps: nps(20, 14, 26),
        channels: &[(WEB, 53, 5.3), (APP, 475, 5.6)],
    },
    Contact {
        title: "Storing melden",
        n: 131,
        sum: 459,
        squares: 1871,
        change: 0.70,
        nps: nps(-30, -42, -17),
        channels: &[(APP, 19, 3.6), (PHONE, 98, 3.5), (CHAT, 14, 3.4)],
    },
    Contact {
        title: "Jaarafrekening",
        n: 366,
        sum: 1354,
        squares: 5734,
        change: -0.08,
        nps: nps(-24, -31, -16),
        channels: &[
            (APP, 60, 3.9),
            (MAIL, 112, 3.9),
            (PHONE, 66, 3.0),
            (CHAT, 18, 4.5),
            (LETTER, 110, 3.7),
        ],
    },
    Contact {
        title: "Verlengingsaanbod",
        n: 26,
        sum: 127,
        squares: 665,
        change: -0.08,
        nps: nps(0, -27, 27),
        channels: &[(MAIL, 21, 4.7), (PHONE, 5, 5.6)],
    },
    Contact {
        title: "Betalingsregeling",
        n: 4,
        sum: 15,
        squares: 61,
        change: 0.0,
        nps: Wanted::About(-25.0),
        channels: &[(PHONE, 4, 3.75)],
    },
];

impl Contact {
    /// What the last quarter adds up to.
    pub fn quarter(&self) -> crate::histogram::Sums {
        crate::histogram::Sums { n: self.n, sum: self.sum, squares: self.squares }
    }

    /// NPS of the last quarter, in points.
    pub fn nps_points(&self) -> f64 {
        match self.nps {
            Wanted::Exactly { nps, .. } => f64::from(nps),
            Wanted::About(points) => points,
            Wanted::Counts([p, _, d]) => 100.0 * (p as f64 - d as f64) / self.n as f64,
        }
    }
}
