//! The languages that the shop's books are written in.

use db::{Query, sql};
use kernel::Language;

/// Every language of a published book. Each is looked up behind the one before in the index of languages, so that
/// the work grows with the languages and not with the books.
pub(crate) async fn all(db: &impl Query) -> db::Result<Vec<Language>> {
    let found: Vec<(Language,)> = db
        .all(sql!(
            "with recursive known(language) as (
                 select min(language) from books where status = 'published'
                 union all
                 select (select min(b.language) from books b
                         where b.status = 'published' and b.language > known.language)
                 from known where known.language is not null
             )
             select language from known where language is not null order by language"
        ))
        .await?;
    Ok(found.into_iter().map(|(language,)| language).collect())
}

/// Whether a published book is written in this language.
pub(crate) async fn has_books(db: &impl Query, language: Language) -> db::Result<bool> {
    let found: Option<(Language,)> = db
        .optional(sql!(
            "select language from books where status = 'published' and language = $1 limit 1",
            language
        ))
        .await?;
    Ok(found.is_some())
}
