//! What passengers of Fairmoor Airport were asked to rate, and how they tend to answer.

/// One column with ratings from 1 to 5, where 5 is best.
pub struct Rating {
    /// Header of the column.
    pub header: &'static str,
    /// Touchpoint on the map.
    pub touchpoint: &'static str,
    /// Where the answers lie before moods are added.
    pub level: f64,
    /// Share of passengers who used it.
    pub used: f64,
}

const fn rating(header: &'static str, touchpoint: &'static str, level: f64, used: f64) -> Rating {
    Rating { header, touchpoint, level, used }
}

/// Index of the security line.
pub const SECURITY: usize = 6;
/// Index of the flight screens, the first of those that differ by pier.
pub const SCREENS: usize = 8;
/// Index of the restrooms.
pub const RESTROOMS: usize = 12;
/// Index of the boarding gate.
pub const GATE: usize = 13;
/// Index of the parking garage.
pub const PARKING: usize = 2;
/// Index of the check-in desk.
pub const CHECK_IN: usize = 4;

/// The rated touchpoints, in the order of the questionnaire.
pub const RATINGS: [Rating; 15] = [
    rating("R01_WEBSITE", "Website", 3.9, 0.58),
    rating("R02_ROADS", "Roads and signs", 3.7, 0.71),
    rating("R03_PARKING", "Parking garage", 3.2, 0.34),
    rating("R04_SHUTTLE", "Shuttle train", 4.1, 0.46),
    rating("R05_CHECKIN", "Check-in desk", 3.8, 0.52),
    rating("R06_BAGDROP", "Bag drop", 4.0, 0.49),
    rating("R07_SECURITY", "Security line", 3.3, 0.98),
    rating("R08_SIGNS", "Signs inside", 4.0, 0.95),
    rating("R09_SCREENS", "Flight screens", 4.2, 0.93),
    rating("R10_WIFI", "Wi-Fi", 3.5, 0.67),
    rating("R11_FOOD", "Food and drink", 3.4, 0.76),
    rating("R12_SHOPS", "Shops", 3.6, 0.61),
    rating("R13_RESTROOMS", "Restrooms", 3.9, 0.84),
    rating("R14_GATE", "Boarding gate", 4.1, 0.97),
    rating("R15_LOSTPROP", "Lost property", 2.9, 0.009),
];

/// A column with effort from 1 (very little) to 5 (very much): the rating it hangs on, and how
/// far the effort lies above or below what that rating says.
pub struct Effort {
    /// Header of the column.
    pub header: &'static str,
    /// Index into `RATINGS`.
    pub rating: usize,
    /// Added to the effort.
    pub extra: f64,
    /// The words as asked.
    pub wording: &'static str,
}

/// The effort questions.
pub const EFFORTS: [Effort; 3] = [
    Effort {
        header: "E1_PARKING",
        rating: PARKING,
        extra: 0.2,
        wording: "How much effort did you personally have to put into parking?",
    },
    Effort {
        header: "E2_CHECKIN",
        rating: CHECK_IN,
        extra: -0.2,
        wording: "How much effort did you personally have to put into checking in?",
    },
    Effort {
        header: "E3_SECURITY",
        rating: SECURITY,
        extra: 0.1,
        wording: "How much effort did you personally have to put into getting through security?",
    },
];

/// Never used, in ratings and efforts.
pub const NEVER_USED: i32 = 6;
/// Left blank, in ratings and efforts.
pub const BLANK: i32 = 0;
/// Left blank, in the recommendation.
pub const NO_RECOMMENDATION: i32 = 11;

/// What passengers write about a touchpoint they liked least, in the order of `RATINGS`.
pub const COMPLAINTS: [&[&str]; 15] = [
    &["Could not find my terminal on the website", "The site told me two different opening hours"],
    &["Missed the turn, the departures sign comes too late", "Road works and no diversion signs"],
    &[
        "Drove up {n} levels before finding a space",
        "Pay station refused my card {n} times",
        "No idea which garage belongs to which pier",
    ],
    &["Train stood still for {min} minutes without a word", "Platform lift out of order again"],
    &["One desk open and {n} flights leaving", "Queue at check-in took {min} minutes"],
    &["Bag drop printed the wrong tag", "The scale stopped working and nobody came"],
    &[
        "Stood {min} minutes in the security line",
        "Only {n} lanes open on a Friday morning",
        "Shoes off in one lane, shoes on in the next",
        "Almost missed my flight because of security",
    ],
    &["Signs to pier D send you in a circle", "Arrows disappear after the food court"],
    &["Gate changed and the screen kept the old one", "Screens near my seat were dark"],
    &["Wi-Fi drops every {min} minutes", "Had to sign in {n} times"],
    &["Paid a lot for a cold sandwich", "Everything shut at nine", "Nothing for my allergy"],
    &["Only perfume, no plasters", "Prices twice those in town"],
    &["Restrooms out of paper", "Long line for the women's restroom", "Floor was wet everywhere"],
    &[
        "Not enough seats at the gate",
        "Boarding called by row, then everyone at once",
        "No sockets at the gate",
    ],
    &["Called {n} times about my jacket, no answer", "Form asks for a number that nobody gave me"],
];

/// What passengers write about a touchpoint they liked best, in the order of `RATINGS`.
pub const PRAISE: [&[&str]; 15] = [
    &["Waiting times on the website were spot on"],
    &["Clear signs all the way from the motorway"],
    &["Space lights in the garage are brilliant"],
    &["Train every two minutes, lovely", "Shuttle was quick and clean"],
    &["Check-in took {n} minutes", "Friendly desk agent found us seats together"],
    &["Bag gone in {n} minutes", "Self service bag drop is so easy"],
    &["Through security in {n} minutes", "Security staff made my kids laugh"],
    &["Never had to ask the way", "Signs are large and calm"],
    &["Screens everywhere, with walking times"],
    &["Fast Wi-Fi, worked on a film while waiting"],
    &["Great noodles near gate B4", "Local coffee instead of a chain, thank you"],
    &["Nice bookshop", "Found a last minute gift"],
    &["Cleanest restrooms of any airport", "Baby room had everything"],
    &["Quiet gate with plenty of sockets", "Boarding was quick and friendly"],
    &["They found my glasses within a day"],
];

/// Behind a complaint or praise.
pub const TAILS: [[&str; 5]; 2] = [
    [
        "Please fix this.",
        "Not what I expect here.",
        "Used to be better.",
        "Made the rest of the trip harder.",
        "Staff did try to help.",
    ],
    [
        "Thank you!",
        "Keep it up.",
        "Will fly from here again.",
        "Made my day.",
        "More airports should do this.",
    ],
];
