//! The same autoencoder where items are too many for one inversion: each item is told from those nearest to it alone,
//! by a small inversion of its own. Weights between items that nobody has together are next to nothing anyway.

use crate::cosine::{in_common, lengths};
use crate::dense::Square;
use crate::ease::held_back;
use crate::neighbours::strongest;
use crate::{Interactions, Neighbours};

/// How many of the nearest items each item is told from.
const NEAR: usize = 200;
/// How many products with others are kept of each item.
const PRODUCTS: usize = 600;

/// Learns item by item. The memory grows with the items, the time with the items and the square of the people's.
pub fn local(interactions: &Interactions, kept: usize) -> Neighbours {
    let lengths = lengths(interactions);
    let mut sums = vec![0.0_f32; interactions.items()];
    let products: Vec<Vec<(u32, f32)>> = interactions
        .all_items()
        .map(|item| {
            let mut near = strongest(in_common(interactions, item, &mut sums), PRODUCTS);
            near.sort_unstable_by_key(|(other, _)| *other);
            near
        })
        .collect();
    let held_back = held_back(interactions);
    let targets = interactions.all_items().map(|target| {
        let of_target = &products[target as usize];
        let near = of_target.iter().map(|(item, sum)| (*item, sum / lengths[*item as usize]));
        let mut near: Vec<u32> = strongest(near.collect(), NEAR).into_iter().map(|(item, _)| item).collect();
        near.sort_unstable();
        (
            target,
            strongest(
                weights(target, &near, &Known { lengths: &lengths, products: &products, held_back }),
                kept,
            ),
        )
    });
    let targets: Vec<_> = targets.collect();
    Neighbours::from_targets(interactions.items(), targets)
}

/// What the small inversions read.
struct Known<'a> {
    lengths: &'a [f32],
    products: &'a [Vec<(u32, f32)>],
    held_back: f32,
}

impl Known<'_> {
    fn product(&self, a: u32, b: u32) -> f32 {
        let find = |row: u32, column: u32| {
            let row = &self.products[row as usize];
            row.binary_search_by_key(&column, |(item, _)| *item).ok().map(|at| row[at].1)
        };
        find(a, b).or_else(|| find(b, a)).unwrap_or(0.0)
    }
}

/// How much each of the nearest items speaks for this one.
fn weights(target: u32, near: &[u32], known: &Known<'_>) -> Vec<(u32, f32)> {
    let all: Vec<u32> = near.iter().copied().chain([target]).collect();
    let mut held_back = known.held_back;
    // Where products were left out the matrix may not be positive; held back more strongly it is.
    for _ in 0..6 {
        let mut together = Square::zero(all.len());
        for (row, item) in all.iter().enumerate() {
            for (column, other) in all[..row].iter().enumerate() {
                together.set(row, column, known.product(*item, *other));
            }
            let length = known.lengths[*item as usize];
            together.set(row, row, length * length + held_back);
        }
        if let Some(inverse) = together.inverse() {
            let last = near.len();
            let own = inverse.at(last, last);
            return near.iter().enumerate().map(|(at, item)| (*item, -inverse.at(last, at) / own)).collect();
        }
        held_back *= 4.0;
    }
    Vec::new()
}
