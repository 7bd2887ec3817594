//! The design system: the frame of every page and its components, as typed functions that return HTML.
//!
//! Components know no feature, no database and no HTTP. Words of their own are in `locales/*/ui.ftl`;
//! every other word comes in as an argument. What a reader or a book contributed is always isolated
//! (`<bdi>`, `dir="auto"`), so that a title in one direction never disturbs a page in the other.

i18n::messages!();

mod account;
mod admin;
mod avatar;
mod bar;
mod book;
mod buy;
mod card;
mod chart;
mod collage;
mod cover;
mod faces;
mod feedback;
mod filter;
mod foot;
mod form;
mod frame;
mod head;
mod history;
mod icon;
mod keep;
mod library;
mod navigation;
mod offline;
mod progress;
mod rating;
mod search;
mod share;
mod shelf;
mod sign;
mod strip;
mod table;
mod text;

pub use account::{
    Confirm, Device, Hub, Row, SessionRow, account_hub, account_page, confirm_dialog, confirm_link,
    confirm_page, rows, sessions, settings_section,
};
pub use admin::{
    AdminLink, AdminPage, BulkOutcome, TableChoice, TableFilter, WHOLE_LIST, admin_page, bulk_outcomes,
    table_filter,
};
pub use avatar::{Avatar, AvatarSize, avatar};
pub use bar::{AppBar, Signed};
pub use book::{BookHero, Fact, book_page, facts, synopsis};
pub use buy::{CartLink, buy_bar, buy_button};
pub use card::{Badge, BookCard, CardIn, Offer, book_card, offer, price, price_before};
pub use chart::{Chart, ChartBar, chart};
pub use collage::{Collage, collages};
pub use cover::{Cover, CoverFile, CoverSize, Loading, cover};
pub use feedback::{Alert, ErrorPage, NoticeKind, Tone, Undo, alert, empty_state, error_page, toast_region};
pub use filter::{Applied, Choice, Filters, Group, applied_filters, filter_button, filters};
pub use form::{
    Button, ButtonKind, Checkbox, CoverEditor, EnterKey, Field, FieldKind, FileField, Form, PictureEditor,
    Radios, Select, TextArea, Ticks, Unlike, bare_select, button, button_link, checkbox, chip, chips,
    choice_chips, cover_editor, field, file_field, form, picture_editor, problem_summary, radios, select,
    text_area, ticks, username_for_managers,
};
pub use frame::{Brand, Frame, Indexing, Logo, SignColours, Theme, Variant, frame};
pub use head::Preview;
pub use history::{About, Entry, Forgetting, ListSearch, Period, Remove, history, list_search};
pub use icon::{Icon, icon};
pub use keep::{Keep, KeepWords, Toggle, keep_button};
pub use library::{LibraryCard, Saving, library_grid, owned, save_buttons, save_form};
pub use navigation::{Crumb, Destination, RailTab, Tab, breadcrumb, rail};
pub use offline::{
    OfflineBook, OfflineIn, offline_button, offline_filter, offline_link, offline_script, offline_words,
    waiting_comment_words,
};
pub use progress::{progress_bar, progress_ring};
pub use rating::{Bar, Rating, histogram, rating_line};
pub use search::{SearchField, search_field};
pub use share::share;
pub use shelf::{SeeAll, grid, load_more, load_more_of, section, shelf};
pub use sign::{SignPage, sign_link, sign_page};
pub use strip::{ContinueReading, continue_reading};
pub use table::{Bulk, BulkGroup, Column, Direction, SortLink, Table, TableRow, table};
pub use text::{Written, clip, colon, folded, spoiler};
