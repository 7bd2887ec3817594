//! Chips: small links, or small boxes to tick, among their like.

use maud::{Markup, html};

use crate::{Choice, Icon, icon};

/// A small link among its like: a genre, a format.
pub fn chip(label: &str, href: &str, current: bool) -> Markup {
    html! {
        a.chip href=(href) data-ink aria-current=[current.then_some("true")] { bdi { (label) } }
    }
}

/// Chips in a row that wraps.
pub fn chips(list: &[Markup]) -> Markup {
    html! { ul.chips role="list" { @for chip in list { li { (chip) } } } }
}

/// Chips that can be ticked, any number of them, sent under one name. The first has the name as its id.
pub fn choice_chips(name: &str, legend: &str, choices: &[Choice]) -> Markup {
    html! {
        fieldset.choice-chips {
            legend.choice-chips__legend { (legend) }
            div.chips {
                @for (at, choice) in choices.iter().enumerate() {
                    label.chip.chip--choice data-ink {
                        input.chip__box id=[(at == 0).then_some(name)] type="checkbox" name=(name)
                            value=(choice.value) checked[choice.chosen];
                        (icon(Icon::Plus))
                        (icon(Icon::Check))
                        bdi { (choice.label) }
                    }
                }
            }
        }
    }
}
