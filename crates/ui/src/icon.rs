//! Icons of the sprite that the front-end build makes. Decorative always: the words beside them,
//! or the label of the control around them, say what they mean.

use std::sync::LazyLock;

use maud::{Markup, PreEscaped, html};

macro_rules! icons {
    ($($name:ident = $symbol:literal),* $(,)?) => {
        /// A shape of the sprite, named as the sprite names it.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        #[expect(missing_docs, reason = "each name is the picture")]
        pub enum Icon { $($name),* }

        impl Icon {
            /// Every icon.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// The symbol's name in the sprite.
            pub const fn symbol(self) -> &'static str {
                match self { $(Self::$name => $symbol),* }
            }
        }
    };
}

icons! {
    TextSize = "a-large-small", ArrowBack = "arrow-left", ArrowForward = "arrow-right", Bell = "bell", Book = "book",
    Bookmark = "bookmark", BookOpen = "book-open", Calendar = "calendar", Camera = "camera", Check = "check",
    ChevronDown = "chevron-down", ChevronBack = "chevron-left", ChevronForward = "chevron-right",
    ChevronUp = "chevron-up", CircleAlert = "circle-alert", CircleCheck = "circle-check",
    Avatar = "circle-user-round", Clock = "clock", Columns = "columns-2", Copy = "copy", Download = "download",
    More = "ellipsis-vertical", Expand = "expand", ExternalLink = "external-link", File = "file-text", Flag = "flag",
    Filter = "funnel", Gift = "gift", Globe = "globe", Heart = "heart", Highlighter = "highlighter",
    History = "history", House = "house", Info = "info", Key = "key-round", Languages = "languages",
    Laptop = "laptop",
    Grid = "layout-grid", Library = "library", Link = "link", List = "list", Lock = "lock", LogOut = "log-out",
    Mail = "mail", Message = "message-circle", Minus = "minus", Monitor = "monitor", Moon = "moon", Pencil = "pencil",
    Plus = "plus", Printer = "printer", Receipt = "receipt", Reply = "reply", Reset = "rotate-ccw",
    Scroll = "scroll-text", Search = "search", Send = "send", Settings = "settings-2", Share = "share-2",
    Bag = "shopping-bag", Shrink = "shrink", Sliders = "sliders-horizontal", Phone = "smartphone", Star = "star", Note = "sticky-note",
    Sun = "sun", Tablet = "tablet", Tag = "tag", Like = "thumbs-up", Trash = "trash-2", Warning = "triangle-alert", Undo = "undo-2", Upload = "upload",
    User = "user", Offline = "wifi-off", Close = "x", ZoomIn = "zoom-in", ZoomOut = "zoom-out",
}

impl Icon {
    /// Whether the shape points along the line of text and turns round with it in Arabic.
    pub const fn mirrors(self) -> bool {
        matches!(
            self,
            Self::ArrowBack
                | Self::ArrowForward
                | Self::ChevronBack
                | Self::ChevronForward
                | Self::List
                | Self::LogOut
                | Self::Reply
                | Self::Send
                | Self::Undo
        )
    }
}

/// Every icon as it stands on a page, in the order of [`Icon::ALL`]: a page shows dozens.
static DRAWN: LazyLock<Vec<String>> =
    LazyLock::new(|| Icon::ALL.iter().map(|shape| draw(*shape).into_string()).collect());

/// Draws an icon, 22 px unless the component around it says otherwise.
pub fn icon(shape: Icon) -> PreEscaped<&'static str> {
    PreEscaped(DRAWN.get(shape as usize).map_or("", String::as_str))
}

fn draw(shape: Icon) -> Markup {
    let class = match (shape, shape.mirrors()) {
        (Icon::Star, _) => "icon icon--filled",
        (_, true) => "icon icon--mirrored",
        (_, false) => "icon",
    };
    html! {
        svg class=(class) width="22" height="22" aria-hidden="true" focusable="false" {
            use href={ (assets::url("icons.svg")) "#" (shape.symbol()) } {}
        }
    }
}

/// The mark: و with the red nuqta in its eye. Never mirrored; the link around it has the name.
pub(crate) fn logo() -> Markup {
    html! {
        svg class="logo" width="30" height="30" viewBox="0 0 64 64" aria-hidden="true" focusable="false" {
            path class="logo__letter" d="M55.25 23A14.25 14.25 0 1 1 26.75 23 14.25 14.25 0 0 1 55.25 23Zm0 0v7C55.25 47 44 56.25 29 56.25 17 56.25 8.75 50.5 6.25 41" {}
            path class="logo__nuqta" d="M41 15.75 48.25 23 41 30.25 33.75 23Z" {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_icon_is_in_the_sprite_and_every_symbol_is_an_icon() {
        for shape in Icon::ALL {
            assert!(assets::symbols().contains(&shape.symbol()), "no symbol {}", shape.symbol());
        }
        for symbol in assets::symbols() {
            assert!(Icon::ALL.iter().any(|shape| shape.symbol() == *symbol), "nothing uses {symbol}");
        }
    }

    #[test]
    fn each_icon_is_drawn_as_itself() {
        for shape in Icon::ALL {
            assert!(icon(*shape).0.contains(&format!("#{}\"", shape.symbol())), "{shape:?}");
        }
    }

    #[test]
    fn there_is_no_eye() {
        assert!(Icon::ALL.iter().all(|shape| !shape.symbol().contains("eye")));
    }
}
