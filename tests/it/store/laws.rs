//! Laws: whatever list of changes is written, the file opened again holds the same model.

use super::*;

#[test]
fn placeholder_law() {
    assert_eq!(scores(&Store::in_memory().unwrap()).responses(), 0);
}
