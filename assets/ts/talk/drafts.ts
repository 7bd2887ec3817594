// What somebody has begun to write, kept in this browser until it is posted, or they sign out (`elements/sign-out.ts`).

const PREFIX = "draft:";

/** What waits under a name. */
export interface Draft {
  text: string;
  spoiler: boolean;
  /** By which the shop knows it when it is sent twice. */
  key: string;
  /** Whether it was sent without a connection and waits for one. */
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

/** Keeps it; an empty one is none. */
export function keepDraft(name: string, draft: Draft): void {
  try {
    if (draft.text.trim() === "") localStorage.removeItem(PREFIX + name);
    else localStorage.setItem(PREFIX + name, JSON.stringify(draft));
  } catch {
    // Then it lives as long as the page.
  }
}

/** Forgets it. */
export function dropDraft(name: string): void {
  keepDraft(name, { text: "", spoiler: false, key: "", waits: false });
}
