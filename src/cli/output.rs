//! Standard output, in lines, tables and JSON. A reader that has gone away is no failure.

use super::Failure;
use serde::Serialize;
use std::io::{self, Write};

/// Where results go.
pub struct Output {
    to: Box<dyn Write>,
}

impl Output {
    /// The program's standard output.
    #[must_use]
    pub fn standard() -> Self {
        Self { to: Box::new(io::stdout().lock()) }
    }

    /// Writes a line and flushes it, so that a script sees it at once.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn line(&mut self, text: &str) -> Result<(), Failure> {
        let written = writeln!(self.to, "{text}").and_then(|()| self.to.flush());
        gone_is_fine(written)
    }

    /// Writes one JSON value.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn json(&mut self, value: &impl Serialize) -> Result<(), Failure> {
        let text = serde_json::to_string_pretty(value).map_err(io::Error::other);
        text.map_err(Failure::from).and_then(|text| self.line(&text))
    }

    /// Writes rows in columns as wide as their widest cell; the first row is the head.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn table(&mut self, rows: &[Vec<String>]) -> Result<(), Failure> {
        let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
        let width = |column: usize| {
            rows.iter().filter_map(|r| r.get(column)).map(|c| c.chars().count()).max().unwrap_or(0)
        };
        let widths: Vec<usize> = (0..columns).map(width).collect();
        for row in rows {
            let cells = row.iter().zip(&widths).map(|(cell, width)| format!("{cell:<width$}"));
            self.line(cells.collect::<Vec<_>>().join("  ").trim_end())?;
        }
        Ok(())
    }
}

fn gone_is_fine(written: io::Result<()>) -> Result<(), Failure> {
    match written {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        other => other.map_err(Failure::from),
    }
}
