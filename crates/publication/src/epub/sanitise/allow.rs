//! What may stand in a served document. Everything that is not listed here is replaced by something inert.
//!
//! Lists are sorted, so that a name is found by halving. None of these elements and attributes runs or fetches
//! anything by itself; attributes that hold addresses are dealt with one by one in [`super::links`].

/// HTML elements that stay as they are.
#[rustfmt::skip]
pub(super) const HTML_ELEMENTS: &[&str] = &[
    "a", "abbr", "acronym", "address", "area", "article", "aside", "audio", "b", "bdi", "bdo", "big",
    "blockquote", "body", "br", "caption", "center", "cite", "code", "col", "colgroup", "data", "dd", "del",
    "details", "dfn", "dir", "div", "dl", "dt", "em", "figcaption", "figure", "font", "footer", "h1", "h2",
    "h3", "h4", "h5", "h6", "head", "header", "hgroup", "hr", "html", "i", "img", "ins", "kbd", "li",
    "link", "main", "map", "mark", "menu", "meta", "nav", "ol", "p", "picture", "pre", "q", "rb", "rp",
    "rt", "rtc", "ruby", "s", "samp", "section", "small", "source", "span", "strike", "strong", "style",
    "sub", "summary", "sup", "table", "tbody", "td", "tfoot", "th", "thead", "time", "title", "tr", "track",
    "tt", "u", "ul", "var", "video", "wbr",
];

/// SVG elements that stay as they are.
#[rustfmt::skip]
pub(super) const SVG_ELEMENTS: &[&str] = &[
    "a", "animate", "animateMotion", "animateTransform", "circle", "clipPath", "defs", "desc", "ellipse",
    "feBlend", "feColorMatrix", "feComponentTransfer", "feComposite", "feConvolveMatrix",
    "feDiffuseLighting", "feDisplacementMap", "feDistantLight", "feDropShadow", "feFlood", "feFuncA",
    "feFuncB", "feFuncG", "feFuncR", "feGaussianBlur", "feImage", "feMerge", "feMergeNode", "feMorphology",
    "feOffset", "fePointLight", "feSpecularLighting", "feSpotLight", "feTile", "feTurbulence", "filter",
    "g", "image", "line", "linearGradient", "marker", "mask", "mpath", "path", "pattern", "polygon",
    "polyline", "radialGradient", "rect", "set", "stop", "style", "svg", "switch", "symbol", "text",
    "textPath", "title", "tspan", "use", "view",
];

/// `MathML` elements that stay as they are.
#[rustfmt::skip]
pub(super) const MATHML_ELEMENTS: &[&str] = &[
    "annotation", "annotation-xml", "maction", "maligngroup", "malignmark", "math", "menclose", "merror",
    "mfenced", "mfrac", "mglyph", "mi", "mlabeledtr", "mlongdiv", "mmultiscripts", "mn", "mo", "mover",
    "mpadded", "mphantom", "mprescripts", "mroot", "mrow", "ms", "mscarries", "mscarry", "msgroup",
    "msline", "mspace", "msqrt", "msrow", "mstack", "mstyle", "msub", "msubsup", "msup", "mtable", "mtd",
    "mtext", "mtr", "munder", "munderover", "none", "semantics",
];

/// HTML attributes that hold no address and no code.
#[rustfmt::skip]
pub(super) const HTML_ATTRIBUTES: &[&str] = &[
    "abbr", "align", "alt", "axis", "bgcolor", "border", "cellpadding", "cellspacing", "char", "charoff",
    "class", "clear", "color", "colspan", "compact", "controls", "coords", "datetime", "default", "dir",
    "face", "frame", "headers", "height", "hidden", "hreflang", "hspace", "id", "ismap", "itemprop", "kind",
    "label", "lang", "loop", "muted", "noshade", "nowrap", "open", "reversed", "role", "rowspan", "rules",
    "scope", "shape", "size", "sizes", "span", "srclang", "start", "summary", "tabindex", "text", "title",
    "translate", "type", "usemap", "valign", "value", "vspace", "width",
];

/// SVG attributes that hold no address and no code; values are read as CSS where they may name one.
#[rustfmt::skip]
pub(super) const SVG_ATTRIBUTES: &[&str] = &[
    "accumulate", "additive", "alignment-baseline", "amplitude", "attributeName", "attributeType",
    "azimuth", "baseFrequency", "baseProfile", "baseline-shift", "begin", "bias", "by", "calcMode", "class",
    "clip", "clip-path", "clip-rule", "clipPathUnits", "color", "color-interpolation",
    "color-interpolation-filters", "color-profile", "color-rendering", "cx", "cy", "d", "diffuseConstant",
    "direction", "display", "divisor", "dominant-baseline", "dur", "dx", "dy", "edgeMode", "elevation",
    "end", "exponent", "fill", "fill-opacity", "fill-rule", "filter", "filterUnits", "flood-color",
    "flood-opacity", "font-family", "font-feature-settings", "font-kerning", "font-size",
    "font-size-adjust", "font-stretch", "font-style", "font-variant", "font-weight", "fr", "from", "fx",
    "fy", "glyph-orientation-horizontal", "glyph-orientation-vertical", "gradientTransform",
    "gradientUnits", "height", "id", "image-rendering", "in", "in2", "intercept", "k1", "k2", "k3", "k4",
    "kernelMatrix", "kernelUnitLength", "kerning", "keyPoints", "keySplines", "keyTimes", "lang",
    "lengthAdjust", "letter-spacing", "lighting-color", "limitingConeAngle", "marker-end", "marker-mid",
    "marker-start", "markerHeight", "markerUnits", "markerWidth", "mask", "mask-type", "maskContentUnits",
    "maskUnits", "max", "media", "method", "min", "mode", "numOctaves", "offset", "opacity", "operator",
    "order", "orient", "orientation", "origin", "overflow", "paint-order", "path", "pathLength",
    "patternContentUnits", "patternTransform", "patternUnits", "pointer-events", "points", "pointsAtX",
    "pointsAtY", "pointsAtZ", "preserveAlpha", "preserveAspectRatio", "primitiveUnits", "r", "radius",
    "refX", "refY", "repeatCount", "repeatDur", "requiredExtensions", "requiredFeatures", "restart",
    "result", "role", "rotate", "rx", "ry", "scale", "seed", "shape-rendering", "side", "slope", "spacing",
    "specularConstant", "specularExponent", "spreadMethod", "startOffset", "stdDeviation", "stitchTiles",
    "stop-color", "stop-opacity", "stroke", "stroke-dasharray", "stroke-dashoffset", "stroke-linecap",
    "stroke-linejoin", "stroke-miterlimit", "stroke-opacity", "stroke-width", "surfaceScale",
    "systemLanguage", "tabindex", "tableValues", "targetX", "targetY", "text-anchor", "text-decoration",
    "text-rendering", "textLength", "title", "to", "transform", "transform-origin", "type", "unicode-bidi",
    "values", "vector-effect", "version", "viewBox", "visibility", "width", "word-spacing", "writing-mode",
    "x", "x1", "x2", "xChannelSelector", "y", "y1", "y2", "yChannelSelector", "z", "zoomAndPan",
];

/// `MathML` attributes that hold no address and no code.
#[rustfmt::skip]
pub(super) const MATHML_ATTRIBUTES: &[&str] = &[
    "accent", "accentunder", "actiontype", "align", "alttext", "bevelled", "charalign", "class", "close",
    "columnalign", "columnlines", "columnspacing", "columnspan", "columnwidth", "crossout", "decimalpoint",
    "denomalign", "depth", "dir", "display", "displaystyle", "edge", "encoding", "equalcolumns",
    "equalrows", "fence", "fontfamily", "fontsize", "fontstyle", "fontweight", "form", "frame",
    "framespacing", "groupalign", "height", "id", "indentalign", "indentalignfirst", "indentalignlast",
    "indentshift", "indentshiftfirst", "indentshiftlast", "indenttarget", "infixlinebreakstyle", "lang",
    "largeop", "leftoverhang", "length", "linebreak", "linebreakmultchar", "linebreakstyle", "lineleading",
    "linethickness", "location", "longdivstyle", "lquote", "lspace", "mathbackground", "mathcolor",
    "mathsize", "mathvariant", "maxsize", "maxwidth", "mediummathspace", "minlabelspacing", "minsize",
    "movablelimits", "mslinethickness", "notation", "numalign", "open", "overflow", "position",
    "rightoverhang", "role", "rowalign", "rowlines", "rowspacing", "rowspan", "rquote", "rspace",
    "scriptlevel", "scriptminsize", "scriptsizemultiplier", "selection", "separator", "separators", "shift",
    "side", "stackalign", "stretchy", "subscriptshift", "superscriptshift", "symmetric", "thickmathspace",
    "thinmathspace", "title", "valign", "verythickmathspace", "verythinmathspace", "voffset", "width",
];

/// HTML elements without an end tag.
pub(super) const VOID: &[&str] =
    &["area", "br", "col", "hr", "img", "link", "meta", "source", "track", "wbr"];

/// Elements of HTML after which a sample may be cut.
#[rustfmt::skip]
pub(super) const BLOCKS: &[&str] = &[
    "address", "article", "aside", "blockquote", "dd", "div", "dl", "dt", "figure", "footer", "h1", "h2",
    "h3", "h4", "h5", "h6", "header", "hr", "li", "ol", "p", "pre", "section", "table", "tr", "ul",
];

/// HTML elements whose content a reader may still want, with the inert element that takes their place.
const REPLACED: &[(&str, &str)] = &[
    ("applet", "span"),
    ("button", "span"),
    ("canvas", "span"),
    ("dialog", "div"),
    ("embed", "span"),
    ("fieldset", "div"),
    ("form", "div"),
    ("frameset", "div"),
    ("iframe", "span"),
    ("legend", "div"),
    ("noembed", "div"),
    ("noframes", "div"),
    ("noscript", "div"),
    ("object", "span"),
    ("search", "div"),
];

/// HTML elements that are dropped with all they hold.
#[rustfmt::skip]
const DROPPED: &[&str] = &[
    "base", "basefont", "bgsound", "datalist", "frame", "input", "isindex", "keygen", "meter", "optgroup",
    "option", "param", "plaintext", "portal", "progress", "script", "select", "template", "textarea", "xmp",
];

/// What becomes of an element.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Verdict {
    /// It stays, or this one takes its place; what it holds stays.
    Keep(&'static str),
    /// Something empty and inert takes its place.
    Drop,
}

/// The name in `list` that is `name`.
pub(super) fn find(list: &'static [&'static str], name: &str) -> Option<&'static str> {
    list.binary_search(&name).ok().map(|index| list[index])
}

/// What becomes of the HTML element `name` (lower case).
pub(super) fn html(name: &str) -> Verdict {
    if let Some(name) = find(HTML_ELEMENTS, name) {
        return Verdict::Keep(name);
    }
    if find(DROPPED, name).is_some() {
        return Verdict::Drop;
    }
    // An element nobody knows shows its content in a browser, so it does here.
    let replaced = REPLACED.iter().find(|(from, _)| *from == name);
    Verdict::Keep(replaced.map_or("span", |(_, to)| to))
}

/// What becomes of the SVG element `name`.
pub(super) fn svg(name: &str) -> Verdict {
    find(SVG_ELEMENTS, name).map_or(Verdict::Drop, Verdict::Keep)
}

/// What becomes of the `MathML` element `name`.
pub(super) fn mathml(name: &str) -> Verdict {
    find(MATHML_ELEMENTS, name).map_or(Verdict::Drop, Verdict::Keep)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_list_is_sorted() {
        for list in [
            HTML_ELEMENTS,
            SVG_ELEMENTS,
            MATHML_ELEMENTS,
            HTML_ATTRIBUTES,
            SVG_ATTRIBUTES,
            MATHML_ATTRIBUTES,
            VOID,
            BLOCKS,
            DROPPED,
        ] {
            assert!(list.is_sorted(), "{list:?}");
        }
        assert!(REPLACED.is_sorted());
    }

    #[test]
    fn nothing_that_runs_is_listed() {
        for name in ["script", "iframe", "object", "embed", "form", "base", "input", "template"] {
            assert_eq!(find(HTML_ELEMENTS, name), None, "{name}");
        }
        for name in ["script", "foreignObject", "handler", "iframe", "metadata"] {
            assert_eq!(svg(name), Verdict::Drop, "{name}");
        }
        let attributes = [HTML_ATTRIBUTES, SVG_ATTRIBUTES, MATHML_ATTRIBUTES].concat();
        assert!(
            attributes
                .iter()
                .all(|name| !name.starts_with("on") && !name.ends_with("href") && *name != "src")
        );
    }
}
