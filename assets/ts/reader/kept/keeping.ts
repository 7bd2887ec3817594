/** What of a book is kept, and where: with the account of whoever is signed in, else in this browser. */
import type { Format, Locator, Mark } from "../../sync/kinds.ts";
import { Reading } from "../../sync/reading.ts";
import { readerData } from "../data.ts";
import { Marks } from "../marks/marks.ts";
import { LocalPlaces, type Places } from "../places.ts";
import { SyncedPlaces } from "./synced-places.ts";

export interface Keeping {
  places: Places;
  marks: Marks;
  /** Whether an account keeps it. */
  isSynced: boolean;
  /** Asks where marks are in this version of the file, where some were made in another. */
  refresh(version: string): void;
}

/** The places alone; `reading` is null for who is not signed in. */
async function placesOf(format: Format): Promise<{ places: Places; reading: Reading | null }> {
  const { book, reader } = readerData();
  if (!reader) return { places: new LocalPlaces(book.id, format), reading: null };
  const account = { id: reader.id, csrf: document.querySelector<HTMLMetaElement>("meta[name=csrf-token]")?.content ?? "" };
  const reading = await Reading.open(account);
  return { places: new SyncedPlaces(reading, account, book.id, format), reading };
}

async function keepingOf(format: Format): Promise<Keeping> {
  const { book } = readerData();
  const { places, reading } = await placesOf(format);
  const marks = await Marks.of(book.id, format, reading);
  if (!reading) return { places, marks, isSynced: false, refresh: () => {} };
  const refresh = (version: string): void => {
    if (marks.all.some(({ locator, status }) => locator.version !== version && status !== "lost")) void ask(reading, book.id);
  };
  return { places, marks, isSynced: true, refresh };
}

/** What is kept of the book, and where it was left. */
export async function left(format: Format): Promise<{ keeping: Keeping; place: Locator | null }> {
  const keeping = await keepingOf(format);
  return { keeping, place: await keeping.places.load() };
}

/** The server's list: it looks for the words of each mark in the file of now. */
async function ask(reading: Reading, book: number): Promise<void> {
  const found: Mark[] = [];
  try {
    for (let cursor: string | null = ""; cursor !== null; ) {
      const query: string = new URLSearchParams({ limit: "100", ...(cursor === "" ? {} : { cursor }) }).toString();
      const response = await fetch(`/api/v1/books/${book}/annotations?${query}`, { headers: { accept: "application/json" } });
      if (!response.ok) return;
      const part = (await response.json()) as { items: Mark[]; next_cursor: string | null };
      found.push(...part.items);
      cursor = part.next_cursor;
    }
  } catch {
    // Without a connection they stand where their words are found by this browser.
    return;
  }
  await reading.takeMarks(found);
}
