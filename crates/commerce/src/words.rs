//! The words by which the database, addresses and the API call things.

use catalogue::text_enum;

text_enum! {
    /// Where an order stands.
    pub enum OrderStatus {
        /// It waits for its payment.
        Pending = "pending",
        /// The gateway is at it.
        Processing = "processing",
        /// It is paid, or costs nothing: the books are in the library.
        Completed = "completed",
        /// It is not to be paid, or all of it was paid back.
        Cancelled = "cancelled",
    }
}

text_enum! {
    /// Why an order is cancelled.
    pub enum CancelReason {
        /// The payment did not come off.
        Failed = "failed",
        /// Nobody paid in time.
        Expired = "expired",
        /// The reader wanted it no more.
        ByReader = "by_reader",
        /// The shop gave it up.
        ByShop = "by_shop",
        /// All of it was paid back.
        Refunded = "refunded",
    }
}

text_enum! {
    /// Where an attempt to have an order paid stands.
    pub enum PaymentStatus {
        /// The gateway is about to be asked.
        Creating = "creating",
        /// There is a page to pay on.
        Open = "open",
        /// The gateway is at it.
        Processing = "processing",
        /// Nobody knows whether the gateway opened it.
        Unknown = "unknown",
        /// The gateway did not open it.
        Rejected = "rejected",
        /// The money came.
        Paid = "paid",
        /// It did not come off.
        Failed = "failed",
        /// Whoever was to pay went back.
        Cancelled = "cancelled",
        /// Nobody paid in time.
        Expired = "expired",
        /// What the gateway says does not agree with what was asked for: somebody has to look.
        Review = "review",
    }
}

impl PaymentStatus {
    /// Whether the gateway may still be told to take money by it: an order has one such payment at most.
    pub const fn is_live(self) -> bool {
        matches!(self, Self::Creating | Self::Open | Self::Processing)
    }

    /// Whether it came to an end without money.
    pub const fn is_over(self) -> bool {
        matches!(self, Self::Rejected | Self::Failed | Self::Cancelled | Self::Expired)
    }
}
