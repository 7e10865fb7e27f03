//! Feedback that someone enters by hand: kept like a row of a file, one step, refused in words.

use klantreis::document::{
    Command, CommentQuery, Document, DocumentError, HandEntry, HandQuestion, HandSurvey,
};
use klantreis::jobs::Reporter;
use klantreis::model::*;

const SCALE: Scale = Scale { min: 0, max: 10, better: Better::High };

fn desk() -> (Document, TouchpointId, ChannelId) {
    let mut document = Document::in_memory("Energy").unwrap();
    super::desk::draw(&mut document, "Customer", &[("First bill", 4)]);
    let id = super::desk::named(&document, "First bill");
    let channel = Channel { id: ChannelId::fresh(), kind: ChannelKind::Phone, name: None };
    let channel_id = channel.id;
    document.run(&Command::PutChannel { channel }).unwrap();
    (document, id, channel_id)
}

fn entry(touchpoint: TouchpointId) -> HandEntry {
    HandEntry {
        kind: HandKind::Interview,
        survey: HandSurvey::New {
            name: "Interviews".to_owned(),
            wave: String::new(),
            audience: Audience::Customer,
        },
        day: Some(20_000),
        touchpoint: Some(touchpoint),
        channel: None,
        customer: " Mrs. De Vries ".to_owned(),
        text: " The bill is a riddle. ".to_owned(),
        answers: vec![(nps(), 3)],
    }
}

fn nps() -> HandQuestion {
    let (name, wording) = ("Recommend".to_owned(), "Would you recommend us?".to_owned());
    HandQuestion::New { name, metric: Metric::Nps, scale: SCALE, wording }
}

fn key(error: &DocumentError) -> String {
    Tell::message(error).key.into_owned()
}

#[test]
fn an_entry_is_a_response_with_its_comment_and_scores_in_a_batch_of_its_own() {
    let (mut document, touchpoint, channel) = desk();
    let start = document.model().clone();
    let entry = HandEntry { channel: Some(channel), ..entry(touchpoint) };
    let batch = document.enter_feedback(&entry).unwrap();
    let kept = document.model().batches[&batch].clone();
    assert_eq!((kept.origin, kept.hand_kind), (Origin::Hand, Some(HandKind::Interview)));
    assert_eq!((kept.responses, kept.answers, kept.comments, kept.rows_read), (1, 1, 1, 1));
    assert_eq!(kept.file_name, "");
    let survey = document.model().surveys[&kept.survey].clone();
    assert_eq!((survey.name.as_str(), survey.journeys.len()), ("Interviews", 1));
    let page = document.comments(&CommentQuery { limit: 9, ..CommentQuery::default() }).unwrap();
    let said = &page.comments[0];
    assert_eq!((said.text.as_str(), said.day), ("The bill is a riddle.", Some(20_000)));
    assert_eq!((said.touchpoint, said.channel), (Some(touchpoint), Some(channel)));
    assert_eq!(said.customer.as_deref(), Some("Mrs. De Vries"));
    assert_eq!(said.answers.len(), 1);
    assert_eq!(document.scores(&Reporter::silent()).unwrap().value, [3]);
    assert_eq!(document.undo_name().unwrap().key, "step-add-feedback");

    // A second entry uses survey and question again, by name or by identity.
    let question = *document.model().questions.keys().next().unwrap();
    let again = HandEntry {
        survey: HandSurvey::Known(survey.id),
        answers: vec![(HandQuestion::Known(question), 9)],
        ..entry.clone()
    };
    document.enter_feedback(&again).unwrap();
    document.enter_feedback(&HandEntry { text: String::new(), ..entry }).unwrap();
    assert_eq!((document.model().surveys.len(), document.model().questions.len()), (1, 1));
    assert_eq!(document.model().batches.len(), 3);
    let mut values = document.scores(&Reporter::silent()).unwrap().value;
    values.sort_unstable();
    assert_eq!(values, [3, 3, 9]);

    document.run(&Command::TakeBackBatch { batch }).unwrap();
    assert_eq!(document.undo_name().unwrap().key, "step-take-back-hand");
    assert_eq!(document.scores(&Reporter::silent()).unwrap().answers(), 2);
    for _ in 0..4 {
        document.undo().unwrap();
    }
    assert_eq!(*document.model(), start);
    assert_eq!(document.scores(&Reporter::silent()).unwrap().answers(), 0);
}

#[test]
fn what_cannot_be_kept_is_refused_and_nothing_changes() {
    let (mut document, touchpoint, _) = desk();
    document.enter_feedback(&entry(touchpoint)).unwrap();
    let known = *document.model().questions.keys().next().unwrap();
    let start = document.model().clone();
    let entry = || entry(touchpoint);
    let cases = [
        (HandEntry { answers: vec![(nps(), 11)], ..entry() }, "document-hand-outside-scale"),
        (HandEntry { answers: vec![(nps(), -1)], ..entry() }, "document-hand-outside-scale"),
        (HandEntry { answers: vec![(nps(), 1), (nps(), 2)], ..entry() }, "document-hand-twice"),
        (HandEntry { text: " ".to_owned(), answers: vec![], ..entry() }, "document-hand-empty"),
        (HandEntry { text: "x".repeat(10_001), ..entry() }, "document-text-too-long"),
        (
            HandEntry { touchpoint: Some(TouchpointId::fresh()), ..entry() },
            "document-no-touchpoint",
        ),
        (HandEntry { channel: Some(ChannelId::fresh()), ..entry() }, "document-no-channel"),
        (
            HandEntry { survey: HandSurvey::Known(SurveyId::fresh()), ..entry() },
            "document-no-survey",
        ),
        (
            HandEntry { answers: vec![(HandQuestion::Known(known), 1)], ..entry() },
            "document-hand-other-survey",
        ),
    ];
    for (entry, expected) in cases {
        let refused = document.enter_feedback(&entry).unwrap_err();
        assert_eq!(key(&refused), expected);
        assert_eq!(*document.model(), start, "{expected}");
    }
    // A question keeps its scale.
    let other = HandQuestion::New {
        name: "Recommend".to_owned(),
        metric: Metric::Nps,
        scale: Scale { better: Better::Low, ..SCALE },
        wording: String::new(),
    };
    let refused = document.enter_feedback(&HandEntry { answers: vec![(other, 1)], ..entry() });
    assert_eq!(key(&refused.unwrap_err()), "document-import-question");
    assert_eq!(*document.model(), start);
}
