# The panel’s first page: how the shop does, and what needs somebody.
lead = Comment va la librairie, et ce qui vous attend.
steps = Premiers pas
steps-done = { $done } sur { $all } faits
step-is-done = Fait :
step-name = Donnez son nom à la librairie
step-name-why = Il figure dans la barre du haut, sur les reçus et dans les e-mails.
step-seller = Dites qui vend
step-seller-why = Le nom, l’adresse et les numéros fiscaux figurent sur les reçus, comme la loi l’exige.
step-book = Ajoutez le premier livre
step-book-why = Ajoutez un EPUB ou un PDF : ses détails sont remplis d’après le fichier.
step-payment = Acceptez les paiements
step-payment-why = Avec les clés de votre compte Chargily, indiquées sur le serveur de la librairie.
step-mail = Envoyez les e-mails
step-mail-why = Sans serveur d’e-mails, les e-mails restent dans un dossier du serveur : aucun code n’arrive aux lecteurs.
waits = À traiter maintenant
waits-nothing = Rien. Tout est fait.
wait-reports = { $count ->
    [one] commentaire à examiner
    [many] de commentaires à examiner
   *[other] commentaires à examiner
}
wait-refunds = { $count ->
    [one] remboursement à décider ou à envoyer
    [many] de remboursements à décider ou à envoyer
   *[other] remboursements à décider ou à envoyer
}
wait-doubts = { $count ->
    [one] paiement incertain
    [many] de paiements incertains
   *[other] paiements incertains
}
wait-jobs = { $count ->
    [one] tâche en échec
    [many] de tâches en échec
   *[other] tâches en échec
}
wait-missed = { $count ->
    [one] livre non publié au moment prévu
    [many] de livres non publiés au moment prévu
   *[other] livres non publiés au moment prévu
}
wait-fileless = { $count ->
    [one] livre publié sans fichier
    [many] de livres publiés sans fichier
   *[other] livres publiés sans fichier
}
wait-drafts = { $count ->
    [one] brouillon à publier
    [many] de brouillons à publier
   *[other] brouillons à publier
}
periods = Période
today = Aujourd’hui
last-week = 7 derniers jours
week-before = Les 7 jours précédents
last-month = 30 derniers jours
month-before = Les 30 jours précédents
last-year = 365 derniers jours
year-before = Les 365 jours précédents
revenue = Chiffre d’affaires
revenue-gross = Payé
refunded = Remboursé
orders = Commandes payées
placed = Commandes passées
placed-paid = Dont payées
conversion = Part des commandes payées
conversion-hint = Parmi les commandes passées sur la période.
readers = Nouveaux lecteurs
reading = Temps de lecture
reading-minutes = Temps de lecture (minutes)
refusals = Paiements refusés
minutes = { $minutes } min
hours = { $hours } h { $minutes } min
as-before = Comme avant
before-nothing = Rien avant
before-was = Avant : { $value }
more = { $percent } de plus qu’avant
less = { $percent } de moins qu’avant
counted-at = Compté à { $time } ; mis à jour toutes les deux minutes.
day = Jour
month = Mois
top-books = Livres les plus vendus
top-genres = Genres les plus vendus
nothing-sold = Rien n’a été vendu pendant cette période.
export = Télécharger les chiffres
export-from = Du
export-to = Au
export-button = Télécharger (CSV)
day-wrong = Ce n’est pas une date entre 2000 et 2199.
range-wrong = Le dernier jour précède le premier, ou le suit de plus de trois ans.
copies = { $count ->
    [one] { $count } exemplaire
    [many] { $count } d’exemplaires
   *[other] { $count } exemplaires
}
