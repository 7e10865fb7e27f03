//! What the importer understands of a survey: its tool, its columns, its questions, and what it
//! asks; on public files and on small ones in the shape of each tool.

use super::airport::shared;
use super::collected::Collected;
use klantreis::import::{
    Asked, AskedAbout, Detected, Profile, Proposal, Role, check, detect, preview, propose, read,
};
use klantreis::jobs::Reporter;
use klantreis::model::{Audience, Better};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

fn own(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/data/presets").join(name)
}

fn understood(path: &Path) -> (Detected, Proposal) {
    let detected = detect(path, &Profile::default()).unwrap_or_else(|r| panic!("{path:?}: {r:?}"));
    let proposal = propose(&detected);
    (detected, proposal)
}

fn preset(detected: &Detected) -> Option<&str> {
    detected.preset.as_ref().map(|found| found.value.as_str())
}

/// A column in one line: "answer csat 1-5 high @Desk", "segment Uses by ;", "date".
fn line(role: &Role) -> String {
    match role {
        Role::Answer(a) => {
            let better = if a.better == Better::High { "high" } else { "low" };
            let about = a.touchpoint.as_ref().map(|t| format!(" @{t}")).unwrap_or_default();
            format!("answer {} {}-{} {better}{about}", a.metric.key(), a.min, a.max)
        }
        Role::Segment { separator: Some(separator), options, .. } => {
            format!("segment by {} of {}", separator.trim(), options.len())
        }
        Role::Segment { name: Some(name), .. } => format!("segment {name}"),
        other => {
            let json = serde_json::to_value(other).unwrap();
            json["role"].as_str().unwrap().to_owned()
        }
    }
}

/// The first column whose header begins so (`#N` by its number), in one line.
fn column(proposal: &Proposal, header: &str) -> (usize, String) {
    let by_number = header.strip_prefix('#').and_then(|n| n.parse::<usize>().ok());
    let named = || proposal.profile.columns.iter().position(|c| c.column.starts_with(header));
    let at = by_number.map(|n| n - 1).or_else(named).unwrap_or_else(|| panic!("no {header}"));
    (at, line(&proposal.profile.columns[at].role))
}

/// The values asked about as "no answer" in a column, and whether its direction is.
fn asked(proposal: &Proposal, at: usize) -> Vec<String> {
    let mut asked: Vec<String> = proposal
        .questions
        .iter()
        .filter_map(|question| match question {
            Asked::Direction { column, .. } if *column == at => Some("direction".to_owned()),
            Asked::Missing { column, value, .. } if *column == at => Some(value.clone()),
            _ => None,
        })
        .collect();
    asked.sort();
    asked
}

#[test]
fn every_public_export_is_recognised() {
    let cases = [
        ("exports/formbricks/hub_edge_cases.csv", Some("formbricks_hub"), 1),
        ("exports/google_forms/case_040_input_01.csv", Some("google_forms"), 1),
        ("exports/google_forms/case_040_input_02.csv", Some("google_forms"), 1),
        ("exports/google_forms/case_063_input_01.csv", Some("google_forms"), 1),
        ("exports/google_forms/case_122_input_01.csv", None, 1),
        ("exports/google_forms/case_122_input_02.csv", None, 1),
        ("exports/qualtrics/Better_Sample_Survey/Better_Sample_Survey.csv", Some("qualtrics"), 3),
        (
            "exports/qualtrics/Comment_Coding/Test_Survey_for_Coded_Comments.csv",
            Some("qualtrics"),
            3,
        ),
        (
            "exports/qualtrics/Long_Exhaustive_Sample_Survey/Long_Exhaustive_Sample_Survey.csv",
            Some("qualtrics"),
            3,
        ),
        ("exports/qualtrics/Many_Different_Question_Types/Sample_Survey.csv", Some("qualtrics"), 2),
        (
            "exports/qualtrics/Many_Different_Question_Types/Sample_Survey_(Insights).csv",
            Some("qualtrics"),
            3,
        ),
        (
            "exports/qualtrics/Matrix_Single_Answer_Survey/Matrix_Single_Answer_Testing.csv",
            Some("qualtrics"),
            3,
        ),
        (
            "exports/qualtrics/No_Basis_for_Evaluation/No_Basis_for_Evaluation_(Legacy).csv",
            Some("qualtrics"),
            2,
        ),
        ("exports/qualtrics/sample.csv", Some("qualtrics"), 3),
        ("exports/qualtrics/sample_legacy.csv", Some("qualtrics"), 2),
        ("exports/surveymonkey/comma-survey.csv", Some("surveymonkey"), 1),
        ("exports/surveymonkey/flying-etiquette.csv", Some("surveymonkey"), 1),
        ("exports/surveymonkey/steak-risk-survey.csv", Some("surveymonkey"), 2),
        ("exports/surveymonkey/weather-check.csv", Some("surveymonkey"), 1),
        ("exports/surveymonkey/masculinity-survey.csv", None, 1),
        ("surveys/airline/airline_passenger_satisfaction.csv", None, 1),
        ("surveys/employees/2016_uk_public_data.csv", None, 1),
        ("surveys/employees/dete_survey.csv", None, 1),
        ("surveys/nhs_comments/text_data.csv", None, 1),
        ("surveys/olist/olist_order_reviews_dataset.csv", None, 1),
        ("surveys/sfo_airport/2010_SFO_Customer_Survey.csv", None, 1),
        ("surveys/sfo_airport/2013_SFO_Customer_Survey.csv", None, 1),
        ("surveys/skytrax/seat.csv", None, 1),
    ];
    for (file, wanted, rows) in cases {
        let Some(path) = shared(file) else { return };
        let (detected, proposal) = understood(&path);
        assert_eq!(preset(&detected), wanted, "{file}");
        assert_eq!(proposal.profile.preset.as_deref(), wanted, "{file}");
        assert_eq!(detected.header_rows.value, rows, "{file}");
        // What is proposed can be read as it is.
        let report = check(&path, &proposal.profile, &Reporter::silent()).unwrap();
        assert!(report.read.rows_read > 0, "{file}");
        assert!(report.responses > 0, "{file}");
    }
}

/// A file of the public data: header, what it is proposed to be, what is asked about it.
type Columns<'a> = &'a [(&'a str, &'a str, &'a [&'a str])];

fn has_columns(path: &Path, columns: Columns<'_>) {
    let (_, proposal) = understood(path);
    for (header, wanted, asks) in columns {
        let (at, found) = column(&proposal, header);
        assert_eq!(found, *wanted, "{path:?} {header}");
        assert_eq!(asked(&proposal, at), *asks, "{path:?} {header}");
    }
}

#[test]
fn columns_of_public_surveys_are_understood() {
    let sfo_2017: Columns<'_> = &[
        ("RESPNUM", "response_id", &[]),
        ("NETPRO", "answer nps 0-10 high", &["11"]),
        ("Q7ART", "answer csat 1-5 high @Q7ART", &["0", "6"]),
        ("Q7PARK", "answer csat 1-5 high @Q7PARK", &["0", "6"]),
        ("Q7LTPARKING", "answer csat 1-5 high @Q7LTPARKING", &["0", "6"]),
        ("Q9BOARDING", "answer csat 1-5 high @Q9BOARDING", &["0", "6"]),
        ("WEIGHT", "weight", &[]),
        ("LANG", "segment", &[]),
    ];
    let sfo_2012: Columns<'_> = &[
        ("RESPNUM", "response_id", &[]),
        ("Q8L_LTPARK", "answer csat 1-5 high @Q8L_LTPARK", &["0", "6"]),
        ("Q10A_CLNBOARD", "answer csat 1-5 high @Q10A_CLNBOARD", &["0", "6"]),
    ];
    let sfo_2010: Columns<'_> = &[("Q8B", "answer csat 1-5 high @Q8B", &["0", "6"])];
    let airline: Columns<'_> = &[
        ("id", "response_id", &[]),
        ("Class", "segment", &[]),
        ("Gate location", "answer csat 1-5 high @Gate location", &[]),
        ("Inflight wifi service", "answer csat 1-5 high @Inflight wifi service", &["0"]),
        ("satisfaction", "answer csat 0-1 high @satisfaction", &[]),
    ];
    let lounge: Columns<'_> = &[
        ("airline_name", "segment", &[]),
        ("author_country", "segment", &[]),
        ("date", "date", &[]),
        ("content", "comment", &[]),
        ("overall_rating", "answer rating 1-10 high", &[]),
        ("comfort_rating", "answer csat 1-5 high @comfort_rating", &["0"]),
        ("bar_beverages_rating", "answer csat 1-5 high @bar_beverages_rating", &["0.0"]),
    ];
    let employees: Columns<'_> = &[
        ("ID", "response_id", &[]),
        ("Staff morale", "answer csat 1-5 high @Staff morale", &["M", "N/A"]),
        ("Region", "segment", &[]),
    ];
    let reviews: Columns<'_> = &[
        ("review_id", "response_id", &[]),
        ("order_id", "ignore", &[]),
        ("review_score", "answer csat 1-5 high", &[]),
        ("review_comment_message", "comment", &[]),
        ("review_creation_date", "date", &[]),
    ];
    let sudzilla: Columns<'_> = &[
        ("Timestamp", "date", &[]),
        ("...why?", "comment", &[]),
        ("What was your favourite giveaway", "comment", &[]),
    ];
    let cases = [
        ("surveys/sfo_airport/2017_SFO_Customer_Survey.csv", sfo_2017),
        ("surveys/sfo_airport/2012_SFO_Customer_Survey.csv", sfo_2012),
        ("surveys/sfo_airport/2010_SFO_Customer_Survey.csv", sfo_2010),
        ("surveys/airline/airline_passenger_satisfaction.csv", airline),
        ("surveys/skytrax/lounge.csv", lounge),
        ("surveys/employees/dete_survey.csv", employees),
        ("surveys/olist/olist_order_reviews_dataset.csv", reviews),
        ("exports/google_forms/case_040_input_01.csv", sudzilla),
    ];
    for (file, columns) in cases {
        let Some(path) = shared(file) else { return };
        has_columns(&path, columns);
    }
    let Some(uk) = shared("surveys/employees/2016_uk_public_data.csv") else { return };
    assert_eq!(understood(&uk).1.profile.survey.audience, Audience::Employee);
}

#[test]
fn each_tool_is_recognised_by_the_shape_of_its_export() {
    let cases: &[(&str, &str, Columns<'_>)] = &[
        (
            "qualtrics.csv",
            "qualtrics",
            &[
                ("ResponseId", "response_id", &[]),
                ("RecordedDate", "date", &[]),
                ("IPAddress", "ignore", &[]),
                ("Q1 ", "answer nps 0-10 high", &[]),
                ("Q1_NPS", "ignore", &[]),
                ("Q3_1", "answer csat 1-5 high @The counter", &[]),
                ("Q3_3", "answer csat 1-5 high @The letter", &[]),
                ("Q4_3_TEXT", "comment", &[]),
            ],
        ),
        (
            "surveymonkey.csv",
            "surveymonkey",
            &[
                ("Respondent ID", "response_id", &[]),
                ("Collector ID", "ignore", &[]),
                ("End Date", "date", &[]),
                ("Overall, how", "answer csat 1-5 high", &[]),
                ("#12", "segment Which of these did you use?: Lift", &[]),
                (
                    "How easy",
                    "answer ces 1-5 high @How easy was it to find your way?",
                    &["direction"],
                ),
                ("Why?", "comment", &[]),
            ],
        ),
        (
            "typeform.csv",
            "typeform",
            &[
                ("#1", "response_id", &[]),
                ("How likely", "answer nps 0-10 high", &[]),
                ("Which of our", "segment by , of 3", &[]),
                ("Anything else?", "comment", &[]),
                ("Submit Date (UTC)", "date", &[]),
                ("Start Date (UTC)", "ignore", &[]),
                ("Network ID", "ignore", &[]),
            ],
        ),
        (
            "google_forms_nl.csv",
            "google_forms",
            &[
                ("Tijdstempel", "date", &[]),
                ("E-mailadres", "ignore", &[]),
                ("Hoe waarschijnlijk", "answer nps 0-10 high", &[]),
                ("Hoe gemakkelijk", "answer ces 1-7 high", &["direction"]),
                ("Wat ging er goed?", "comment", &[]),
            ],
        ),
        (
            "microsoft_forms_en.csv",
            "microsoft_forms",
            &[
                ("ID", "response_id", &[]),
                ("Start time", "ignore", &[]),
                ("Completion time", "date", &[]),
                ("Which services", "segment by ; of 3", &[]),
            ],
        ),
        (
            "microsoft_forms_nl.csv",
            "microsoft_forms",
            &[
                ("ID", "response_id", &[]),
                ("Tijd van voltooien", "date", &[]),
                ("Naam", "ignore", &[]),
                ("Hoe tevreden", "answer csat 1-5 high @Hoe tevreden ben je over de intake?", &[]),
                (
                    "Hoeveel moeite",
                    "answer ces 1-5 low @Hoeveel moeite kostte het om een afspraak te maken?",
                    &["direction"],
                ),
                ("Is je vraag", "answer fcr 0-1 high @Is je vraag in één keer opgelost?", &[]),
                ("Welke diensten", "segment by ; of 3", &[]),
                ("Wat kan er beter?", "comment", &[]),
            ],
        ),
        (
            "limesurvey.csv",
            "limesurvey",
            &[
                ("id.", "response_id", &[]),
                ("submitdate", "date", &[]),
                ("seed", "ignore", &[]),
                ("G1[SQ01]", "answer csat 1-5 high @Balie", &[]),
                ("G1[SQ03]", "answer csat 1-5 high @Telefoon", &["99"]),
                ("G2.", "answer nps 0-10 high", &[]),
                ("G3.", "comment", &[]),
            ],
        ),
        (
            "delighted.csv",
            "delighted",
            &[
                ("Response ID", "response_id", &[]),
                ("Person ID", "customer", &[]),
                ("Person Email", "ignore", &[]),
                ("Score", "answer csat 1-5 high", &[]),
                ("Comment", "comment", &[]),
            ],
        ),
        (
            "formbricks.csv",
            "formbricks",
            &[
                ("Response ID", "response_id", &[]),
                ("No.", "ignore", &[]),
                ("User ID", "customer", &[]),
                ("2. Which channels do you use? - Option ID", "ignore", &[]),
                ("3. Rate each part - Desk", "answer csat 1-5 high @Desk", &[]),
            ],
        ),
        (
            "usabilla.csv",
            "usabilla",
            &[
                ("ID", "response_id", &[]),
                ("Date", "date", &[]),
                ("Rating", "answer csat 1-5 high", &[]),
                ("NPS", "ignore", &[]),
                ("Comment", "comment", &[]),
            ],
        ),
        (
            "zendesk.csv",
            "zendesk",
            &[
                ("id", "response_id", &[]),
                ("assignee_id", "employee", &[]),
                ("requester_id", "customer", &[]),
                ("group_id", "segment", &[]),
                ("created_at", "date", &[]),
            ],
        ),
        (
            "hubspot.csv",
            "hubspot",
            &[
                ("hs_object_id", "response_id", &[]),
                ("hs_value", "answer nps 0-10 high", &[]),
                ("hs_content", "comment", &[]),
                ("hs_contact_email_rollup", "ignore", &[]),
            ],
        ),
        (
            "asknicely.csv",
            "asknicely",
            &[
                ("response_id", "response_id", &[]),
                ("answer", "answer nps 0-10 high", &[]),
                ("case_assigned_user", "employee", &[]),
                ("responded", "date", &[]),
                ("email", "ignore", &[]),
            ],
        ),
        (
            "intercom.csv",
            "intercom",
            &[
                ("rating", "answer csat 1-5 high", &[]),
                ("remark", "comment", &[]),
                ("teammate", "employee", &[]),
            ],
        ),
        (
            "helpscout.csv",
            "helpscout",
            &[
                ("value", "answer csat 1-5 high", &[]),
                ("comment", "comment", &[]),
                ("name", "ignore", &[]),
            ],
        ),
        (
            "gsa_touchpoints.csv",
            "gsa_touchpoints",
            &[
                ("external_id", "response_id", &[]),
                ("question_1", "answer csat 0-1 high", &[]),
                ("question_4", "comment", &[]),
            ],
        ),
        (
            "customer_journey_app.csv",
            "customer_journey_app",
            &[
                ("date", "date", &[]),
                ("score", "answer nps 0-10 high", &[]),
                ("verbatim", "comment", &[]),
                ("stage", "touchpoint", &[]),
            ],
        ),
    ];
    for (file, name, columns) in cases {
        let path = own(file);
        assert_eq!(preset(&understood(&path).0), Some(*name), "{file}");
        has_columns(&path, columns);
    }
}

#[test]
fn a_person_can_take_another_preset_or_none() {
    let path = own("zendesk.csv");
    let given = |preset: &str| Profile { preset: Some(preset.into()), ..Profile::default() };
    let none = detect(&path, &given("none")).unwrap();
    assert_eq!(preset(&none), None);
    assert!(propose(&none).profile.skip.is_empty());
    let other = detect(&path, &given("usabilla")).unwrap();
    assert!(other.preset.as_ref().is_some_and(|p| p.value == "usabilla" && p.stated));
}

#[test]
fn rows_that_a_tool_marks_as_no_answers_are_left_out_aloud() {
    let cases = [
        ("qualtrics.csv", 24, 21, vec![("preview", 1), ("spam", 1), ("unfinished", 1)]),
        ("limesurvey.csv", 36, 34, vec![("unfinished", 2)]),
        ("typeform.csv", 14, 13, vec![("unfinished", 1)]),
        ("formbricks.csv", 40, 38, vec![("unfinished", 2)]),
        ("zendesk.csv", 16, 12, vec![("unanswered", 4)]),
    ];
    for (file, rows, responses, skipped) in cases {
        let path = own(file);
        let (_, proposal) = understood(&path);
        let report = check(&path, &proposal.profile, &Reporter::silent()).unwrap();
        assert_eq!((report.read.rows_read, report.responses), (rows, responses), "{file}");
        let told: Vec<(&str, u64)> =
            report.read.skipped.iter().map(|s| (s.reason.as_str(), s.count)).collect();
        assert_eq!(told, skipped, "{file}");
        let warned = report.read.warnings.iter().filter(|w| w.key.starts_with("import-skipped"));
        assert_eq!(warned.count(), skipped.len(), "{file}");
        let mut profile = proposal.profile;
        profile.skip.clear();
        let all = check(&path, &profile, &Reporter::silent()).unwrap();
        assert_eq!((all.responses, all.read.skipped.len()), (rows, 0), "{file}");
    }
}

#[test]
fn words_of_scores_become_numbers() {
    let cases = [("zendesk.csv", "score", [4, 8]), ("helpscout.csv", "value", [2, 3])];
    for (file, header, ends) in cases {
        let path = own(file);
        let (_, proposal) = understood(&path);
        let (at, _) = column(&proposal, header);
        let Role::Answer(answer) = &proposal.profile.columns[at].role else { panic!("{file}") };
        let mut all = Collected::default();
        read(&path, &proposal.profile, &Reporter::silent(), &mut all).unwrap();
        assert!(all.rejected.is_empty(), "{file}: {:?}", all.rejected);
        let times = |value: i32| {
            all.rows.iter().flat_map(|r| &r.answers).filter(|a| a.value == value).count()
        };
        assert_eq!([times(answer.min), times(answer.max)], ends, "{file}");
    }
}

#[test]
fn a_file_with_one_answer_a_row_is_understood_and_read() {
    let path = own("one_row_a_question.csv");
    let (detected, proposal) = understood(&path);
    assert_eq!(preset(&detected), None);
    let roles: Vec<String> = proposal.profile.columns.iter().map(|c| line(&c.role)).collect();
    assert_eq!(roles[0], "customer");
    assert_eq!(
        (roles[1].as_str(), &roles[3..]),
        ("date", &["question".into(), "value".into()][..])
    );
    let about: Value = serde_json::to_value(&proposal.profile.questions).unwrap();
    let metric = |name: &str| about[name]["metric"].clone();
    assert_eq!(metric("Hoe waarschijnlijk is het dat u ons aanbeveelt?"), json!("nps"));
    assert_eq!(metric("Hoeveel moeite kostte het?"), json!("ces"));
    assert_eq!(about["Wat kan beter?"]["role"], json!("comment"));
    let effort = proposal.profile.questions_asked().position(|q| q.0.starts_with("Hoeveel moeite"));
    assert_eq!(asked(&proposal, effort.unwrap()), ["direction"]);
    let report = check(&path, &proposal.profile, &Reporter::silent()).unwrap();
    assert_eq!((report.answers, report.comments, report.rejected), (64, 32, 0));
    assert_eq!(preview(&path, &proposal.profile, 3).unwrap().rows.len(), 3);

    let hub = own("formbricks_hub.csv");
    let (detected, proposal) = understood(&hub);
    assert_eq!(preset(&detected), Some("formbricks_hub"));
    let ignored = &proposal.profile.questions["Wants our newsletter"];
    assert_eq!(*ignored, AskedAbout::Ignore);
    let report = check(&hub, &proposal.profile, &Reporter::silent()).unwrap();
    assert_eq!((report.read.rows_read, report.responses), (48, 12));
    assert_eq!((report.answers, report.comments, report.rejected), (24, 12, 0));
}

#[test]
fn a_stated_direction_that_the_answers_contradict_is_warned_of_everywhere() {
    let path = own("one_row_a_question.csv");
    let (_, proposal) = understood(&path);
    let turned = |better: Better| {
        let mut profile = proposal.profile.clone();
        for about in profile.questions.values_mut() {
            if let AskedAbout::Answer(answer) = about
                && answer.max == 5
            {
                answer.better = better;
            }
        }
        profile
    };
    let doubts = |profile: &Profile| {
        let report = check(&path, profile, &Reporter::silent()).unwrap();
        let by_check: Vec<String> =
            report.read.doubts.iter().map(|d| format!("{} {}", d.column, d.n)).collect();
        let detected = detect(&path, profile).unwrap();
        assert_eq!(detected.doubts.len(), by_check.len());
        let keys: Vec<&str> = detected.warnings.iter().map(|w| w.key.as_ref()).collect();
        let warned = keys.iter().filter(|k| k.starts_with("import-warn-direction")).count();
        assert_eq!(warned, by_check.len());
        by_check
    };
    assert_eq!(doubts(&turned(Better::High)), ["Hoeveel moeite kostte het? 32"]);
    assert!(doubts(&turned(Better::Low)).is_empty());
}

#[test]
fn options_in_one_cell_become_segments_of_their_own() {
    let path = own("microsoft_forms_nl.csv");
    let (_, proposal) = understood(&path);
    let mut all = Collected::default();
    read(&path, &proposal.profile, &Reporter::silent(), &mut all).unwrap();
    let mut first: Vec<(&str, &str)> =
        all.rows[1].choices.iter().map(|c| (c.option.as_str(), c.value.as_str())).collect();
    first.sort_unstable();
    assert_eq!(first, [("Advies", "yes"), ("Reparatie", "yes"), ("Uitleen", "no")]);
    assert!(all.rejected.is_empty(), "{:?}", all.rejected);
}
