/** The PDF reader's entry: the manifest first, then the file by ranges, then the reader over both. */
import { readerData } from "./data.ts";
import { fetchJson } from "./failure.ts";
import { keepingOf } from "./kept/keeping.ts";
import { openDocument } from "./pdf/document.ts";
import type { PdfManifest } from "./pdf/manifest.ts";
import { PdfReader } from "./pdf/reader.ts";
import { applyTheme, loadPreferences } from "./preferences.ts";
import * as status from "./status.ts";

async function open(): Promise<void> {
  const preferences = loadPreferences(readerData().book.id);
  applyTheme(preferences.theme);
  status.opening();
  const { manifest_url: url } = readerData();
  const keeping = await keepingOf("pdf");
  const [manifest, place] = await Promise.all([fetchJson<PdfManifest>(url), keeping.places.load()]);
  const opened = await openDocument(manifest, status.progress);
  await new PdfReader(manifest, preferences, keeping).open(opened, place);
  keeping.refresh(manifest.version);
}

open().catch(status.failed);
