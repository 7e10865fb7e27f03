//! The groups of a kept row → the cells they had in the file.
//!
//! A column of several options is written with what stands between them.

use crate::import::{Column, Profile, Role};

/// Whether the cells of a column name several options each.
pub(super) fn is_several(column: &Column) -> bool {
    matches!(&column.role, Role::Segment { separator: Some(s), .. } if !s.is_empty())
}

/// Gives the column of each group, an index in `Profile::columns`, with its cell.
pub(super) fn write(
    kept: &Profile,
    segments: &[(String, String)],
    mut put: impl FnMut(usize, String),
) {
    for (at, column) in kept.columns.iter().enumerate() {
        let Role::Segment { name, labels, separator, .. } = &column.role else { continue };
        let name = name.as_deref().unwrap_or(&column.column).trim();
        let code = |value: &str| {
            let mut codes = labels.iter().filter(|(_, shown)| *shown == value);
            match (codes.next(), codes.next()) {
                (Some((code, _)), None) => code.clone(),
                _ => value.to_owned(),
            }
        };
        match separator.as_deref().filter(|s| !s.is_empty()) {
            None => {
                let own = segments.iter().find(|(dimension, _)| dimension == name);
                if let Some((_, value)) = own {
                    put(at, code(value));
                }
            }
            Some(separator) => {
                let option = |(dimension, value): &(String, String)| {
                    let option = dimension.strip_prefix(name)?.strip_prefix(": ")?.to_owned();
                    Some((option, code(value) == "yes"))
                };
                let said: Vec<(String, bool)> = segments.iter().filter_map(option).collect();
                let chosen = said.iter().filter(|(_, yes)| *yes).map(|(option, _)| option.as_str());
                let chosen: Vec<&str> = chosen.collect();
                if chosen.is_empty() && !said.is_empty() {
                    // Filled, and none of the options.
                    put(at, separator.to_owned());
                } else if !chosen.is_empty() {
                    put(at, chosen.join(separator));
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    #[test]
    fn groups_stand_as_they_did_in_the_file() {
        let words = |pairs: &[(&str, &str)]| -> BTreeMap<String, String> {
            pairs.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect()
        };
        let segment = |name: &str, labels, separator: Option<&str>| Column {
            column: name.to_owned(),
            role: Role::Segment {
                name: None,
                labels,
                missing: Vec::new(),
                separator: separator.map(str::to_owned),
                options: Vec::new(),
            },
        };
        let columns = vec![
            segment("Region", words(&[("1", "North"), ("2", "South"), ("3", "South")]), None),
            segment("Used", words(&[("yes", "Ja"), ("no", "Nee")]), Some(";")),
        ];
        let kept = Profile { columns, ..Profile::default() };
        let check = |segments: &[(&str, &str)], expected: &[(usize, &str)]| {
            let segments: Vec<_> =
                segments.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect();
            let mut cells = Vec::new();
            write(&kept, &segments, |at, cell| cells.push((at, cell)));
            let expected: Vec<_> = expected.iter().map(|(at, c)| (*at, (*c).to_owned())).collect();
            assert_eq!(cells, expected);
        };
        check(
            &[("Region", "North"), ("Used: App", "Ja"), ("Used: Web", "Ja"), ("Used: Fax", "Nee")],
            &[(0, "1"), (1, "App;Web")],
        );
        check(&[("Region", "South"), ("Used: App", "Nee")], &[(0, "South"), (1, ";")]);
        check(&[("Regional", "x")], &[]);
        check(&[], &[]);
    }
}
