//! Any text that begins like JSON is read as records, or refused in a sentence.

#![no_main]

use klantreis::import::{DataSource, Profile, detect, propose, table};
use klantreis::jobs::Reporter;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    for begin in ["", "[{\"a\":", "{\"a\":1}\n{\"b\":"] {
        let source = DataSource::pasted("records.json", format!("{begin}{text}"));
        if let Ok(detected) = detect(&source, &Profile::default()) {
            propose(&detected);
        }
        let mut out = Vec::new();
        let _ = table(&source, &Profile::default(), &mut out, &Reporter::silent());
    }
});
