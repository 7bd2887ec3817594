/** Puts something that could not be sent into the outbox, for whichever bundle asks; `elements/outbox.ts` has it. */
import { account } from "./visit.ts";

export interface Queued {
  list: "favorites" | "ratings" | "comments";
  key: string;
  /** None where it is taken out again. */
  item: object | null;
  /** Hears whether that is done. */
  done?: (isDone: boolean) => void;
}

/** A comment as it is sent. */
export interface CommentToSend {
  client_key: string;
  book_id: number;
  parent_id?: number;
  text: string;
  spoiler: boolean;
}

// Nobody hears of it where the page's scripts did not come.
const PATIENCE_MS = 10_000;

/** That a book is a favourite, or one no more. Answers whether that is kept: what a visitor does is kept by nobody. */
export const queueFavourite = (book: number, on: boolean): boolean => queue("favorites", String(book), { book_id: book, is_favorite: on });

/** A rating as its form has it, from `0` to `5`; empty for none any more. */
export function queueRating(book = "", value: string): boolean {
  return queue("ratings", book, { book_id: Number(book), value: value === "" ? null : Number(value) });
}

/** A comment, or other words for one that waits. Answers whether it is kept: only then may its words go elsewhere. */
export const queueComment = (comment: CommentToSend): Promise<boolean> => settled((done) => queue("comments", comment.client_key, comment, done));

/** Throws a comment away that waits. Answers whether it is gone: what is on its way cannot be had back. */
export const dropComment = (key: string): Promise<boolean> => settled((done) => tell({ list: "comments", key, item: null, done }));

function settled(act: (done: (isDone: boolean) => void) => boolean): Promise<boolean> {
  return new Promise((done) => {
    if (!act(done)) done(false);
    setTimeout(() => done(false), PATIENCE_MS);
  });
}

function queue(list: Queued["list"], key: string, item: object, done?: (isDone: boolean) => void): boolean {
  return tell({ list, key, item: { ...item, updated_at: new Date().toISOString() }, ...(done && { done }) });
}

function tell(detail: Queued): boolean {
  if (account() === 0) return false;
  dispatchEvent(new CustomEvent<Queued>("warraq:queue", { detail }));
  return true;
}
