/** How a book stands on the device. */
import { findBook, isLapsed } from "./books.ts";

/** `partial` is what was stopped on the way. */
export type Standing = "none" | "partial" | "saving" | "saved" | "incomplete" | "lapsed";

export async function standing(key: string): Promise<Standing> {
  const saved = await findBook(key).catch(() => undefined);
  if (!saved) return "none";
  if (saved.state === "saving") return "partial";
  return saved.state === "saved" && isLapsed(saved, Date.now()) ? "lapsed" : saved.state;
}
