//! Writes the sample journeys: `cargo run --example make_samples [-- FOLDER]`.
//!
//! Everything comes from fixed seeds: a second run writes the same bytes. Nothing here is part of
//! the program; the program reads the samples as it reads any other file.

mod energie;
mod histogram;
mod random;
mod recommend;

use anyhow::{Context, Result};
use std::fs;
use std::path::Path;

fn main() -> Result<()> {
    let folder = std::env::args()
        .nth(1)
        .unwrap_or_else(|| "sample_journeys".to_owned());
    let folder = Path::new(&folder);
    write(
        &folder.join("energie"),
        "feedback.csv",
        &energie::feedback()?,
    )?;
    Ok(())
}

fn write(folder: &Path, name: &str, bytes: &[u8]) -> Result<()> {
    fs::create_dir_all(folder).with_context(|| format!("making {}", folder.display()))?;
    let path = folder.join(name);
    fs::write(&path, bytes).with_context(|| format!("writing {}", path.display()))
}
