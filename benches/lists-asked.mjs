// What the lists of the panel are asked for, and the mixes of that: rare things beside common ones.

const ago = (days) => new Date(Date.now() - days * 86_400_000).toISOString();

/** Each list with its orders, and what it can be narrowed to: one value of a name at a time. */
export const LISTS = [
  {
    name: "books",
    path: "/admin/books",
    orders: ["updated", "title", "price", "sales", "rating"].flatMap((sort) => ["asc", "desc"].map((order) => ({ sort, order }))),
    filters: {
      status: ["published", "draft", "withdrawn"],
      genre: ["novels", "chess"],
      language: ["en", "ja"],
      format: ["epub", "pdf"],
      missing: ["files", "cover", "description", "price"],
      q: ["the quiet", "حديقة", "haddad"],
    },
  },
  { name: "uploads", path: "/admin/uploads", filters: { mine: ["true"], book_id: ["77", "99999999"] } },
  {
    name: "orders",
    path: "/admin/orders",
    orders: ["-created", "created", "-total", "total"].map((sort) => ({ sort })),
    filters: {
      status: ["pending", "processing", "completed", "cancelled"],
      in_doubt: ["true"],
      from: [ago(600), ago(2)],
      until: [ago(600), ago(2)],
      q: ["AAAAAAAA", "nobody@exemple.dz"],
    },
  },
  { name: "refunds", path: "/admin/refunds", filters: { state: ["waiting", "owed", "settled", "declined"] } },
  {
    name: "users",
    path: "/admin/users",
    orders: ["-joined", "joined", "username", "-username", "-seen", "seen"].map((sort) => ({ sort })),
    filters: {
      role: ["reader", "moderator", "admin"],
      state: ["active", "unverified", "suspended", "closed"],
      q: ["k", "karim", "zohra.meziane"],
    },
  },
  { name: "jobs", path: "/admin/jobs", filters: { state: ["dead", "waiting", "running", "scheduled"] } },
  { name: "mails", path: "/admin/mails", filters: { state: ["sent", "waiting", "failed"], q: ["nobody@exemple.dz"] } },
  {
    name: "audit",
    path: "/admin/audit",
    filters: {
      actor_id: ["1", "12", "99999999"],
      act: ["book.price", "user.role", "order.cancel"],
      subject_kind: ["book", "user", "order"],
      subject_id: ["7", "99999999"],
    },
  },
  { name: "moderation", path: "/admin/reports", filters: { kind: ["open", "reported", "held", "hidden"] } },
];

/** All of a list, each filter alone, and each two of different names; in each order. */
export function* mixes({ orders = [{}], filters }) {
  const values = Object.entries(filters).flatMap(([name, all]) => all.map((value) => ({ name, value })));
  for (const order of orders) {
    yield { ...order };
    for (const [at, one] of values.entries()) {
      yield { [one.name]: one.value, ...order };
      for (const other of values.slice(at + 1)) {
        if (other.name !== one.name) yield { [one.name]: one.value, [other.name]: other.value, ...order };
      }
    }
  }
}
