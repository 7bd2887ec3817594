# Les comptes : inscription et connexion, les pages du compte, et les messages qui s’y rapportent.

# Connexion.
sign-in-page = Connexion
sign-in-title = Bon retour parmi vos livres
login-label = Adresse e-mail ou nom d’utilisateur
login-missing = Saisissez votre adresse e-mail ou votre nom d’utilisateur.
password-label = Mot de passe
password-missing = Saisissez votre mot de passe.
remember-label = Garder la connexion sur cet appareil
sign-in-button = Se connecter
sign-in-link = Se connecter
sign-in-new-here = Première visite ?
forgot-link = Mot de passe oublié ?
wrong-pair = Ce nom et ce mot de passe ne correspondent pas. Vérifiez-les et réessayez.
try-again-in = Trop d’essais. Réessayez dans { $seconds ->
    [one] { $seconds } seconde
    [many] { $seconds } de secondes
   *[other] { $seconds } secondes
}.
try-again-minutes = Trop d’essais. Réessayez dans { $minutes ->
    [one] { $minutes } minute
    [many] { $minutes } de minutes
   *[other] { $minutes } minutes
}.
try-again-hours = Trop d’essais. Réessayez dans { $hours ->
    [one] { $hours } heure
    [many] { $hours } d’heures
   *[other] { $hours } heures
}.
token-wrong = Vous n’êtes plus connecté. Connectez-vous de nouveau.

# Inscription.
sign-up-page = Créer un compte
sign-up-title = Un endroit pour vos livres
sign-up-lead = Avec un compte, votre bibliothèque, votre page dans chaque livre et vos favoris vous suivent d’un appareil à l’autre.
sign-up-button = Créer le compte
sign-up-link = Créer un compte
sign-up-known = Vous avez déjà un compte ?
username-label = Nom d’utilisateur
username-hint = De 3 à 30 lettres, chiffres, points, traits d’union ou tirets bas. Les autres le voient à côté de ce que vous écrivez.
username-missing = Choisissez un nom d’utilisateur.
username-short = Un nom d’utilisateur compte au moins 3 lettres ou chiffres.
username-long = Un nom d’utilisateur compte au plus 30 caractères.
username-wrong = Seulement des lettres, des chiffres, des points, des traits d’union et des tirets bas : ni espaces ni autres signes.
username-address = Un nom d’utilisateur ne peut pas ressembler à une adresse web, comme nom.com.
username-taken = Ce nom d’utilisateur est pris, ou ressemble trop à un autre. Choisissez-en un autre.
email-label = Adresse e-mail
email-hint = Nous vous y envoyons un code pour la confirmer. Personne d’autre ne la voit.
email-missing = Saisissez votre adresse e-mail.
email-no-at = Une adresse e-mail a un @ avec quelque chose des deux côtés, par exemple nom@exemple.dz.
email-no-ending = Il manque la fin de l’adresse, par exemple « .dz » ou « .com ».
email-wrong = Nous ne pouvons pas écrire à cette adresse. Vérifiez qu’il n’y a pas de faute de frappe.
email-unchanged = C’est déjà votre adresse.
phone-label = Numéro de téléphone
phone-hint = Un numéro sans indicatif de pays est considéré comme algérien.
phone-wrong = Ce n’est pas un numéro de téléphone. Écrivez-le sous la forme 0551 23 45 67 ou avec l’indicatif du pays, +213 551 23 45 67.
password-short = Un mot de passe compte au moins 8 caractères.
password-long = Ce mot de passe est trop long. Choisissez-en un plus court.
password-common = Ce mot de passe est l’un des premiers que l’on essaierait. Choisissez-en un autre, par exemple quelques mots à la suite.
choice-wrong = Choisissez l’une des valeurs proposées.
locale-wrong = Les langues de la librairie sont en, fr et ar.

# Le choix des genres.
welcome-page = Vos genres préférés
welcome-title = Quels livres aimez-vous ?
welcome-lead = Choisissez-en autant que vous voulez. La librairie vous en montrera davantage.
welcome-button = Continuer
genres-legend = Genres
genres-title = Genres préférés
genres-none = La librairie n’a pas encore de genres.
genres-none-chosen = Aucun pour l’instant
genres-too-many = La librairie n’a pas autant de genres.
genre-unknown = L’un de ces genres n’existe plus. Choisissez de nouveau.
skip = Passer cette étape
save = Enregistrer

# Un mot de passe oublié.
forgot-page = Mot de passe oublié
forgot-title = Un nouveau mot de passe
forgot-lead = Saisissez l’adresse e-mail de votre compte. Nous y enverrons un code.
forgot-button = Envoyer le code
back-to-sign-in = Retour à la connexion
reset-page = Choisir un nouveau mot de passe
reset-title = Choisir un nouveau mot de passe
reset-lead = Saisissez le code de notre e-mail et un nouveau mot de passe.
reset-lead-sent = S’il existe un compte avec { $email }, un code vient d’y être envoyé. Il est valable une heure.
reset-button = Enregistrer le mot de passe
new-password-label = Nouveau mot de passe
no-mail = Aucun e-mail reçu ?
ask-again = Envoyer un autre code
code-label = Code
code-hint = Les 7 lettres et chiffres de notre e-mail.
code-missing = Saisissez le code de notre e-mail.
code-wrong = Ce code n’est pas le bon, ou il n’est plus valable. Vérifiez-le, ou demandez-en un autre.

# Confirmer l’adresse.
verify-page = Confirmer votre adresse e-mail
verify-title = Confirmez votre adresse e-mail
verify-lead = Nous avons envoyé un code à { $email }. Il est valable une heure.
verify-button = Confirmer
verify-done-title = Votre adresse e-mail est confirmée
verify-done = Il n’y a plus rien à faire.
to-shop = Aller à la librairie
verify-password-hint = Vous n’êtes pas connecté ici : il faut aussi votre mot de passe.
verify-other = Ce lien concerne un autre compte que celui qui est connecté ici ({ $username }). Saisissez aussi le mot de passe de cet autre compte.
code-or-password-wrong = Le code ou le mot de passe n’est pas le bon, ou le code n’est plus valable. Vérifiez les deux.
code-again = Envoyer un autre code
wrong-address = Ce n’est pas la bonne adresse ?
change-address = La changer
later = Plus tard

# Le compte.
account-title = Compte
row-profile = Profil
row-genres = Genres préférés
row-security = Sécurité
row-preferences = Préférences
row-data = Mes données
devices = { $count ->
    [one] { $count } appareil connecté
    [many] { $count } d’appareils connectés
   *[other] { $count } appareils connectés
}
unverified-title = Votre adresse e-mail n’est pas encore confirmée
unverified-body = En attendant, vous pouvez parcourir la librairie et lire les livres gratuits, mais ni acheter ni commenter. Nous avons envoyé un code à { $email }.
unverified-link = Saisir le code

# Profil.
picture-section = Photo
about-section = À propos de vous
name-label = Nom
name-hint = Le nom que nous employons pour vous. Les autres le voient à côté de ce que vous écrivez.
name-too-long = Un nom compte au plus { NUMBER($most) } caractères.
name-wrong = Écrivez le nom sur une seule ligne.
name-says-nothing = Un nom compte au moins une lettre ou un chiffre.
name-reserved = Ce nom pourrait passer pour celui de la librairie ou de son équipe. Choisissez-en un autre.
picture-missing = Choisissez d’abord une photo.
picture-kind = Ce n’est pas une photo JPEG, PNG ou WebP.
picture-bytes = Ce fichier dépasse 20 Mo.
picture-pixels = Cette photo est trop grande : au plus 8 000 pixels de chaque côté.
picture-damaged = Cette photo est abîmée et ne peut pas être lue.

# Sécurité.
password-section = Mot de passe
current-label = Mot de passe actuel
current-missing = Saisissez votre mot de passe actuel.
new-password-missing = Choisissez un nouveau mot de passe.
current-wrong = Ce n’est pas le mot de passe de votre compte.
password-button = Changer le mot de passe
email-section = Adresse e-mail
email-now = Adresse actuelle : { $email }
email-moving = Nous avons envoyé un code à { $email }
email-moving-link = Saisir le code
new-email-label = Nouvelle adresse e-mail
new-email-hint = Nous y enverrons un code. Votre adresse changera quand vous l’aurez saisi.
email-button = Envoyer le code
sessions-section = Vos appareils connectés
sessions-lead = Déconnectez tout appareil que vous ne reconnaissez pas, puis changez de mot de passe.
sessions-button = Déconnecter tous les autres appareils
device-unknown = Programme inconnu
last-active = Dernière activité { $when }, connexion le { $date }

# Préférences.
language-label = Langue
language-hint = Pour les pages et pour nos e-mails.
theme-label = Couleurs
theme-auto = Comme sur cet appareil
theme-light = Clair
theme-dark = Sombre
spoilers-label = Les révélations dans les commentaires
spoilers-hint = Un commentaire peut dévoiler l’histoire : il est marqué comme révélation, ou la personne qui l’a écrit était plus loin que vous dans le livre.
spoilers-by-progress = Les afficher une fois le livre lu ; les replier jusque-là
spoilers-never = Toujours les replier jusqu’à ce que je les demande
spoilers-always = Toujours les afficher

# Données.
kept-section = Ce que nous gardons
kept-since = Vous êtes parmi nous depuis le { $date }.
kept-profile = Votre nom, votre adresse e-mail, votre numéro de téléphone et votre photo, tels que vous les voyez dans votre profil.
kept-sessions = Vos appareils connectés, et la dernière activité de chacun.
kept-genres = Vos genres préférés, votre langue et vos couleurs.
delete-section = Supprimer le compte
delete-lead = Votre compte et vos fichiers sont supprimés définitivement.
delete-link = Supprimer mon compte…
delete-title = Supprimer le compte de { $name } ?
delete-what = Votre profil, votre photo, vos genres préférés et vos listes sont supprimés aussitôt, et tous vos appareils sont déconnectés. C’est définitif.
delete-kept = Vos commentaires sont supprimés ; là où l’on vous a répondu, il reste une place vide. Vos commandes restent aussi longtemps que la loi l’exige, sans votre compte.
delete-button = Supprimer définitivement
last-admin = Vous êtes la seule personne à administrer cette librairie. Donnez d’abord ce rôle à quelqu’un d’autre.

# Messages.
mail-sign-off = { $shop }
mail-code-lifetime = Le code est valable une heure et ne sert qu’une fois.
mail-verify-subject = Votre code pour { $shop }
mail-verify-heading = Confirmez votre adresse e-mail
mail-verify-body = Bonjour { $name }, saisissez ce code pour confirmer votre adresse e-mail :
mail-verify-button = Saisir le code
mail-verify-not-you = Si vous n’avez pas créé de compte, vous n’avez rien à faire.
mail-known-subject = Quelqu’un a utilisé votre adresse chez { $shop }
mail-known-heading = Vous avez déjà un compte
mail-known-body = Bonjour { $name }, quelqu’un a utilisé votre adresse e-mail pour créer un compte. Vous en avez déjà un, avec le nom d’utilisateur { $username }. Si c’était vous, connectez-vous avec ce compte ou choisissez un nouveau mot de passe.
mail-known-button = Choisir un nouveau mot de passe
mail-known-not-you = Si ce n’était pas vous, vous n’avez rien à faire : personne n’a appris que vous aviez un compte.
mail-reset-subject = Votre code pour un nouveau mot de passe chez { $shop }
mail-reset-heading = Choisissez un nouveau mot de passe
mail-reset-body = Bonjour { $name }, saisissez ce code pour choisir un nouveau mot de passe. Votre nom d’utilisateur est { $username }.
mail-reset-several = Plusieurs comptes ont été créés avec cette adresse, et aucun n’est confirmé. Choisissez le vôtre d’après son nom d’utilisateur ; les autres seront supprimés.
mail-reset-of = Le code pour { $username } :
mail-reset-button = Choisir un nouveau mot de passe
mail-reset-not-you = Si vous n’avez rien demandé, vous n’avez rien à faire : votre mot de passe reste le même.
mail-change-subject = Confirmez votre nouvelle adresse chez { $shop }
mail-change-heading = Confirmez votre nouvelle adresse e-mail
mail-change-body = Bonjour { $name }, saisissez ce code pour que votre compte passe à cette adresse :
mail-change-button = Saisir le code
mail-change-not-you = Si vous n’avez rien demandé, vous n’avez rien à faire.
mail-moved-subject = Votre adresse chez { $shop } a été changée
mail-moved-heading = Votre adresse e-mail a été changée
mail-moved-body = Bonjour { $name }, votre compte a désormais une autre adresse e-mail. Nos e-mails n’arrivent plus à celle-ci.
mail-moved-not-you = Si ce n’était pas vous, prévenez-nous tout de suite :
mail-contact-address = Adresse
mail-password-subject = Votre mot de passe chez { $shop } a été changé
mail-password-heading = Votre mot de passe a été changé
mail-password-body = Bonjour { $name }, le mot de passe de votre compte a été changé, et tous les autres appareils ont été déconnectés.
mail-password-not-you = Si ce n’était pas vous, choisissez tout de suite un nouveau mot de passe.
mail-deleted-subject = Votre compte chez { $shop } est supprimé
mail-deleted-heading = Votre compte est supprimé
mail-deleted-body = Au revoir { $name }. Votre compte et vos fichiers sont supprimés, comme vous l’avez demandé.

# Le journal d’audit, pour l’administration.
audit-title = Journal des changements
audit-lead = Ce que la modération et l’administration ont changé, le plus récent d’abord. Rien n’y est jamais modifié ni supprimé.
audit-all = Tout le journal
audit-empty = Aucune entrée ici.
audit-change = { $field } : { $was } → { $is }
audit-new = { $field } : { $is }

export-section = Une copie de vos données
export-lead = Votre compte, votre progression dans chaque livre, vos marques et vos notes, dans un seul fichier (JSON), pour vous ou pour un autre programme.
export-link = Télécharger mes données

# Accounts as admins look after them

account-closed = La librairie a fermé ce compte. Motif : { $reason }
role-reader = Lecteur
role-moderator = Modérateur
role-editor = Libraire
role-admin = Administrateur
log-user-role = Rôle changé
log-user-close = Compte fermé
log-user-reopen = Compte rouvert
log-user-end-session = Appareil déconnecté
log-user-end-sessions = Tous les appareils déconnectés
log-user-resend = E-mail renvoyé
log-role = Rôle
log-closed = Fermé
log-device = Appareil
log-sessions-ended = Appareils déconnectés
log-mail = E-mail
log-mail-reset = code pour un nouveau mot de passe
log-mail-verification = code pour confirmer l’adresse e-mail
log-yes = oui
log-no = non
