/** Words of a book for somebody else: where they come from, and the address of the book's page. Nothing follows whoever opens it. */
import { readerData, text } from "../data.ts";
import { shortened } from "./shortened.ts";
import { toast } from "./toast.ts";

/** Hands them to the device's own sheet where there is one; else they are copied. */
export async function shareQuote(words: string): Promise<void> {
  const { book, end } = readerData();
  const quote = text("quote", { words: shortened(words), source: [book.title, ...book.authors].join(" · ") });
  // What keeps languages apart within a line of ours is of no use in somebody's message.
  const data = { title: book.title, text: quote.replace(/[\u2066-\u2069]/g, ""), url: end.share_url };
  try {
    if (navigator.canShare?.(data)) return await navigator.share(data);
    await navigator.clipboard.writeText(`${data.text}\n${data.url}`);
    toast(text("quote-copied"));
  } catch (error) {
    // Closing the sheet without sharing is no failure.
    if (!(error instanceof DOMException && error.name === "AbortError")) toast(text("copy-failed"));
  }
}
