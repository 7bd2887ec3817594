# Refunds in the panel.

lead = L’argent à renvoyer. Le service de paiement ne sait pas le faire : une personne l’envoie et note la référence ici.
which = Quels remboursements
state-waiting = Attend un second administrateur
state-owed = À envoyer
state-settled = Envoyé
state-declined = Refusé
findings = En désaccord
findings-lead = Chaque nuit, la liste du service de paiement est comparée à celle de la boutique. Voici ce qui ne concorde pas ; vérifiez chaque point auprès du service.
none-waiting = Rien n’attend un second administrateur.
none-owed = Aucun argent à envoyer.
none-settled = Aucun argent n’a encore été renvoyé.
none-declined = Aucun remboursement n’a été refusé.
none-found = Tout concorde avec la liste du service de paiement.
of-order = Commande { $number }
by-itself = la boutique : payé deux fois, ou pour ce qui n’a pu être donné
asker-gone = compte supprimé
reference = Référence du virement
reference-hint = Du compte postal ou de la banque.
keeps-books = L’acheteur garde les livres
agree = Approuver
decline = Refuser
take-back = Retirer la demande
needs-other = Un autre administrateur doit approuver.
settle = L’argent a été envoyé
