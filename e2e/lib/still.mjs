// A page that holds still for its picture.

/** Draws also what is far below, which is drawn only once one comes near it. */
export async function drawAll(page) {
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("* { content-visibility: visible !important }");
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  });
}

/**
 * Draws all of it with all its pictures and fonts, and puts the same wherever something differs from run to run: days and times,
 * the numbers of orders, the texts of what `figures` selects, and what only the machine's own fonts could draw.
 */
export async function holdStill(page, { figures = [] } = {}) {
  await drawAll(page);
  await page.evaluate(async (selectors) => {
    const months = [...Array(12).keys()].map((month) => new Date(2026, month).toLocaleDateString(`${document.documentElement.lang}-DZ`, { month: "long" }));
    const moment = new RegExp(`\\d.*(${months.join("|")})|il y a \\S|l’instant$|^hier|منذ|قبل|^الآن$|^أمس`);
    // Eight of the letters and digits that orders are numbered with.
    const order = /\b[A-HJ-NP-Z2-9]{8}\b/g;
    const unknown = /[\u3040-\u30ff\u3400-\u9fff]+/g;
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const text = texts.currentNode;
      if (text.parentElement.closest("script, style, textarea")) continue;
      const still = moment.test(text.data.trim()) ? "1/1/2026" : text.data.replace(order, "ORDER").replace(unknown, "–");
      if (still !== text.data) text.data = still;
    }
    for (const time of document.querySelectorAll("time")) time.textContent = "1/1/2026";
    for (const figure of selectors.flatMap((one) => [...document.querySelectorAll(one)])) {
      if (figure.localName === "svg") figure.style.visibility = "hidden";
      else figure.textContent = "0";
    }
    const pictures = [...document.images];
    for (const picture of pictures) picture.loading = "eager";
    await Promise.all([...pictures.map((picture) => picture.decode().catch(() => {})), document.fonts.ready]);
  }, figures);
}
