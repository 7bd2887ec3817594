//! Which books of an answer are in the cart of whoever asks. This crate shows it and does not know carts: the feature that
//! does fills [`Carts`].

use std::collections::HashSet;
use std::sync::Arc;

use db::Db;
use futures::future::BoxFuture;
use kernel::Id;
use web::Shopper;

use crate::Book;

/// Knows what is in carts.
pub trait Carts: Send + Sync + 'static {
    /// The books in somebody's cart, in one statement.
    fn of<'a>(&'a self, db: &'a Db, shopper: &'a Shopper) -> BoxFuture<'a, db::Result<HashSet<Id<Book>>>>;
}

/// The value by which handlers find out about carts; see [`web::Site::sharing`].
#[derive(Clone)]
pub struct CartsKeeper(Arc<dyn Carts>);

impl CartsKeeper {
    /// Asks `carts`.
    pub fn new(carts: impl Carts) -> Self {
        Self(Arc::new(carts))
    }

    /// The books in somebody's cart. An empty one is known as such, and costs no statement.
    pub(crate) async fn of(&self, db: &Db, shopper: &Shopper) -> db::Result<HashSet<Id<Book>>> {
        if shopper.count() == 0 { Ok(HashSet::new()) } else { self.0.of(db, shopper).await }
    }
}
