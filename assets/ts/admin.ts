// Islands of the panel from which the shop is run.
import "./elements/drop.ts";
import "./elements/autosave.ts";
import "./elements/colour.ts";
import "./elements/moderation-desk.ts";
import "./elements/names.ts";
import "./elements/order.ts";
import "./elements/rail.ts";
import "./elements/table.ts";
