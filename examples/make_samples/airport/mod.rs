//! The English sample: Fairmoor, an invented airport, and its passenger survey.

mod journey;
mod mapping;
mod passengers;
mod ratings;

use crate::random::Random;
use anyhow::Result;
use passengers::AREAS;
use ratings::{EFFORTS, RATINGS};
use std::path::Path;

/// Any number would do.
const SEED: u64 = 20_260_401;

/// Writes the four files of the sample.
pub fn write(folder: &Path) -> Result<()> {
    crate::write_json(folder, "journey.json", &journey::outline())?;
    crate::write_json(folder, "mapping.json", &mapping::profile())?;
    crate::write(folder, "feedback.csv", &feedback()?)?;
    crate::write(folder, "README.md", include_bytes!("README.md"))
}

/// `feedback.csv`: UTF-8, commas, one row a passenger.
fn feedback() -> Result<Vec<u8>> {
    let mut random = Random::seeded(SEED);
    let mut file = csv::Writer::from_writer(Vec::new());
    let mut header = vec!["RESPID", "DATE", "AREA", "PURPOSE", "FLIES", "SECWAIT"];
    header.extend(RATINGS.iter().map(|rating| rating.header));
    header.push("R_ALL");
    header.extend(EFFORTS.iter().map(|effort| effort.header));
    header.extend(["RECOMMEND", "COMMENT", "SECURITY_COMMENT"]);
    file.write_record(&header)?;
    for (number, passenger) in (1_u32..).zip(passengers::passengers(&mut random)) {
        let mut row = vec![
            number.to_string(),
            crate::dates::date(passenger.day).to_string(),
            AREAS[passenger.area].to_owned(),
            passenger.purpose.to_string(),
            passenger.flies.to_string(),
            passenger.wait.to_string(),
        ];
        row.extend(passenger.ratings.iter().map(i32::to_string));
        row.push(passenger.overall.to_string());
        row.extend(passenger.efforts.iter().map(i32::to_string));
        row.push(passenger.recommend.to_string());
        row.push(passenger.comment);
        row.push(passenger.about_security);
        file.write_record(&row)?;
    }
    Ok(file.into_inner()?)
}
