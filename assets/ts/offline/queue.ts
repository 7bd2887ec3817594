/** Puts something that could not be sent into the outbox, for whichever bundle asks; `elements/outbox.ts` has it. */
import { account } from "./visit.ts";

export interface Queued {
  list: "favorites" | "ratings";
  key: string;
  item: object;
}

/** That a book is a favourite, or one no more. Answers whether that is kept: what a visitor does is kept by nobody. */
export const queueFavourite = (book: number, on: boolean): boolean => queue("favorites", String(book), { book_id: book, is_favorite: on });

/** A rating as its form has it, from `0` to `5`; empty for none any more. */
export function queueRating(book = "", value: string): boolean {
  return queue("ratings", book, { book_id: Number(book), value: value === "" ? null : Number(value) });
}

function queue(list: Queued["list"], key: string, item: object): boolean {
  if (account() === 0) return false;
  dispatchEvent(new CustomEvent<Queued>("warraq:queue", { detail: { list, key, item: { ...item, updated_at: new Date().toISOString() } } }));
  return true;
}
