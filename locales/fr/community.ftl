# Les échanges autour des livres : ce que répond l’API.

rating-out-of-range = Une note va de 0 à 5.
rating-too-fine = Une note a une seule décimale.
stars-out-of-range = Choisissez de 1 à 5 étoiles.
text-missing = Écrivez d’abord quelque chose.
text-too-long = Un commentaire compte { NUMBER($most) } caractères au plus.
note-too-long = Un mot compte { NUMBER($most) } caractères au plus.
parent-unknown = Le commentaire auquel vous répondez n’est plus là.
client-key-invalid = Il faut ici un nom de 1 à 64 caractères.
comment-hidden = La modération a masqué ce commentaire. Il ne peut plus être modifié.
like-own = Ce commentaire est le vôtre.
report-own = Ce commentaire est le vôtre. Vous pouvez le supprimer.
reason-missing = Choisissez un motif : la personne qui a écrit en est informée.
hours-wrong = Choisissez une durée d’une heure à un an.
act-on-oneself = Ce commentaire est le vôtre. La décision revient à une autre personne de la modération.
act-on-admin = Seule l’administration peut décider de ce qu’elle a écrit.
act-wrong-state = Ce commentaire a changé entre-temps. Regardez-le de nouveau.
kept-talk = Vos évaluations, vos commentaires et vos « j’aime ». Là où l’on vous a répondu, il reste une place vide.

# Les motifs, dans les signalements et dans ce que décide la modération.
reason-spam = Publicité
reason-abuse = Insulte ou menace
reason-spoiler = Dévoile l’histoire sans le signaler
reason-off-topic = Hors sujet
reason-illegal = Contraire à la loi
reason-other = Autre chose

# La table de la modération.
account = Compte
desk = Modération
desk-lead = D’abord les commentaires signalés, puis ceux qu’une règle retient ; les plus anciens en premier.
desk-open = En attente
desk-reported = Signalés
desk-held = Retenus
desk-hidden = Masqués récemment
desk-open-empty = Rien n’est en attente.
desk-reported-empty = Rien n’est signalé.
desk-held-empty = Rien n’est retenu.
desk-hidden-empty = Rien n’est masqué.
desk-to-list = Retour à la liste
desk-keys = Raccourcis clavier
desk-keys-on = Utiliser ces raccourcis sur cet appareil
desk-keys-close = Fermer
key-next = Commentaire suivant
key-previous = Commentaire précédent
key-keep = Le laisser, ou l’afficher de nouveau
key-hide = Le masquer : choisir un motif
key-spoiler = Le marquer comme révélation
key-warn = Avertir : choisir un motif
key-help = Afficher ces raccourcis
case-title = { $name } sur { $title }
case-reports = { $count ->
    [one] { $count } signalement
    [many] { $count } de signalements
   *[other] { $count } signalements
}
case-hidden = Masqué : { $reason }
case-spoiler = Marqué comme révélation
case-withdrawn = Supprimé depuis par la personne qui l’a écrit
case-since = arrivé : { $since }
case-edited = modifié
case-read-to = écrit à { $percent }
case-thread = Voir dans la conversation
case-answers = En réponse à { $name }
case-parent-gone = Le commentaire auquel celui-ci répond n’est plus là.
case-then = Au moment du signalement, il disait :
case-reports-title = Signalements
case-writer = Qui l’a écrit
case-acts = Que faire
case-writer-gone = Le compte n’existe plus. Il n’y a rien à décider.
writer-gone = Quelqu’un
report-closed = traité
held-repeated = Retenu : le même texte une fois de plus
held-link = Retenu : un lien d’un nouveau compte
held-reports = Retenu : signalé par plusieurs personnes
record-since = compte depuis le { $date }
record-visible = { $count ->
    [one] { $count } commentaire visible
    [many] { $count } de commentaires visibles
   *[other] { $count } commentaires visibles
}
record-hidden = { $count ->
    [0] aucun masqué
    [one] { $count } masqué
    [many] { $count } masqués
   *[other] { $count } masqués
}
record-warned = { $count ->
    [0] aucun avertissement
    [one] { $count } avertissement
    [many] { $count } d’avertissements
   *[other] { $count } avertissements
}
record-suspended = { $count ->
    [0] aucune suspension
    [one] { $count } suspension
    [many] { $count } de suspensions
   *[other] { $count } suspensions
}
record-until = suspension jusqu’au { $until }
act-keep = Laisser
act-close = Marquer comme traité
act-show = Afficher
act-restore = Afficher de nouveau
act-spoiler = Marquer comme révélation
act-hide = Masquer…
act-warn = Avertir…
act-suspend = Suspendre…
act-reinstate = Lever la suspension
act-unknown = Cette action n’existe pas.
deed-hide = Masquer le commentaire
deed-warn = Envoyer l’avertissement
deed-suspend = Suspendre le compte
undo-hide = L’afficher de nouveau
look-again = Le revoir
choose-reason = Choisir un motif
reason-label = Motif
reason-hint = La personne qui l’a écrit en sera informée.
note-label = Mot à la personne qui l’a écrit
term-label = Durée
term-day = 1 jour
term-week = 7 jours
term-month = 30 jours
term-year = 1 an
did-keep = Le commentaire de { $name } reste tel quel.
did-close = Les signalements du commentaire supprimé de { $name } sont traités.
did-restore = Le commentaire de { $name } est de nouveau visible.
did-hide = Le commentaire de { $name } est masqué.
did-mark-spoiler = Le commentaire de { $name } est marqué comme révélation.
did-warn = { $name } a reçu un avertissement.
did-suspend = { $name } ne peut plus écrire jusqu’au { $until }.
did-reinstate = { $name } peut de nouveau écrire.
spoiler-part = Révélation :

# Ses propres commentaires et notes.
mine = Commentaires et notes
row-mine-hint = Ce que vous avez écrit et noté
mine-comments = Commentaires
mine-ratings = Notes
mine-notices = De la modération
mine-comments-empty = Vous n’avez encore écrit aucun commentaire. Il y a de la place pour cela sous chaque livre.
mine-ratings-empty = Vous n’avez encore noté aucun livre.
mine-notices-empty = Aucun message de la modération.
mine-suspended = Vous ne pouvez ni noter, ni commenter, ni signaler jusqu’au { $until }.
mine-why = Voir pourquoi
mine-lately = De la modération
mine-all-notices = Tous les messages de la modération
browse-books = Parcourir les livres
own-likes = { $count ->
    [one] { $count } « j’aime »
    [many] { $count } « j’aime »
   *[other] { $count } « j’aime »
}
own-replies = { $count ->
    [one] { $count } réponse
    [many] { $count } de réponses
   *[other] { $count } réponses
}
own-held = La modération le relira avant qu’il soit visible
own-held-repeated = Vous aviez écrit la même chose peu de temps avant.
own-held-link = Il contient un lien, et votre compte est récent.
own-held-reports = Plusieurs personnes l’ont signalé.
own-hidden = La modération a masqué ce commentaire. Il n’est visible que pour vous.
own-reason = Motif : { $reason }.
own-thread = Voir dans la conversation
own-edit = Modifier
own-delete = Supprimer
own-delete-title = Supprimer votre commentaire sur { $title } ?
own-delete-body = C’est définitif.
own-delete-replies = C’est définitif. Les réponses restent, sous une place vide.
own-stars = { $stars } sur 5
own-change = Modifier
own-change-of = Modifier la note de { $title }
own-rating-label = Votre note
own-save = Enregistrer
own-take-back = Retirer la note
notice-keep = Un de vos commentaires, qui était retenu, est maintenant visible.
notice-restore = Un de vos commentaires, qui était masqué, est de nouveau visible.
notice-hide = Un de vos commentaires a été masqué.
notice-mark-spoiler = Un de vos commentaires a été marqué comme révélation.
notice-warn = Vous avez reçu un avertissement pour un de vos commentaires.
notice-suspend = Vous ne pouvez ni noter, ni commenter, ni signaler jusqu’au { $until }.
notice-reinstate = Vous pouvez de nouveau noter, commenter et signaler.
notice-comment = Voir le commentaire

# Les notes et les commentaires sur les pages.
talk = Notes et commentaires
comments = Commentaires
one-comment = Un commentaire
talk-page = Commentaires sur { $title }
ratings = { $count ->
    [one] { $count } note
    [many] { $count } de notes
   *[other] { $count } notes
}
no-ratings = Ce livre n’a pas encore de note.
no-comments = Aucun commentaire pour l’instant. Lisez l’extrait et donnez le premier avis.
no-comments-of-stars = Aucun commentaire parmi les personnes qui ont donné cette note.
all-of = { $count ->
    [one] Tous les commentaires : { $count }
    [many] Les { $count } de commentaires
   *[other] Les { $count } commentaires
}
all-comments = Tous les commentaires sur le livre
show-all-comments = Voir tous les commentaires
whole-thread = Toute la conversation
all-replies = { $count ->
    [one] La réponse
    [many] Les { $count } de réponses
   *[other] Les { $count } réponses
}
order = Trier par
order-new = Les plus récents d’abord
order-top = Les plus aimés
only-stars = { $stars ->
    [one] { $stars } étoile
    [many] { $stars } d’étoiles
   *[other] { $stars } étoiles
}

# Un commentaire.
owns-book = Possède le livre
edited = modifié
gives = Note le livre { $average } sur 5
written-at = à { $percent } du livre
answers = en réponse à { $name }
likes = J’aime
reply = Répondre
reply-to = Répondre à { $name }
more-of = Plus : commentaire de { $name }
edit = Modifier
delete = Supprimer
report = Signaler
link = Copier le lien
link-copied = Lien copié
sending = Envoi…
gone-deleted = Ce commentaire a été supprimé.
gone-hidden = Ce commentaire n’est pas visible pour l’instant.
held-title = Ce commentaire sera relu par la modération avant d’être visible.
waits-repeated = Le même texte a déjà été publié.
waits-link = Il contient un lien et le compte est récent.
waits-reports = Plusieurs personnes l’ont signalé.
hidden-title = Ce commentaire a été masqué par la modération.
hidden-because = Le motif : { $reason }

# Les révélations.
spoiler-group = Révélation
folded-whole = Tout le commentaire est une révélation : afficher
folded-behind = Écrit à { $written } du livre, vous en êtes à { $mine } : afficher
folded-further = Écrit à { $written } du livre : afficher

# Le formulaire.
composer-label = Votre commentaire
composer-title = Un commentaire sur { $title }
composer-hint = Pour cacher un passage qui révèle l’histoire, mettez-le entre || et ||.
composer-spoiler = Tout le commentaire est une révélation
composer-hide = Cacher la sélection
composer-post = Publier
text-nearly-too-long = Presque { NUMBER($most) } caractères, le maximum.
too-fast = C’était trop rapide. Attendez { $seconds ->
    [one] { $seconds } seconde
    [many] { $seconds } de secondes
   *[other] { $seconds } secondes
}. Votre texte est toujours là.
reply-title = Répondre à { $name }
reply-label = Votre réponse
reply-post = Répondre
edit-title = Modifier le commentaire
edit-label = Votre commentaire
edit-save = Enregistrer
post-own = Le publier comme un commentaire à part
throw-away = Abandonner
cancel = Annuler
draft-offline = Pas de connexion. Votre commentaire attend ici et partira quand la connexion reviendra.
draft-waiting = Ce commentaire attend d’être envoyé.
draft-lost = La librairie est injoignable. Votre commentaire est toujours là : renvoyez-le dans un instant.
draft-restored = Voici ce que vous aviez écrit.
draft-own = Le commentaire auquel vous répondiez n’est plus là. Votre texte peut être publié comme un commentaire à part.
draft-too-long-to-keep = Vous n’êtes plus connecté, et ce texte est trop long pour être gardé le temps de vous reconnecter. Copiez-le, connectez-vous, puis collez-le.
talk-lost = La librairie est injoignable. Réessayez dans un instant.
said-posted = Votre commentaire est publié.
said-held = Votre commentaire sera relu par la modération avant d’être visible.
said-changed = Votre commentaire est modifié.
said-deleted = Votre commentaire est supprimé.
said-reported = Merci. La modération va l’examiner.

# Supprimer et signaler.
delete-title = Supprimer ce commentaire ?
delete-body = C’est définitif.
delete-body-replies = C’est définitif. Les réponses restent, sous une place vide.
delete-deed = Supprimer
report-title = Signaler ce commentaire
report-lead = Seule la modération voit qui signale, et pourquoi.
report-reason = Qu’est-ce qui ne va pas ?
report-note = Avec vos mots
report-send = Signaler
reason-missing-report = Choisissez un motif.

# Sa propre note.
my-rating = Ma note
rating-title = Votre note pour { $title }
stars-of-five = { $stars } sur 5
rate = Noter
rating-missing = Choisissez d’abord une note.
rating-remove = Retirer la note
rating-saved = Votre note est enregistrée.
rating-removed = Votre note est retirée.
rating-lost = La librairie est injoignable. Votre note n’a pas changé : réessayez dans un instant.
rating-waits = Votre note est gardée sur cet appareil et sera envoyée quand la connexion reviendra.
undo = Annuler

# Pourquoi on ne peut pas écrire.
sign-in = Se connecter
verify = Confirmer votre adresse e-mail
door-sign-in = Connectez-vous pour noter le livre et le commenter.
door-verify = Confirmez votre adresse e-mail pour noter le livre et le commenter.
door-suspended = Vous pourrez de nouveau écrire le { $until }.
door-suspended-because = Le motif : { $reason }

# Le journal d’audit, tel que l’administration le lit.
log-comment = Commentaire
log-user = Compte
log-keep = Commentaire laissé tel quel
log-restore = Commentaire affiché de nouveau
log-hide = Commentaire masqué
log-mark-spoiler = Commentaire marqué comme révélation
log-warn = Compte averti
log-suspend = Compte suspendu
log-reinstate = Suspension levée
log-state = État
log-spoiler = Révélation
log-note = Mot à la personne qui l’a écrit
log-until = Suspendu jusqu’au
log-yes = oui
log-no = non
log-visible = visible
log-held = retenu
log-hidden = masqué
log-deleted = supprimé
