# Words that several parts of the panel share.

cancel = Cancel
next-page = Next page
pages = Pages of the list
try-later = { $minutes ->
    [one] The service does not answer, or was asked too often. Try again in a minute.
   *[other] The service does not answer, or was asked too often. Try again in { $minutes } minutes.
}
