//! Sessions: create, write, close, open again; undo steps, copies, two at a time.

use super::*;

#[test]
fn what_is_written_is_there_when_opened_again() {
    let (_folder, path) = folder();
    let mut store = Store::create(&path).unwrap();
    let team = team("Billing");
    push(&mut store, &[added(team.clone())]);
    drop(store);
    let opened = Store::open(&path).unwrap();
    assert_eq!(opened.read_only, None);
    assert!(!opened.store.needs_check());
    assert_eq!(opened.model.teams[&team.id], team);
    assert_eq!(opened.steps.len(), 1);
    assert_eq!(opened.steps[0].changes, [added(team)]);
    assert_eq!(opened.steps[0].name, Message::new("step-test"));
}

#[test]
fn undo_steps_outlive_the_session() {
    let (_folder, path) = folder();
    let mut store = Store::create(&path).unwrap();
    let teams = ["a", "b", "c"].map(team);
    let add = |t: &Team| added(t.clone());
    for team in &teams {
        push(&mut store, &[add(team)]);
    }
    store.write(&[add(&teams[2]).inverse()], HistoryEdit::Undo).unwrap();
    store.write(&[add(&teams[1]).inverse()], HistoryEdit::Undo).unwrap();
    drop(store);
    let Opened { mut store, model, steps, undone, .. } = Store::open(&path).unwrap();
    assert_eq!((model.teams.len(), steps.len(), undone), (1, 3, 2));
    store.write(&[add(&teams[1])], HistoryEdit::Redo).unwrap();
    push(&mut store, &[added(team("d"))]);
    drop(store);
    let opened = Store::open(&path).unwrap();
    assert_eq!((opened.model.teams.len(), opened.steps.len(), opened.undone), (3, 3, 0));
    let last = &opened.steps[2].changes[0];
    assert!(matches!(last, Change::Team(edit) if edit.after.as_ref().unwrap().name == "d"));
}

#[test]
fn a_second_opener_may_only_read() {
    let (_folder, path) = folder();
    let mut first = Store::create(&path).unwrap();
    let mut second = Store::open(&path).unwrap();
    assert_eq!(second.read_only, Some(ReadOnly::OpenElsewhere));
    let refused = second.store.write(&[], HistoryEdit::None);
    assert!(matches!(refused, Err(StoreError::ReadOnly { .. })));
    push(&mut first, &[added(team("still writing"))]);
    drop((first, second));
    assert_eq!(Store::open(&path).unwrap().read_only, None);
}

#[test]
fn another_process_that_holds_the_file_is_noticed() {
    let (_folder, path) = folder();
    drop(Store::create(&path).unwrap());
    // `flock` of util-linux stands for another machine's or window's program.
    let ready = path.with_extension("ready");
    let script = format!("touch {}; sleep 30", ready.display());
    let holder = std::process::Command::new("flock").arg(&path).args(["-c", &script]).spawn();
    let Ok(mut holder) = holder else {
        assert!(std::env::var_os("CI").is_none(), "CI must have `flock`");
        eprintln!("SKIPPED: no `flock` program here");
        return;
    };
    while !ready.exists() {
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
    let opened = Store::open(&path).unwrap();
    holder.kill().unwrap();
    holder.wait().unwrap();
    assert_eq!(opened.read_only, Some(ReadOnly::OpenElsewhere));
}

#[test]
fn a_protected_file_is_opened_for_reading() {
    let (_folder, path) = folder();
    drop(Store::create(&path).unwrap());
    let mut permissions = path.metadata().unwrap().permissions();
    permissions.set_readonly(true);
    std::fs::set_permissions(&path, permissions).unwrap();
    assert_eq!(Store::open(&path).unwrap().read_only, Some(ReadOnly::Protected));
}

#[test]
fn a_copy_is_exact_and_opens() {
    let (folder, path) = folder();
    let mut store = Store::create(&path).unwrap();
    push(&mut store, &[added(team("Billing"))]);
    let copy = folder.path().join("copy.klantreis");
    store.copy_to(&copy, &Reporter::silent()).unwrap();
    push(&mut store, &[added(team("later"))]);
    let opened = Store::open(&copy).unwrap();
    assert_eq!((opened.read_only, opened.model.teams.len(), opened.steps.len()), (None, 1, 1));
    let itself = store.copy_to(&path, &Reporter::silent());
    assert!(matches!(itself, Err(StoreError::SameFile { .. })));
    let nowhere = store.copy_to(&folder.path().join("no/copy"), &Reporter::silent());
    assert!(matches!(nowhere, Err(StoreError::FolderMissing { .. })));
    let stopped = Reporter::silent();
    stopped.cancel();
    let other = folder.path().join("other.klantreis");
    assert_eq!(store.copy_to(&other, &stopped), Err(StoreError::Cancelled));
    assert!(!other.exists());
}

#[test]
fn a_copy_to_share_leaves_people_and_history_out() {
    let (folder, path) = folder();
    let mut store = Store::create(&path).unwrap();
    let (mut survey, mut gone) = (survey(), team("Zeldzame naam"));
    let batch = batch(&survey);
    survey.journeys.clear();
    push(&mut store, &[added(survey), added(gone.clone())]);
    gone.name = "Zichtbaar".to_owned();
    push(&mut store, &[added(gone)]);
    let mut sink = store.begin_import(&batch).unwrap();
    let row = ImportResponse {
        external_id: Some("order-4711"),
        customer: Some("mevrouw Janssen"),
        ..Default::default()
    };
    sink.response(&row).unwrap();
    sink.rejected(3, "EMAIL", "janssen@example.nl", &Message::new("step-test")).unwrap();
    sink.finish(&[added(batch)], &Message::new("step-import")).unwrap();
    let copy = folder.path().join("share.klantreis");
    store.copy_to_share(&copy, &Reporter::silent()).unwrap();
    let bytes = String::from_utf8_lossy(&std::fs::read(&copy).unwrap()).into_owned();
    for secret in ["Janssen", "janssen@", "order-4711", "Zeldzame"] {
        assert!(!bytes.contains(secret), "{secret} is in the copy");
    }
    let opened = Store::open(&copy).unwrap();
    assert_eq!((opened.steps.len(), opened.undone), (0, 0));
    assert_eq!(opened.model.teams.values().next().unwrap().name, "Zichtbaar");
    assert_eq!(scores(&opened.store).responses(), 1);
}

#[test]
fn deleted_text_is_gone_from_the_file() {
    let (_folder, path) = folder();
    let mut store = Store::create(&path).unwrap();
    let secret = team("heel geheim woord");
    store.write(&[added(secret.clone())], HistoryEdit::None).unwrap();
    let delete = added(secret).inverse();
    store.write(&[delete], HistoryEdit::None).unwrap();
    drop(store);
    let bytes = std::fs::read(&path).unwrap();
    assert!(!bytes.windows(11).any(|w| w == b"heel geheim"));
}

#[test]
fn a_file_swapped_on_disk_is_noticed_before_writing() {
    let (folder, path) = folder();
    let mut store = Store::create(&path).unwrap();
    let other = folder.path().join("other.klantreis");
    drop(Store::create(&other).unwrap());
    let before = std::fs::read(&other).unwrap();
    std::fs::rename(&other, &path).unwrap();
    let refused = store.write(&[added(team("x"))], HistoryEdit::None);
    assert!(matches!(refused, Err(StoreError::Replaced { .. })));
    let rescue = folder.path().join("rescue.klantreis");
    store.copy_to(&rescue, &Reporter::silent()).unwrap();
    drop(store);
    assert_eq!(std::fs::read(&path).unwrap(), before);
}

#[test]
fn a_refused_change_takes_the_whole_write_back() {
    let (_folder, path) = folder();
    let mut store = Store::create(&path).unwrap();
    let orphan = Step {
        id: StepId::fresh(),
        stage: StageId::fresh(),
        name: "nowhere".to_owned(),
        position: 0,
    };
    let name = Message::new("step-test");
    let changes = [added(team("x")), added(orphan)];
    let refused = store.write(&changes, HistoryEdit::Push { name: &name });
    assert!(matches!(refused, Err(StoreError::Refused { .. })));
    push(&mut store, &[]);
    drop(store);
    let opened = Store::open(&path).unwrap();
    assert_eq!((opened.model, opened.steps.len()), (Model::default(), 1));
}

#[test]
fn a_second_connection_reads_while_the_first_writes() {
    let (_folder, path) = folder();
    for mut store in [Store::create(&path).unwrap(), Store::in_memory().unwrap()] {
        let mut reader = store.reader().unwrap();
        push(&mut store, &[added(team("x"))]);
        assert_eq!(reader.scores(&Reporter::silent()).unwrap().responses(), 0);
        reader.quick_check(&Reporter::silent()).unwrap();
    }
}

/// A document of some twenty megabytes, closed cleanly.
fn large(path: &std::path::Path) {
    let mut store = Store::create(path).unwrap();
    let survey = survey();
    let batch = batch(&survey);
    let mut sink = store.begin_import(&batch).unwrap();
    let subject = sink.subject(None, None).unwrap();
    let text = "a long story ".repeat(160);
    for _ in 0..10_000 {
        let comments = [ImportComment { subject, text: &text, part: None }];
        sink.response(&ImportResponse { comments: &comments, ..Default::default() }).unwrap();
    }
    let changes = [added(survey), added(batch)];
    sink.finish(&changes, &Message::new("step-import")).unwrap();
}

#[test]
fn a_large_file_that_another_closed_is_checked_before_the_first_write() {
    let (folder, path) = folder();
    large(&path);
    assert!(!Store::open(&path).unwrap().store.needs_check());
    let copy = folder.path().join("copy.klantreis");
    std::fs::copy(&path, &copy).unwrap();
    let mut opened = Store::open(&copy).unwrap();
    assert!(opened.store.needs_check());
    push(&mut opened.store, &[added(team("x"))]);
    assert!(!opened.store.needs_check());
    drop(opened);
    let bytes = std::fs::read(&path).unwrap();
    let mut damaged = bytes.clone();
    // The middle of the file is comments; a page of nonsense there is not met on opening.
    let middle = bytes.len() / 2 / 4096 * 4096;
    damaged[middle..middle + 4096].fill(0xA5);
    std::fs::write(&copy, &damaged).unwrap();
    let mut opened = Store::open(&copy).unwrap();
    let mut reader = opened.store.reader().unwrap();
    let found = reader.quick_check(&Reporter::silent());
    assert!(matches!(found, Err(StoreError::Damaged { .. })), "{found:?}");
    let refused = opened.store.write(&[added(team("x"))], HistoryEdit::None);
    assert!(matches!(refused, Err(StoreError::Damaged { .. })));
    drop((opened, reader));
    assert_eq!(std::fs::read(&copy).unwrap(), damaged);
}
