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
    hidden_among(sizes, sizes.iter().sum())
}

/// The same where one person may be in several groups, of `people` in all.
fn hidden_among(sizes: &[u64], people: u64) -> Vec<bool> {
    let mut hidden: Vec<bool> = sizes.iter().map(|&n| is_small(n)).collect();
    while is_small(rest(sizes, &hidden, people)) {
        let shown = (0..sizes.len()).filter(|&i| !hidden[i] && sizes[i] > 0);
        match shown.min_by_key(|&i| sizes[i]) {
            Some(next) => hidden[next] = true,
            None => return hidden,
        }
    }
    hidden
}

fn is_small(n: u64) -> bool {
    n > 0 && n < SMALLEST_GROUP
}

/// So many people are in the hidden groups at least: as many as in the largest of them, and as many
/// as those shown leave over. Where nobody is in two groups that is their sum.
fn rest(sizes: &[u64], hidden: &[bool], people: u64) -> u64 {
    let of = |is: bool| sizes.iter().zip(hidden).filter(move |(_, h)| **h == is).map(|(n, _)| *n);
    match of(true).max().unwrap_or(0) {
        0 => 0,
        most => most.max(people.saturating_sub(of(false).sum())),
    }
}

/// A part of a total, with its groups.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Branch {
    /// The number of people in each group.
    pub sizes: Vec<u64>,
    /// The number of people in all, each counted once.
    pub people: u64,
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
pub fn hidden_in_tree(branches: &[Branch], people: u64) -> HiddenTree {
    let mut groups: Vec<Vec<bool>> =
        branches.iter().map(|b| hidden_among(&b.sizes, b.people)).collect();
    let mut closed: Vec<bool> = branches.iter().map(|b| is_small(b.people)).collect();
    while is_small(behind(branches, &groups, &closed, people)) {
        // Close the smallest branch that is open, and its smallest group so that it hides something.
        let open = (0..branches.len()).filter(|&b| !closed[b] && branches[b].people > 0);
        let Some(branch) = open.min_by_key(|&b| branches[b].people) else { break };
        closed[branch] = true;
        let sizes = &branches[branch].sizes;
        let shown = (0..sizes.len()).filter(|&i| !groups[branch][i] && sizes[i] > 0);
        if let Some(smallest) = shown.min_by_key(|&i| sizes[i]) {
            groups[branch][smallest] = true;
        }
    }
    HiddenTree { groups, branches: closed }
}

/// So many people at least are behind what the total leaves over when all that is shown is taken off.
fn behind(branches: &[Branch], groups: &[Vec<bool>], closed: &[bool], people: u64) -> u64 {
    let mut most = 0;
    let mut shown = 0;
    for ((branch, hidden), closed) in branches.iter().zip(groups).zip(closed) {
        if *closed {
            most = most.max(rest(&branch.sizes, hidden, branch.people));
            let sizes = branch.sizes.iter().zip(hidden);
            shown += sizes.filter(|(_, hidden)| !**hidden).map(|(n, _)| n).sum::<u64>();
        } else {
            shown += branch.people;
        }
    }
    if most == 0 { 0 } else { most.max(people.saturating_sub(shown)) }
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
            let branch =
                |sizes: &Vec<u64>| Branch { sizes: sizes.clone(), people: sizes.iter().sum() };
            let branches: Vec<Branch> = tree.iter().map(branch).collect();
            let found = hidden_in_tree(&branches, branches.iter().map(|b| b.people).sum());
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

    #[test]
    fn the_same_people_at_several_touchpoints_count_once() {
        let branch = |sizes: &[u64], people| Branch { sizes: sizes.to_vec(), people };
        // The same three at two touchpoints: six answers, but three people.
        let found = hidden_in_tree(&[branch(&[3, 3], 3), branch(&[9, 8], 17)], 20);
        assert_eq!(found.groups[0], [true, true]);
        assert!(found.branches[0] && found.branches[1], "their stage would follow: {found:?}");
        // Three people beside nine: the total minus the nine would tell them.
        let found = hidden_in_tree(&[branch(&[3, 3, 9], 12)], 12);
        assert_eq!(found.groups[0], [true; 3]);
        // Three and three others: six people.
        let found = hidden_in_tree(&[branch(&[3, 3, 9], 15)], 15);
        assert_eq!(found.groups[0], [true, true, false]);
        // The same four in two stages: eight answers, four people.
        let two = [branch(&[4], 4), branch(&[4], 4), branch(&[9], 9), branch(&[20], 20)];
        assert_eq!(hidden_in_tree(&two, 33).branches, [true, true, true, false]);
        assert_eq!(hidden_in_tree(&two, 37).branches, [true, true, false, false]);
    }
}
