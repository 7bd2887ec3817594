# Ce que dit la librairie quand une demande ne peut aboutir. Affiché en page, en fragment et dans l’API JSON.

error-no-page-title = Page introuvable
error-no-page-detail = Il n’y a rien à cette adresse. La page a peut-être été déplacée, ou n’a jamais existé.
error-not-found-title = Introuvable
error-not-found-detail = Il n’y a rien ici, ou rien que vous ayez le droit de voir.
error-gone-title = Plus disponible
error-gone-detail = Ce qui se trouvait à cette adresse a été retiré définitivement.
error-unauthorized-title = Connectez-vous d’abord
error-unauthorized-detail = Il faut un compte pour cela. Connectez-vous puis réessayez.
error-not-signed-in-title = Connexion impossible
error-forbidden-title = Accès refusé
error-forbidden-detail = Votre compte n’en a pas le droit.
error-other-account-detail = Votre compte n’en a pas le droit. Si vous en avez un autre, déconnectez-vous, puis connectez-vous avec celui-là.
error-invalid-title = Une correction est nécessaire
error-invalid-detail = Certaines des valeurs envoyées ne sont pas valides.
error-too-many-title = Trop de demandes
error-too-many-detail = Patientez un instant, puis réessayez.
error-too-many-wait = Réessayez dans { $seconds ->
    [one] { $seconds } seconde
    [many] { $seconds } de secondes
   *[other] { $seconds } secondes
}.
error-unavailable-title = De retour dans un instant
error-unavailable-detail = La librairie est très sollicitée ou en maintenance. Réessayez dans quelques secondes.
error-internal-title = Une erreur s’est produite de notre côté
error-internal-detail = Vous n’y êtes pour rien. Si cela se reproduit, donnez-nous cette référence.
error-full-title = Il n’y a plus de place
error-bad-request-title = La demande est illisible
error-bad-request-detail = La demande n’est pas sous une forme que la librairie comprend.
error-method-title = Impossible à cette adresse
error-method-detail = Cette adresse existe, mais n’accepte pas cette méthode.
error-conflict-title = La situation a changé
error-conflict-detail = Un changement a eu lieu entre-temps. Rechargez la page puis réessayez.
error-too-large-title = Trop volumineux
error-too-large-detail = L’envoi dépasse la taille acceptée ici.
error-media-type-title = Type de contenu inattendu
error-media-type-detail = Cette adresse n’accepte pas ce type de contenu.
error-range-title = Partie inexistante
error-range-detail = La partie du fichier demandée se trouve au-delà de sa fin.

error-reference = Référence : { $id }
error-home = Aller à la page d’accueil
error-account = Aller à votre compte
error-browse = Parcourir les livres
error-new = Voir les nouveautés
error-sign-in = Se connecter
error-retry = Réessayer
error-open-again = Rouvrir la page
error-verify = Confirmer votre adresse e-mail

cross-site = La demande vient d’un autre site. Revenez à la librairie et réessayez.
json-expected = Envoyez du JSON, avec le type de contenu application/json.
json-malformed = Le corps de la demande n’est pas du JSON valide.
form-malformed = Le formulaire n’a pas pu être lu.

field-unknown = Aucun champ ne porte ce nom.
field-missing = Ce champ est obligatoire.
field-wrong = Cette valeur n’est pas valide.
cursor-invalid = Cet endroit de la liste n’est pas connu. Reprenez-la depuis le début.
limit-invalid = Demandez de 1 à { NUMBER($most) } éléments à la fois.

csrf = Ce formulaire est trop ancien : une connexion ou une déconnexion a eu lieu depuis l’ouverture de la page. Rouvrez-la et envoyez de nouveau le formulaire.
unverified = Confirmez d’abord votre adresse e-mail.
suspended = Votre compte est suspendu : vous ne pouvez ni noter, ni commenter, ni signaler jusqu’au { $until }. La page de vos commentaires dit pourquoi.

# Dit une fois, après coup.
notice-verified = Votre adresse e-mail est confirmée.
notice-code-sent = Un nouveau code vous a été envoyé.
notice-signed-out = Vous êtes déconnecté.
notice-profile-saved = Votre profil est enregistré.
notice-picture-saved = Votre photo est enregistrée.
notice-picture-removed = Votre photo est supprimée.
notice-password-changed = Votre mot de passe a été changé. Tous les autres appareils sont déconnectés.
notice-receipt-sent = Le reçu vous est envoyé par e-mail.
notice-email-changed = Votre adresse e-mail a été changée.
notice-genres-saved = Vos genres préférés sont enregistrés.
notice-preferences-saved = Vos préférences sont enregistrées.
notice-session-ended = Cet appareil est déconnecté.
notice-sessions-ended = Tous les autres appareils sont déconnectés.
notice-account-deleted = Votre compte est supprimé.
notice-signed-up = Bienvenue ! Nous vous avons envoyé un code pour confirmer votre adresse e-mail.
notice-password-reset = Votre nouveau mot de passe est enregistré. Connectez-vous avec lui.

# Ce qu’on garde, et l’historique.
notice-favorite-added = Ajouté à vos favoris.
notice-favorite-removed = Retiré de vos favoris.
notice-bookmark-added = Ajouté à la liste à lire plus tard.
notice-bookmark-removed = Retiré de la liste à lire plus tard.
notice-read-marked = Marqué comme lu.
notice-read-unmarked = N’est plus marqué comme lu.
notice-book-finished = Marqué comme terminé.
notice-book-unfinished = N’est plus marqué comme terminé.
notice-history-removed = Retiré de votre historique.
notice-history-cleared = Votre historique est effacé.
notice-history-paused = Votre historique est en pause.
notice-history-resumed = Votre historique est de nouveau enregistré.
notice-book-dismissed = Ce livre ne vous sera plus recommandé.
notice-book-wanted-again = Ce livre peut de nouveau vous être recommandé.
notice-history-put-back = Remis dans votre historique.
notice-book-requested = Votre demande est notée. Merci.

# Des échanges.
notice-book-saved = Le livre est enregistré.
notice-book-removed = Le brouillon est supprimé.
notice-name-saved = Enregistré.
notice-names-merged = Fusionné. Les anciens liens mènent maintenant ici.
notice-names-split = Ces livres sont maintenant ici.
notice-names-differ = Noté : ce ne sont pas les mêmes.
notice-name-removed = Le nom est supprimé.
notice-change-undone = Le changement est annulé.
notice-home-saved = La page d’accueil est enregistrée.
notice-rating-saved = Votre note est enregistrée.
notice-rating-removed = Votre note est retirée.
notice-comment-deleted = Votre commentaire est supprimé.
notice-comment-posted = Votre commentaire est publié.
notice-comment-held = Votre commentaire sera relu par la modération avant d’être visible.
notice-comment-changed = Votre commentaire est modifié.
notice-comment-reported = Merci. La modération va l’examiner.
notice-comment-gone = Rien n’a changé : ce commentaire n’est plus là.
notice-talk-suspended = Rien n’a changé : votre compte est suspendu. La page de vos commentaires dit pourquoi, et jusqu’à quand.

# Du panier.
notice-cart-added = Ajouté à votre panier.
notice-cart-removed = Retiré de votre panier.
notice-cart-full = Votre panier est plein : il contient 50 livres.
notice-already-owned = Vous avez déjà ce livre.
notice-not-for-sale = Ce livre n’est pas en vente pour le moment.
notice-cart-overfull = Votre panier est plein : il contient 50 livres. Une partie du panier de ce navigateur n’a pas trouvé de place.

notice-book-claimed = Ajouté à votre bibliothèque.
notice-book-owned = Il était déjà dans votre bibliothèque.
notice-verify-first = Confirmez d’abord votre adresse e-mail. Vous reviendrez ensuite au livre.

notice-books-bought = Vos livres sont dans votre bibliothèque.
notice-order-cancelled = La commande est annulée.
notice-gateway-asked = Le service de paiement a été interrogé ; voici où en est la commande.
notice-refund-decided = Le remboursement est enregistré.
notice-refund-agreed = Le remboursement est approuvé.
notice-refund-declined = Le remboursement est refusé.
notice-refund-settled = L’argent est enregistré comme envoyé.
notice-user-saved = Enregistré.
notice-mail-sent = L’e-mail est en route.
notice-book-given = Le livre est dans la bibliothèque du lecteur.
notice-book-taken = Le livre n’est plus dans la bibliothèque du lecteur.
notice-settings-saved = Les réglages sont enregistrés et en vigueur.

# What the installed app offers on its icon.
manifest-library = Bibliothèque
manifest-device = Livres sur cet appareil

# The pages of the panel from which the shop is run.
admin-dashboard = Vue d’ensemble
admin-books = Livres
admin-home = Page d’accueil
admin-names = Noms
admin-orders = Commandes
admin-refunds = Remboursements
admin-sales = Ventes
admin-users = Personnes
admin-moderation = Modération
admin-jobs = Tâches
admin-mails = E-mails
admin-health = État du système
admin-audit = Journal des changements
admin-settings = Réglages
admin-trial = Paiements en mode d’essai : personne ne paie rien.
