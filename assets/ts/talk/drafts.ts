// What somebody has begun to write, kept in this browser until it is posted, or they sign out (`elements/sign-out.ts`).

const PREFIX = "draft:";

/** What waits under a name. */
export interface Draft {
  text: string;
  spoiler: boolean;
  /** By which the shop knows it when it is sent twice. */
  key: string;
  /** What stood there before it was typed: the words of a comment that is there already. */
  base?: string;
  /** Whether it was sent, nobody knows that it arrived, and it is to be sent again. */
  waits: boolean;
}

/** What was typed here before. */
export function draftOf(name: string): Draft | null {
  try {
    return JSON.parse(localStorage.getItem(PREFIX + name) ?? "null") as Draft | null;
  } catch {
    // Where nothing may be kept, nothing was.
    return null;
  }
}

/** Keeps it; an empty one is none. Answers whether there is one then. */
export function keepDraft(name: string, draft: Draft): boolean {
  try {
    const isEmpty = draft.text.trim() === "";
    if (isEmpty) localStorage.removeItem(PREFIX + name);
    else localStorage.setItem(PREFIX + name, JSON.stringify(draft));
    return !isEmpty;
  } catch {
    // Then it lives as long as the page.
    return false;
  }
}

/** The ends of the names that begin so and under which something waits. */
export function waitingUnder(beginning: string): string[] {
  try {
    const names = Object.keys(localStorage).filter((name) => name.startsWith(PREFIX + beginning));
    return names.map((name) => name.slice(PREFIX.length)).filter((name) => draftOf(name)?.waits).map((name) => name.slice(beginning.length));
  } catch {
    return [];
  }
}

/** Forgets it. */
export function dropDraft(name: string): void {
  keepDraft(name, { text: "", spoiler: false, key: "", waits: false });
}
