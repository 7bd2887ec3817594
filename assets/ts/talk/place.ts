// Where a comment stands on a page: two steps deep, then flat.

const STEPS = 2;

/** Puts a new first comment, or a reply to the comment with this id, where it belongs; whether there is such a place. */
export function place(comment: Element, answers: string | undefined): boolean {
  const item = document.createElement("li");
  item.append(comment);
  if (!answers) {
    const list = document.getElementById("talk");
    if (list?.matches(".thread__replies")) return false;
    list?.prepend(item);
    if (list) document.querySelector(".talk__none, .talk__main .empty")?.remove();
    return list !== null;
  }
  const answered = document.getElementById(`c-${answers}`)?.closest("li");
  if (!answered) return false;
  const siblings = depth(answered) >= STEPS ? answered.parentElement : null;
  (siblings ?? replies(answered)).append(item);
  return true;
}

function depth(item: Element): number {
  let steps = 0;
  for (let at = item.closest(".thread__replies"); at; at = at.parentElement?.closest(".thread__replies") ?? null) steps += 1;
  return steps;
}

function replies(item: Element): Element {
  const there = item.querySelector(":scope > ol");
  if (there) return there;
  const list = document.createElement("ol");
  list.className = "thread__replies";
  list.setAttribute("role", "list");
  (item.querySelector(":scope > .said__slot") ?? item.querySelector(":scope > .said"))?.after(list);
  return list;
}

/** Whether somebody has typed something there that stands nowhere else. */
const isTyped = (slot: Element): boolean => [...slot.querySelectorAll("textarea")].some(({ value, defaultValue }) => value !== defaultValue);

/** An empty place below a comment, for what is opened there; whatever was open is closed, unless words would be lost. */
export function slotBelow(comment: Element): HTMLElement {
  for (const other of document.querySelectorAll(".said__slot")) if (!isTyped(other)) other.remove();
  const slot = newSlot();
  comment.after(slot);
  return slot;
}

/** A place that stands nowhere yet. */
export function newSlot(): HTMLElement {
  const slot = document.createElement("div");
  slot.className = "said__slot";
  return slot;
}
