//! Checked rows on their way from the thread that reads to the thread that keeps, many at a time.
//!
//! Keeps their order: a refused cell reaches the sink before its row, as it was read.

use super::{CheckedRow, Rejected, RowSink};
use crate::jobs::{Cancelled, Outlet};
use crate::model::Refusal;

/// Rows in one batch.
const ROWS: usize = 512;
/// Text after which a batch is full, whatever its rows, so that long rows do not pile up.
const TEXT_BYTES: usize = 256 * 1024;

/// Rows and refused cells. The rows stay when a batch is emptied, to be filled again.
#[derive(Default)]
pub(super) struct Batch {
    rows: Vec<CheckedRow>,
    filled: usize,
    /// Each with the index of its row.
    rejected: Vec<(usize, Rejected)>,
    text_bytes: usize,
}

impl Batch {
    /// Hands all to the sink and empties the batch.
    ///
    /// # Errors
    /// When the sink refuses; the rest is not handed on.
    pub fn give(&mut self, sink: &mut dyn RowSink) -> Result<(), Refusal> {
        let mut rejected = self.rejected.drain(..).peekable();
        for (index, row) in self.rows[..self.filled].iter().enumerate() {
            while let Some((_, cell)) = rejected.next_if(|(at, _)| *at == index) {
                sink.rejected(&cell)?;
            }
            sink.row(row)?;
        }
        drop(rejected);
        (self.filled, self.text_bytes) = (0, 0);
        Ok(())
    }

    /// The next row, to be filled, and where its refused cells go.
    pub fn next(&mut self) -> (&mut CheckedRow, impl FnMut(Rejected)) {
        if self.filled == self.rows.len() {
            self.rows.push(CheckedRow::default());
        }
        let index = self.filled;
        self.filled += 1;
        let (rejected, text_bytes) = (&mut self.rejected, &mut self.text_bytes);
        let reject = move |cell: Rejected| {
            *text_bytes += cell.value.len();
            rejected.push((index, cell));
        };
        (&mut self.rows[index], reject)
    }

    /// Sends the batch when it is full; `row_bytes` is the text of the row that was filled last.
    ///
    /// # Errors
    /// `Cancelled` when nobody wants it.
    pub fn filled(&mut self, row_bytes: usize, outlet: &Outlet<Self>) -> Result<(), Cancelled> {
        self.text_bytes += row_bytes;
        let full = self.filled >= ROWS || self.text_bytes >= TEXT_BYTES;
        if full { self.send(outlet) } else { Ok(()) }
    }

    /// Sends what is there and begins anew.
    ///
    /// # Errors
    /// As for `filled`.
    pub fn send(&mut self, outlet: &Outlet<Self>) -> Result<(), Cancelled> {
        outlet.send(std::mem::replace(self, outlet.blank()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Message;

    #[derive(Default)]
    struct Log(Vec<String>);

    impl RowSink for Log {
        fn row(&mut self, row: &CheckedRow) -> Result<(), Refusal> {
            self.0.push(format!("row {}", row.row));
            if row.row == 9 { Err(Refusal(Message::new("x"))) } else { Ok(()) }
        }

        fn rejected(&mut self, cell: &Rejected) -> Result<(), Refusal> {
            self.0.push(format!("{} {}", cell.value, cell.row));
            Ok(())
        }
    }

    /// A batch of these rows, with a refused cell for each even one.
    fn fill(batch: &mut Batch, rows: &[u64]) {
        for row in rows {
            let (checked, mut reject) = batch.next();
            checked.row = *row;
            if row % 2 == 0 {
                let (value, reason) = ("cell".to_owned(), Message::new("x"));
                reject(Rejected { row: *row, column: String::new(), value, reason });
            }
        }
    }

    #[test]
    fn refused_cells_come_before_their_row_and_a_batch_is_used_again() {
        let (mut batch, mut log) = (Batch::default(), Log::default());
        for rows in [&[1, 2, 3, 4][..], &[6, 7], &[8, 9, 10]] {
            fill(&mut batch, rows);
            assert_eq!(batch.give(&mut log).is_err(), rows.contains(&9));
        }
        let expected = "row 1, cell 2, row 2, row 3, cell 4, row 4, cell 6, row 6, row 7, \
                        cell 8, row 8, row 9";
        assert_eq!(log.0.join(", "), expected);
    }
}
