// Builds the front end: `node assets/build.mjs` fills `assets/dist`, which the `assets` crate
// embeds. Everything it reads is in this repository or in node_modules; it asks no network.
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { brand } from "./build/brand.mjs";
import { apart, automaticTheme, bundle, generated } from "./build/bundles.mjs";
import { fonts } from "./build/fonts.mjs";
import { icons } from "./build/icons.mjs";
import { Output } from "./build/output.mjs";
import * as reader from "./build/reader.mjs";
import { shell } from "./build/shell.mjs";

const SCRIPTS = { "app.js": "assets/ts/app.ts", "early.js": "assets/ts/early.ts" };
const STYLES = { "app.css": "assets/css/app.css", "own.css": "assets/css/own.css", "admin.css": "assets/css/admin.css", ...reader.styles };

process.chdir(join(fileURLToPath(import.meta.url), "../.."));
const started = performance.now();
await mkdir("assets/dist", { recursive: true });
const output = new Output("assets/dist");

const faces = await fonts(output);
await output.add("reader-fonts.css", faces.reader);
await icons(output);
await brand(output);
for (const { name, files } of await reader.folders()) await output.addFolder(name, files);

const css = (contents) => ({ contents, loader: "css" });
const modules = generated({
  fonts: css(faces.store),
  "theme-auto": css(await automaticTheme("assets/css/tokens.css")),
  // Where the copied folders and the reader's font sheet live, for scripts that load from them.
  places: { contents: JSON.stringify({ ...output.folderUrls(), fonts: output.url("reader-fonts.css") }), loader: "json" },
});
await bundle(output, STYLES, { plugins: [modules] });
await bundle(output, SCRIPTS, { plugins: [modules, apart("sync", "offline/reach.ts")] });
// On some pages only, and each on its own: a chunk shared with app.js would cost every page a round trip.
await bundle(output, { "picture.js": "assets/ts/picture.ts" });
await bundle(output, { "talk.js": "assets/ts/talk.ts" });
await bundle(output, { "admin.js": "assets/ts/admin.ts" });
// Each reader is one file: a shared chunk would cost a round trip before the first page of a book.
for (const [name, source] of Object.entries(reader.scripts)) await bundle(output, { [name]: source }, { plugins: [modules, ...reader.plugins] });
await bundle(output, { "offline.js": "assets/ts/offline.ts" });
// Last, since it names all the others.
await bundle(output, { "worker.js": "assets/ts/worker/worker.ts" }, { plugins: [generated({ shell: shell(output) })] });
const assets = await output.finish();

const kilobytes = (bytes) => `${(bytes / 1024).toFixed(1).padStart(7)} kB`;
for (const [name, { size, br }] of Object.entries(assets)) {
  if (/^(app|own|admin|early|picture|talk|offline|worker|reader|icons|chunk)[^/]*\.(css|js|svg)$/.test(name)) console.log(`${kilobytes(br || size)}  ${name}`);
}
console.log(`${Object.keys(assets).length} assets in ${Math.round(performance.now() - started)} ms`);
