// Lists in groups that each have a heading, such as the days of the history.

/** Appends items to a list; rows that go on with its last group join it. Answers what was added. */
export function appendTo(list: Element | null, items: Element[]): Element[] {
  const [first, ...others] = items;
  const last = list?.lastElementChild;
  const title = (group: Element) => group.querySelector(":scope > h2")?.textContent;
  const there = last?.querySelector(":scope > ul");
  const rows = [...(first?.querySelector(":scope > ul")?.children ?? [])];
  const goesOn = first && last && there && title(first) === title(last);
  if (goesOn) there.append(...rows);
  list?.append(...(goesOn ? others : items));
  return goesOn ? rows : items;
}
