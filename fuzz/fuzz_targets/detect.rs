//! Any bytes are detected, proposed and previewed, or refused in a sentence.

#![no_main]

use klantreis::import::{Profile, detect, preview, propose};
use klantreis::jobs::hush_shelters;
use libfuzzer_sys::fuzz_target;
use std::io::Write;

// A panic of a workbook reader ends in its shelter.
fuzz_target!(init: hush_shelters(), |bytes: &[u8]| {
    let mut file = tempfile::NamedTempFile::new().expect("a folder for temporary files");
    file.write_all(bytes).expect("room for a file");
    let Ok(detected) = detect(file.path(), &Profile::default()) else { return };
    serde_json::to_string(&detected).expect("what was found is JSON");
    let proposal = propose(&detected);
    let _ = preview(file.path(), &proposal.profile, 20);
});
