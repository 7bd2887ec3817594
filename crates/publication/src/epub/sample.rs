//! Choosing what anybody may read: about the first tenth of the book, in whole sections, where nobody decided otherwise.

use std::collections::{HashMap, HashSet, VecDeque};

use super::{
    publication::Section,
    rendition::Layout,
    sanitise::{Inventory, Served},
};
use crate::SampleLength;

/// The plan for a sample.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Plan {
    /// Indices of sections that are in it as they are.
    pub whole: Vec<usize>,
    /// A section of which a copy is in it, and how many bytes of that.
    pub cut: Option<(usize, u64)>,
}

/// The usual part, in percent.
const PART: u32 = 10;

/// Plans the sample of `sections`; `can_cut` says which can be, as those with fixed pages cannot.
pub(super) fn plan(
    sections: &[Section],
    book: Layout,
    length: SampleLength,
    can_cut: impl Fn(usize) -> bool,
) -> Plan {
    let linear: Vec<usize> = (0..sections.len()).filter(|&index| sections[index].linear).collect();
    let percent = match length {
        SampleLength::Nothing => return Plan { whole: Vec::new(), cut: None },
        SampleLength::Through(last) => {
            let whole = linear.into_iter().filter(|index| *index < last as usize).collect();
            return Plan { whole, cut: None };
        }
        SampleLength::Usual => PART,
        SampleLength::Percent(percent) => percent,
    };
    if book == Layout::Fixed {
        // Pages of a fixed layout weigh the same whatever their markup weighs.
        let usual = if linear.len() < 2 { 0 } else { (linear.len() / 10).max(1) };
        let count = length.of_pages(linear.len(), usual).min(linear.len());
        return Plan { whole: linear[..count].to_vec(), cut: None };
    }
    let total: u64 = linear.iter().map(|&index| sections[index].size).sum();
    let budget = total.saturating_mul(u64::from(percent)) / 100;
    let (mut whole, mut spent, mut cut) = (Vec::new(), 0, None);
    for index in linear {
        let size = sections[index].size;
        if spent + size <= budget {
            spent += size;
            whole.push(index);
            continue;
        }
        // A cover and a title page alone are no sample.
        if spent * 2 < budget && can_cut(index) {
            cut = Some((index, budget - spent));
        }
        break;
    }
    Plan { whole, cut }
}

/// The files that `first` load, directly or through one another: style, pictures, fonts. Neither sound nor film,
/// which may be the whole book read aloud, and no document.
pub(super) fn closure<'a>(
    first: impl IntoIterator<Item = &'a str>,
    loads: &'a HashMap<String, Vec<String>>,
    inventory: &Inventory,
) -> HashSet<&'a str> {
    let mut found = HashSet::new();
    let mut queue: VecDeque<&str> = first.into_iter().collect();
    while let Some(path) = queue.pop_front() {
        for next in loads.get(path).into_iter().flatten() {
            let needed = !matches!(inventory.get(next), None | Some(Served::Media | Served::Document));
            if needed && found.insert(next.as_str()) {
                queue.push_back(next);
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sections(sizes: &[u64]) -> Vec<Section> {
        let section = |(index, size): (usize, &u64)| Section {
            href: format!("s{index}"),
            media_type: String::new(),
            size: *size,
            linear: *size != 7,
            cfi: String::new(),
            spread: None,
            layout: None,
            title: String::new(),
            words: 0,
        };
        sizes.iter().enumerate().map(section).collect()
    }

    fn planned(sizes: &[u64], layout: Layout) -> (Vec<usize>, Option<(usize, u64)>) {
        planned_as(sizes, layout, SampleLength::Usual)
    }

    fn planned_as(sizes: &[u64], layout: Layout, length: SampleLength) -> (Vec<usize>, Option<(usize, u64)>) {
        let plan = plan(&sections(sizes), layout, length, |_| true);
        (plan.whole, plan.cut)
    }

    #[test]
    fn a_sample_is_a_tenth_in_whole_sections() {
        let flowing = Layout::Reflowable;
        assert_eq!(planned(&[50, 50, 100, 800], flowing), (vec![0, 1], None));
        assert_eq!(planned(&[7, 80, 820, 100], flowing), (vec![1], None));
        assert_eq!(planned(&[1000], flowing), (vec![], Some((0, 100))));
        assert_eq!(planned(&[10, 990], flowing), (vec![0], Some((1, 90))));
        assert_eq!(planned(&[], flowing), (vec![], None));
    }

    #[test]
    fn a_sample_is_as_long_as_somebody_wants_it() {
        let flowing = |length| planned_as(&[50, 7, 100, 800, 43], Layout::Reflowable, length);
        assert_eq!(flowing(SampleLength::Nothing), (vec![], None));
        assert_eq!(
            flowing(SampleLength::Through(3)),
            (vec![0, 2], None),
            "what is not read through does not count"
        );
        assert_eq!(flowing(SampleLength::Percent(96)), (vec![0, 2, 3], None));
        assert_eq!(flowing(SampleLength::Percent(50)), (vec![0, 2], Some((3, 346))));
        let fixed = |length| planned_as(&[5; 40], Layout::Fixed, length).0.len();
        assert_eq!(
            [SampleLength::Nothing, SampleLength::Percent(25), SampleLength::Through(2)].map(fixed),
            [0, 10, 2]
        );
    }

    #[test]
    fn fixed_pages_are_counted_and_never_cut() {
        assert_eq!(planned(&[5; 40], Layout::Fixed), (vec![0, 1, 2, 3], None));
        assert_eq!(planned(&[5; 3], Layout::Fixed), (vec![0], None));
        assert_eq!(planned(&[5], Layout::Fixed), (vec![], None));
    }
}
