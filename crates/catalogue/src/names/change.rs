//! A change of a name as somebody asks for it, and how it is made.

use db::{Query, Tx, sql};
use i18n::Locale;
use kernel::{Slug, seen_line};
use web::FieldErrors;

use super::{Entry, Kind, NameError, Said, Tongues, bylines, other, redraw, write};
use crate::edit::{Done, Editor, Fields, paragraphs};
use crate::t;

/// The most characters of a name, and of what a genre is about.
const LINE_MOST: usize = 500;
const TEXT_MOST: usize = 5_000;
/// The most other names.
const OTHERS_MOST: usize = 100;

/// What is to change; what is `None` stays as it is.
#[derive(Debug, Clone, Default)]
pub struct Change {
    /// The name; of a genre its word in addresses.
    pub name: Option<String>,
    /// How an author is sorted; `None` within for how the name says it.
    pub sort_name: Option<Option<String>>,
    /// What it is called in these languages; empty for as elsewhere, which a genre cannot be.
    pub names: Tongues,
    /// What a genre is about, in these languages.
    pub descriptions: Tongues,
    /// What else it is called, whole.
    pub other_names: Option<Vec<String>>,
    /// The place that a genre is to have among the others, from 1.
    pub position: Option<i64>,
}

/// Enters a name that books may stand under.
pub async fn add(tx: &Tx, kind: Kind, change: &Change, by: &Editor<'_>) -> Result<(i64, Done), NameError> {
    let nothing = Said::default();
    let mut after = wanted(kind, &nothing, change)?;
    if kind == Kind::Genre {
        complete(&mut after);
    }
    check(tx, kind, None, (&nothing, &after)).await?;
    let id = write::insert(tx, kind, &after).await?;
    other::write(tx, kind, id, (&after.names, &after.other_names)).await?;
    if let Some(position) = change.position {
        write::place(tx, id, position).await?;
    }
    bylines::tell_of_itself(tx, kind, id).await?;
    let after = find(tx, kind, id).await?.said.told()?;
    tracing::debug!(kind = kind.as_str(), id, by = by.username, "A name was entered");
    Ok((id, Done { act: Some("name.add"), before: Fields::new(), after, version: 1 }))
}

/// A new genre has a name in every language and a word in addresses.
fn complete(said: &mut Said) {
    let mut typed = Locale::ALL.into_iter().filter_map(|l| said.names.get(l.tag()));
    let of_any = typed.find(|name| !name.is_empty()).cloned().unwrap_or_default();
    for l in Locale::ALL {
        said.names.entry(l.tag().to_owned()).or_insert_with(|| of_any.clone());
        said.descriptions.entry(l.tag().to_owned()).or_default();
    }
    if said.name.is_empty() && !of_any.is_empty() {
        said.name = Slug::of(&of_any).to_string();
    }
}

/// Changes one. `base` is the version that the caller knows; `None` where they do not mind what changed since.
pub async fn change(
    tx: &Tx,
    (kind, id): (Kind, i64),
    base: Option<i64>,
    change: &Change,
    by: &Editor<'_>,
) -> Result<Done, NameError> {
    let version = write::lock(tx, kind, id).await?.ok_or(NameError::NotFound)?;
    if base.is_some_and(|base| base != version) {
        return Err(NameError::Meanwhile);
    }
    let before = find(tx, kind, id).await?.said;
    let mut after = wanted(kind, &before, change)?;
    keep_old_name(kind, (&before, &mut after));
    let (was, is) = differences(&before, &after)?;
    if is.is_empty() {
        return Ok(Done { act: None, before: was, after: is, version });
    }
    check(tx, kind, Some(id), (&before, &after)).await?;
    write::update(tx, (kind, id), (&before, &after)).await?;
    if after.position != before.position {
        write::place(tx, id, after.position.unwrap_or(1)).await?;
    }
    if is.contains_key("names") || is.contains_key("other_names") || is.contains_key("name") {
        other::write(tx, kind, id, (&after.names, &after.other_names)).await?;
        bylines::tell_search(tx, kind, id).await?;
    }
    if kind == Kind::Author && is.contains_key("name") {
        bylines::write(tx, id).await?;
        redraw::later(tx, (kind, id), by.now).await?;
    }
    Ok(Done { act: Some("name.change"), before: was, after: is, version: version + 1 })
}

/// What books, files and lists called it until now is found further on.
fn keep_old_name(kind: Kind, (before, after): (&Said, &mut Said)) {
    let is_new = other::key(&before.name) != other::key(&after.name);
    if kind != Kind::Genre && is_new && !after.name.is_empty() {
        after.other_names.push(before.name.clone());
        tidy(after);
    }
}

async fn find(tx: &Tx, kind: Kind, id: i64) -> Result<Entry, NameError> {
    Entry::find(tx, kind, id).await?.ok_or(NameError::NotFound)
}

/// What is to be said of it.
fn wanted(kind: Kind, before: &Said, change: &Change) -> Result<Said, NameError> {
    let mut errors = FieldErrors::default();
    let is_genre = kind == Kind::Genre;
    let unfit = [
        ("sort_name", change.sort_name.is_some() && kind != Kind::Author),
        ("descriptions", !change.descriptions.is_empty() && !is_genre),
        ("position", change.position.is_some() && !is_genre),
    ];
    for (field, _) in unfit.into_iter().filter(|(_, is_unfit)| *is_unfit) {
        errors.add(field, "unfit", t::name_unfit);
    }
    let mut after = before.clone();
    if let Some(name) = &change.name {
        after.name = seen_line(name);
    }
    if let Some(sort_name) = &change.sort_name {
        after.sort_name = sort_name.as_deref().map(seen_line).filter(|name| !name.is_empty());
    }
    for (tag, name) in &change.names {
        set(
            &mut after.names,
            ("names", tag),
            Some(seen_line(name)).filter(|name| is_genre || !name.is_empty()),
            &mut errors,
        );
    }
    for (tag, text) in &change.descriptions {
        set(&mut after.descriptions, ("descriptions", tag), Some(paragraphs(text)), &mut errors);
    }
    if let Some(others) = &change.other_names {
        after.other_names = others.iter().map(|name| seen_line(name)).collect();
    }
    if let Some(position) = change.position {
        after.position = Some(position.max(1));
    }
    tidy(&mut after);
    if errors.is_empty() { Ok(after) } else { Err(NameError::Invalid(errors)) }
}

fn set(all: &mut Tongues, (field, tag): (&str, &str), word: Option<String>, errors: &mut FieldErrors) {
    if Locale::from_tag(tag).is_none() {
        return errors.add(&format!("{field}.{tag}"), "unknown_field", t::name_language);
    }
    match word {
        Some(word) => all.insert(tag.to_owned(), word),
        None => all.remove(tag),
    };
}

/// Other names are told once each, without those that the name says already, in the order of the alphabet.
fn tidy(said: &mut Said) {
    let own = other::key(&said.name);
    said.other_names.retain(|name| !name.is_empty() && other::key(name) != own);
    said.other_names.sort_by_key(|name| other::key(name));
    said.other_names.dedup_by_key(|name| other::key(name));
}

/// What differs.
fn differences(before: &Said, after: &Said) -> db::Result<(Fields, Fields)> {
    let (was, is) = (before.fields()?, after.fields()?);
    let mut changed_was = Fields::new();
    let mut changed_is = Fields::new();
    for name in is.keys().chain(was.keys().filter(|name| !is.contains_key(*name))) {
        let value = |fields: &Fields| fields.get(name).cloned().unwrap_or_default();
        if value(&was) != value(&is) {
            changed_was.insert(name.clone(), value(&was));
            changed_is.insert(name.clone(), value(&is));
        }
    }
    Ok((changed_was, changed_is))
}

/// Refuses what a name cannot be.
async fn check(
    tx: &Tx,
    kind: Kind,
    id: Option<i64>,
    (before, after): (&Said, &Said),
) -> Result<(), NameError> {
    let mut errors = FieldErrors::default();
    lengths(kind, after, &mut errors);
    let id = id.unwrap_or(0);
    if errors.of(own_field(kind)).is_none() && before.name != after.name {
        if kind == Kind::Genre {
            slug(tx, id, &after.name, &mut errors).await?;
        } else {
            taken(tx, (kind, id), after, &mut errors).await?;
        }
    }
    if kind == Kind::Genre {
        called_so(tx, id, (before, after), &mut errors).await?;
    }
    for name in after.other_names.iter().filter(|name| !before.other_names.contains(name)) {
        let whose: Option<i64> = other::named(tx, kind, name).await?.filter(|whose| *whose != id);
        if whose.is_some() {
            let name = name.clone();
            errors.add("other_names", "taken", move |l| t::name_other_taken(l, &name));
        }
    }
    if errors.is_empty() { Ok(()) } else { Err(NameError::Invalid(errors)) }
}

/// What programs call the name; of a genre it is its word in addresses.
fn own_field(kind: Kind) -> &'static str {
    if kind == Kind::Genre { "slug" } else { "name" }
}

fn lengths(kind: Kind, after: &Said, errors: &mut FieldErrors) {
    let long = |text: &str| text.chars().count() > LINE_MOST;
    if after.name.is_empty() {
        // Of a genre whoever enters it types a name, and the word is made of that.
        let field = if kind == Kind::Genre && after.names.values().all(String::is_empty) {
            "names.en"
        } else {
            own_field(kind)
        };
        let words = if field == "slug" { t::name_slug_missing } else { t::edit_name_missing };
        errors.add(field, "missing", words);
    }
    if long(&after.name) {
        errors.add(own_field(kind), "too_long", t::edit_too_long);
    }
    if after.sort_name.as_deref().is_some_and(long) {
        errors.add("sort_name", "too_long", t::edit_too_long);
    }
    for (tag, name) in &after.names {
        let field = format!("names.{tag}");
        if name.is_empty() && errors.of(&field).is_none() {
            errors.add(&field, "missing", t::edit_name_missing);
        }
        if long(name) {
            errors.add(&field, "too_long", t::edit_too_long);
        }
    }
    for (tag, text) in &after.descriptions {
        if text.chars().count() > TEXT_MOST {
            errors.add(&format!("descriptions.{tag}"), "too_long", t::edit_too_long);
        }
    }
    if after.other_names.len() > OTHERS_MOST {
        errors.add("other_names", "too_many", t::edit_too_many);
    }
    if after.other_names.iter().any(|name| long(name)) {
        errors.add("other_names", "too_long", t::edit_too_long);
    }
}

/// No two of a kind have one name, and none has what another is found by: books would go to either.
async fn taken(tx: &Tx, (kind, id): (Kind, i64), after: &Said, errors: &mut FieldErrors) -> db::Result<()> {
    let folded = other::key(&after.name);
    let statement = match kind {
        Kind::Author => sql!("select name from authors where folded_name = $1 and id <> $2", folded, id),
        Kind::Publisher => {
            sql!("select name from publishers where folded_name = $1 and id <> $2", folded, id)
        }
        // Genres are told apart by their words.
        Kind::Series | Kind::Genre => {
            sql!("select name from series where folded_name = $1 and id <> $2", folded, id)
        }
    };
    let mut other: Option<(String,)> = tx.optional(statement).await?;
    if other.is_none() {
        let whose = other::named_beside(tx, (kind, id), &after.name).await?;
        if let Some(whose) = whose {
            other = Entry::find(tx, kind, whose).await?.map(|entry| (entry.said.name,));
        }
    }
    if let Some((name,)) = other {
        errors.add("name", "taken", move |l| t::name_taken(l, &name));
    }
    Ok(())
}

/// No two genres have one name in a language: lists offer them by it.
async fn called_so(
    tx: &Tx,
    id: i64,
    (before, after): (&Said, &Said),
    errors: &mut FieldErrors,
) -> db::Result<()> {
    for (tag, name) in &after.names {
        if name.is_empty() || before.names.get(tag) == Some(name) {
            continue;
        }
        let other: Option<(i64,)> = tx
            .optional(sql!(
                "select genre_id from genre_names where folded_name = $1 and locale = $2 and genre_id <> $3 limit 1",
                other::key(name),
                tag.as_str(),
                id
            ))
            .await?;
        if other.is_some() {
            let name = name.clone();
            errors.add(&format!("names.{tag}"), "taken", move |l| t::name_taken(l, &name));
        }
    }
    Ok(())
}

/// A genre's word is a slug that no other genre has or had, and no number, which would be a key.
async fn slug(tx: &Tx, id: i64, word: &str, errors: &mut FieldErrors) -> db::Result<()> {
    if word == "-" {
        // None could be made of a name without letters.
        errors.add("slug", "missing", t::name_slug_missing);
        return Ok(());
    }
    if word.bytes().all(|byte| byte.is_ascii_digit()) {
        errors.add("slug", "invalid", t::name_slug_number);
        return Ok(());
    }
    if word != Slug::of(word).as_str() {
        errors.add("slug", "invalid", t::name_slug_wrong);
        return Ok(());
    }
    let other: Option<(i64,)> = tx
        .optional(sql!(
            "select id from genres where slug = $1 and id <> $2
             union all select genre_id from genre_words where word = $1 and genre_id <> $2",
            word,
            id
        ))
        .await?;
    if other.is_some() {
        errors.add("slug", "taken", t::name_slug_taken);
    }
    Ok(())
}
