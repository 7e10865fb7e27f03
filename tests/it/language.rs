//! Both languages have the same texts with the same values; every key used exists and is used.

use super::layers::{code, sources};
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::parser;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// Key → the values its text uses.
type Texts = BTreeMap<String, BTreeSet<String>>;

fn inline(expression: &InlineExpression<String>, values: &mut BTreeSet<String>) {
    match expression {
        InlineExpression::VariableReference { id } => {
            values.insert(id.name.clone());
        }
        InlineExpression::Placeable { expression } => whole(expression, values),
        _ => {}
    }
}

fn whole(expression: &Expression<String>, values: &mut BTreeSet<String>) {
    match expression {
        Expression::Inline(part) => inline(part, values),
        Expression::Select { selector, variants } => {
            inline(selector, values);
            for variant in variants {
                pattern(&variant.value, values);
            }
        }
    }
}

fn pattern(text: &Pattern<String>, values: &mut BTreeSet<String>) {
    for element in &text.elements {
        if let PatternElement::Placeable { expression } = element {
            whole(expression, values);
        }
    }
}

fn texts(language: &str) -> Texts {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/text").join(language);
    let mut all = Texts::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let resource = parser::parse(fs::read_to_string(&path).unwrap())
            .unwrap_or_else(|(_, faults)| panic!("{}: {faults:?}", path.display()));
        for part in resource.body {
            if let Entry::Message(message) = part {
                let mut values = BTreeSet::new();
                pattern(message.value.as_ref().unwrap(), &mut values);
                let before = all.insert(message.id.name.clone(), values);
                assert!(before.is_none(), "{} stands twice", message.id.name);
            }
        }
    }
    all
}

/// Every string literal of the program's code that has the shape of a key.
fn keys_in_code() -> BTreeSet<String> {
    let mut keys = BTreeSet::new();
    for path in sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src")) {
        for literal in code(&path).split('"').skip(1).step_by(1) {
            let shaped = literal.contains('-')
                && literal.starts_with(|c: char| c.is_ascii_lowercase())
                && literal
                    .chars()
                    .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
            if shaped {
                keys.insert(literal.to_owned());
            }
        }
    }
    keys
}

#[test]
fn both_languages_have_the_same_texts_and_values() {
    let (english, dutch) = (texts("en"), texts("nl"));
    let only = |a: &Texts, b: &Texts| -> Vec<String> {
        a.keys().filter(|k| !b.contains_key(*k)).cloned().collect()
    };
    assert_eq!(only(&english, &dutch), Vec::<String>::new(), "in English only");
    assert_eq!(only(&dutch, &english), Vec::<String>::new(), "in Dutch only");
    for (key, values) in &english {
        assert_eq!(values, &dutch[key], "values of {key}");
    }
}

#[test]
fn every_text_is_used() {
    let used = keys_in_code();
    let unused: Vec<_> = texts("en").into_keys().filter(|key| !used.contains(key)).collect();
    assert!(unused.is_empty(), "texts nobody uses: {unused:#?}");
}

#[test]
fn every_key_in_the_code_has_a_text() {
    let texts = texts("en");
    // A key begins with the first word of a text's key, such as `import-` or `store-`.
    let first_words: BTreeSet<_> =
        texts.keys().filter_map(|key| key.split('-').next().map(str::to_owned)).collect();
    let missing: Vec<_> = keys_in_code()
        .into_iter()
        .filter(|key| key.split('-').next().is_some_and(|word| first_words.contains(word)))
        .filter(|key| !texts.contains_key(key) && !NO_KEYS.contains(&key.as_str()))
        .collect();
    assert!(missing.is_empty(), "keys without a text: {missing:#?}");
}

/// Literals that look like keys and are none.
const NO_KEYS: [&str; 0] = [];
