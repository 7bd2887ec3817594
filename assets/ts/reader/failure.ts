/** Why a book could not be opened, in the few kinds that the reader can explain, and fetching that tells them apart. */

export type FailureKind = "offline" | "missing" | "forbidden" | "damaged" | "password" | "server";

export class Failure extends Error {
  constructor(
    readonly kind: FailureKind,
    detail = "",
  ) {
    super(`${kind} ${detail}`.trim());
  }
}

export function kindOfStatus(status: number): FailureKind {
  if (status === 401 || status === 403) return "forbidden";
  if (status === 404 || status === 410) return "missing";
  if (status === 422) return "damaged";
  return "server";
}

export function kindOf(error: unknown): FailureKind {
  return error instanceof Failure ? error.kind : "damaged";
}

async function ask(url: string, init: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(url, init);
  } catch (error) {
    throw new Failure("offline", String(error));
  }
  if (!response.ok) throw new Failure(kindOfStatus(response.status), `${response.status} ${url}`);
  return response;
}

/** The JSON at `url`; the page may have asked for it already with `<link rel=preload as=fetch>`. */
export async function fetchJson<T>(url: string): Promise<T> {
  const response = await ask(url, { headers: { accept: "application/json" } });
  try {
    return (await response.json()) as T;
  } catch (error) {
    throw new Failure("damaged", String(error));
  }
}

const PATIENCE_MS = 10_000;

/** Asks whether `url` can be had, without its body. Throws the reason if not. */
export async function probe(url: string): Promise<void> {
  await ask(url, { method: "HEAD", signal: AbortSignal.timeout(PATIENCE_MS) });
}
