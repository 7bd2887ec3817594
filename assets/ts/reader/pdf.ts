/** The PDF reader's entry: the manifest first, then the file by ranges, then the reader over both. */
import { readerData } from "./data.ts";
import { fetchJson } from "./failure.ts";
import { placesOf } from "./kept/keeping.ts";
import { OfferBar } from "./kept/offer-bar.ts";
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
  const { places } = await placesOf("pdf");
  for (const deed of ["pointerdown", "keydown", "wheel", "touchstart"]) addEventListener(deed, () => places.stir(), { passive: true });
  const [manifest, place] = await Promise.all([fetchJson<PdfManifest>(url), places.load()]);
  const opened = await openDocument(manifest.url, status.progress);
  await new PdfReader(manifest, preferences, places).open(opened, place);
  new OfferBar(places, ({ locator }) => (location.hash = `page=${locator?.locations.page ?? 1}`));
}

open().catch(status.failed);
