//! Writes the sample journeys: `cargo run --example make_samples [-- FOLDER]`.
//!
//! Everything comes from fixed seeds: a second run writes the same bytes. Nothing here is part of
//! the program; the program reads the samples as it reads any other file.

mod airport;
mod dates;
mod energie;
mod histogram;
mod outline;
mod profile;
mod random;
mod recommend;

use anyhow::{Context, Result};
use std::fs;
use std::path::Path;

fn main() -> Result<()> {
    let folder = std::env::args().nth(1).unwrap_or_else(|| "sample_journeys".to_owned());
    let folder = Path::new(&folder);
    energie::write(&folder.join("energie"))?;
    airport::write(&folder.join("airport"))
}

/// Writes one value as JSON that people can read.
fn write_json(folder: &Path, name: &str, value: &impl serde::Serialize) -> Result<()> {
    let mut json = serde_json::to_string_pretty(value)?;
    json.push('\n');
    write(folder, name, json.as_bytes())
}

fn write(folder: &Path, name: &str, bytes: &[u8]) -> Result<()> {
    fs::create_dir_all(folder).with_context(|| format!("making {}", folder.display()))?;
    let path = folder.join(name);
    fs::write(&path, bytes).with_context(|| format!("writing {}", path.display()))
}
