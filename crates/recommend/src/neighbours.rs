//! Which items speak for which others, and how much.

/// For each item the items that it speaks for (or, with a negative weight, against).
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Neighbours {
    rows: Vec<Vec<(u32, f32)>>,
}

impl Neighbours {
    /// Turns round what is known of each item: which items speak for it.
    pub(crate) fn from_targets(
        items: usize,
        targets: impl IntoIterator<Item = (u32, Vec<(u32, f32)>)>,
    ) -> Self {
        let mut rows: Vec<Vec<(u32, f32)>> = vec![Vec::new(); items];
        for (target, sources) in targets {
            for (source, weight) in sources {
                if weight != 0.0 && weight.is_finite() {
                    rows[source as usize].push((target, weight));
                }
            }
        }
        for row in &mut rows {
            row.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        }
        Self { rows }
    }

    /// What an item speaks for, the strongest first.
    pub fn of(&self, item: u32) -> &[(u32, f32)] {
        self.rows.get(item as usize).map_or(&[], Vec::as_slice)
    }

    /// How many items there are.
    pub fn items(&self) -> usize {
        self.rows.len()
    }

    /// What speaks for each item, when these are somebody's.
    pub fn scores(&self, own: &[(u32, f32)]) -> Vec<f32> {
        let mut scores = vec![0.0; self.rows.len()];
        for (item, weight) in own {
            for (other, strength) in self.of(*item) {
                scores[*other as usize] += weight * strength;
            }
        }
        scores
    }
}

/// The strongest of some weights, whichever their sign.
pub(crate) fn strongest(mut weights: Vec<(u32, f32)>, most: usize) -> Vec<(u32, f32)> {
    if weights.len() > most {
        weights.select_nth_unstable_by(most, |a, b| b.1.abs().total_cmp(&a.1.abs()).then(a.0.cmp(&b.0)));
        weights.truncate(most);
    }
    weights
}
