//! Finding books through its public face: the lists of the home page.

mod lists;

use web::Site;

/// Discovery by itself.
fn site() -> Site {
    Site::new().pages(discovery::pages()).api(discovery::api())
}
