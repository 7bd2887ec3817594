//! Titles that share letters with what was typed, three at a time: the way to a title that has errors in its words, or
//! between them.

use std::collections::BTreeSet;

use tantivy::schema::IndexRecordOption;
use tantivy::{DocId, DocSet as _, TERMINATED};

use crate::index::Error;
use crate::segment::Segment;

/// Places in lists of titles that are looked at. The rarest groups of letters come first, so that a larger shop costs
/// no more time; in a shop of ten thousand titles this is never reached.
const BUDGET: u32 = 60_000;
/// Titles that are compared letter by letter.
const COMPARED: usize = 120;

/// The groups of three letters of a text without spaces, its edges marked.
pub(crate) fn grams(joined: &str) -> BTreeSet<String> {
    let letters: Vec<char> = ['^', '^'].into_iter().chain(joined.chars()).chain(['$']).collect();
    letters.windows(3).map(|three| three.iter().collect()).collect()
}

/// The documents of a segment that share most groups of letters with `joined`.
pub(crate) fn alike(segment: &Segment<'_>, joined: &str) -> Result<Vec<DocId>, Error> {
    let list = segment.reader.inverted_index(segment.fields.grams)?;
    let wanted = grams(joined);
    let mut found = Vec::with_capacity(wanted.len());
    for gram in &wanted {
        found.extend(list.terms().get(gram)?);
    }
    found.sort_by_key(|info| info.doc_freq);
    let mut shared = vec![0_u8; usize::try_from(segment.reader.max_doc()).unwrap_or_default()];
    let (mut spent, mut touched) = (0, Vec::new());
    for info in found {
        // The first few are always looked at: the rarest may be what the error made.
        if spent + info.doc_freq > BUDGET && spent > 0 {
            break;
        }
        spent += info.doc_freq;
        let mut postings = list.read_postings_from_terminfo(&info, IndexRecordOption::Basic)?;
        while postings.doc() != TERMINATED {
            let doc = postings.doc();
            let count = &mut shared[doc as usize];
            if *count == 0 {
                touched.push(doc);
            }
            *count = count.saturating_add(1);
            postings.advance();
        }
    }
    Ok(best(segment, touched, &shared, wanted.len()))
}

/// Those with the largest share: of what was typed above all, of the title as well.
fn best(segment: &Segment<'_>, touched: Vec<DocId>, shared: &[u8], wanted: usize) -> Vec<DocId> {
    let common = |doc: DocId| usize::from(shared[doc as usize]);
    // A third of the groups at least: fewer cannot be a typing error. Short words lose most of theirs by one.
    let least = if wanted > 8 { wanted.div_ceil(4) } else { 1 };
    let rank = |doc: DocId| {
        let both = common(doc);
        let all = wanted + segment.letters(doc) + 1;
        both * 1_000 / wanted + 2 * both * 1_000 / all
    };
    let near = touched.into_iter().filter(|doc| common(*doc) >= least);
    let mut ranked: Vec<(usize, DocId)> = near.map(|doc| (rank(doc), doc)).collect();
    if ranked.len() > COMPARED {
        ranked.select_nth_unstable_by_key(COMPARED, |one| std::cmp::Reverse(one.0));
        ranked.truncate(COMPARED);
    }
    ranked.into_iter().map(|one| one.1).collect()
}
