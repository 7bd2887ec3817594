//! Arranges a receipt: shop, heading, facts and buyer, the table, sums, notes, feet of pages.

use std::rc::Rc;

use i18n::Direction;

use crate::clean::isolated;
use crate::sheet::{Column, Owner, Place, Repeated, Sheet};
use crate::style::{AMOUNTS, FOOT, GAP, HAIR, INK, MEASURE, SECOND, Style, Styles};
use crate::tags::{NodeId, Role, Tags};
use crate::text::{Block, Reading, TextLine, Typesetter};
use crate::{Line, Receipt, Total};

const WHOLE: Column = Column::new(0.0, MEASURE);
const FIRST_COLUMN: Column = Column::new(0.0, SECOND - GAP);
const SECOND_COLUMN: Column = Column::new(SECOND, MEASURE - SECOND);
const TITLES: Column = Column::new(0.0, MEASURE - AMOUNTS - GAP);
/// The nuqta beside the shop's name: half its width, and what stands between it and the name.
const NUQTA: (f32, f32) = (4.2, 7.0);
/// A head stands on every page, so it may not fill one.
const HEAD_LINES: usize = 3;
/// Labels of facts are at most this wide.
const LABELS: f32 = 104.0;

/// Pages with everything in its place, and what its parts are.
pub(crate) struct Composed {
    pub(crate) sheet: Sheet,
    pub(crate) tags: Tags,
}

pub(crate) fn compose(receipt: &Receipt, page_of: &dyn Fn(i64, i64) -> String) -> Composed {
    let right_to_left = receipt.locale.direction() == Direction::Rtl;
    let mut composer = Composer {
        styles: Styles::new(right_to_left),
        type_: Typesetter::new(right_to_left),
        sheet: Sheet::new(right_to_left),
        tags: Tags::default(),
    };
    let at = composer.shop(receipt, Sheet::start());
    let at = composer.heading(receipt, at.down(30.0));
    let at = composer.facts_and_buyer(receipt, at.down(10.0));
    let at = composer.table(receipt, at.down(26.0));
    composer.notes(receipt, at.down(30.0));
    composer.feet(receipt, page_of);
    Composed { sheet: composer.sheet, tags: composer.tags }
}

struct Composer {
    styles: Styles,
    type_: Typesetter,
    sheet: Sheet,
    tags: Tags,
}

impl Composer {
    /// The shop's name at the start, what the law asks of it at the end.
    fn shop(&mut self, receipt: &Receipt, at: Place) -> Place {
        let style = self.styles.shop;
        let indent = 2.0 * NUQTA.0 + NUQTA.1;
        let column = Column::new(indent, FIRST_COLUMN.width - indent);
        self.sheet.nuqta(at.down(style.baseline() - style.size * 0.27), NUQTA.0);
        let name = self.type_.set(&receipt.seller.name, style, Reading::Own, column.width);
        let paragraph = self.tags.root(Role::Paragraph);
        let after_name = self.sheet.put(at, name, column, Owner::Part(paragraph));
        // So that the first line is level with the name.
        let level = style.baseline() - self.styles.small.baseline();
        self.lines(&receipt.seller.lines, self.styles.small, at.down(level), SECOND_COLUMN).later(after_name)
    }

    fn heading(&mut self, receipt: &Receipt, at: Place) -> Place {
        let block = self.type_.set(&receipt.heading, self.styles.heading, Reading::Receipt, WHOLE.width);
        let heading = self.tags.root(Role::Heading);
        self.sheet.put(at, block, WHOLE, Owner::Part(heading))
    }

    fn facts_and_buyer(&mut self, receipt: &Receipt, at: Place) -> Place {
        let after_facts = self.facts(&receipt.facts, at);
        let label =
            self.type_.set(&receipt.buyer.label, self.styles.label, Reading::Receipt, SECOND_COLUMN.width);
        let paragraph = self.tags.root(Role::Paragraph);
        let below = self.sheet.put(at, label, SECOND_COLUMN, Owner::Part(paragraph));
        self.lines(&receipt.buyer.lines, self.styles.body, below, SECOND_COLUMN).later(after_facts)
    }

    /// Labels, and values beside them, all beginning at one place.
    fn facts(&mut self, facts: &[(String, String)], at: Place) -> Place {
        let (label, value) = (self.styles.label, self.styles.body);
        let labels: Vec<Block> =
            facts.iter().map(|(text, _)| self.type_.set(text, label, Reading::Receipt, LABELS)).collect();
        let from = labels.iter().map(Block::width).fold(0.0, f32::max) + 14.0;
        let column = Column::new(from, FIRST_COLUMN.width - from);
        let list = self.tags.root(Role::List);
        facts.iter().zip(labels).fold(at, |at, ((_, text), label)| {
            let block = self.type_.set(text, value, Reading::Own, column.width);
            let at = self.sheet.keep(at, block.height().max(label.height()));
            let item = self.tags.child(list, Role::Item);
            let (name, body) = (self.tags.child(item, Role::Label), self.tags.child(item, Role::Value));
            let after = self.sheet.put(at, label, FIRST_COLUMN, Owner::Part(name));
            self.sheet.put(at, block, column, Owner::Part(body)).later(after)
        })
    }

    /// Lines of names and addresses.
    fn lines(&mut self, lines: &[String], style: Style, at: Place, column: Column) -> Place {
        lines.iter().fold(at, |at, text| {
            let block = self.type_.set(text, style, Reading::Own, column.width);
            let paragraph = self.tags.root(Role::Paragraph);
            self.sheet.put(at, block, column, Owner::Part(paragraph))
        })
    }

    fn table(&mut self, receipt: &Receipt, at: Place) -> Place {
        let table = self.tags.root(Role::Table);
        let head = self.table_head(&receipt.columns);
        // Not without its first row.
        let at = self.sheet.keep(at, 80.0);
        let row = self.tags.child(table, Role::Head);
        let row = self.tags.child(row, Role::Row);
        let first = Owner::Part(self.tags.child(row, Role::ColumnHead));
        let last = Owner::Part(self.tags.child(row, Role::ColumnHead));
        let at = self.sheet.repeat(at, &head, first, last);
        self.sheet.repeated = Some(head);
        let body = self.tags.child(table, Role::Body);
        let at = receipt.lines.iter().fold(at, |at, line| self.row(line, body, at));
        self.sheet.repeated = None;
        let foot = self.tags.child(table, Role::Foot);
        self.totals(&receipt.totals, foot, at.down(8.0))
    }

    fn table_head(&mut self, columns: &[String; 2]) -> Repeated {
        let [what, amount] = columns;
        let amounts = Column::last(AMOUNTS);
        let mut what = self.type_.set(what, self.styles.label, Reading::Receipt, TITLES.width);
        let mut amount = self.type_.set(amount, self.styles.label, Reading::Receipt, amounts.width);
        what.lines.truncate(HEAD_LINES);
        amount.lines.truncate(HEAD_LINES);
        Sheet::head([(what, TITLES), (amount, amounts)], 4.0, INK, 1.0)
    }

    /// A title with its details below and its amount beside; kept on one page if a page is long enough.
    fn row(&mut self, line: &Line, body: NodeId, at: Place) -> Place {
        let amounts = Column::last(AMOUNTS);
        let title = self.type_.set(&line.title, self.styles.title, Reading::Own, TITLES.width);
        let details: Vec<String> =
            line.details.iter().filter(|one| !one.trim().is_empty()).map(|one| isolated(one)).collect();
        let details = self.type_.set(&details.join(" · "), self.styles.small, Reading::Receipt, TITLES.width);
        // Level with the title, whose lines are as high.
        let style = Style { leading: self.styles.title.leading, ..self.styles.body };
        let amount = self.type_.set(&signed(&line.amount), style, Reading::Receipt, amounts.width);
        let (before, between, after) = (9.0, 1.0, 9.0);
        let height = (title.height() + between + details.height()).max(amount.height());
        let at = self.sheet.keep(at, before + height + after).down(before);
        let row = self.tags.child(body, Role::Row);
        let (what, sum) = (self.tags.child(row, Role::RowHead), self.tags.child(row, Role::Cell));
        let below = self.sheet.put(at, title, TITLES, Owner::Part(what)).down(between);
        let below = self.sheet.put(below, details, TITLES, Owner::Part(what));
        let end = self.sheet.put(at, amount, amounts, Owner::Part(sum)).later(below).down(after);
        self.sheet.rule(end, WHOLE, 0.5, HAIR);
        end.down(0.5)
    }

    /// Sums stand together under the second column.
    fn totals(&mut self, totals: &[Total], foot: NodeId, at: Place) -> Place {
        let rows: Vec<(Block, Block, bool)> = totals.iter().map(|total| self.total(total)).collect();
        let height = |(label, amount, strong): &(Block, Block, bool)| {
            label.height().max(amount.height()) + if *strong { 16.0 } else { 3.0 }
        };
        let at = self.sheet.keep(at, rows.iter().map(height).sum());
        rows.into_iter().fold(at, |mut at, (label, amount, strong)| {
            if strong {
                self.sheet.rule(at.down(5.0), SECOND_COLUMN, 0.8, INK);
                at = at.down(12.0);
            }
            let row = self.tags.child(foot, Role::Row);
            let (name, sum) = (self.tags.child(row, Role::RowHead), self.tags.child(row, Role::Cell));
            // Both begin on the same page.
            let at = self.sheet.room(at, label.style.leading);
            let after = self.sheet.put(at, label, SECOND_COLUMN, Owner::Part(name));
            let column = Column::last(amount.width().max(1.0));
            self.sheet.put(at, amount, column, Owner::Part(sum)).later(after).down(3.0)
        })
    }

    fn total(&mut self, total: &Total) -> (Block, Block, bool) {
        let style = if total.emphasised { self.styles.sum } else { self.styles.body };
        let half = (SECOND_COLUMN.width - GAP) / 2.0;
        let amount = self.type_.set(&signed(&total.amount), style, Reading::Receipt, half + 30.0);
        let width = SECOND_COLUMN.width - GAP - amount.width();
        (self.type_.set(&total.label, style, Reading::Receipt, width), amount, total.emphasised)
    }

    fn notes(&mut self, receipt: &Receipt, at: Place) {
        receipt.notes.iter().fold(at, |at, text| {
            let block = self.type_.set(text, self.styles.small, Reading::Receipt, WHOLE.width * 0.86);
            let at = self.sheet.keep(at, block.height());
            let paragraph = self.tags.root(Role::Paragraph);
            self.sheet.put(at, block, WHOLE, Owner::Part(paragraph)).down(4.0)
        });
    }

    /// The heading again and the number of the page, on each.
    fn feet(&mut self, receipt: &Receipt, page_of: &dyn Fn(i64, i64) -> String) {
        let style = self.styles.foot;
        let numbers = Column::last(150.0);
        let heading = Column::new(0.0, MEASURE - numbers.width - GAP);
        let count = self.sheet.pages.len();
        let number = |page: usize| i64::try_from(page).unwrap_or(i64::MAX);
        let name = self.first_line(&receipt.heading, heading.width);
        for page in 0..count {
            let at = Place { page, y: FOOT };
            self.sheet.rule(at.down(-6.0), WHOLE, 0.5, HAIR);
            let words = self.first_line(&page_of(number(page + 1), number(count)), numbers.width);
            for (line, column) in [(name.clone(), heading), (words, numbers)] {
                if let Some(line) = line {
                    self.sheet.line(at, line, style, column, Owner::Repeated);
                }
            }
        }
    }

    /// What of a text fits on one line of a foot.
    fn first_line(&mut self, text: &str, width: f32) -> Option<Rc<TextLine>> {
        let block = self.type_.set(text, self.styles.foot, Reading::Receipt, width);
        block.lines.into_iter().next().map(Rc::new)
    }
}

/// An amount whose minus stays before its digits in a text that is read from right to left.
fn signed(amount: &str) -> String {
    if amount.starts_with(['-', '−']) { format!("\u{200e}{amount}") } else { amount.to_owned() }
}
