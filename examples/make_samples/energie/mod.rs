//! The Dutch sample: Noordvolt, an invented energy supplier.

mod answers;
mod calendar;
mod comments;
mod contacts;
mod journey;
mod mapping;
mod people;
mod phrases;

use crate::random::Random;
use anyhow::Result;
use people::{PRODUCTS, REGIONS, Register, SEGMENTS};
use std::path::Path;

/// Any number would do; this one is the day the first answer was given.
const SEED: u64 = 20_251_013;

/// Writes the four files of the sample.
pub fn write(folder: &Path) -> Result<()> {
    crate::write_json(folder, "journey.json", &journey::outline())?;
    crate::write_json(folder, "mapping.json", &mapping::profile())?;
    crate::write(folder, "feedback.csv", &feedback()?)?;
    crate::write(folder, "README.md", include_bytes!("README.md"))
}

/// `feedback.csv`: UTF-8, semicolons, dates as d-m-yyyy.
fn feedback() -> Result<Vec<u8>> {
    let mut random = Random::seeded(SEED);
    let mut register = Register::with(&comments::taken());
    let (mut rows, mut customers) = answers::answers(&mut random, &mut register);
    comments::write(&mut random, &mut rows, &mut customers);
    let mut file = csv::WriterBuilder::new().delimiter(b';').from_writer(Vec::new());
    file.write_record([
        "respondentnr",
        "datum",
        "contactmoment",
        "kanaal",
        "gemak",
        "aanbeveling",
        "tevredenheid",
        "wachttijd",
        "regio",
        "segment",
        "product",
        "klant",
        "terugbellen",
        "toelichting",
    ])?;
    for (number, row) in (20_001_u32..).zip(&rows) {
        let customer = &customers[row.customer];
        let (ease, recommend, liking) = row.scores;
        file.write_record::<[&str; 14], &str>([
            &number.to_string(),
            &crate::dates::date(row.day).format("%-d-%-m-%Y").to_string(),
            contacts::CONTACTS[row.contact].title,
            answers::channel_name(row),
            &ease.to_string(),
            &recommend.to_string(),
            &liking.map_or_else(String::new, |value| value.to_string()),
            answers::WAITS[row.wait],
            REGIONS[customer.region],
            SEGMENTS[customer.segment],
            PRODUCTS[customer.product],
            &customer.name,
            if customer.may_call { "ja" } else { "nee" },
            row.comment.as_deref().unwrap_or(""),
        ])?;
    }
    Ok(file.into_inner()?)
}
