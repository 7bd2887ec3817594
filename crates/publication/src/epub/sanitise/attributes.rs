//! Attributes: those on the lists stay, those that hold addresses are resolved, those that hold style are cleaned.

use std::borrow::Cow;

use super::{
    Served, allow, css, links,
    markup::{Attribute, Sanitiser, Space},
};
use crate::epub::xml::lower;

impl Sanitiser<'_> {
    /// The attributes of an element as they are served.
    pub(super) fn attributes(
        &mut self,
        space: Space,
        name: &str,
        kept: &str,
        attributes: &[Attribute],
    ) -> Vec<(String, String)> {
        let mut written: Vec<(String, String)> = Vec::new();
        for attribute in attributes {
            let Some((key, value)) = self.attribute(space, kept, attribute) else { continue };
            if !written.iter().any(|(name, _)| *name == key) {
                written.push((key, value));
            }
        }
        let mut add = |key: &str, value: String| {
            if !written.iter().any(|(name, _)| name == key) {
                written.push((key.to_owned(), value));
            }
        };
        match kept {
            "html" => {
                let stated = attributes.iter().find(|a| a.name == "lang" || a.name == "xml:lang");
                let language = stated.map(|a| a.value.as_str()).or(self.context.language).unwrap_or("und");
                add("lang", language.to_owned());
                add("xml:lang", language.to_owned());
            }
            "img" if matches!(name, "object" | "embed" | "iframe") => {
                if let Some(source) = self.picture_of(attributes) {
                    add("src", source);
                }
            }
            "a" if written.iter().any(|(key, value)| key == "href" && names_outside(value)) => {
                written.push(("rel".to_owned(), "external noopener noreferrer".to_owned()));
            }
            "link" => {
                written.insert(0, ("rel".to_owned(), "stylesheet".to_owned()));
                written.insert(1, ("type".to_owned(), "text/css".to_owned()));
            }
            _ => {}
        }
        written
    }

    /// One attribute as it is served, or `None` where it is not.
    fn attribute(&mut self, space: Space, kept: &str, attribute: &Attribute) -> Option<(String, String)> {
        let Attribute { name, value } = attribute;
        let name = if space == Space::Html { lower(name) } else { Cow::Borrowed(name.as_str()) };
        if name.get(..2).is_some_and(|start| start.eq_ignore_ascii_case("on"))
            && allow::find(allow::SVG_ATTRIBUTES, &name).is_none()
        {
            self.repairs.scripts = true;
            return None;
        }
        let kept_as_is = || Some((name.to_string(), value.clone()));
        match &*name {
            "id" if value.trim().is_empty() => None,
            "style" => self.style_attribute(value).map(|style| (name.to_string(), style)),
            "href" | "xlink:href" => {
                self.reference(space, kept, value).map(|value| ("href".to_owned(), value))
            }
            "src" | "poster" => self.source(kept, &name, value).map(|value| (name.to_string(), value)),
            "srcset" if matches!(kept, "img" | "source") => {
                let inventory = self.context.inventory;
                let list = links::srcset(value, self.context.path, inventory, &mut self.references);
                if list.is_none() {
                    self.repairs.removed(value, self.context.path);
                }
                list.map(|list| (name.to_string(), list))
            }
            "xml:lang" | "xml:space" | "epub:type" | "epub:prefix" => kept_as_is(),
            "name" | "content" if kept == "meta" => kept_as_is(),
            "charset" if kept == "meta" => Some((name.to_string(), "utf-8".to_owned())),
            "name" if matches!(kept, "a" | "map") => kept_as_is(),
            "media" if matches!(kept, "link" | "style" | "source") => kept_as_is(),
            "type" if matches!(kept, "link" | "style") => None,
            _ if name
                .strip_prefix("aria-")
                .is_some_and(|rest| rest.bytes().all(|b| b.is_ascii_lowercase())) =>
            {
                kept_as_is()
            }
            _ => self.listed(space, &name, value),
        }
    }

    fn listed(&mut self, space: Space, name: &str, value: &str) -> Option<(String, String)> {
        let list = match space {
            Space::Svg => allow::SVG_ATTRIBUTES,
            Space::MathMl => allow::MATHML_ATTRIBUTES,
            Space::Html | Space::Ops | Space::Other => allow::HTML_ATTRIBUTES,
        };
        let name = allow::find(list, name)?;
        // Presentation attributes are CSS; only one with an address or an escape needs reading.
        let value = if space == Space::Svg
            && value.contains(['(', '\\'])
            && !name.contains("transform")
            && name != "d"
        {
            self.style_attribute(value)?
        } else {
            value.to_owned()
        };
        Some((name.to_owned(), value))
    }

    fn style_attribute(&mut self, value: &str) -> Option<String> {
        let clean = css::clean(value, self.context.path, self.context.inventory);
        self.references.extend(clean.references);
        self.repairs.add(clean.repairs);
        if let (Some(mode), true) = (clean.facts.root, self.open.len() < 2) {
            self.style_facts.root = Some(mode);
        }
        let text = clean.text.trim().to_owned();
        (!text.is_empty()).then_some(text)
    }

    /// `href`: a hyperlink, a style sheet, or something a drawing uses.
    fn reference(&mut self, space: Space, kept: &str, value: &str) -> Option<String> {
        let (path, inventory) = (self.context.path, self.context.inventory);
        let found = match (space, kept) {
            (Space::Html | Space::Svg, "a") | (Space::Html, "area") => {
                match links::link(value, path, inventory) {
                    links::Link::Inside(address) | links::Link::Outside(address) => return Some(address),
                    links::Link::Nowhere => {
                        self.repairs.scripts |=
                            value.trim_start().to_ascii_lowercase().starts_with("javascript");
                        return None;
                    }
                }
            }
            (Space::Html, "link") => self.load(value, &[Served::Style]),
            (Space::Svg, "image" | "feImage") => self.picture(value),
            (Space::Svg, _) if value.trim().starts_with('#') => Some(value.trim().to_owned()),
            (Space::Svg, "use") => self.load(value, &[Served::Drawing]),
            _ => return None,
        };
        if found.is_none() {
            self.repairs.removed(value, path);
        }
        found
    }

    /// `src` and `poster`: pictures and media of the book.
    fn source(&mut self, kept: &str, name: &str, value: &str) -> Option<String> {
        let found = match (kept, name) {
            ("img", "src") | ("video", "poster") => self.picture(value),
            ("audio" | "video" | "source", "src") => {
                let wanted = [Served::Media];
                self.load(value, &wanted)
            }
            _ => None,
        };
        if found.is_none() {
            self.repairs.removed(value, self.context.path);
        }
        found
    }

    /// The address of something of the book, which is noted.
    pub(super) fn load(&mut self, value: &str, wanted: &[Served]) -> Option<String> {
        let loaded = links::load(value, self.context.path, self.context.inventory, wanted)?;
        self.references.insert(loaded.path);
        Some(loaded.written)
    }

    fn picture(&mut self, value: &str) -> Option<String> {
        let wanted = [Served::Picture, Served::Drawing];
        let loaded = links::load(value, self.context.path, self.context.inventory, &wanted);
        let inside = loaded.map(|loaded| {
            self.facts.first_picture.get_or_insert_with(|| loaded.path.clone());
            self.references.insert(loaded.path);
            loaded.written
        });
        inside.or_else(|| links::data_picture(value))
    }

    /// Notes what the element `kept` with the attributes `written` says about the document.
    pub(super) fn note_facts(&mut self, kept: &str, written: &[(String, String)]) {
        let value = |name: &str| written.iter().find(|(key, _)| key == name).map(|(_, value)| value.clone());
        match kept {
            "html" | "body" if self.open.len() < 2 => {
                let classes = value("class").unwrap_or_default();
                self.facts.root_classes.extend(classes.split_whitespace().map(str::to_owned));
            }
            "meta" if value("name").as_deref() == Some("viewport") && self.facts.viewport.is_none() => {
                self.facts.viewport = value("content");
            }
            "svg" if self.open.is_empty() => {
                let size = value("viewBox").and_then(|view_box| {
                    let numbers: Vec<_> =
                        view_box.split([' ', ',']).filter(|n| !n.is_empty()).map(str::to_owned).collect();
                    Some(format!("width={},height={}", numbers.get(2)?, numbers.get(3)?))
                });
                let given = || Some(format!("width={},height={}", value("width")?, value("height")?));
                self.facts.viewport = size.or_else(given);
            }
            _ => {}
        }
    }
}

fn names_outside(value: &str) -> bool {
    let lower = value.trim_start().to_ascii_lowercase();
    ["http:", "https:", "mailto:", "tel:", "//"].iter().any(|scheme| lower.starts_with(scheme))
}
