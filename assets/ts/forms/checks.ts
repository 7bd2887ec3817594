// What the client can say of a value without asking anybody. The server decides; these are its surest rules, so that
// a field says what is wrong as soon as it is left. The sentences themselves come with the page.

/** Names of the sentences that a control carries: `data-missing`, `data-wrong`, … */
export type Problem = "missing" | "wrong" | "unfinished" | "short" | "unlike";

const CODE_LENGTH = 7;

/** A code as the server knows it, from whatever was typed or pasted. */
export function tidyCode(value: string): string {
  return value.toUpperCase().replace(/[^A-Z0-9]/g, "");
}

/** What is wrong with an e-mail address. */
function email(value: string): Problem | null {
  const parts = value.trim().split("@");
  const [name = "", host = ""] = parts;
  if (parts.length !== 2 || name === "" || host === "" || /\s/.test(value.trim())) return "wrong";
  return /^[^.]+(\.[^.]+)*\.[^.]{2,}$/.test(host) ? null : "unfinished";
}

function phone(value: string): Problem | null {
  const digits = value.replace(/\P{Nd}/gu, "").length;
  return /^[\p{Nd}\s()+./-]+$/u.test(value) && digits >= 8 && digits <= 15 ? null : "wrong";
}

function code(value: string): Problem | null {
  const { length } = tidyCode(value);
  if (length < CODE_LENGTH) return "short";
  return length > CODE_LENGTH ? "wrong" : null;
}

/** The rules of a new password, each with whether it is met. An address counts as itself and by its name. */
export function passwordRules(value: string, least: number, words: readonly string[]): { length: boolean; unlike: boolean } {
  const known = words.flatMap((word) => [word, word.trim().split("@")[0] ?? ""]).map((word) => word.trim().toLowerCase());
  return { length: [...value].length >= least, unlike: value !== "" && !known.includes(value.trim().toLowerCase()) };
}

/** What is wrong with a value that is not empty, by the kind of its field. */
export function problemOf(kind: string | undefined, value: string, least = 0, words: readonly string[] = []): Problem | null {
  if (kind === "email") return email(value);
  if (kind === "phone") return phone(value);
  if (kind === "code") return code(value);
  if ([...value].length < least) return "short";
  if (kind === "password" && !passwordRules(value, least, words).unlike) return "unlike";
  return null;
}
