/** The PDF reader's entry: the manifest first, then the file by ranges, then the reader over both. */
import { drawBack } from "./bars.ts";
import { readerData } from "./data.ts";
import { fetchJson } from "./failure.ts";
import { left } from "./kept/keeping.ts";
import { openDocument, startWorker, type Opened } from "./pdf/document.ts";
import type { PdfManifest } from "./pdf/manifest.ts";
import { PdfReader } from "./pdf/reader.ts";
import { applyTheme, loadPreferences } from "./preferences.ts";
import * as status from "./status.ts";

async function open(): Promise<void> {
  const preferences = loadPreferences(readerData().book.id);
  applyTheme(preferences.theme);
  drawBack();
  status.opening();
  // The file is on its way while it is looked up where it was left.
  const [{ manifest, opened }, { keeping, place }] = await Promise.all([openFile(), left("pdf")]);
  await new PdfReader(manifest, preferences, keeping).open(opened, place);
  keeping.refresh(manifest.version);
}

async function openFile(): Promise<{ manifest: PdfManifest; opened: Opened }> {
  const worker = startWorker();
  const manifest = await fetchJson<PdfManifest>(readerData().manifest_url);
  return { manifest, opened: await openDocument(worker, manifest.url, status.progress) };
}

open().catch(status.failed);
