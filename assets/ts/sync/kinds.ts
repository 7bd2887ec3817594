/** What places, marks and batches look like: the words of `docs/reading-sync.md`, as the server sends and takes them. */

/** A place in a book, in the form of Readium's locator with the CFI inside. */
export interface Locator {
  v: 1;
  version: string;
  href: string;
  type: string;
  locations: {
    cfi?: string;
    page?: number;
    /** What is marked on the page of a PDF: left, bottom, right and top, in the PDF's units. */
    rects?: [number, number, number, number][];
    /** How far into the section (0–1), at the end of what was visible. */
    progression: number;
    /** How far into the section (0–1), where what was visible began: where to open again. */
    start?: number;
    totalProgression: number;
  };
  text?: Quote;
}

/** The words at a place. */
export interface Quote {
  before?: string;
  highlight: string;
  after?: string;
}

export type Format = "epub" | "pdf";

/** The format of the file that a place is in. */
export const formatOf = ({ type }: Locator): Format => (type === "application/pdf" ? "pdf" : "epub");

export const COLOURS = ["yellow", "green", "blue", "pink", "purple"] as const;
export type Colour = (typeof COLOURS)[number];
export type Kind = "marker" | "highlight" | "note";

/** A mark as the reader's own copy has it, which is as the server tells it. */
export interface Mark {
  uuid: string;
  book_id: number;
  kind: Kind;
  colour: Colour | null;
  note: string;
  locator: Locator;
  status: "placed" | "moved" | "lost";
  /** How much of the book lies before it, 0 to 100. */
  percent: number;
  created_at: string;
  updated_at: string;
}

/** A mark, or that it is no more. */
export type MarkState = Mark | { uuid: string; book_id: number; deleted: true; updated_at: string };

export interface Place {
  percent: number;
  page: number | null;
  locator: Locator;
  read_at: string;
  device: { id: string; name: string };
}

/** How far the reader is in a book. */
export interface Progress {
  percent: number;
  locator: Locator | null;
  page: number | null;
  updated_at: string | null;
  device: { id: string; name: string } | null;
  started_at: string | null;
  finished_at: string | null;
  /** The furthest place of another device, where that is further on. */
  elsewhere: Place | null;
}

/** Something that waits to be sent. */
export interface Entry {
  list: string;
  key: string;
  /** As it goes into the batch. */
  item: object;
  /** Another one with each change: by it one tells whether it changed while it was under way. */
  stamp: string;
  /** When it was put in, by the device's clock: the order of sending. */
  at: number;
  /** Until when (by the device's clock, in milliseconds) it is not sent again: the server does not know this kind, or not now. */
  held?: number;
  /** Why it is still here though the shop has seen it. */
  why?: Why;
}

/** What the shop said of an item that stays in the outbox. */
export interface Why {
  code: string;
  /** In the page's language; may be empty. */
  message: string;
  /** Whether sending it again as it is would be of no use. */
  isRefused: boolean;
}

export interface Answered {
  outcome: "applied" | "kept" | "refused" | "later";
  code?: string;
  /** Seconds; only with `later`. */
  retry_after?: number;
  errors?: { field: string; code: string; message: string }[];
  state?: unknown;
}

/** The answer to a batch. */
export interface Synced {
  results: Record<string, Answered[]>;
  changes: { progress: (Progress & { book_id: number })[]; annotations: MarkState[] };
  cursor: string;
  more: boolean;
}

/** What became of an item of another list than places and marks. */
export interface Taken {
  list: string;
  key: string;
  outcome: Answered["outcome"];
  code: string;
  state: unknown;
}

/** What the server would not take, and why. */
export interface Refused {
  list: string;
  key: string;
  item: object;
  code: string;
  /** What the server says of it, in the page's language; may be empty. */
  message: string;
}
