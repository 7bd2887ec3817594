/** The PDF reader's entry: the manifest first, then the file by ranges, then the reader over both. */
import { readerData } from "./data.ts";
import { fetchJson } from "./failure.ts";
import { openDocument } from "./pdf/document.ts";
import type { PdfManifest } from "./pdf/manifest.ts";
import { PdfReader } from "./pdf/reader.ts";
import { LocalPlaces } from "./places.ts";
import { applyTheme, loadPreferences } from "./preferences.ts";
import * as status from "./status.ts";

async function open(): Promise<void> {
  const preferences = loadPreferences(readerData().book.id);
  applyTheme(preferences.theme);
  status.opening();
  const { manifest_url: url, book } = readerData();
  const places = new LocalPlaces(book.id, "pdf");
  const [manifest, place] = await Promise.all([fetchJson<PdfManifest>(url), places.load()]);
  const opened = await openDocument(manifest.url, status.progress);
  await new PdfReader(manifest, preferences, places).open(opened, place);
}

open().catch(status.failed);
