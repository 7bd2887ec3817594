//! The picture of a reader: taken from a file of unknown origin, made small, its metadata left behind, and removed when
//! it is replaced or its account is deleted.

use std::sync::Arc;
use std::time::Duration;

use cover::{Limits, Size};
use db::{Query, Tx, sql};
use jobs::{Job, Registry};
use kernel::Timestamp;
use serde::{Deserialize, Serialize};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use web::{App, Error, UserId};

use crate::t;
use crate::user::User;

/// The most bytes of a picture.
pub(crate) const MOST_BYTES: usize = 20 << 20;
/// The only kinds of pictures that are served.
pub(crate) const KINDS: [(&str, &str); 2] = [("webp", "image/webp"), ("jpg", "image/jpeg")];
/// After how long an upload that came to nothing is looked for, in seconds.
const LATER: i64 = 60 * 60;

/// Where the picture is found: its address changes with it.
pub fn path(user: UserId, version: &str, size: Size) -> String {
    format!("/pictures/{user}/{version}/{}.webp", size.name())
}

/// Where a file of the picture lies in the media storage.
pub(crate) fn key(folder: &str, version: &str, file: &str) -> String {
    format!("{}/{file}", version_folder(folder, version))
}

fn version_folder(folder: &str, version: &str) -> String {
    format!("users/{folder}/{version}")
}

/// How many pictures are held in memory at once, as they came.
const PLACES: usize = 8;
/// How many are taken apart at once, since each may take a hundred megabytes meanwhile.
const TURNS: usize = 2;
/// How long somebody waits for a place.
const PATIENCE: Duration = Duration::from_secs(2);

/// Where pictures are taken in: a few at once, and none of them read before there is a place for it.
pub(crate) struct Desk {
    places: Arc<Semaphore>,
    turns: Arc<Semaphore>,
}

/// A place for one picture, from before it is read until it is small. A slow sender loses it with the request, which
/// has half a minute like any other.
pub(crate) struct Place(OwnedSemaphorePermit);

impl Desk {
    /// A desk at which nobody is.
    pub(crate) fn new() -> Self {
        Self { places: Arc::new(Semaphore::new(PLACES)), turns: Arc::new(Semaphore::new(TURNS)) }
    }

    /// A place, to be taken before the picture is read; 503 where none becomes free soon.
    pub(crate) async fn place(&self) -> web::Result<Place> {
        let place = tokio::time::timeout(PATIENCE, self.places.clone().acquire_owned()).await;
        match place {
            Ok(Ok(place)) => Ok(Place(place)),
            Ok(Err(_)) | Err(_) => Err(Error::unavailable()),
        }
    }

    async fn process(&self, Place(place): Place, bytes: Vec<u8>) -> web::Result<cover::Processed> {
        let turn = self.turns.clone().acquire_owned().await.map_err(|_| Error::unavailable())?;
        let done = tokio::task::spawn_blocking(move || {
            // Held until the memory is given back, also when the caller goes away.
            let _held = (place, turn);
            let small = read(&bytes);
            drop(bytes);
            small
        });
        done.await.map_err(|error| Error::Internal(error.into()))?
    }
}

/// Gives somebody another picture.
pub(crate) async fn set(
    app: &App,
    desk: &Desk,
    user: &User,
    (place, bytes): (Place, Vec<u8>),
) -> web::Result<()> {
    let small = desk.process(place, bytes).await?;
    let (version, now) = (app.random.hex::<8>(), app.clock.now());
    // Should anything fail from here on, the files are found and removed later.
    let tidy = |version: &str| TidyPicture {
        user: user.id,
        folder: user.folder.clone(),
        version: version.to_owned(),
    };
    app.db
        .transaction(async |tx| jobs::enqueue_at(&tx, &tidy(&version), now.plus_seconds(LATER)).await)
        .await?;
    for size in Size::ALL {
        let rendition = small.rendition(size);
        for (bytes, kind) in [(&rendition.webp, "webp"), (&rendition.jpeg, "jpg")] {
            let file = format!("{}.{kind}", size.name());
            app.storage.put_bytes(&key(&user.folder, &version, &file), bytes.clone()).await?;
        }
    }
    replace(app, user, Some(&version)).await
}

/// Takes somebody's picture away.
pub(crate) async fn remove(app: &App, user: &User) -> web::Result<()> {
    replace(app, user, None).await
}

async fn replace(app: &App, user: &User, version: Option<&str>) -> web::Result<()> {
    let now = app.clock.now();
    app.db
        .transaction(async |tx| {
            let before: Option<(Option<String>,)> =
                tx.optional(sql!("select picture from users where id = $1", user.id)).await?;
            tx.execute(sql!(
                "update users set picture = $2, updated_at = $3, version = version + 1 where id = $1",
                user.id,
                version,
                now
            ))
            .await?;
            let Some((Some(old),)) = before else { return Ok(()) };
            let tidy = TidyPicture { user: user.id, folder: user.folder.clone(), version: old };
            jobs::enqueue(&tx, &tidy, now).await
        })
        .await?;
    Ok(())
}

/// Wants all files of an account removed that is being deleted.
pub(crate) async fn remove_all(tx: &Tx, folder: &str, now: Timestamp) -> db::Result<()> {
    jobs::enqueue(tx, &RemovePictures { folder: folder.to_owned() }, now).await
}

fn read(bytes: &[u8]) -> web::Result<cover::Processed> {
    let wrong = |code, message: fn(i18n::Locale) -> &'static str| Error::invalid("file", code, message);
    if bytes.is_empty() {
        return Err(wrong("missing", t::picture_missing));
    }
    // Books may bring GIFs as covers; people may not.
    if bytes.starts_with(b"GIF8") {
        return Err(wrong("unsupported", t::picture_kind));
    }
    let limits = Limits { bytes: MOST_BYTES, ..Limits::default() };
    cover::process(bytes, &limits).map_err(|error| match error {
        cover::Error::UnknownForm => wrong("unsupported", t::picture_kind),
        cover::Error::TooManyBytes { .. } => wrong("too_large", t::picture_bytes),
        cover::Error::TooManyPixels { .. } | cover::Error::TooMuchMemory { .. } => {
            wrong("too_large", t::picture_pixels)
        }
        cover::Error::Unwritable(why) => Error::Internal(anyhow::anyhow!(why)),
        _ => wrong("damaged", t::picture_damaged),
    })
}

/// Removes one version of a picture, unless it is the one in use.
#[derive(Serialize, Deserialize)]
struct TidyPicture {
    user: UserId,
    folder: String,
    version: String,
}

impl Job for TidyPicture {
    const KIND: &'static str = "accounts.tidy_picture";
}

/// Removes everything of an account that is gone.
#[derive(Serialize, Deserialize)]
struct RemovePictures {
    folder: String,
}

impl Job for RemovePictures {
    const KIND: &'static str = "accounts.remove_pictures";
}

/// What is done later.
pub(crate) fn jobs() -> Registry<App> {
    Registry::new().on::<TidyPicture>(tidy).on::<RemovePictures>(remove_folder)
}

/// The keys of the folders that people's pictures lie in, each of which holds something.
pub async fn kept(db: &impl Query) -> db::Result<Vec<String>> {
    let pictures: Vec<(String, String)> = db
        .all(sql!(
            "select folder, picture from users where picture is not null /* full scan: a backup reads everything */"
        ))
        .await?;
    Ok(pictures.into_iter().map(|(folder, version)| version_folder(&folder, &version)).collect())
}

/// Puts the job off where a backup is being made, which may have to copy what the job would remove.
async fn is_put_off<J: Job>(app: &App, job: &J) -> db::Result<bool> {
    let now = app.clock.now();
    let held = catalogue::hold::is_held(&app.db, now).await?;
    if held {
        jobs::enqueue_at(&app.db, job, now.plus_seconds(LATER)).await?;
    }
    Ok(held)
}

async fn tidy(app: App, job: TidyPicture) -> anyhow::Result<()> {
    if is_put_off(&app, &job).await? {
        return Ok(());
    }
    let user = User::find(&app.db, job.user).await?;
    if user.and_then(|user| user.picture).as_deref() != Some(&job.version) {
        app.storage.delete_folder(&version_folder(&job.folder, &job.version)).await?;
    }
    Ok(())
}

async fn remove_folder(app: App, job: RemovePictures) -> anyhow::Result<()> {
    if is_put_off(&app, &job).await? {
        return Ok(());
    }
    app.storage.delete_folder(&format!("users/{}", job.folder)).await?;
    Ok(())
}
