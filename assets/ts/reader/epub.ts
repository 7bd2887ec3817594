/** The EPUB reader's entry: opens the manifest, then ties view, bars, sheets, keys and places together. */
import { drawBack } from "./bars.ts";
import { readerData } from "./data.ts";
import { EpubReader } from "./epub/reader.ts";
import { Book } from "./epub/book.ts";
import { Chapters } from "./epub/chapters.ts";
import type { Manifest } from "./epub/manifest.ts";
import { Failure, fetchJson } from "./failure.ts";
import { left } from "./kept/keeping.ts";
import { applyTheme, loadPreferences } from "./preferences.ts";
import * as status from "./status.ts";

async function open(): Promise<void> {
  const preferences = loadPreferences(readerData().book.id);
  applyTheme(preferences.theme);
  drawBack();
  status.opening();
  const { manifest_url: url, search_url: searchUrl } = readerData();
  const [manifest, { keeping, place }] = await Promise.all([fetchJson<Manifest>(url), left("epub")]);
  const book = new Book(manifest);
  if (book.onTheWay(0, 1) < 0) throw new Failure("damaged", "no section can be read");
  const reader = new EpubReader(book, await Chapters.of(book), preferences, keeping, searchUrl);
  await reader.open(place);
  keeping.refresh(manifest.version);
}

open().catch(status.failed);
