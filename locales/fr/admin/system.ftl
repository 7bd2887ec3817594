# Running the shop's machinery: jobs, mails, health.

# Jobs.
jobs-lead = Ce que la librairie fait d’elle-même, plus tard ou à intervalles réguliers. Ce qui a trop souvent échoué vous attend ici.
state-dead = Échouées
state-waiting = En attente
state-running = En cours
state-scheduled = À intervalles réguliers
state-removed = Supprimée
no-dead = Rien n’a échoué.
no-waiting = Rien n’est en attente.
no-running = Rien n’est en cours.
no-scheduled = Rien ne se fait à intervalles réguliers.
column-job = Tâche
column-state = État
column-wanted = Demandée
column-given-up = Abandonnée
column-due = Prévue
column-begun = Commencée
column-done = Dernière fois
column-next = Prochaine fois
column-tries = Essais
column-error = Dernier message
retry = Réessayer
retry-all = Réessayer toutes les tâches échouées
now = Faire maintenant
remove = Supprimer
remove-title =
    { $count ->
        [one] Supprimer { $count } tâche ?
        [many] Supprimer { $count } de tâches ?
       *[other] Supprimer { $count } tâches ?
    }
remove-follows = Ce qu’elles devaient faire ne sera pas fait.
cancel = Annuler
retried = en cours
removed = supprimée
gone = plus là : elle est faite, ou quelqu’un d’autre l’a supprimée
nothing = Rien de sélectionné
nothing-chosen = sélectionnez au moins une ligne
job-runs = Elle est en cours en ce moment.
job-scheduled = Elle se fait à intervalles réguliers et appartient à la librairie.
further = Page suivante
all = Tous

# What jobs and mails are about.
kind-verification = E-mail : confirmer l’adresse
kind-reset = E-mail : nouveau mot de passe
kind-change = E-mail : confirmer la nouvelle adresse
kind-email-changed = E-mail : l’adresse a été changée
kind-password-changed = E-mail : le mot de passe a été changé
kind-account-deleted = E-mail : le compte est supprimé
kind-receipt = E-mail : reçu
kind-accounts-tidy = Retirer les anciens codes et connexions
kind-pictures = Retirer les anciennes photos de profil
kind-similar = Trouver les livres semblables
kind-names = Chercher les doublons possibles
kind-redraw = Redessiner des couvertures
kind-ask-payment = Interroger le service de paiement sur un paiement
kind-walk-payments = Comparer les paiements avec le service de paiement
kind-downloads = Retirer les anciens liens de téléchargement
kind-carts = Retirer les paniers oubliés
kind-give-up-orders = Annuler les commandes impayées
kind-idempotency = Retirer les réponses gardées pour les demandes répétées
kind-recount = Recompter les notes et les commentaires
kind-best-sellers = Compter les meilleures ventes
kind-for-you = Préparer les recommandations
kind-learn = Apprendre quels livres vont ensemble
kind-jobs-tidy = Retirer les anciennes tâches échouées
kind-media-tidy = Retirer les fichiers des livres supprimés
kind-figures = Calculer les chiffres de la vue d’ensemble
kind-upload = Vérifier un fichier envoyé
kind-cut-sample = Refaire un extrait
kind-uploads-tidy = Retirer les fichiers jamais entièrement envoyés
kind-publish-due = Publier les livres au moment prévu
kind-place-again = Retrouver la place des lecteurs dans un nouveau fichier

# Mails.
mails-lead = Ce qui a été envoyé, et à qui, depuis 90 jours. Les codes et les liens ne sont pas gardés.
mails-caption = E-mails
search-address = Adresse e-mail
mail-sent = Envoyé
mail-waiting = Sera réessayé
mail-failed = Échoué
column-mail = E-mail
column-to = À
column-at = Date
column-answer = Réponse du serveur d’e-mails
no-mail = Aucun e-mail n’a encore été envoyé.
no-such-mail = Aucun e-mail ne correspond.
resend = Renvoyer
resent = renvoi en cours
mail-waits = Il sera réessayé tout seul.
tries =
    { $count ->
        [one] { $count } essai
        [many] { $count } d’essais
       *[other] { $count } essais
    }

# Health.
health-lead = Si tout fonctionne, et que faire sinon.
health-good = Tout fonctionne.
health-attention = Quelque chose demande votre attention.
health-broken = Quelque chose ne fonctionne pas.
level-good = Fonctionne
level-attention = Attention
level-broken = En panne
column-part = Partie
column-found = Constat
column-advice = Que faire
version = Version
part-database = Base de données
part-storage = Fichiers
part-mail = E-mail
part-gateway = Paiements
part-search = Recherche
part-disk = Disque
part-jobs = Tâches
part-backup = Sauvegarde
found-database = { $kind }, schéma { $schema }
found-mail = Les e-mails partent.
found-mail-folder = Les e-mails sont déposés dans un dossier et n’atteignent personne.
found-mail-failed =
    { $count ->
        [one] { $count } e-mail n’est pas parti depuis hier.
        [many] { $count } d’e-mails ne sont pas partis depuis hier.
       *[other] { $count } e-mails ne sont pas partis depuis hier.
    }
found-no-gateway = Aucun paiement n’est accepté ; seuls les livres gratuits sont disponibles.
found-search-anew = L’index de recherche est en préparation.
found-search-behind = L’index de recherche rattrape les derniers changements.
found-search =
    { $count ->
        [one] { $count } entrée dans l’index.
        [many] { $count } d’entrées dans l’index.
       *[other] { $count } entrées dans l’index.
    }
found-room = { $free } libres sur { $total }
found-unknown = Inconnu ici.
found-jobs = À faire : { $due }. Échouées : { $dead }.
found-late = La plus ancienne attend depuis le { $date }.
found-no-backup = Il n’y a encore eu aucune sauvegarde.
found-saving = Une sauvegarde est en cours.
found-backup = Dernière le { $date }, { $size }
advice-database = Vérifiez que le serveur de base de données tourne et répond.
advice-storage = Vérifiez que le dossier ou le compartiment existe et qu’on peut y écrire.
advice-mail = Lisez les réponses sous E-mails ; vérifiez l’adresse et le mot de passe du serveur d’e-mails.
advice-mail-folder = Indiquez un serveur d’e-mails avant l’arrivée des lecteurs.
advice-no-gateway = Configurez le service de paiement pour vendre des livres.
advice-gateway = Les paiements attendent et seront vérifiés de nouveau. Si cela dure, vérifiez la clé et l’état annoncé par le service de paiement.
advice-search = Patientez un instant. D’ici là, les titres se trouvent par leurs premiers mots.
advice-disk = Libérez de la place, ou déplacez le dossier de données vers un disque plus grand.
advice-jobs = Regardez les tâches échouées sous Tâches.
advice-late = Vérifiez que le programme de la librairie tourne, et regardez les Tâches.
advice-backup = Lancez : warraq backup FICHIER

# The audit log.
log-retry = Tâche relancée
log-remove = Tâche supprimée
log-resend = E-mail renvoyé
log-job = Tâche
log-mail = E-mail
