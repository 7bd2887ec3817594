//! What people did with items, as a sparse matrix that can be read by person and by item.

/// How much each person is drawn to each item they had to do with.
#[derive(Debug, Clone, Default)]
pub struct Interactions {
    by_person: Vec<Vec<(u32, f32)>>,
    by_item: Vec<Vec<(u32, f32)>>,
}

/// No person counts with more items than this, their strongest: what somebody who touched everything likes says little
/// and costs much, for the work grows with the square.
const ITEMS_OF_A_PERSON: usize = 1_000;

impl Interactions {
    /// The matrix of these weights, each of a person and an item. Of two for the same pair the stronger counts; what is
    /// not finite, or nothing, is left out.
    pub fn new(weights: impl IntoIterator<Item = (u32, u32, f32)>) -> Self {
        let mut by_person: Vec<Vec<(u32, f32)>> = Vec::new();
        for (person, item, weight) in weights {
            if weight == 0.0 || !weight.is_finite() {
                continue;
            }
            let person = person as usize;
            if by_person.len() <= person {
                by_person.resize_with(person + 1, Vec::new);
            }
            by_person[person].push((item, weight));
        }
        let mut by_item: Vec<Vec<(u32, f32)>> = Vec::new();
        for (person, items) in (0_u32..).zip(&mut by_person) {
            items.sort_by(|a, b| b.1.abs().total_cmp(&a.1.abs()).then(a.0.cmp(&b.0)));
            let mut seen = std::collections::BTreeSet::new();
            items.retain(|(item, _)| seen.insert(*item));
            items.truncate(ITEMS_OF_A_PERSON);
            items.sort_by_key(|(item, _)| *item);
            for (item, weight) in items.iter() {
                let item = *item as usize;
                if by_item.len() <= item {
                    by_item.resize_with(item + 1, Vec::new);
                }
                by_item[item].push((person, *weight));
            }
        }
        Self { by_person, by_item }
    }

    /// How many people there are, by the highest number.
    pub fn people(&self) -> usize {
        self.by_person.len()
    }

    /// How many items there are, by the highest number.
    pub fn items(&self) -> usize {
        self.by_item.len()
    }

    /// The items of a person with their weights, by number.
    pub fn of_person(&self, person: u32) -> &[(u32, f32)] {
        self.by_person.get(person as usize).map_or(&[], Vec::as_slice)
    }

    /// The people of an item with their weights, by number.
    pub fn of_item(&self, item: u32) -> &[(u32, f32)] {
        self.by_item.get(item as usize).map_or(&[], Vec::as_slice)
    }

    /// The numbers of all items.
    pub(crate) fn all_items(&self) -> std::ops::Range<u32> {
        0..u32::try_from(self.items()).unwrap_or(u32::MAX)
    }

    /// The sum of the squared weights of an item, as somebody meets it who takes any weight at random.
    pub(crate) fn usual_mass(&self) -> f32 {
        let masses =
            self.by_item.iter().map(|people| people.iter().map(|(_, weight)| weight * weight).sum::<f32>());
        let (sum, squares) =
            masses.fold((0.0, 0.0), |(sum, squares), mass| (sum + mass, squares + mass * mass));
        if sum > 0.0 { squares / sum } else { 0.0 }
    }
}
