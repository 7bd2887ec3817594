//! Double entry: the lines of a posting add up to nothing, and a posting is made once.

use db::{Query as _, Tx, sql};
use kernel::Timestamp;

use super::Locked;

/// Where money is, or whose.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Posting {
    /// At the gateway, on its way to the shop.
    pub(super) gateway: i64,
    /// What the gateway keeps.
    pub(super) fees: i64,
    /// What was sold.
    pub(super) sales: i64,
    /// What has to go back to readers.
    pub(super) owed: i64,
    /// What went back to them by hand.
    pub(super) paid_out: i64,
}

impl Posting {
    /// Money that came for what was sold, of which the gateway keeps its fee.
    pub(super) fn sold(amount: i64, fee: i64) -> Self {
        Self { gateway: amount - fee, fees: fee, sales: -amount, ..Self::default() }
    }

    /// Money that came and has to go back.
    pub(super) fn unneeded(amount: i64, fee: i64) -> Self {
        Self { gateway: amount - fee, fees: fee, owed: -amount, ..Self::default() }
    }

    /// What was sold is taken back.
    pub(super) fn taken_back(amount: i64) -> Self {
        Self { sales: amount, owed: -amount, ..Self::default() }
    }

    /// What was owed went back.
    pub(super) fn gone_back(amount: i64) -> Self {
        Self { owed: amount, paid_out: -amount, ..Self::default() }
    }
}

/// Makes a posting under a name that no other has.
pub(super) async fn post(
    tx: &Tx,
    order: &Locked,
    (name, posting): (&str, Posting),
    now: Timestamp,
) -> db::Result<()> {
    tx.execute(sql!(
        "insert into ledger (order_id, posting, account, amount, currency, at)
         select $1, $2, l.account, l.amount, $3, $4
         from (select 'gateway' as account, cast($5 as bigint) as amount union all select 'fees', cast($6 as bigint)
               union all select 'sales', cast($7 as bigint) union all select 'owed', cast($8 as bigint)
               union all select 'paid_out', cast($9 as bigint)) as l
         where l.amount <> 0",
        order.id,
        name,
        order.currency,
        now,
        posting.gateway,
        posting.fees,
        posting.sales,
        posting.owed,
        posting.paid_out
    ))
    .await
    .map(drop)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_posting_adds_up_to_nothing(amount in 0_i64..1_000_000_000, fee in 0_i64..1_000_000) {
            let all = [
                Posting::sold(amount, fee),
                Posting::unneeded(amount, fee),
                Posting::taken_back(amount),
                Posting::gone_back(amount),
            ];
            for Posting { gateway, fees, sales, owed, paid_out } in all {
                prop_assert_eq!(gateway + fees + sales + owed + paid_out, 0);
            }
        }
    }
}
