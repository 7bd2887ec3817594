// The cart of somebody who is signed in.
import { books } from "./books.mjs";
import { csrfOf } from "./people.mjs";

async function ask(page, method, path) {
  const answer = await page.request.fetch(path, { method, headers: { "x-csrf-token": await csrfOf(page) } });
  if (!answer.ok()) throw new Error(`${method} ${path}: ${answer.status()} ${await answer.text()}`);
}

/** Puts a book into it that costs something and is not theirs; answers how it is taken out again. */
export async function fillCart(page) {
  const { items } = await (await page.request.get("/api/v1/me/library?limit=50")).json();
  const owned = items.map(({ book }) => book.id);
  // A title that has no file yet is in the lists, but is not sold.
  const book = (await books()).find(({ id, price, formats }) => price.amount > 0 && formats.length > 0 && !owned.includes(id));
  const item = `/api/v1/cart/items/${book.id}`;
  await ask(page, "PUT", item);
  return () => ask(page, "DELETE", item);
}
