# The panel’s first page: how the shop does, and what needs somebody.
lead = Comment va la boutique, et ce qui vous attend.
waits = À traiter maintenant
waits-nothing = Rien. Tout est fait.
wait-reports = commentaires à examiner
wait-refunds = remboursements à décider ou à envoyer
wait-doubts = paiements incertains
wait-jobs = tâches en échec
wait-fileless = livres publiés sans fichier
wait-drafts = brouillons à publier
periods = Période
today = Aujourd’hui
last-week = 7 derniers jours
week-before = Les 7 jours d’avant
last-month = 30 derniers jours
month-before = Les 30 jours d’avant
last-year = 365 derniers jours
year-before = Les 365 jours d’avant
revenue = Chiffre d’affaires
revenue-gross = Payé
refunded = Remboursé
orders = Commandes payées
placed = Commandes passées
placed-paid = Dont payées
conversion = Commandes abouties
conversion-hint = Parmi les commandes passées sur la période.
readers = Nouveaux lecteurs
reading = Temps de lecture
reading-minutes = Temps de lecture (minutes)
refusals = Paiements refusés
minutes = { $minutes } min
hours = { $hours } h { $minutes } min
as-before = Comme avant
before-nothing = Rien avant
before-was = Avant : { $value }
more = { $percent } de plus qu’avant
less = { $percent } de moins qu’avant
counted-at = Compté à { $time }, toutes les deux minutes.
day = Jour
month = Mois
top-books = Livres les plus vendus
top-genres = Genres les plus vendus
nothing-sold = Aucune vente sur cette période.
export = Les chiffres dans un fichier
export-from = Du
export-to = Au
export-button = Télécharger le CSV
day-wrong = Ce n’est pas une date.
range-wrong = Le dernier jour précède le premier, ou le suit de plus de trois ans.
copies = { $count ->
    [one] { $count } exemplaire
    [many] { $count } d’exemplaires
   *[other] { $count } exemplaires
}
