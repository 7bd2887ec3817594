# Months, moments and sizes: what the formatters of crates/i18n write.

# Months as a date has them.
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December

# How long ago something was.
just-now = just now
yesterday = yesterday
minutes-ago = { $count ->
    [one] { $count } minute ago
   *[other] { $count } minutes ago
}
hours-ago = { $count ->
    [one] { $count } hour ago
   *[other] { $count } hours ago
}
days-ago = { $count ->
    [one] { $count } day ago
   *[other] { $count } days ago
}
weeks-ago = { $count ->
    [one] { $count } week ago
   *[other] { $count } weeks ago
}
months-ago = { $count ->
    [one] { $count } month ago
   *[other] { $count } months ago
}
years-ago = { $count ->
    [one] { $count } year ago
   *[other] { $count } years ago
}

# Sizes of files. The units stand after a number and a space.
bytes = { $count ->
    [one] { $count } byte
   *[other] { $count } bytes
}
kilobytes = kB
megabytes = MB
gigabytes = GB
terabytes = TB
