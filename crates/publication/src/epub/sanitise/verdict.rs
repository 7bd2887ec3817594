//! What becomes of an element, given where it stands and what it says.

use super::{
    Served,
    allow::{self, Verdict},
    markup::{Attribute, Malformed, REMOVED, Root, Sanitiser, Space, Stage},
};
use crate::epub::xml::lower;

impl Sanitiser<'_> {
    /// The space an element is written in, and what becomes of it.
    pub(super) fn verdict(
        &mut self,
        space: Space,
        name: &str,
        attributes: &[Attribute],
    ) -> Result<(Space, Verdict), Malformed> {
        if self.open.is_empty() {
            return self.root_verdict(space, name);
        }
        let parent = self.open.last().map_or("", |open| open.name);
        Ok(match space {
            Space::Html => (space, self.html_verdict(&lower(name), parent, attributes)?),
            Space::Svg if Self::animates_addresses(name, attributes) => (space, Verdict::Drop),
            Space::Svg => (space, allow::svg(name)),
            Space::MathMl if name == "annotation-xml" && !is_mathml_annotation(attributes) => {
                (space, Verdict::Drop)
            }
            Space::MathMl => (space, allow::mathml(name)),
            Space::Ops if name == "case" => (Space::Html, Verdict::Drop),
            Space::Ops => (Space::Html, Verdict::Keep("span")),
            Space::Other => match self.open.last().map(|open| open.space) {
                Some(Space::Svg) => (Space::Svg, Verdict::Drop),
                Some(Space::MathMl) => (Space::MathMl, Verdict::Drop),
                _ => (Space::Html, Verdict::Keep("span")),
            },
        })
    }

    fn root_verdict(&mut self, space: Space, name: &str) -> Result<(Space, Verdict), Malformed> {
        let right = match self.root {
            Root::Html => space == Space::Html && name.eq_ignore_ascii_case("html"),
            Root::Svg => space == Space::Svg && name == "svg",
        };
        if !right || self.stage != Stage::Nothing {
            return Err(Malformed);
        }
        self.stage = Stage::Root;
        Ok((space, Verdict::Keep(if self.root == Root::Html { "html" } else { "svg" })))
    }

    fn html_verdict(
        &mut self,
        name: &str,
        parent: &str,
        attributes: &[Attribute],
    ) -> Result<Verdict, Malformed> {
        if self.root == Root::Svg {
            return Ok(Verdict::Drop);
        }
        if parent == "html" {
            return match name {
                "head" if self.stage == Stage::Root => Ok(Verdict::Keep("head")),
                "body" | "frameset" if self.stage != Stage::Body => Ok(Verdict::Keep("body")),
                _ => Err(Malformed),
            };
        }
        Ok(match name {
            "head" => Verdict::Drop,
            "html" | "body" => Verdict::Keep("div"),
            "meta" if !is_kept_meta(attributes) => Verdict::Drop,
            "link" if !is_style_sheet(attributes) => Verdict::Drop,
            "object" | "embed" | "iframe" if self.picture_of(attributes).is_some() => Verdict::Keep("img"),
            name => allow::html(name),
        })
    }

    fn animates_addresses(name: &str, attributes: &[Attribute]) -> bool {
        if name == "animateMotion" || !(name.starts_with("animate") || name == "set") {
            return false;
        }
        let target = attributes.iter().find(|a| a.name == "attributeName").map_or("", |a| a.value.trim());
        allow::find(allow::SVG_ATTRIBUTES, target).is_none() || matches!(target, "class" | "id")
    }

    pub(super) fn note_removed(&mut self, name: &str) {
        self.repairs.scripts |= matches!(name, "script" | "handler");
        self.repairs.external |= name == "base";
    }

    /// The picture that an embedded object shows, if it shows one of the book's.
    pub(super) fn picture_of(&mut self, attributes: &[Attribute]) -> Option<String> {
        let address = attributes.iter().find(|a| a.name == "data" || a.name == "src")?;
        let wanted = [Served::Picture, Served::Drawing];
        self.load(&address.value, &wanted)
    }
}

/// Of `meta`, what describes; never what acts (`http-equiv`) or changes how requests are made (`referrer`).
fn is_kept_meta(attributes: &[Attribute]) -> bool {
    let value =
        |name: &str| attributes.iter().find(|a| a.name == name).map(|a| a.value.trim().to_ascii_lowercase());
    if value("http-equiv").is_some() {
        return false;
    }
    match value("name") {
        Some(name) => {
            let known = [
                "viewport",
                "primary-writing-mode",
                "author",
                "description",
                "keywords",
                "generator",
                REMOVED,
            ];
            known.contains(&name.as_str()) || name.starts_with("dc.") || name.starts_with("dcterms.")
        }
        None => value("charset").is_some(),
    }
}

fn is_style_sheet(attributes: &[Attribute]) -> bool {
    let value = |name: &str| attributes.iter().find(|a| a.name == name).map(|a| a.value.to_ascii_lowercase());
    let relation = value("rel").unwrap_or_default();
    let relations: Vec<&str> = relation.split_whitespace().collect();
    relations.contains(&"stylesheet") && !relations.contains(&"alternate") && value("href").is_some()
}

fn is_mathml_annotation(attributes: &[Attribute]) -> bool {
    let encoding = attributes.iter().find(|a| a.name == "encoding").map_or("", |a| a.value.as_str());
    encoding.to_ascii_lowercase().contains("mathml")
}
