//! Text as it is searched: without case and without accents.

use icu_normalizer::DecomposingNormalizerBorrowed;

/// A text of which neither case nor accents count: "Café" and "CAFE" give the same.
#[must_use]
pub fn folded(text: &str) -> String {
    let apart = DecomposingNormalizerBorrowed::new_nfkd().normalize(text);
    let bare = apart.chars().filter(|c| !('\u{300}'..='\u{36f}').contains(c));
    bare.flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::folded;

    #[test]
    fn neither_case_nor_accents_count() {
        for (text, same) in [
            ("Café", "cafe"),
            ("ORIËNTATIE", "orientatie"),
            ("Ångström ﬁn", "angstrom fin"),
            ("شكرا 😀", "شكرا 😀"),
            ("", ""),
        ] {
            assert_eq!(folded(text), same);
        }
    }
}
