/** What pages and worker say to each other. */
import type { Format } from "./books.ts";

/** What a page asks of the worker. */
export type Wish =
  | { wish: "save"; book: number; format: Format }
  | { wish: "stop" | "remove"; key: string }
  | { wish: "remove-all" | "wipe" | "activate" }
  /** A page is open: whose it is, and whether it is the first one of a visit. */
  | { wish: "opened"; reader: number; isFirst: boolean };

/** Why a book could not be saved. */
export type Trouble = "quota" | "refused" | "no-connection" | "failed";

/** What the worker tells all pages. */
export type News =
  | { news: "saving"; key: string; done: number; bytes: number }
  | { news: "changed"; key: string }
  | { news: "trouble"; key: string; trouble: Trouble; bytes: number; free: number }
  | { news: "taken-back"; titles: string[] }
  /** Books were removed all at once, or another reader has come. */
  | { news: "wiped" };

const CHANNEL = "warraq-offline";

export const channel = (): BroadcastChannel => new BroadcastChannel(CHANNEL);
