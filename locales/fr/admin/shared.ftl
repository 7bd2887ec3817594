# Words that several parts of the panel share.

cancel = Annuler
next-page = Page suivante
pages = Pages de la liste
try-later = { $minutes ->
    [one] Le service ne répond pas, ou a été trop sollicité. Réessayez dans une minute.
    [many] Le service ne répond pas, ou a été trop sollicité. Réessayez dans { $minutes } minutes.
   *[other] Le service ne répond pas, ou a été trop sollicité. Réessayez dans { $minutes } minutes.
}
