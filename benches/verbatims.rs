//! What respondents wrote, 1,000,000 comments: the goals are 50 ms for the first page of a search in
//! words and 250 ms for one in parts of words. Beside them: reading the columns, putting all in another
//! order, a jump to the end, and the themes of every text.
//!
//! `KLANTREIS_COMMENTS` sets another number of comments.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::print_stderr,
    clippy::too_many_lines,
    reason = "a test may stop at once and tell why"
)]

use criterion::{Criterion, criterion_group, criterion_main};
use klantreis::analysis::themes::CodeBook;
use klantreis::document::verbatims::tag_comments;
use klantreis::document::{
    Command, CommentIndex, CommentQuery, CommentSort, Document, Finder, ImportOptions, Reader,
};
use klantreis::import::Profile;
use klantreis::jobs::Reporter;
use klantreis::model::{Match, Metric, Needles, ThemeId, ThemeLang};
use std::hint::black_box;
use std::io::Write;
use std::path::Path;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const WORDS: [&str; 24] = [
    "snel",
    "traag",
    "vriendelijk",
    "rekening",
    "monteur",
    "telefoon",
    "opnieuw",
    "duidelijk",
    "wachttijd",
    "geholpen",
    "niet",
    "goed",
    "klacht",
    "website",
    "antwoord",
    "bedankt",
    "gewacht",
    "de",
    "het",
    "een",
    "was",
    "en",
    "ik",
    "prijs",
];

const PROFILE: &str = r#"{
    "header_rows": 1, "delimiter": ",", "encoding": "utf-8", "decimal": ".",
    "survey": {"name": "Bench"},
    "columns": [
        {"column": "id", "role": "response_id"},
        {"column": "day", "role": "date", "format": "%Y-%m-%d"},
        {"column": "touchpoint", "role": "touchpoint"},
        {"column": "channel", "role": "channel"},
        {"column": "region", "role": "segment"},
        {"column": "score", "role": "answer", "metric": "nps", "min": 0, "max": 10,
         "better": "high"},
        {"column": "remark", "role": "comment"}
    ],
    "unmatched": "create"
}"#;

fn rows() -> u32 {
    std::env::var("KLANTREIS_COMMENTS").ok().and_then(|n| n.parse().ok()).unwrap_or(1_000_000)
}

/// The rows, the same every time; days in no order, which is the worst for “newest first”. One text
/// in ten thousand has a rare word.
fn write_rows(path: &Path) {
    let mut file = std::io::BufWriter::new(std::fs::File::create(path).unwrap());
    writeln!(file, "id,day,touchpoint,channel,region,score,remark").unwrap();
    let mut state = 7_u64;
    let mut draw = |below: u64| {
        state =
            state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % below
    };
    for row in 0..rows() {
        let (month, day) = (1 + draw(12), 1 + draw(28));
        let channel = ["web", "phone", "shop", "app"][draw(4) as usize];
        let (touchpoint, region, score) = (1 + draw(60), 1 + draw(12), draw(11));
        write!(file, "R{row:08},2025-{month:02}-{day:02},Touchpoint {touchpoint},{channel}")
            .unwrap();
        write!(file, ",Region {region},{score},\"").unwrap();
        for _ in 0..6 + draw(14) {
            write!(file, "{} ", WORDS[draw(WORDS.len() as u64) as usize]).unwrap();
        }
        let rare = if row % 10_000 == 0 { "kwikzilver " } else { "" };
        writeln!(file, "{rare}{row}\"").unwrap();
    }
}

fn document(folder: &Path) -> Document {
    let (rows, path) = (folder.join("rows.csv"), folder.join("bench.klantreis"));
    write_rows(&rows);
    let mut document = Document::create(&path, "Bench").unwrap();
    let profile: Profile = serde_json::from_str(PROFILE).unwrap();
    document.import(&rows, &profile, &ImportOptions::default(), &Reporter::silent()).unwrap();
    let (id, lang) = (ThemeId::fresh(), ThemeLang::Nl);
    document.run(&Command::AddStartThemes { id, lang }).unwrap();
    let mut indexer = document.indexer().unwrap();
    while !indexer.step(20_000).unwrap() {}
    document
}

/// The first page of a search: choosing, one step, two hundred comments read.
fn first_page(reader: &Reader, index: &CommentIndex, typed: &str, how: Match) -> usize {
    let query = CommentQuery::default();
    let chosen = reader.choose_comments(index, None, &query).unwrap();
    let mut finder = Finder::new(chosen.places, Needles::new(typed, how));
    reader.find_comments(index, &mut finder).unwrap();
    let page: Vec<u32> = finder.hits().iter().copied().take(200).collect();
    reader.comments_at(index, &page).unwrap().len()
}

fn verbatims(criterion: &mut Criterion) {
    let folder = tempfile::tempdir().unwrap();
    let document = document(folder.path());
    let reader = document.reader().unwrap();
    let silent = Reporter::silent();
    let index = reader.comment_index(&silent).unwrap();
    let mut group = criterion.benchmark_group("verbatims");
    group.sample_size(10);
    group.bench_function("columns", |b| b.iter(|| reader.comment_index(&silent).unwrap().len()));
    for (name, typed, how) in [
        ("first page, words", "wacht", Match::Words),
        ("first page, a rare word", "kwikzilver", Match::Words),
        ("first page, parts", "wacht", Match::Parts),
        ("first step, a rare part", "wikzilv", Match::Parts),
    ] {
        group.bench_function(name, |b| {
            b.iter(|| black_box(first_page(&reader, &index, typed, how)));
        });
    }
    group.bench_function("a rare part, to the end", |b| {
        b.iter(|| {
            let chosen = reader.choose_comments(&index, None, &CommentQuery::default()).unwrap();
            let mut finder = Finder::new(chosen.places, Needles::new("wikzilv", Match::Parts));
            while !finder.is_done() {
                reader.find_comments(&index, &mut finder).unwrap();
            }
            finder.found()
        });
    });
    let scores = reader.comment_scores(&index, Metric::Nps, &silent).unwrap();
    group.bench_function("worst score first", |b| {
        let (metric, sort) = (Some(Metric::Nps), CommentSort::LowestScore);
        let query = CommentQuery { metric, sort, ..CommentQuery::default() };
        b.iter(|| reader.choose_comments(&index, Some(&scores), &query).unwrap().places.len());
    });
    let all = reader.choose_comments(&index, None, &CommentQuery::default()).unwrap();
    group.bench_function("the last page", |b| {
        let last = &all.places[all.places.len().saturating_sub(200)..];
        b.iter(|| reader.comments_at(&index, last).unwrap().len());
    });
    let book = CodeBook::new(&document.model().themes_in_order());
    group.bench_function("themes of all", |b| {
        b.iter(|| tag_comments(&reader, &index, &book, &silent).unwrap());
    });
    let tags = tag_comments(&reader, &index, &book, &silent).unwrap();
    group.bench_function("themes counted", |b| {
        let questions = &document.model().questions;
        b.iter(|| {
            let answer = |place| scores.get(place).map(|(question, _, value)| (question, value));
            tags.count(&all.places, questions, answer).tagged
        });
    });
    group.finish();
}

criterion_group!(benches, verbatims);
criterion_main!(benches);
