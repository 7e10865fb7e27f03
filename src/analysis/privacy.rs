//! The remainder rule: small groups of employees stay hidden, and so does what would reveal them.
//!
//! Knows sizes only.

use super::reading::SMALLEST_GROUP;

/// Which of the groups under one total must be hidden, by their number of people.
///
/// Groups of 1 to 4 are; and as long as the hidden ones together hold 1 to 4 people, the next
/// smallest group is hidden as well: else total minus the shown ones would tell. Empty groups
/// hide nothing.
#[must_use]
pub fn hidden(sizes: &[u64]) -> Vec<bool> {
    let mut hidden: Vec<bool> = sizes.iter().map(|&n| n > 0 && n < SMALLEST_GROUP).collect();
    loop {
        let sum: u64 = sizes.iter().zip(&hidden).filter(|(_, h)| **h).map(|(n, _)| n).sum();
        if sum == 0 || sum >= SMALLEST_GROUP {
            return hidden;
        }
        let shown = (0..sizes.len()).filter(|&i| !hidden[i] && sizes[i] > 0);
        match shown.min_by_key(|&i| sizes[i]) {
            Some(next) => hidden[next] = true,
            None => return hidden,
        }
    }
}

/// What must be hidden of a total that is divided twice: into branches, and each into groups.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct HiddenTree {
    /// For each branch, which of its groups.
    pub groups: Vec<Vec<bool>>,
    /// Which totals of branches.
    pub branches: Vec<bool>,
}

/// The rule for a journey (total), its stages (branches) and their touchpoints (groups).
///
/// Everything published adds up: a stage's hidden touchpoints follow from its total, and the
/// journey's total minus all that is shown gives what lies in stages with hidden totals.
#[must_use]
pub fn hidden_in_tree(branches: &[Vec<u64>]) -> HiddenTree {
    let mut groups: Vec<Vec<bool>> = branches.iter().map(|sizes| hidden(sizes)).collect();
    let total = |branch: &[u64]| branch.iter().sum::<u64>();
    let small = |n: u64| n > 0 && n < SMALLEST_GROUP;
    let mut closed: Vec<bool> = branches.iter().map(|b| small(total(b))).collect();
    loop {
        let rest = |branch: usize| -> u64 {
            let sizes = branches[branch].iter().zip(&groups[branch]);
            sizes.filter(|(_, hidden)| **hidden).map(|(n, _)| n).sum()
        };
        let sum: u64 = (0..branches.len()).filter(|&b| closed[b]).map(rest).sum();
        if sum == 0 || sum >= SMALLEST_GROUP {
            return HiddenTree { groups, branches: closed };
        }
        // Close the smallest branch that is open, and its smallest group so that it hides something.
        let open = (0..branches.len()).filter(|&b| !closed[b] && total(&branches[b]) > 0);
        let Some(branch) = open.min_by_key(|&b| total(&branches[b])) else {
            return HiddenTree { groups, branches: closed };
        };
        closed[branch] = true;
        let sizes = &branches[branch];
        let shown = (0..sizes.len()).filter(|&i| !groups[branch][i] && sizes[i] > 0);
        if let Some(smallest) = shown.min_by_key(|&i| sizes[i]) {
            groups[branch][smallest] = true;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn remainder_rule() {
        let cases: [(&[u64], &[bool]); 8] = [
            // Published examples: 3 + 6, and 3 + 6 + 4.
            (&[3, 6], &[true, true]),
            (&[3, 6, 4], &[true, false, true]),
            (&[1, 1, 1, 6, 9], &[true, true, true, true, false]),
            (&[4, 4, 7], &[true, true, false]),
            // A total of 8 with 7 shown would tell the eighth answer.
            (&[7, 1], &[true, true]),
            (&[5, 6], &[false, false]),
            (&[0, 9], &[false, false]),
            (&[], &[]),
        ];
        for (sizes, wanted) in cases {
            assert_eq!(hidden(sizes), wanted, "{sizes:?}");
        }
    }

    #[test]
    fn nothing_small_follows_from_sums() {
        let trees: [&[&[u64]]; 6] = [
            &[&[3], &[6, 7], &[9]],
            &[&[3, 6], &[8]],
            &[&[4], &[], &[5]],
            &[&[2], &[2], &[20]],
            &[&[1, 1], &[30, 40]],
            &[&[3, 9], &[4], &[12, 6]],
        ];
        for tree in trees {
            let tree: Vec<Vec<u64>> = tree.iter().map(|b| b.to_vec()).collect();
            let found = hidden_in_tree(&tree);
            let rest = |b: usize| -> u64 {
                tree[b].iter().zip(&found.groups[b]).filter(|(_, h)| **h).map(|(n, _)| n).sum()
            };
            let safe = |n: u64| n == 0 || n >= SMALLEST_GROUP;
            for b in 0..tree.len() {
                assert!(found.branches[b] || safe(rest(b)), "{tree:?}: {found:?}");
                let shown = tree[b].iter().zip(&found.groups[b]).filter(|(_, h)| !**h);
                assert!(shown.into_iter().all(|(n, _)| safe(*n)), "{tree:?}: {found:?}");
            }
            let closed: u64 = (0..tree.len()).filter(|&b| found.branches[b]).map(rest).sum();
            assert!(safe(closed), "{tree:?}: {found:?}");
        }
    }
}
