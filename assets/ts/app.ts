// Islands of the shop. Every page works without them; each makes one thing quicker or pleasanter.
import "./elements/back.ts";
import "./elements/buy-bar.ts";
import "./elements/cart.ts";
import "./elements/connection.ts";
import "./elements/fields.ts";
import "./elements/forget.ts";
import "./elements/ink.ts";
import "./elements/keep.ts";
import "./elements/look.ts";
import "./elements/more.ts";
import "./elements/outbox.ts";
import "./elements/password.ts";
import "./elements/print.ts";
import "./elements/rail.ts";
import "./elements/search.ts";
import "./elements/share.ts";
import "./elements/sheet.ts";
import "./elements/shelf.ts";
import "./elements/sign-out.ts";
import "./elements/toasts.ts";
// Last of those that hear of a form being sent: the others may stop it.
import "./elements/forms.ts";
