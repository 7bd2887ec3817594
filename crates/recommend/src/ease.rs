//! A linear autoencoder with a closed form: the weights by which everybody's items are best told from their other items
//! (H. Steck, *Embarrassingly Shallow Autoencoders for Sparse Data*, 2019). It costs one inversion.

use crate::dense::Square;
use crate::neighbours::strongest;
use crate::{Interactions, Neighbours};

/// How strongly weights are held back, beside the cube root of an item's mass. The masses of items grow with the people and
/// what is best grows more slowly; so it is on public ratings of a few hundred people and of a hundred thousand.
const HELD_BACK: f32 = 40.0;

/// How strongly weights are held back where people did so much.
pub(crate) fn held_back(interactions: &Interactions) -> f32 {
    HELD_BACK * interactions.usual_mass().max(1.0).cbrt()
}

/// Learns from all items at once. The memory is two matrices of as many rows and columns as there are items.
pub fn ease(interactions: &Interactions, kept: usize) -> Neighbours {
    let side = interactions.items();
    let mut together = Square::zero(side);
    for person in 0..u32::try_from(interactions.people()).unwrap_or(u32::MAX) {
        let own = interactions.of_person(person);
        for (item, weight) in own {
            let row = &mut together.cells[*item as usize * side..];
            for (other, strength) in own {
                row[*other as usize] += weight * strength;
            }
        }
    }
    let held_back = held_back(interactions);
    for item in 0..side {
        together.cells[item * side + item] += held_back;
    }
    let Some(inverse) = together.inverse() else { return Neighbours::default() };
    let targets = interactions.all_items().map(|target| {
        let own = inverse.at(target as usize, target as usize);
        let row = inverse.row(target as usize);
        let weights = interactions.all_items().zip(row);
        let weights = weights.filter(|(item, _)| *item != target).map(|(item, cell)| (item, -cell / own));
        (target, strongest(weights.filter(|(_, weight)| *weight != 0.0).collect(), kept))
    });
    Neighbours::from_targets(side, targets)
}
