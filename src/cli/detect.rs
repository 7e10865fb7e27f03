//! `klantreis detect`: what the importer makes of a file, and the table as it reads it.

use super::Failure;
use super::args::Detect;
use super::import::mapping;
use super::output::Output;
use crate::import::{self, Asked, Detected, DetectedColumn, Found, Profile, Proposal};
use crate::jobs::Reporter;
use crate::model::{Message, Tell};
use crate::text::Texts;
use serde::Serialize;
use std::fs::File;
use std::io::BufWriter;
use std::path::Path;

/// What `--json` prints.
#[derive(Serialize)]
struct Findings<'a> {
    #[serde(flatten)]
    detected: &'a Detected,
    proposal: &'a Proposal,
}

/// Prints what was found.
///
/// # Errors
/// When the file cannot be read as a table, or the table cannot be written. A header without rows
/// is refused too, but its table is written.
pub fn run(args: &Detect, texts: &Texts, out: &mut Output) -> Result<(), Failure> {
    let mut given = match &args.mapping {
        Some(path) => mapping(path)?,
        None => Profile::default(),
    };
    if args.sheet.is_some() {
        given.sheet.clone_from(&args.sheet);
    }
    let told = match &args.table {
        Some(to) => write_table(&args.data, &given, to)?,
        None => Vec::new(),
    };
    let mut detected = import::detect(&args.data, &given)?;
    // The table was read to its end, where detection may have stopped before.
    detected.warnings.retain(|warning| told.iter().all(|t| t.key != warning.key));
    detected.warnings.extend(told);
    let proposal = import::propose(&detected);
    if args.json {
        return out.json(&Findings { detected: &detected, proposal: &proposal });
    }
    print(&detected, &proposal, texts, out)
}

/// Writes the table as read; gives what a person should know of it.
fn write_table(data: &Path, given: &Profile, to: &Path) -> Result<Vec<Message>, Failure> {
    let cannot =
        |reason: String| Message::new("cli-cannot-write").with("file", to).with("reason", reason);
    // Made anew, the file would be empty before it is read.
    if to.canonicalize().is_ok_and(|to| data.canonicalize().is_ok_and(|data| data == to)) {
        return Err(Message::new("cli-table-over-data").with("file", to).into());
    }
    let file = File::create(to).map_err(|error| cannot(error.to_string()))?;
    let mut writer = BufWriter::new(file);
    let report = match import::table(data, given, &mut writer, &Reporter::silent()) {
        Ok(report) => report,
        Err(error) => {
            drop(writer);
            // The table of an empty file is an empty file; of any other it would be half a table.
            let is_own = to.symlink_metadata().is_ok_and(|to| to.is_file());
            if is_own && error.message().key != "import-empty-file" {
                let _ = std::fs::remove_file(to);
            }
            return Err(error.into());
        }
    };
    std::io::Write::flush(&mut writer).map_err(|error| cannot(error.to_string()))?;
    Ok(report.warnings)
}

fn print(
    detected: &Detected,
    proposal: &Proposal,
    texts: &Texts,
    out: &mut Output,
) -> Result<(), Failure> {
    let sure = |confidence: f64| texts.percent(confidence * 100.0, 0);
    out.line(
        &texts.say(
            &Message::new("cli-detect-file")
                .with("file", &detected.file_name)
                .with("rows", detected.rows_examined)
                .with("columns", detected.columns.len()),
        ),
    )?;
    let rows: Vec<Vec<String>> = settings(detected)
        .into_iter()
        .map(|(key, value, confidence)| vec![texts.get(key), value, sure(confidence)])
        .collect();
    out.table(&rows)?;
    if let Some(found) = &proposal.preset {
        let sure = sure(found.confidence);
        let message = Message::new("cli-detect-preset").with("name", &found.value);
        out.line(&texts.say(&message.with("sure", sure)))?;
    }
    out.line("")?;
    let head =
        ["cli-head-column", "cli-head-kind", "cli-head-role", "cli-head-sure", "cli-head-values"];
    let mut table = vec![head.map(|key| texts.get(key)).to_vec()];
    for (index, column) in detected.columns.iter().enumerate() {
        let role = proposal.profile.columns.get(index).map(|c| &c.role);
        let confidence = proposal.confidence.get(index).copied().unwrap_or_default();
        table.push(vec![
            column.name.clone(),
            kind(column),
            role.map(role_word).unwrap_or_default(),
            sure(confidence),
            column.examples.iter().take(4).cloned().collect::<Vec<_>>().join(" · "),
        ]);
    }
    out.table(&table)?;
    print_questions(proposal, texts, out)?;
    for rule in &proposal.profile.skip {
        let values: Vec<String> = rule.values.iter().map(|v| format!("“{v}”")).collect();
        let below = rule.below.map(|b| format!("< {b}"));
        let values = values.into_iter().chain(below).collect::<Vec<_>>().join(", ");
        let message = Message::new("cli-detect-skip").with("column", &rule.column);
        out.line(&texts.say(&message.with("values", values)))?;
    }
    for warning in &detected.warnings {
        out.line(&texts.say(warning))?;
    }
    Ok(())
}

/// How the file is read: the key of each setting's name, its value, how sure that is.
fn settings(detected: &Detected) -> Vec<(&'static str, String, f64)> {
    let of = |key, found: &Found<String>| (key, found.value.clone(), found.confidence);
    let header = &detected.header_rows;
    let mut settings = vec![("cli-detect-format", detected.format.to_owned(), 1.0)];
    if !detected.sheet.value.is_empty() {
        settings.push(of("cli-detect-sheet", &detected.sheet));
    }
    if !detected.path.value.is_empty() {
        settings.push(of("cli-detect-path", &detected.path));
    }
    if !detected.delimiter.value.is_empty() {
        let quote = if detected.quote.value.is_empty() { "–" } else { &detected.quote.value };
        let delimiter = shown(&detected.delimiter.value);
        settings.push(of("cli-detect-encoding", &detected.encoding));
        settings.push(("cli-detect-delimiter", delimiter, detected.delimiter.confidence));
        settings.push(("cli-detect-quote", quote.to_owned(), detected.quote.confidence));
    }
    settings.push(("cli-detect-header", header.value.to_string(), header.confidence));
    settings.push(of("cli-detect-decimal", &detected.decimal));
    settings
}

/// The questions that cells name, and what only a person can know.
fn print_questions(proposal: &Proposal, texts: &Texts, out: &mut Output) -> Result<(), Failure> {
    for (name, about) in &proposal.profile.questions {
        out.line(&format!("{name}: {}", role_word(about)))?;
    }
    for asked in &proposal.questions {
        out.line(&texts.say(&question(asked, &proposal.profile)))?;
    }
    Ok(())
}

fn question(asked: &Asked, profile: &Profile) -> Message {
    let name = |column: &usize| {
        profile.questions_asked().nth(*column).map(|q| q.0.to_owned()).unwrap_or_default()
    };
    match asked {
        Asked::Direction { column, .. } => {
            Message::new("cli-ask-direction").with("column", name(column))
        }
        Asked::Missing { column, value, count } => Message::new("cli-ask-missing")
            .with("column", name(column))
            .with("value", value)
            .with("count", *count),
        Asked::DateOrder { column, formats } => Message::new("cli-ask-date")
            .with("column", name(column))
            .with("formats", formats.join(", ")),
    }
}

/// What the cells of a column are; of dates also how they are written.
fn kind(column: &DetectedColumn) -> String {
    let kind = word(&column.kind.value);
    match &column.date {
        Some(date) => format!("{kind} {}", date.format),
        None => kind,
    }
}

/// A delimiter that can be seen.
fn shown(delimiter: &str) -> String {
    match delimiter {
        "\t" => "tab".to_owned(),
        " " | "  " | " +" => format!("“{delimiter}”"),
        other => other.to_owned(),
    }
}

/// The word a file uses for a value, such as `integer`.
fn word(value: &impl Serialize) -> String {
    let json = serde_json::to_value(value).unwrap_or_default();
    json.as_str().map(str::to_owned).unwrap_or_default()
}

/// The role as a profile writes it, with the metric of an answer.
fn role_word(role: &impl Serialize) -> String {
    let json = serde_json::to_value(role).unwrap_or_default();
    let part = |name: &str| json.get(name).and_then(|v| v.as_str()).unwrap_or_default().to_owned();
    match part("metric") {
        metric if metric.is_empty() => part("role"),
        metric => format!("{} {metric}", part("role")),
    }
}
