/** Sends a batch, and tells what came of it by what is to be done next. */
import { told } from "../offline/reach.ts";
import type { Synced } from "./kinds.ts";

export type Sent =
  | { is: "answered"; answer: Synced }
  /** Nobody was reached: the same bytes another time. */
  | { is: "offline" }
  /** Somebody was, and could not: the same bytes, not before `waitMs`. */
  | { is: "failing"; waitMs: number | null }
  /** Nobody is signed in, or somebody else. */
  | { is: "signed-out" }
  /** The batch as a whole is none; `fields` say what of it. */
  | { is: "wrong"; fields: string[] };

export interface Account {
  id: number;
  csrf: string;
}

const PATIENCE_MS = 30_000;
// What goes on after its page has gone may have no more bytes.
const KEEPALIVE_MOST = 60_000;

export async function send(body: string, account: Account): Promise<Sent> {
  const first = await post(body, account.csrf);
  if (first !== "stale") return first;
  // The session is another one than when the page was made: the page of now has the token, and says whose it is.
  const csrf = await tokenOfNow(account.id);
  if (csrf === null) return { is: "signed-out" };
  account.csrf = csrf;
  const second = await post(body, csrf);
  return second === "stale" ? { is: "signed-out" } : second;
}

async function post(body: string, csrf: string): Promise<Sent | "stale"> {
  let response: Response;
  try {
    response = await fetch("/api/v1/me/sync", {
      method: "POST",
      headers: { "content-type": "application/json", accept: "application/json", "accept-language": document.documentElement.lang, "x-csrf-token": csrf },
      body,
      signal: AbortSignal.timeout(PATIENCE_MS),
      keepalive: body.length * 3 < KEEPALIVE_MOST,
    });
    told(true);
    if (response.ok) return { is: "answered", answer: (await response.json()) as Synced };
  } catch {
    told(false);
    return { is: "offline" };
  }
  if (response.status === 401) return { is: "signed-out" };
  if (response.status === 403) return "stale";
  if (response.status === 413 || response.status === 422 || response.status === 400) return { is: "wrong", fields: await fieldsOf(response) };
  const seconds = Number(response.headers.get("retry-after"));
  return { is: "failing", waitMs: seconds > 0 ? seconds * 1000 : null };
}

async function fieldsOf(response: Response): Promise<string[]> {
  try {
    const { errors = [] } = (await response.json()) as { errors?: { field: string }[] };
    return errors.map(({ field }) => field);
  } catch {
    return [];
  }
}

async function tokenOfNow(account: number): Promise<string | null> {
  try {
    const page = new DOMParser().parseFromString(await (await fetch(location.pathname + location.search, { cache: "reload" })).text(), "text/html");
    const content = (name: string) => page.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content;
    return content("account") === String(account) ? (content("csrf-token") ?? null) : null;
  } catch {
    return null;
  }
}
