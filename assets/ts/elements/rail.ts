// The home rail opens with the current list in sight: on a narrow screen it may stand beyond the edge.

const track = document.querySelector(".rail__track");
const current = track?.querySelector("[aria-current]");

if (track && current) {
  const box = current.getBoundingClientRect();
  const room = track.getBoundingClientRect();
  // From the middle of the link to the middle of the track; the browser stops at the ends by itself.
  if (box.left < room.left || box.right > room.right) track.scrollLeft += (box.left + box.right - room.left - room.right) / 2;
}

export {};
