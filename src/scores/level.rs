//! What a person with several answers gave, summed per part and squared when the person is done.
//!
//! Used by the loop in `pass`; counts no answers itself.

/// Sums over people who may have answered more than once.
#[derive(Clone, Copy, Default)]
pub(super) struct Sums {
    pub people: i64,
    pub mm: i64,
    pub ym: i64,
    pub yy: i64,
}

/// What one person gave to one cell: m answers in the low bits, and above them Σ(worth − the
/// line's lowest worth). Zero = nothing. One addition an answer instead of two.
pub(super) type Open = u64;

/// Bits for the number of answers of one person: 16 million.
pub(super) const M_BITS: u32 = 24;

impl Sums {
    #[inline]
    pub fn add(&mut self, open: Open, lowest: i64) {
        let m = i64::try_from(open & ((1 << M_BITS) - 1)).unwrap_or(0);
        let y = i64::try_from(open >> M_BITS).unwrap_or(0) + lowest * m;
        self.people += 1;
        self.mm += m * m;
        self.ym += y * m;
        self.yy += y * y;
    }
}

/// A list of numbers that is filled and emptied again and again.
pub(super) struct Touched {
    pub list: Vec<u32>,
    pub len: usize,
}

impl Touched {
    pub fn new(most: usize) -> Self {
        Self { list: vec![0; most + 1], len: 0 }
    }

    /// Notes a number if it is new. Always written, kept by moving on.
    #[inline]
    pub fn note(&mut self, number: u32, new: bool) {
        self.list[self.len] = number;
        self.len += usize::from(new);
    }
}

/// Coarser parts than cells: the part of each cell, and the line of each part. Both have one more at
/// the end, for the answers that are not counted.
pub(super) struct Level {
    part: Vec<u32>,
    line: Vec<u16>,
}

impl Level {
    /// A level of `parts` parts with `lines` lines each; `part` of each cell × lines + its line.
    pub fn new(mut part: Vec<u32>, parts: usize, lines: usize) -> Self {
        let all = 0..u16::try_from(lines).unwrap_or(u16::MAX);
        let mut line: Vec<u16> = std::iter::repeat_n(all, parts).flatten().collect();
        part.push(u32::try_from(line.len()).unwrap_or(u32::MAX));
        line.push(u16::try_from(lines).unwrap_or(u16::MAX));
        Self { part, line }
    }

    /// The part of each cell, without that of the answers that are not counted.
    pub fn part(&self) -> &[u32] {
        self.part.split_last().map_or(&[], |(_, part)| part)
    }

    /// Number of parts × lines.
    pub fn len(&self) -> usize {
        self.line.len() - 1
    }
}

/// A level while it is filled.
pub(super) struct OpenLevel<'a> {
    level: &'a Level,
    open: Vec<Open>,
    touched: Touched,
    pub sums: Vec<Sums>,
}

impl<'a> OpenLevel<'a> {
    pub fn new(level: &'a Level) -> Self {
        let parts = level.line.len();
        let (open, sums) = (vec![0; parts], vec![Sums::default(); parts]);
        Self { level, open, touched: Touched::new(parts), sums }
    }

    /// Adds what a person gave to one cell.
    #[inline]
    pub fn add(&mut self, cell: u32, given: Open) {
        let part = self.level.part[cell as usize];
        let open = &mut self.open[part as usize];
        let new = *open == 0;
        *open += given;
        self.touched.note(part, new);
    }

    /// The person is done.
    #[inline]
    pub fn close(&mut self, lowest: &[i64]) {
        for &part in &self.touched.list[..self.touched.len] {
            let open = std::mem::take(&mut self.open[part as usize]);
            let line = usize::from(self.level.line[part as usize]);
            self.sums[part as usize].add(open, lowest[line]);
        }
        self.touched.len = 0;
    }
}
