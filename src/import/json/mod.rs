//! Records of a JSON file: a list of objects, one inside an object, a single object, a list of
//! lists, or one value a line.
//!
//! Streams record by record into a grid; a number stays the text it was written in.

mod flatten;
mod records;
mod shape;

use super::grid::{Fault, Format, Grid, Writer};
use super::source::{TextFile, unreadable};
use super::{Found, ImportError, Profile, encoding};
use crate::jobs::{Progress, Reporter};
use crate::model::{Message, Refusal};
use encoding_rs_io::DecodeReaderBytesBuilder;
use flatten::{Flatten, Flaw};
use records::Collector;
use serde::de::DeserializeSeed;
use serde_json::value::RawValue;
use shape::{List, Shape};
use std::cell::Cell;
use std::io::{self, BufReader, Read};
use std::rc::Rc;

/// More text than this in one record is no record.
const LONGEST_RECORD: u64 = 16 * 1024 * 1024;

/// Reads the records of a file.
///
/// # Errors
/// When it is damaged, holds no records, or the person stops it.
pub(super) fn read(
    file: &TextFile,
    given: &Profile,
    reporter: &Reporter,
) -> Result<Grid, ImportError> {
    let source = Json { file, given, reporter };
    if source.first_byte()? == Some(b'[') {
        return match source.list("")? {
            Read1::Whole(grid) => Ok(*grid),
            Read1::More => source.lines(),
        };
    }
    match source.shape()? {
        Shape { followed: true, .. } => source.lines(),
        Shape { lists, .. } => source.inside(&lists),
    }
}

/// A JSON file and how it is read.
struct Json<'a> {
    file: &'a TextFile,
    given: &'a Profile,
    reporter: &'a Reporter,
}

/// What reading the first value gave.
enum Read1 {
    Whole(Box<Grid>),
    /// More values follow: the file has one a line.
    More,
}

impl Json<'_> {
    /// The text, and what counts it.
    fn open(&self) -> Result<(BufReader<Gauge>, Rc<Cell<u64>>), Refusal> {
        let found = encoding::find(self.file, self.given.encoding.as_deref())?;
        let text = DecodeReaderBytesBuilder::new()
            .encoding(Some(found.encoding.value))
            .strip_bom(true)
            .build(self.file.open()?);
        let since = Rc::new(Cell::new(0));
        let gauge = Gauge { text: Box::new(text), since: Rc::clone(&since) };
        Ok((BufReader::with_capacity(64 * 1024, gauge), since))
    }

    fn first_byte(&self) -> Result<Option<u8>, Refusal> {
        let (text, _) = self.open()?;
        for byte in text.bytes() {
            let byte = byte.map_err(|e| unreadable(&self.file.path, &e))?;
            if !byte.is_ascii_whitespace() {
                return Ok(Some(byte));
            }
        }
        Ok(None)
    }

    /// Looks through the first value for lists.
    fn shape(&self) -> Result<Shape, ImportError> {
        let (mut text, since) = self.open()?;
        let mut reader = serde_json::Deserializer::from_reader(&mut text);
        let mut shape = Shape::default();
        let seed = shape::Seek::new(&mut shape, &since);
        seed.deserialize(&mut reader).map_err(|e| self.damaged(&e))?;
        shape.followed = reader.end().is_err();
        Ok(shape)
    }

    /// Reads the list at a path, or the single object there.
    fn list(&self, path: &str) -> Result<Read1, ImportError> {
        let (mut text, since) = self.open()?;
        let mut reader = serde_json::Deserializer::from_reader(&mut text);
        let mut keeper = self.keeper(since);
        let read = Collector::new(path, &mut keeper).deserialize(&mut reader);
        if let Some(stopped) = keeper.stopped.take() {
            return Err(stopped);
        }
        read.map_err(|e| self.damaged(&e))?;
        if reader.end().is_err() {
            return Ok(Read1::More);
        }
        let found = Found::guess(path.to_owned(), 1.0);
        Ok(Read1::Whole(Box::new(self.grid(keeper, Format::Json, found)?)))
    }

    /// Reads one value after the other.
    fn lines(&self) -> Result<Grid, ImportError> {
        let (mut text, since) = self.open()?;
        let reader = serde_json::Deserializer::from_reader(&mut text);
        let mut keeper = self.keeper(since);
        for value in reader.into_iter::<Box<RawValue>>() {
            let value = value.map_err(|e| self.damaged(&e))?;
            keeper.record(value.get())?;
        }
        self.grid(keeper, Format::Ndjson, Found::guess(String::new(), 1.0))
    }

    /// Reads the rows inside an object: where the profile says they are, else its longest list of
    /// objects, else the object itself.
    fn inside(&self, lists: &[List]) -> Result<Grid, ImportError> {
        let mut ranked: Vec<&List> = lists.iter().filter(|list| list.objects > 0).collect();
        // A stable sort: of lists that are as long the first one stays first.
        ranked.sort_by_key(|list| std::cmp::Reverse(list.objects));
        let path = match (self.given.path.as_deref(), ranked.as_slice()) {
            (Some(stated), _) => {
                if !stated.is_empty() && !lists.iter().any(|list| list.path == stated) {
                    return Err(self.no_such_path(stated, lists).into());
                }
                Found::stated(stated.to_owned())
            }
            (None, []) => Found::guess(String::new(), 0.8),
            (None, [only]) => Found::guess(only.path.clone(), 0.9),
            (None, [best, next, ..]) => {
                let ahead = (best.objects - next.objects) as f64 / best.objects as f64;
                Found::guess(best.path.clone(), 0.5 + 0.4 * ahead)
            }
        };
        let Read1::Whole(grid) = self.list(&path.value)? else {
            return Err(self.sentence("import-json-mixed").with("record", 2_u64).into());
        };
        let mut grid = *grid;
        if !path.value.is_empty() {
            let beside: Vec<String> = ranked
                .iter()
                .filter(|list| list.path != path.value)
                .map(|list| format!("“{}”", list.path))
                .collect();
            let message = Message::new("import-warn-json-path").with("path", &path.value);
            grid.warnings
                .push(message.with("count", beside.len()).with("lists", beside.join(", ")));
        }
        grid.path = path;
        Ok(grid)
    }

    fn keeper(&self, since: Rc<Cell<u64>>) -> Keeper<'_> {
        let comma = self.given.decimal.as_deref() == Some(",");
        Keeper {
            json: self,
            since,
            flatten: Flatten::new(comma),
            writer: Writer::new(true),
            rows: 0,
            stopped: None,
        }
    }

    fn grid(
        &self,
        keeper: Keeper<'_>,
        format: Format,
        path: Found<String>,
    ) -> Result<Grid, ImportError> {
        let store = keeper.writer.finish().map_err(|e| self.fault(&e))?;
        let names = keeper.flatten.into_names();
        if store.rows == 0 || names.as_ref().is_some_and(Vec::is_empty) {
            return Err(self.sentence("import-json-no-records").into());
        }
        Ok(Grid {
            format,
            sheet: Found::guess(String::new(), 1.0),
            sheets: Vec::new(),
            path,
            names,
            spans: Vec::new(),
            warnings: Vec::new(),
            store,
        })
    }

    fn sentence(&self, key: &'static str) -> Message {
        Message::new(key).with("file", &self.file.name)
    }

    fn no_such_path(&self, stated: &str, lists: &[List]) -> Refusal {
        let there: Vec<String> = lists.iter().map(|list| format!("“{}”", list.path)).collect();
        let message = self.sentence("import-json-no-path").with("path", stated);
        Refusal(message.with("count", there.len()).with("lists", there.join(", ")))
    }

    fn fault(&self, fault: &Fault) -> Refusal {
        match fault {
            Fault::Disk(error) => unreadable(&self.file.path, error),
            Fault::TooMany => Refusal(self.too_wide()),
        }
    }

    fn too_wide(&self) -> Message {
        self.sentence("import-json-too-wide").with("most", flatten::MOST_COLUMNS)
    }

    /// The sentence for what serde_json says.
    fn damaged(&self, error: &serde_json::Error) -> Refusal {
        if error.is_io() {
            let text = error.to_string();
            if text.contains(ENDLESS) {
                let message = self.sentence("import-json-endless");
                return Refusal(message.with("megabytes", LONGEST_RECORD / 1024 / 1024));
            }
            return unreadable(&self.file.path, &io::Error::other(text));
        }
        if error.is_eof() {
            return Refusal(self.sentence("import-json-cut-off"));
        }
        if error.to_string().starts_with("recursion limit") {
            return Refusal(self.sentence("import-json-too-deep").with("most", flatten::DEEPEST));
        }
        let message = self.sentence("import-json-damaged").with("line", error.line());
        Refusal(message.with("column", error.column()))
    }
}

/// Takes records and keeps them as rows.
struct Keeper<'a> {
    json: &'a Json<'a>,
    since: Rc<Cell<u64>>,
    flatten: Flatten,
    writer: Writer,
    rows: u64,
    /// Why it stopped, where serde_json cannot carry it.
    stopped: Option<ImportError>,
}

impl Keeper<'_> {
    /// Keeps one record.
    fn record(&mut self, raw: &str) -> Result<(), ImportError> {
        self.begin()?;
        let kept = self.flatten.record(raw, &mut self.writer);
        kept.map_err(|flaw| self.flawed(flaw))?;
        Ok(())
    }

    /// Keeps a part of the record that was begun.
    fn field(&mut self, name: &str, raw: &str) -> Result<(), ImportError> {
        let kept = self.flatten.field(name, raw, &mut self.writer);
        kept.map_err(|flaw| self.flawed(flaw))?;
        Ok(())
    }

    fn begin(&mut self) -> Result<(), ImportError> {
        const STEP: u64 = 4096;
        self.since.set(0);
        self.rows += 1;
        if self.rows.is_multiple_of(STEP) {
            let phase = Message::new("import-progress-reading");
            self.json.reporter.step(Progress { phase, done: self.rows, total: None })?;
        }
        Ok(self.writer.begin(self.rows).map_err(|e| self.json.fault(&e))?)
    }

    fn flawed(&self, flaw: Flaw) -> Refusal {
        let record = |key| self.json.sentence(key).with("record", self.rows);
        Refusal(match flaw {
            Flaw::Mixed => record("import-json-mixed"),
            Flaw::Damaged => record("import-json-bad-record"),
            Flaw::TooDeep => {
                self.json.sentence("import-json-too-deep").with("most", flatten::DEEPEST)
            }
            Flaw::TooWide => self.json.too_wide(),
        })
    }
}

/// The text of a file; refuses a record that does not end.
struct Gauge {
    text: Box<dyn Read>,
    /// Bytes since the last record began.
    since: Rc<Cell<u64>>,
}

const ENDLESS: &str = "a record that does not end";

impl Read for Gauge {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.since.get() > LONGEST_RECORD {
            return Err(io::Error::other(ENDLESS));
        }
        let n = self.text.read(buffer)?;
        self.since.set(self.since.get() + n as u64);
        Ok(n)
    }
}
