// Asks for suggestions. Only the answer to the last question counts: those before are called off.

/** Something that may be meant. */
export interface Suggestion {
  kind: "book" | "author" | "series" | "genre" | "recent";
  text: string;
  id: number;
}

export class Suggestions {
  #asked?: AbortController;
  readonly #address: () => string;

  constructor(address: () => string) {
    this.#address = address;
  }

  /** The suggestions for a text; `undefined` where a later question was asked, or nobody answered. */
  async of(text: string): Promise<Suggestion[] | undefined> {
    this.#asked?.abort();
    const asked = new AbortController();
    this.#asked = asked;
    try {
      const query = new URLSearchParams({ q: text.trim().slice(0, 200) });
      const headers = { accept: "application/json", "accept-language": document.documentElement.lang };
      const answer = await fetch(`${this.#address()}?${query}`, { headers, signal: asked.signal });
      return answer.ok ? ((await answer.json()) as Suggestion[]) : undefined;
    } catch {
      return undefined;
    }
  }
}

/** The page of what is suggested; a genre and a search are searched for instead. */
export function pageOf({ kind, id }: Suggestion): string | undefined {
  return kind === "genre" || kind === "recent" ? undefined : `/${document.documentElement.lang}/${kind}/${id}`;
}

/** Takes one of one's own searches off. */
export async function forget(searches: string, { id }: Suggestion): Promise<void> {
  const token = document.querySelector<HTMLMetaElement>("meta[name=csrf-token]")?.content ?? "";
  await fetch(`${searches}/${id}`, { method: "DELETE", headers: { "x-csrf-token": token } }).catch(() => {});
}
