//! A reader's picture, or their initials on a ground that is always the same for the same name.

use maud::{Markup, html};

/// How large an avatar is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum AvatarSize {
    /// 32 px: in the bar, beside a comment.
    Small,
    /// 48 px: in a list.
    #[default]
    Medium,
    /// 96 px: on the account's page.
    Large,
}

impl AvatarSize {
    const fn pixels(self) -> u32 {
        match self {
            Self::Small => 32,
            Self::Medium => 48,
            Self::Large => 96,
        }
    }

    const fn class(self) -> &'static str {
        match self {
            Self::Small => "avatar--small",
            Self::Medium => "avatar--medium",
            Self::Large => "avatar--large",
        }
    }
}

/// A reader to be drawn. Decorative always: their name stands beside it, or is the label of the link around it.
#[derive(Debug, Clone, Copy, Default)]
pub struct Avatar<'a> {
    /// What they are called.
    pub name: &'a str,
    /// The address of their picture.
    pub picture: Option<&'a str>,
    /// How large.
    pub size: AvatarSize,
}

/// Draws an avatar. The initials are drawn by the style sheet, since they are no words of the page.
pub fn avatar(avatar: &Avatar<'_>) -> Markup {
    let pixels = avatar.size.pixels();
    html! {
        @if let Some(address) = avatar.picture {
            img class=(format_args!("avatar {}", avatar.size.class())) src=(address) alt=""
                width=(pixels) height=(pixels) decoding="async";
        } @else {
            span class=(format_args!("avatar {} avatar--{}", avatar.size.class(), ground(avatar.name)))
                data-initials=(initials(avatar.name)) aria-hidden="true" {}
        }
    }
}

/// How many grounds the style sheet has.
const GROUNDS: u32 = 6;

/// FNV-1a: spreads names that differ little.
fn ground(name: &str) -> u32 {
    let hash =
        name.bytes().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    hash % GROUNDS
}

/// The first letters of the first and the last word; of an Arabic name one only, since two would join into a word.
fn initials(name: &str) -> String {
    let words = || name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let first = words().next().and_then(first_letter);
    let last = words().next_back().and_then(first_letter).filter(|_| words().nth(1).is_some());
    match (first, last) {
        (None, _) => String::new(),
        (Some(first), Some(last)) if !is_arabic(first) && !is_arabic(last) => {
            first.to_uppercase().chain(last.to_uppercase()).collect()
        }
        (Some(first), _) => first.to_uppercase().collect(),
    }
}

/// The letter a word begins with; an Arabic article is passed over.
fn first_letter(word: &str) -> Option<char> {
    let bare = word.strip_prefix("ال").filter(|rest| rest.chars().nth(1).is_some()).unwrap_or(word);
    bare.chars().next()
}

const fn is_arabic(letter: char) -> bool {
    matches!(letter, '\u{600}'..='\u{6ff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn initials_are_those_of_the_first_and_the_last_word() {
        for (name, letters) in [
            ("Lina Haddad", "LH"),
            ("lina.haddad", "LH"),
            ("élodie", "É"),
            ("Jean de La Fontaine", "JF"),
            ("سمير بن علي", "س"),
            ("الوراق", "و"),
            ("—", ""),
            ("", ""),
        ] {
            assert_eq!(initials(name), letters, "{name}");
        }
    }

    #[test]
    fn a_name_keeps_its_ground_and_names_share_all_of_them() {
        assert_eq!(ground("lina"), ground("lina"));
        let names: Vec<String> = (0..60).map(|at| format!("reader-{at}")).collect();
        for wanted in 0..GROUNDS {
            assert!(names.iter().any(|name| ground(name) == wanted), "nobody stands on {wanted}");
        }
    }
}
