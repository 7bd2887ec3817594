//! Feeds the sanitiser from markup that is no XML, read as a browser reads HTML.

use html5ever::{
    Attribute as HtmlAttribute, TokenizerResult,
    buffer_queue::BufferQueue,
    tendril::StrTendril,
    tokenizer::{Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts},
    tree_builder::{TreeBuilder, TreeBuilderOpts},
};

use super::{
    Clean, Context, MOST_ATTRIBUTES, TooLarge, allow,
    html_tree::{Content, HtmlTree},
    markup::{Attribute, Root, Sanitiser, Space},
};

/// Nodes of one malformed document (some 60 MB); what follows is cut off.
const MOST_NODES: usize = 300_000;
/// Depth at which a malformed document is cut off: the parser's work grows with it.
const DEEPEST: usize = 1_500;
const CHUNK: usize = 16 * 1024;

/// Repairs and sanitises `text`.
pub(super) fn read(
    text: &str,
    context: &Context<'_>,
    budget_bytes: Option<usize>,
) -> Result<Clean, TooLarge> {
    let (tree, cut) = parse(text);
    let mut sanitiser = Sanitiser::new(context, Root::Html, budget_bytes);
    // A parser of HTML always makes a root, a head and a body, so that this never fails.
    walk(&tree, &mut sanitiser)?;
    let mut clean = sanitiser.finish().unwrap_or_default();
    clean.repairs.malformed = true;
    clean.repairs.cut = cut;
    Ok(clean)
}

/// The tree of `text`, and whether its end was cut off.
fn parse(text: &str) -> (HtmlTree, bool) {
    let opts = TreeBuilderOpts { scripting_enabled: false, ..TreeBuilderOpts::default() };
    let sink = XmlHabits(TreeBuilder::new(HtmlTree::default(), opts));
    let tokenizer = Tokenizer::new(sink, TokenizerOpts::default());
    let queue = BufferQueue::default();
    let text = after_subset(text);
    let mut rest = before_crowd(text);
    let mut cut = rest.len() < text.len();
    let mut full = false;
    while !rest.is_empty() && !full {
        let end = (CHUNK..rest.len()).find(|&at| rest.is_char_boundary(at)).unwrap_or(rest.len());
        queue.push_back(StrTendril::from_slice(&rest[..end]));
        rest = &rest[end..];
        while !matches!(tokenizer.feed(&queue), TokenizerResult::Done) {}
        let tree = &tokenizer.sink.0.sink;
        full = tree.len() > MOST_NODES || tree.deepest() > DEEPEST;
    }
    cut |= full;
    tokenizer.end();
    (tokenizer.sink.0.sink.take(), cut)
}

/// HTML has no internal subset: what follows it would be read as text.
fn after_subset(text: &str) -> &str {
    let doctype = text.find("<!DOCTYPE").filter(|at| *at < 1024).map(|at| &text[at..]);
    let subset = doctype.filter(|rest| rest.find('[') < rest.find('>') && rest.contains('['));
    subset.and_then(|rest| rest.split_once("]>")).map_or(text, |(_, after)| after)
}

/// What comes before the first tag with more attributes than any book has.
fn before_crowd(text: &str) -> &str {
    let (mut tag, mut count, mut quote, mut value) = (None, 0, None, false);
    let begins_tag = |at: usize| text.as_bytes().get(at + 1).is_some_and(u8::is_ascii_alphabetic);
    for (at, byte) in text.bytes().enumerate() {
        match (tag, quote, byte) {
            (None, _, b'<') if begins_tag(at) => (tag, count) = (Some(at), 0),
            (Some(_), Some(open), _) if byte == open => quote = None,
            (None, ..) | (Some(_), Some(_), _) => {}
            (Some(_), None, b'>') => tag = None,
            (Some(_), None, b'"' | b'\'') if value => (quote, value) = (Some(byte), false),
            (Some(_), None, b'=') => value = true,
            (Some(start), None, b' ' | b'\t' | b'\n' | b'\r' | b'\x0c' | b'/') => {
                count += 1;
                if count > 2 * MOST_ATTRIBUTES {
                    return &text[..start];
                }
            }
            (Some(_), None, _) => value = false,
        }
    }
    text
}

fn walk(tree: &HtmlTree, sanitiser: &mut Sanitiser<'_>) -> Result<(), TooLarge> {
    let mut stack = vec![(HtmlTree::DOCUMENT, false)];
    while let Some((node, done)) = stack.pop() {
        if done {
            sanitiser.end()?;
            continue;
        }
        match tree.content(node) {
            Content::Text(text) => sanitiser.text(&text)?,
            Content::Element { name, attributes } => {
                let space = Space::of(&name.ns, Root::Html);
                let attributes: Vec<Attribute> = attributes.iter().map(attribute).collect();
                let (space, local) = prefixed(space, &name.local);
                if sanitiser.start(space, local, &attributes).is_err() {
                    // Only comments and white space stand beside the head and the body.
                    continue;
                }
                stack.push((node, true));
            }
            Content::Nothing => {}
        }
        stack.extend(tree.children(node).into_iter().rev().map(|child| (child, false)));
        if sanitiser.is_stopped() {
            return Ok(());
        }
    }
    Ok(())
}

fn attribute(attribute: &HtmlAttribute) -> Attribute {
    let name = match attribute.name.prefix.as_deref() {
        Some(prefix) if !prefix.is_empty() => format!("{prefix}:{}", attribute.name.local),
        _ => attribute.name.local.to_string(),
    };
    Attribute { name, value: attribute.value.to_string() }
}

/// XHTML with prefixes (`svg:g`), which HTML does not know.
fn prefixed(space: Space, name: &str) -> (Space, &str) {
    match name.split_once(':') {
        Some(("svg", local)) => (Space::Svg, local),
        Some(("m" | "mml" | "math", local)) => (Space::MathMl, local),
        Some(("epub" | "ops", local)) => (Space::Ops, local),
        Some(_) => (Space::Other, name),
        None => (space, name),
    }
}

/// Makes `<a id="x"/>` an empty element, as the author of XHTML meant it, where HTML reads a start tag. Without
/// this one `<title/>` or `<script/>` would swallow the whole document.
struct XmlHabits(TreeBuilder<usize, HtmlTree>);

impl TokenSink for XmlHabits {
    type Handle = usize;

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<usize> {
        match token {
            Token::TagToken(tag) if self.is_empty_element(&tag) => {
                let end =
                    Tag { kind: TagKind::EndTag, attrs: Vec::new(), self_closing: false, ..tag.clone() };
                let _ = self.0.process_token(Token::TagToken(Tag { self_closing: false, ..tag }), line);
                let _ = self.0.process_token(Token::TagToken(end), line);
                TokenSinkResult::Continue
            }
            token => match self.0.process_token(token, line) {
                TokenSinkResult::Script(_) => TokenSinkResult::Continue,
                other => other,
            },
        }
    }

    fn end(&self) {
        self.0.end();
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&self) -> bool {
        self.0.adjusted_current_node_present_but_not_in_html_namespace()
    }
}

impl XmlHabits {
    fn is_empty_element(&self, tag: &Tag) -> bool {
        tag.kind == TagKind::StartTag
            && tag.self_closing
            && allow::find(allow::VOID, &tag.name).is_none()
            && !self.0.adjusted_current_node_present_but_not_in_html_namespace()
    }
}
