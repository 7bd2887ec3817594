/** The list of places to go back to: where each device was, the latest first. */
import type { Place } from "../../sync/kinds.ts";
import { percent, readerData, text } from "../data.ts";
import { element } from "../dom.ts";
import type { Places } from "../places.ts";
import type { Tab } from "../tabs.ts";

export function historyTab(places: Places, go: (place: Place) => void, chapterOf: (place: Place) => string): Tab[] {
  if (!places.hasHistory) return [];
  const draw = (): HTMLElement => {
    const box = element("div", { "aria-busy": "true" }, element("p", { class: "reader-empty", role: "status" }, text("history-loading")));
    void places.history().then((list) => {
      box.removeAttribute("aria-busy");
      box.replaceChildren(list === null ? note("history-offline") : list.length === 0 ? note("history-none") : drawn(list, go, chapterOf));
    });
    return box;
  };
  return [{ name: "history", label: text("history"), draw }];
}

const note = (key: string): HTMLElement => element("p", { class: "reader-empty", role: "status" }, text(key));

function drawn(list: Place[], go: (place: Place) => void, chapterOf: (place: Place) => string): HTMLElement {
  const locale = readerData().locale;
  const time = new Intl.DateTimeFormat(locale === "ar" ? "ar-u-nu-latn" : locale, { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  const entry = (place: Place): HTMLElement => {
    const chapter = chapterOf(place);
    const where = element("span", {}, percent(place.percent / 100), ...(chapter ? [" · ", element("bdi", {}, chapter)] : []));
    const when = element("span", { class: "reader-passage-place" }, element("bdi", {}, time.format(new Date(place.read_at))), ...(place.device.name ? [" · ", element("bdi", {}, place.device.name)] : []));
    return element("li", {}, element("button", { type: "button", class: "reader-entry", onclick: () => go(place) }, where, when));
  };
  return element("ol", { class: "reader-marks" }, ...list.map(entry));
}
