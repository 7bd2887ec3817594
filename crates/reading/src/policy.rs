//! The two content policies that make a book inert. The pair was measured against hostile books: with either alone
//! something gets out, with both nothing does. A change here is tested in `e2e/specs/hostile`.

use catalogue::Book;
use kernel::Id;
use web::security::{Directive, Policy};

/// The policy on every resource of a book: no script at all, and pictures, styles and fonts only from the same book.
///
/// The sandbox names `allow-scripts` because WebKit delivers no events to a document without it (WebKit bug
/// 218086), so that pages could not be turned; `script-src 'none'` is what keeps scripts from running.
pub(crate) fn resource(base: &str) -> Policy {
    let own = base;
    Policy::nothing()
        .set(Directive::ScriptSrc, "'none'")
        .set(Directive::ScriptSrcAttr, "'none'")
        .set(Directive::ConnectSrc, "'none'")
        .set(Directive::ImgSrc, &format!("{own} data: blob:"))
        .set(Directive::StyleSrc, &format!("{own} 'unsafe-inline'"))
        .set(Directive::FontSrc, &format!("{own} data: blob:"))
        .set(Directive::MediaSrc, own)
        .set(Directive::FrameSrc, "'none'")
        .set(Directive::ObjectSrc, "'none'")
        .set(Directive::WorkerSrc, "'none'")
        .set(Directive::ManifestSrc, "'none'")
        .set(Directive::FrameAncestors, "'self'")
        .set(Directive::Sandbox, "allow-same-origin allow-scripts")
}

/// The policy on the page that holds a reader: its own bundle, and what the renderers make of the book.
pub(crate) fn reader(nonce: &str) -> Policy {
    Policy::nothing()
        .set(Directive::ScriptSrc, &format!("'nonce-{nonce}' 'strict-dynamic'"))
        .set(Directive::StyleSrc, "'self' 'unsafe-inline' blob:")
        .set(Directive::ImgSrc, "'self' blob: data:")
        .set(Directive::FontSrc, "'self' blob: data:")
        .set(Directive::MediaSrc, "'self' blob:")
        .set(Directive::ConnectSrc, "'self'")
        .set(Directive::FrameSrc, "'self' blob:")
        .set(Directive::WorkerSrc, "'self'")
        .set(Directive::ManifestSrc, "'self'")
        .set(Directive::ObjectSrc, "'none'")
}

/// The policy on a chapter's plain page: a shop page that frames a resource of the book.
pub(crate) fn chapter() -> Policy {
    Policy::page().set(Directive::FrameSrc, "'self'")
}

/// The path under which a version of a book's resources is served, with its final slash.
pub(crate) fn base_path(book: Id<Book>, version: &str) -> String {
    format!("{}/books/{book}/resources/{version}/", web::API_BASE)
}
