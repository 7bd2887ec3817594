//! Books on a device that is not always online: all that has to be fetched for one, and whether those that are there may
//! still be read.

use axum::extract::State;
use catalogue::{Book, Encoding, Format};
use db::{Query as _, list, record, sql};
use kernel::{Id, Language};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use web::{App, Caller, Error, Json, Path, Problem, Query, Signed, UserId};

use crate::{
    Access,
    access::{Opened, access_to},
    policy::base_path,
    save, t,
};

/// How many books can be asked after at once.
const MOST: usize = 300;

/// Which of a book's files.
#[derive(Debug, Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct Which {
    /// The format, where the book has both; EPUB where nothing is said.
    #[param(inline)]
    format: Option<Format>,
}

/// All of a book that a reader needs besides its manifest.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct OfflineCopy {
    /// Whose copy it is.
    #[schema(value_type = i64)]
    reader: UserId,
    /// As in the manifest: what is fetched belongs to this version of the file.
    version: String,
    format: Format,
    title: String,
    /// BCP 47.
    #[schema(value_type = String)]
    language: Language,
    /// Names in order.
    authors: Vec<String>,
    /// The address of its cover, from the root of the site.
    cover: String,
    /// The sum of the sizes.
    bytes: i64,
    resources: Vec<OfflineResource>,
}

/// Something to be fetched.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct OfflineResource {
    /// Its address, from the root of the site, as documents of the book ask for it.
    url: String,
    /// Bytes as served; of a PDF about as many.
    bytes: i64,
}

/// What a device fetches to have a book without a connection. Only of a book of which the caller may read all.
#[utoipa::path(
    get, path = "/books/{id}/offline", tag = "reading", params(("id" = i64, Path), Which),
    responses(
        (status = 200, body = OfflineCopy),
        (status = 403, description = "`not_owned`", body = Problem, content_type = "application/problem+json"),
        (status = 404, body = Problem, content_type = "application/problem+json"),
        (status = 422, body = Problem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn copy(
    State(app): State<App>,
    caller: Caller,
    Signed(me): Signed,
    Path(id): Path<Id<Book>>,
    Query(which): Query<Which>,
) -> web::Result<Json<OfflineCopy>> {
    let opened = Opened::open(&app, &caller, id).await?;
    if opened.access != Access::Owner {
        return Err(save::not_owned());
    }
    let file = opened.file(which.format)?;
    let resources = match file.format {
        Format::Epub => {
            let base = base_path(id, &file.version);
            let entry = |(path, bytes): (String, i64)| OfflineResource {
                url: format!("{base}{}", publication::epub::href(&path)),
                bytes,
            };
            file.sizes(&app.db).await?.into_iter().map(entry).collect()
        }
        Format::Pdf => {
            let url = format!("{}?use=reading", save::address(id, Format::Pdf));
            vec![OfflineResource { url, bytes: file.bytes }]
        }
    };
    Ok(Json(OfflineCopy {
        reader: me.user,
        version: file.version.clone(),
        format: file.format,
        title: opened.book.title.clone(),
        language: opened.book.language,
        authors: opened.book.authors().into_iter().map(|author| author.name).collect(),
        cover: opened.book.cover.path(cover::Size::Small, Encoding::Jpeg),
        bytes: resources.iter().map(|resource| resource.bytes).sum(),
        resources,
    }))
}

/// Which books a device has.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct Held {
    /// Their ids, with commas between; at most 300.
    ids: String,
}

impl Held {
    fn books(&self) -> web::Result<Vec<Id<Book>>> {
        let read: Result<Vec<i64>, _> = self.ids.split(',').map(|id| id.trim().parse::<i64>()).collect();
        match read {
            Ok(ids) if ids.len() <= MOST => Ok(ids.into_iter().map(Id::new).collect()),
            _ => Err(Error::invalid("ids", "invalid", t::offline_ids_invalid)),
        }
    }
}

/// Which of the books that were asked after may still be read.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Leases {
    /// Whose they are. A device that holds another's copies throws them away.
    #[schema(value_type = i64)]
    reader: UserId,
    /// One for each file of each book of which the caller may read all. Others were taken back, or are gone.
    books: Vec<Lease>,
}

record! {
    /// A file that may be read.
    #[derive(Serialize, ToSchema)]
    struct Lease {
        /// The book.
        #[schema(value_type = i64)]
        id: Id<Book>,
        format: Format,
        /// The present version of the file.
        version: String,
    }
}

/// Which of the books on a device may still be read, and in which versions. A device asks when it comes online, and keeps
/// nothing that is not in the answer.
#[utoipa::path(
    get, path = "/me/library/offline", tag = "library", params(Held),
    responses(
        (status = 200, body = Leases),
        (status = 422, body = Problem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn leases(
    State(app): State<App>,
    Signed(me): Signed,
    Query(held): Query<Held>,
) -> web::Result<Json<Leases>> {
    let access = access_to(&app, me.user, &held.books()?).await?;
    let whole: Vec<_> =
        access.into_iter().filter(|(_, access)| *access == Access::Owner).map(|(id, _)| id).collect();
    let books = if whole.is_empty() { Vec::new() } else { files(&app, whole).await? };
    Ok(Json(Leases { reader: me.user, books }))
}

async fn files(app: &App, books: Vec<Id<Book>>) -> db::Result<Vec<Lease>> {
    app.db
        .all(sql!(
            "select book_id as id, format, version from book_files where book_id in ($1…) order by book_id, format",
            list(books)
        ))
        .await
}
