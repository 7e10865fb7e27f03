//! How Noordvolt's file is read: the mapping profile beside it.

use crate::profile::{answer, column, segment};
use klantreis::import::{Profile, Role, SurveyPart, Unmatched};
use klantreis::model::{Audience, Better, Metric};

/// The profile of `feedback.csv`.
pub fn profile() -> Profile {
    let score = |metric, span, wording| {
        Role::Answer(Box::new(answer(metric, span, Better::High, &[], wording)))
    };
    Profile {
        name: "Noordvolt klantonderzoek".to_owned(),
        header_rows: Some(1),
        delimiter: Some(";".to_owned()),
        encoding: Some("utf-8".to_owned()),
        decimal: Some(",".to_owned()),
        survey: SurveyPart {
            name: "Klantonderzoek Noordvolt".to_owned(),
            wave: String::new(),
            audience: Audience::Customer,
        },
        columns: vec![
            column("respondentnr", Role::ResponseId),
            column("datum", Role::Date { format: Some("%d-%m-%Y".to_owned()) }),
            column("contactmoment", Role::Touchpoint),
            column("kanaal", Role::Channel),
            column("gemak", score(Metric::Ces, (1, 7), "Noordvolt maakte het mij makkelijk.")),
            column(
                "aanbeveling",
                score(
                    Metric::Nps,
                    (0, 10),
                    "Hoe waarschijnlijk is het dat je Noordvolt aanbeveelt?",
                ),
            ),
            column(
                "tevredenheid",
                score(Metric::Csat, (1, 5), "Hoe tevreden ben je over dit contact?"),
            ),
            segment("wachttijd", "Wachttijd", &[], &[]),
            segment("regio", "Regio", &[], &[]),
            segment("segment", "Segment", &[], &[]),
            segment("product", "Product", &[], &[]),
            column("klant", Role::Customer),
            column("terugbellen", Role::Consent),
            column("toelichting", Role::Comment { touchpoint: None }),
        ],
        unmatched: Unmatched::Bucket,
        ..Profile::default()
    }
}
