# Refunds in the panel.

lead = L’argent à renvoyer. Le service de paiement ne sait pas le faire : une personne l’envoie et enregistre la référence ici.
which = Quels remboursements
state-waiting = En attente d’un second administrateur
state-owed = À envoyer
state-settled = Envoyé
state-declined = Refusé
findings = Différences
findings-lead = Chaque nuit, la liste du service de paiement est comparée à celle de la librairie. Voici les différences ; vérifiez chacune auprès du service.
none-waiting = Rien n’attend un second administrateur.
none-owed = Il n’y a pas d’argent à envoyer.
none-settled = Aucun argent n’a encore été renvoyé.
none-declined = Aucun remboursement n’a été refusé.
none-found = Tout concorde avec la liste du service de paiement.
of-order = Commande { $number }
by-itself = la librairie : payé deux fois, ou pour des livres impossibles à livrer
asker-gone = compte supprimé
reference = Référence du virement
reference-hint = Du compte postal ou de la banque.
keeps-books = L’acheteur garde les livres
agree = Approuver
decline = Refuser
take-back = Retirer la demande
needs-other = Un autre administrateur doit approuver.
settle = Marquer comme envoyé
