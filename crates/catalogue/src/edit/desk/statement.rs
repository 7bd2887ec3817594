//! The statement that a part of the list is read by.

use db::{Statement, list as values, sql};

use super::{DeskPart, DeskPlace, DeskSort, LAST, Lacking, Order};
use crate::{Format, Status, WrongPlace};

macro_rules! columns {
    () => {
        "b.id, b.title, b.authors, b.status, b.language, b.price_amount, b.price_currency, b.has_epub, b.has_pdf,
         b.cover_version, b.cover_placeholder, b.cover_drawn, b.folded_title, b.sales_count, b.rating_count, b.rating_sum,
         b.rating_score, b.updated_at, b.version, b.publish_at, b.publish_missed_at"
    };
}

/// The conditions that are looked at book by book.
macro_rules! narrowed {
    () => {
        " and (cast($1 as text) is null or b.status = $1)
          and (cast($2 as text) is null or b.language = $2)
          and (cast($3 as boolean) is null or b.has_epub = $3)
          and (cast($4 as boolean) is null or b.has_pdf = $4)"
    };
}

/// All books in an order, or those of a genre that has many. Each order has an index that knows all which is narrowed by, so that
/// however rare that is, no book is read but those which are shown.
macro_rules! everywhere {
    ($key:literal, $than:literal, $way:literal, $genre:literal) => {
        concat!(
            "select ",
            columns!(),
            " from (select b.id, ",
            $key,
            " as place from books b where (",
            $key,
            ", b.id) ",
            $than,
            " ($5, $6)",
            narrowed!(),
            $genre,
            " order by ",
            $key,
            " ",
            $way,
            ", b.id ",
            $way,
            " limit $7) as part join books b on b.id = part.id order by part.place ",
            $way,
            ", b.id ",
            $way
        )
    };
}

/// Books that are few enough to be sorted: those of a genre, or those that a search found.
macro_rules! sorted {
    ($from:literal, $lead:literal, $key:literal, $than:literal, $way:literal) => {
        concat!(
            "select ",
            columns!(),
            " from ",
            $from,
            " where ",
            $lead,
            " and (",
            $key,
            ", b.id) ",
            $than,
            " ($5, $6)",
            narrowed!(),
            " and (cast($9 as bigint) is null
                 or exists (select 1 from book_genres f where f.book_id = b.id and f.genre_id = $9))
             order by ",
            $key,
            " ",
            $way,
            ", b.id ",
            $way,
            " limit $7"
        )
    };
}

/// A list of books that lack something, from the index of those.
macro_rules! lacking {
    ($lead:literal, $than:literal, $way:literal) => {
        concat!(
            "select ",
            columns!(),
            " from (select b.id, b.updated_at as place from books b where ",
            $lead,
            " and (b.updated_at, b.id) ",
            $than,
            " ($5, $6)",
            narrowed!(),
            " and (cast($8 as bigint) is null
                 or exists (select 1 from book_genres f where f.book_id = b.id and f.genre_id = $8))
             order by b.updated_at ",
            $way,
            ", b.id ",
            $way,
            " limit $7) as part join books b on b.id = part.id order by part.place ",
            $way,
            ", b.id ",
            $way
        )
    };
}

/// The arguments that all of them have.
macro_rules! with_arguments {
    ($text:expr, $part:expr, $key:expr, $id:expr $(, $more:expr)*) => {{
        let filter = $part.filter;
        sql!(
            $text,
            filter.status.map(Status::as_str),
            filter.language,
            filter.format.filter(|format| *format == Format::Epub).map(|_| true),
            filter.format.filter(|format| *format == Format::Pdf).map(|_| true),
            $key,
            $id,
            $part.rows
            $(, $more)*
        )
    }};
}

/// The statement of a list by one key, both ways.
macro_rules! by_key {
    ($part:expr, $many:ident, $place:expr, $start:expr, $end:expr, $key:literal) => {{
        let part = $part;
        let genre = part.filter.genre;
        let found = part.filter.found.as_ref();
        match part.order {
            Order::Ascending => {
                let (key, id) = $place.unwrap_or($start);
                by_key!(part, $many, key, id, genre, found, $key, ">", "asc")
            }
            Order::Descending => {
                let (key, id) = $place.unwrap_or($end);
                by_key!(part, $many, key, id, genre, found, $key, "<", "desc")
            }
        }
    }};
    ($part:ident, $many:ident, $at:ident, $id:ident, $genre:ident, $found:ident, $key:literal, $than:literal, $way:literal) => {
        match ($found, $genre) {
            (Some(found), genre) => with_arguments!(
                sorted!("books b", "b.id in ($8…)", $key, $than, $way),
                $part,
                $at,
                $id,
                values(found.iter().copied()),
                genre
            ),
            (None, Some(genre)) if $many => with_arguments!(
                everywhere!(
                    $key,
                    $than,
                    $way,
                    " and exists (select 1 from book_genres f where f.book_id = b.id and f.genre_id = $8)"
                ),
                $part,
                $at,
                $id,
                genre
            ),
            (None, Some(genre)) => with_arguments!(
                sorted!(
                    "book_genres g join books b on b.id = g.book_id",
                    "g.genre_id = $8",
                    $key,
                    $than,
                    $way
                ),
                $part,
                $at,
                $id,
                genre,
                None::<i64>
            ),
            (None, None) => with_arguments!(everywhere!($key, $than, $way, ""), $part, $at, $id),
        }
    };
}

/// The statement of a part; fails where its place is one of another order. A genre that `has_many` books is not sorted, but looked
/// for among all.
pub(super) fn of(part: &DeskPart<'_>, has_many: bool) -> Result<Statement, WrongPlace> {
    if let Some(lacking) = part.filter.lacking.filter(|_| part.filter.found.is_none()) {
        return lacked(part, lacking);
    }
    let (first, last) = ((String::new(), 0), (LAST.to_owned(), i64::MAX));
    let (lowest, highest) = ((i64::MIN, 0), (i64::MAX, i64::MAX));
    Ok(match part.sort {
        DeskSort::Updated => by_key!(part, has_many, text(part)?, first, last, "b.updated_at"),
        DeskSort::Title => by_key!(part, has_many, text(part)?, first, last, "b.folded_title"),
        DeskSort::Price => {
            by_key!(part, has_many, number(part)?, lowest, highest, "coalesce(b.price_amount, -1)")
        }
        DeskSort::Sales => by_key!(part, has_many, number(part)?, lowest, highest, "b.sales_count"),
        DeskSort::Rating => by_key!(part, has_many, number(part)?, lowest, highest, "b.rating_score"),
    })
}

/// The place in an order by text, if there is one.
fn text(part: &DeskPart<'_>) -> Result<Option<(String, i64)>, WrongPlace> {
    match &part.after {
        None => Ok(None),
        Some(DeskPlace::Text(key, id)) => Ok(Some((key.clone(), *id))),
        Some(DeskPlace::Number(..)) => Err(WrongPlace),
    }
}

/// The same in an order by number.
fn number(part: &DeskPart<'_>) -> Result<Option<(i64, i64)>, WrongPlace> {
    match part.after {
        None => Ok(None),
        Some(DeskPlace::Number(key, id)) => Ok(Some((key, id))),
        Some(DeskPlace::Text(..)) => Err(WrongPlace),
    }
}

/// The statement of a list of what lacks something, which has one order only.
fn lacked(part: &DeskPart<'_>, lacking: Lacking) -> Result<Statement, WrongPlace> {
    let genre = part.filter.genre;
    let place = text(part)?;
    macro_rules! both_ways {
        ($lead:literal) => {
            match part.order {
                Order::Ascending => {
                    let (key, id) = place.unwrap_or_else(|| (String::new(), 0));
                    with_arguments!(lacking!($lead, ">", "asc"), part, key, id, genre)
                }
                Order::Descending => {
                    let (key, id) = place.unwrap_or_else(|| (LAST.to_owned(), i64::MAX));
                    with_arguments!(lacking!($lead, "<", "desc"), part, key, id, genre)
                }
            }
        };
    }
    Ok(match lacking {
        Lacking::Files => both_ways!("b.has_epub = false and b.has_pdf = false"),
        Lacking::Cover => both_ways!("b.cover_drawn = true"),
        Lacking::Description => both_ways!("b.description = ''"),
        Lacking::Price => both_ways!("b.price_amount is null"),
        Lacking::Publication => both_ways!("b.publish_missed_at is not null"),
    })
}
