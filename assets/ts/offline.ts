// Pages that tell of the device: what of the books is kept there, and how the shop is installed.
import "./elements/away.ts";
import "./elements/install.ts";
import "./elements/kept.ts";
import "./elements/offline-button.ts";
import "./elements/only-kept.ts";
import "./elements/room.ts";
import "./elements/waiting.ts";
