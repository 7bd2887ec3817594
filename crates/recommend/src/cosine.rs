//! Plain item-to-item similarity: the cosine of the angle between two items' people. What the others are measured by.

use crate::neighbours::strongest;
use crate::{Interactions, Neighbours};

/// How many similarities are kept in all: every one where there are some thousand items, and never more than memory bears.
const SIMILAR: usize = 30_000_000;

/// How much two items have in common.
pub fn cosine(interactions: &Interactions) -> Neighbours {
    let lengths = lengths(interactions);
    let mut sums = vec![0.0_f32; interactions.items()];
    let kept = SIMILAR / interactions.items().max(1);
    let targets = interactions.all_items().map(|target| {
        let mut near = in_common(interactions, target, &mut sums);
        for (item, sum) in &mut near {
            *sum /= lengths[target as usize] * lengths[*item as usize];
        }
        (target, strongest(near, kept))
    });
    let targets: Vec<_> = targets.collect();
    Neighbours::from_targets(interactions.items(), targets)
}

/// The lengths of the items' vectors.
pub(crate) fn lengths(interactions: &Interactions) -> Vec<f32> {
    let length =
        |item| interactions.of_item(item).iter().map(|(_, weight)| weight * weight).sum::<f32>().sqrt();
    interactions.all_items().map(length).collect()
}

/// The product of an item's vector with each other's that is not at right angles to it, by number. `sums` is all zeros
/// before and after.
pub(crate) fn in_common(interactions: &Interactions, item: u32, sums: &mut [f32]) -> Vec<(u32, f32)> {
    let mut touched = Vec::new();
    for (person, weight) in interactions.of_item(item) {
        for (other, strength) in interactions.of_person(*person) {
            let sum = &mut sums[*other as usize];
            if *sum == 0.0 {
                touched.push(*other);
            }
            *sum += weight * strength;
        }
    }
    touched.sort_unstable();
    touched.dedup();
    let mut common = Vec::with_capacity(touched.len());
    for other in touched {
        let sum = std::mem::take(&mut sums[other as usize]);
        if other != item && sum != 0.0 {
            common.push((other, sum));
        }
    }
    common
}
