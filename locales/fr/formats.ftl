# Mois, moments et tailles : ce que crates/i18n écrit.

month-1 = janvier
month-2 = février
month-3 = mars
month-4 = avril
month-5 = mai
month-6 = juin
month-7 = juillet
month-8 = août
month-9 = septembre
month-10 = octobre
month-11 = novembre
month-12 = décembre

just-now = à l’instant
yesterday = hier
minutes-ago = { $count ->
    [one] il y a { $count } minute
    [many] il y a { $count } de minutes
   *[other] il y a { $count } minutes
}
hours-ago = { $count ->
    [one] il y a { $count } heure
    [many] il y a { $count } d’heures
   *[other] il y a { $count } heures
}
days-ago = { $count ->
    [one] il y a { $count } jour
    [many] il y a { $count } de jours
   *[other] il y a { $count } jours
}
weeks-ago = { $count ->
    [one] il y a { $count } semaine
    [many] il y a { $count } de semaines
   *[other] il y a { $count } semaines
}
months-ago = { $count ->
    [one] il y a { $count } mois
    [many] il y a { $count } de mois
   *[other] il y a { $count } mois
}
years-ago = { $count ->
    [one] il y a { $count } an
    [many] il y a { $count } d’ans
   *[other] il y a { $count } ans
}

bytes = { $count ->
    [one] { $count } octet
    [many] { $count } d’octets
   *[other] { $count } octets
}
kilobytes = ko
megabytes = Mo
gigabytes = Go
terabytes = To
