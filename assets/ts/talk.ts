// Islands of the talk, for pages where there is any.
import "./elements/composer.ts";
import "./elements/menu.ts";
import "./elements/rate.ts";
import "./elements/talk.ts";
