// The home rail and the tabs of a page open with the current one in sight: on a narrow screen it may stand beyond the edge.

for (const track of document.querySelectorAll(".rail__track, .tabs")) {
  const current = track.querySelector("[aria-current]");
  if (!current) continue;
  const box = current.getBoundingClientRect();
  const room = track.getBoundingClientRect();
  // From the middle of the link to the middle of the track; the browser stops at the ends by itself.
  if (box.left < room.left || box.right > room.right) track.scrollLeft += (box.left + box.right - room.left - room.right) / 2;
}

export {};
