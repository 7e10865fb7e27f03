//! Imports: rows, duplicates, taking back, purging, words and counts.

use super::*;

/// What most tests import: a survey with one question about one touchpoint.
struct Scene {
    store: Store,
    survey: Survey,
    question: Question,
    touchpoint: TouchpointId,
}

#[derive(Clone, Default)]
struct Line<'a> {
    id: Option<&'a str>,
    day: Option<i32>,
    channel: Option<&'a str>,
    customer: Option<&'a str>,
    region: Option<&'a str>,
    value: Option<i32>,
    comment: Option<&'a str>,
}

impl Scene {
    fn new(mut store: Store) -> Self {
        let survey = survey();
        let question = question(&survey, "NETPRO");
        push(&mut store, &[added(survey.clone()), added(question.clone())]);
        Self { store, survey, question, touchpoint: TouchpointId::fresh() }
    }

    fn import(&mut self, lines: &[Line<'_>]) -> (Batch, Counts) {
        let mut batch = batch(&self.survey);
        let mut sink = self.store.begin_import(&batch).unwrap();
        let subject = sink.subject(Some(self.touchpoint), Some("Bill")).unwrap();
        let topic = sink.topic(subject, self.question.id).unwrap();
        for (row, line) in (2..).zip(lines) {
            let channel = line.channel.map(|label| sink.channel(None, Some(label)).unwrap());
            let region = line.region.map(|region| sink.segment("Region", region).unwrap());
            let answer = line.value.map(|value| ImportAnswer {
                topic,
                value,
                as_read: None,
                column: "NETPRO",
            });
            let comment = line.comment.map(|text| ImportComment { subject, text, part: None });
            sink.response(&ImportResponse {
                row,
                external_id: line.id,
                day: line.day,
                channel,
                customer: line.customer,
                segments: region.as_slice(),
                answers: answer.as_slice(),
                comments: comment.as_slice(),
                ..Default::default()
            })
            .unwrap();
        }
        let counts = sink.counts();
        batch.answers = i64::try_from(counts.answers).unwrap();
        sink.finish(&[added(batch.clone())], &Message::new("step-import")).unwrap();
        (batch, counts)
    }

    fn values(&self) -> Vec<u8> {
        scores(&self.store).value
    }
}

fn scene() -> Scene {
    Scene::new(Store::in_memory().unwrap())
}

fn answer(id: &str, value: i32) -> Line<'_> {
    Line { id: Some(id), value: Some(value), ..Line::default() }
}

#[test]
fn answers_come_back_as_columns_and_as_counts() {
    let mut scene = scene();
    let (_, counts) = scene.import(&[
        Line { day: Some(17_000), region: Some("North"), ..answer("1", 9) },
        Line { region: Some("South"), ..answer("2", 3) },
        Line { id: Some("3"), ..Line::default() },
    ]);
    assert_eq!((counts.responses, counts.answers, counts.duplicates), (3, 2, 0));
    let table = scores(&scene.store);
    assert_eq!((table.responses(), table.answers()), (3, 2));
    assert_eq!(table.value, [9, 3]);
    assert_eq!(table.day[0], 17_000);
    assert_eq!(table.dimensions[0].values, ["North", "South"]);
    assert_eq!(table.segments, [[1, 2, 0]]);
    let rollup = scene.store.rollup().unwrap();
    assert_eq!(rollup.len(), 1);
    assert_eq!(rollup[0].group.touchpoint, Some(scene.touchpoint));
    assert_eq!(rollup[0].counts.iter().filter(|c| c.1 > 0).collect::<Vec<_>>(), [(3, 1), (9, 1)]);
}

#[test]
fn the_same_id_and_question_again_is_a_duplicate_also_in_a_later_import() {
    let mut scene = scene();
    let (_, first) = scene.import(&[answer("1", 9), answer("1", 4), answer("2", 5)]);
    assert_eq!((first.responses, first.answers, first.duplicates), (2, 2, 1));
    let (batch, second) = scene.import(&[answer("2", 1), answer("3", 7)]);
    assert_eq!((second.responses, second.answers, second.duplicates), (1, 1, 1));
    assert_eq!(scene.values(), [9, 5, 7]);
    assert_eq!(scores(&scene.store).responses(), 3);
    let listed = scene.store.rejected(batch.id).unwrap();
    assert_eq!(listed.len(), 1);
    assert!(listed[0].duplicate);
    assert_eq!((listed[0].row, listed[0].value.as_str()), (2, "1"));
}

#[test]
fn rows_without_id_are_kept_and_the_same_ones_are_counted() {
    let mut scene = scene();
    let same = Line { value: Some(7), ..Line::default() };
    let (_, counts) =
        scene.import(&[same.clone(), same, Line { value: Some(8), ..Line::default() }]);
    assert_eq!((counts.responses, counts.answers, counts.identical), (3, 3, 1));
    assert_eq!(scene.values(), [7, 7, 8]);
}

#[test]
fn rows_of_one_id_by_different_channels_are_one_respondent() {
    let mut scene = scene();
    let other = question(&scene.survey, "OTHER");
    push(&mut scene.store, &[added(other.clone())]);
    let mut batch = batch(&scene.survey);
    batch.file_hash = "cd".repeat(32);
    let mut sink = scene.store.begin_import(&batch).unwrap();
    let whole = sink.subject(None, None).unwrap();
    for (channel, question, value) in [("web", scene.question.id, 1), ("phone", other.id, 2)] {
        let topic = sink.topic(whole, question).unwrap();
        let channel = Some(sink.channel(None, Some(channel)).unwrap());
        let answers = [ImportAnswer { topic, value, as_read: Some("x"), column: "" }];
        let row = ImportResponse {
            external_id: Some("1"),
            channel,
            answers: &answers,
            ..Default::default()
        };
        sink.response(&row).unwrap();
    }
    assert_eq!(sink.counts().responses, 1);
    sink.finish(&[added(batch.clone())], &Message::new("step-import")).unwrap();
    let table = scores(&scene.store);
    assert_eq!(table.responses(), 2);
    assert_eq!(table.respondent[0], table.respondent[1]);
    assert_eq!(scene.store.batch_with_hash(&"cd".repeat(32)).unwrap(), Some(batch.id));
    assert_eq!(scene.store.batch_with_hash("other").unwrap(), None);
}

#[test]
fn one_customer_is_one_respondent_also_across_imports() {
    let mut scene = scene();
    let by = |id, value, customer| Line { customer: Some(customer), ..answer(id, value) };
    scene.import(&[by("1", 1, "De Vries"), by("2", 2, "Jansen"), answer("3", 3)]);
    scene.import(&[by("4", 4, "De Vries")]);
    let table = scores(&scene.store);
    assert_eq!(table.value, [3, 1, 4, 2]);
    assert_eq!(table.respondent[1], table.respondent[2]);
    assert!(table.respondent.is_sorted());
}

#[test]
fn an_import_can_be_taken_back_and_brought_again_and_purged() {
    let (_folder, path) = folder();
    let mut scene = Scene::new(Store::create(&path).unwrap());
    scene.import(&[answer("1", 1)]);
    let (batch, _) =
        scene.import(&[Line { comment: Some("slow and unfriendly"), ..answer("2", 2) }]);
    let back = Edit { before: Some(batch.clone()), after: None };
    assert_eq!(
        scene.store.purge_batch(batch.id).unwrap_err().to_string(),
        "the batch is still active or unknown in plan.klantreis"
    );
    scene.store.write(&[back.into()], HistoryEdit::Undo).unwrap();
    assert_eq!(scene.values(), [1]);
    assert_eq!(scene.store.rollup().unwrap()[0].counts.n(), 1);
    scene.store.write(&[added(batch.clone())], HistoryEdit::Redo).unwrap();
    assert_eq!(scene.values(), [1, 2]);
    while !scene.store.index_comments_step(1).unwrap() {}
    let back = Edit { before: Some(batch.clone()), after: None };
    scene.store.write(&[back.into()], HistoryEdit::Undo).unwrap();
    scene.store.purge_batch(batch.id).unwrap();
    assert_eq!(scene.values(), [1]);
    drop(scene);
    let bytes = std::fs::read(&path).unwrap();
    assert!(!bytes.windows(10).any(|w| w == b"unfriendly"), "purged text is still in the file");
    let opened = Store::open(&path).unwrap();
    assert!(opened.steps.is_empty());
    assert_eq!(opened.model.batches.len(), 1);
    assert_eq!(Store::check(&path).unwrap().problems, Vec::<String>::new());
}

#[test]
fn a_dropped_import_leaves_nothing() {
    let (_folder, path) = folder();
    let mut scene = Scene::new(Store::create(&path).unwrap());
    let before = std::fs::read(&path).unwrap();
    let batch = batch(&scene.survey);
    let mut sink = scene.store.begin_import(&batch).unwrap();
    let subject = sink.subject(None, Some("Bill")).unwrap();
    for _ in 0..1000 {
        let comments = [ImportComment { subject, text: "something", part: None }];
        sink.response(&ImportResponse { comments: &comments, ..Default::default() }).unwrap();
    }
    drop(sink);
    assert_eq!(
        scene.store.comments(&CommentQuery { limit: 9, ..Default::default() }).unwrap().total,
        0
    );
    assert_eq!(scores(&scene.store).responses(), 0);
    drop(scene);
    assert_eq!(std::fs::read(&path).unwrap().len(), before.len());
}

#[test]
fn labels_the_map_does_not_know_keep_apart() {
    let mut scene = scene();
    let batch = batch(&scene.survey);
    let mut sink = scene.store.begin_import(&batch).unwrap();
    let known = sink.subject(Some(scene.touchpoint), Some("Bill")).unwrap();
    let (bill, shop) =
        (sink.subject(None, Some("Bill")).unwrap(), sink.subject(None, Some("Shop")).unwrap());
    assert_ne!(known, bill);
    assert_eq!(sink.subject(None, Some("Shop")).unwrap(), shop);
    let topic = sink.topic(shop, scene.question.id).unwrap();
    let answers = [ImportAnswer { topic, value: 1, as_read: None, column: "" }];
    sink.response(&ImportResponse { answers: &answers, ..Default::default() }).unwrap();
    sink.finish(&[added(batch)], &Message::new("step-import")).unwrap();
    let rollup = scene.store.rollup().unwrap();
    assert_eq!(rollup[0].label.as_deref(), Some("Shop"));
    let unknown = rollup[0].group.touchpoint.unwrap();
    assert_ne!(unknown, scene.touchpoint);
    assert_eq!(scores(&scene.store).groups[0].touchpoint, Some(unknown));
}

#[test]
fn comments_come_newest_first_and_are_found_by_word_and_part() {
    let mut scene = scene();
    let line = |id, day, value, region, comment| Line {
        id: Some(id),
        day: Some(day),
        value: Some(value),
        region: Some(region),
        comment: Some(comment),
        customer: Some("De Vries"),
        ..Line::default()
    };
    scene.import(&[
        line("1", 10, 2, "North", "Te lang aan de telefoon"),
        line("2", 30, 9, "South", "Prima geholpen, één keer gebeld"),
        line("3", 20, 5, "North", "telefonisch onbereikbaar"),
        Line { comment: Some("no day"), ..answer("4", 1) },
    ]);
    let all = scene.store.comments(&CommentQuery { limit: 2, ..Default::default() }).unwrap();
    assert_eq!((all.total, all.indexed), (4, false));
    assert_eq!(all.comments.iter().map(|c| c.day).collect::<Vec<_>>(), [Some(30), Some(20)]);
    let first = &all.comments[0];
    assert_eq!(first.answers, [(scene.question.id, Some(scene.touchpoint), 9)]);
    assert_eq!(first.segments, [("Region".to_owned(), "South".to_owned())]);
    assert_eq!(first.customer.as_deref(), Some("De Vries"));
    let mut indexer = scene.store.indexer().unwrap();
    while !indexer.step(2).unwrap() {}
    let texts = |query: CommentQuery| -> Vec<String> {
        let page = scene.store.comments(&CommentQuery { limit: 9, ..query }).unwrap();
        page.comments.into_iter().map(|c| c.text).collect()
    };
    let query = CommentQuery::default();
    assert_eq!(
        texts(CommentQuery { words: "een KEER".into(), ..query.clone() }),
        ["Prima geholpen, één keer gebeld"]
    );
    assert_eq!(texts(CommentQuery { words: "telefo".into(), ..query.clone() }).len(), 2);
    assert_eq!(
        texts(CommentQuery { part: "BEREIK".into(), ..query.clone() }),
        ["telefonisch onbereikbaar"]
    );
    let north = [("Region".to_owned(), ["North".to_owned()].into())].into();
    assert_eq!(texts(CommentQuery { segments: north, ..query.clone() }).len(), 2);
    assert_eq!(
        texts(CommentQuery { touchpoints: [TouchpointId::fresh()].into(), ..query }).len(),
        0
    );
}
