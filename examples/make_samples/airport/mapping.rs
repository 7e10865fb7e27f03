//! How the passenger survey is read: a wide file, a column a touchpoint.

use super::ratings::{EFFORTS, RATINGS};
use crate::profile::{answer, column, segment};
use klantreis::import::{Column, Profile, Role, SurveyPart, Unmatched};
use klantreis::model::{Audience, Better, Metric, QuestionKind};

/// Values that mean "no answer" in ratings and efforts.
const NOT_RATED: [&str; 2] = ["0", "6"];

/// The profile of `feedback.csv`.
pub fn profile() -> Profile {
    let mut columns = vec![
        column("RESPID", Role::ResponseId),
        column("DATE", Role::Date { format: Some("%Y-%m-%d".to_owned()) }),
        segment("AREA", "Boarding area", &[], &[]),
        segment(
            "PURPOSE",
            "Purpose",
            &[("1", "Business"), ("2", "Leisure"), ("3", "Family or friends"), ("4", "Other")],
            &["0"],
        ),
        segment(
            "FLIES",
            "Flies from here",
            &[
                ("1", "First time"),
                ("2", "Up to 3 a year"),
                ("3", "4 to 10 a year"),
                ("4", "More than 10"),
            ],
            &["0"],
        ),
        segment(
            "SECWAIT",
            "Wait at security",
            &[
                ("1", "Under 5 min"),
                ("2", "5 to 10 min"),
                ("3", "10 to 20 min"),
                ("4", "Over 20 min"),
            ],
            &[],
        ),
    ];
    columns.extend(RATINGS.iter().map(|rating| {
        let wording = format!("How would you rate: {}?", rating.touchpoint.to_lowercase());
        let mut question = answer(Metric::Csat, (1, 5), Better::High, &NOT_RATED, &wording);
        question.touchpoint = Some(rating.touchpoint.to_owned());
        column(rating.header, Role::Answer(Box::new(question)))
    }));
    columns.push(overall());
    columns.extend(EFFORTS.iter().map(|effort| {
        let mut question = answer(Metric::Ces, (1, 5), Better::Low, &NOT_RATED, effort.wording);
        question.touchpoint = Some(RATINGS[effort.rating].touchpoint.to_owned());
        column(effort.header, Role::Answer(Box::new(question)))
    }));
    columns.push(recommend());
    columns.push(column("COMMENT", Role::Comment { touchpoint: None }));
    let security = Some("Security line".to_owned());
    columns.push(column("SECURITY_COMMENT", Role::Comment { touchpoint: security }));
    Profile {
        name: "Fairmoor passenger survey".to_owned(),
        header_rows: Some(1),
        delimiter: Some(",".to_owned()),
        encoding: Some("utf-8".to_owned()),
        decimal: Some(".".to_owned()),
        survey: SurveyPart {
            name: "Passenger survey".to_owned(),
            wave: "2026".to_owned(),
            audience: Audience::Customer,
        },
        columns,
        unmatched: Unmatched::Bucket,
        ..Profile::default()
    }
}

fn overall() -> Column {
    let wording = "How would you rate the airport as a whole?";
    let mut question = answer(Metric::Csat, (1, 5), Better::High, &NOT_RATED, wording);
    question.kind = QuestionKind::Relationship;
    column("R_ALL", Role::Answer(Box::new(question)))
}

fn recommend() -> Column {
    let wording = "How likely are you to recommend Fairmoor Airport to a friend or colleague?";
    let mut question = answer(Metric::Nps, (0, 10), Better::High, &["11"], wording);
    question.kind = QuestionKind::Relationship;
    column("RECOMMEND", Role::Answer(Box::new(question)))
}
