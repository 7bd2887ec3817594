# Les réglages de la librairie, tels que son propriétaire les change dans l’administration.

lead = Ce que vous enregistrez s’applique aussitôt, sur chaque page et dans chaque nouvel e-mail.
tabs = Réglages
tab-shop = Librairie
tab-seller = Vendeur
tab-mail = E-mails
tab-payment = Paiement
tab-limits = Limites
save = Enregistrer
apart = Enregistrez d’abord vos autres modifications, sinon elles seront perdues.
fixed = Fixé par l’exploitant avec { $source } ; ne se change que là.
changed-meanwhile = { $name } a modifié ceci entre-temps : { $settings }. Enregistrez de nouveau pour garder votre choix.
no-such-setting = Ce réglage n’existe pas.
wrong-shape = Cette valeur ne convient pas à ce réglage.

# What is wrong with a value.
too-long = { $most ->
    [one] { $most } caractère au plus.
    [many] { $most } de caractères au plus.
   *[other] { $most } caractères au plus.
}
not-a-line = Écrivez-le sur une seule ligne, sans caractères spéciaux.
unseen = Écrivez au moins une lettre, un chiffre ou un signe visible.
not-a-rate = Un pourcentage de 0 à 100, par exemple 9 ou 5,5.
not-an-amount = Un montant, par exemple 10000.
not-a-sender = Une adresse e-mail, par exemple librairie@example.org.
lone-brace = Il y a une accolade seule.
no-such-place = « { $place } » n’existe pas dans cet e-mail. Ceux-ci existent : { $places }.
not-a-switch = Choisissez l’un des deux.
out-of-range = Un nombre entier de { $least } à { $most }.
not-a-colour = Une couleur, par exemple #0a5c36.
light-unreadable = En clair, le texte de la barre de connexion n’aurait sur ce fond qu’un contraste de { $ratio } ; il faut { $least }. Choisissez une couleur plus foncée.
dark-unreadable = En sombre, le texte de la barre de connexion n’aurait sur ce fond qu’un contraste de { $ratio } ; il faut { $least }. Choisissez une couleur plus claire.
not-a-text = Écrivez un texte simple, sans caractères spéciaux.
not-a-language = Choisissez au moins une langue.
not-offered = Choisissez une langue que la librairie propose.

# The shop.
names = Le nom de la librairie
names-lead = Il figure dans la barre du haut, les titres des pages, les e-mails et l’application installée.
shop-name = Nom en lettres latines
shop-name-hint = Pour les pages en français et en anglais. Laissé vide : Warraq.
shop-name-ar = Nom en lettres arabes
shop-name-ar-hint = Pour les pages en arabe. Laissé vide : ورّاق.
descriptions = Présentation de la librairie
descriptions-lead = Une phrase ou deux pour les moteurs de recherche et l’application installée. Laissé vide : le texte d’origine.
description-en = En anglais
description-fr = En français
description-ar = En arabe
languages-title = Langues
languages = Langues proposées aux lecteurs
languages-hint = Les pages dans les autres langues mènent à la première, dans laquelle partent aussi les e-mails. L’administration reste disponible dans les trois.
default-language = Première langue
default-language-hint = Pour qui n’en demande aucune de celles-ci.
colours = Couleurs des pages de connexion
colours-lead = Le fond de leur barre et de leur titre. Le texte doit s’y lire aisément ; c’est vérifié.
accent = Fond en clair
accent-hint = Foncé, car le texte y est clair : #0a5c36. Laissé vide : la couleur d’origine.
accent-dark = Fond en sombre
accent-dark-hint = Clair, car le texte y est foncé : #9fd8b8. Laissé vide : la couleur d’origine.
logo = Logo
logo-lead = Il figure dans la barre du haut, sur les pages de connexion et dans les e-mails, et devient l’icône de l’application installée.
logo-file = Image
logo-hint = PNG, WebP ou JPEG, 5 Mo et 4 096 pixels de côté au plus ; de préférence sur fond transparent. SVG n’est pas accepté.
logo-send = Utiliser cette image
logo-icon = Icône de l’application installée
logo-remove = Retirer le logo
logo-remove-title = Retirer le logo ?
logo-remove-follows = Le logo d’origine prend sa place dans la barre du haut, les e-mails et l’application installée. Pour remettre le vôtre, il vous faudra son fichier.
logo-missing = Choisissez une image.
logo-kind = Ce n’est pas une image PNG, WebP ou JPEG.
logo-too-large = L’image est trop volumineuse : 5 Mo et 4 096 pixels de côté au plus.
logo-damaged = L’image est endommagée.

# Who sells.
seller = Le vendeur
seller-lead = Indiqué sur les nouveaux reçus et dans les conditions de vente ; les reçus déjà émis restent tels quels.
seller-name = Nom de l’entreprise
seller-name-hint = Laissé vide : le nom de la librairie.
seller-address = Adresse
seller-phone = Téléphone
seller-nif = Identification fiscale (NIF)
seller-rc = Registre du commerce (RC)
seller-ai = Article d’imposition (AI)
seller-nis = Identification statistique (NIS)
seller-vat = TVA incluse dans les prix, en pour cent
seller-vat-hint = Laissez vide si vous n’en devez pas. Les reçus ne mentionnent alors pas la TVA.

# Mail.
sender = Expéditeur des e-mails
sender-lead = C’est l’expéditeur que voient les lecteurs.
mail-from = Expéditeur des e-mails
sender-name = Nom
sender-name-hint = D’ordinaire le nom de la librairie.
sender-address = Adresse e-mail
sender-address-hint = Une adresse de votre propre domaine ; les serveurs se méfient des autres. Les deux laissés vides : no-reply à l’adresse de la librairie.
test-mail-title = Les e-mails partent-ils ?
mail-into-folder = Il n’y a pas de serveur d’e-mails : ils sont déposés dans un dossier et personne ne les reçoit.
mail-by-server = Les e-mails passent par le serveur d’e-mails que l’exploitant a indiqué.
mail-server-secret = Le serveur d’e-mails et son mot de passe restent hors de la base de données. L’exploitant les fixe avec
test-mail = M’envoyer un e-mail d’essai
test-mail-sent = Le serveur d’e-mails a accepté un e-mail pour { $address }.
test-mail-laid = Il n’y a pas de serveur d’e-mails : l’e-mail pour { $address } a seulement été déposé dans un dossier, et personne ne le reçoit.
test-mail-failed = Le serveur d’e-mails n’a pas accepté d’e-mail pour { $address }.
answer = La réponse :
test-mail-subject = E-mail d’essai de { $shop }
test-mail-heading = Les e-mails partent
test-mail-body = Bonjour { $name }, { $shop } peut envoyer des e-mails : en voici un.
test-mail-button = Ouvrir les réglages des e-mails
letters = Textes des e-mails
letters-lead = Chaque e-mail a un texte d’origine. Vous pouvez écrire le vôtre à la place, dans chaque langue.
letter-own = (le vôtre)
letter-in = { $mail } – { $language }
letter-lead = Les codes, liens et avertissements d’un e-mail restent tels quels, quoi que vous écriviez.
places = Ce qui est laissé vide reprend le texte d’origine. Vous pouvez écrire : { $places }.
letter-subject = Objet
letter-opening = Début
letter-opening-hint = À la place du premier paragraphe.
letter-closing = Fin
letter-closing-hint = Après le texte et le bouton, avant les dernières remarques de l’e-mail.
letter-preview = Aperçu
letter-preview-lead = Tel que vous le recevriez, en texte simple. Rien n’est envoyé.
letter-ours = Rétablir le texte d’origine
letter-verify = Confirmer l’adresse e-mail
letter-reset = Code pour un nouveau mot de passe
letter-change = Code pour une nouvelle adresse e-mail
letter-known = L’adresse e-mail est déjà prise
letter-moved = L’adresse e-mail a été changée
letter-password = Le mot de passe a été changé
letter-deleted = Le compte est supprimé
letter-receipt = Reçu
letter-credit = Avoir

# Payment.
gateway = Le service de paiement
payments-on = La librairie accepte les paiements.
payments-off = La librairie n’accepte pas de paiements : seuls les livres gratuits sont disponibles.
payment-secret = La clé du service de paiement reste hors de la base de données et n’est jamais affichée. L’exploitant la fixe avec
test-payment = Essayer le service de paiement
payment-answers = Le service de paiement répond : { $service }. Rien n’a été payé.
payment-fails = Le service de paiement ne répond pas comme il faut.
buying = Achats
payments = Accepter les paiements
payments-hint = Qui a commencé à payer peut finir et reçoit ses livres ; rien de nouveau ne peut être acheté entre-temps.
switch-on = Oui
switch-off = Pas maintenant
refunds = Remboursements
refunds-alone = Plus grand remboursement par un seul administrateur
refunds-alone-hint = Au-delà, un second administrateur doit approuver. Laissé vide : tout montant.
in-currency = { $setting } ({ $currency })

# Limits.
limits = Ce qui est accepté
limits-lead = Ce qui protège la librairie elle-même ne peut pas être relevé ici.
epub-largest = Plus grand EPUB accepté, en Mo
pdf-largest = Plus grand PDF accepté, en Mo
saves-per-book = Téléchargements d’un livre par un lecteur en 30 jours
saves-per-book-hint = Lire dans le navigateur et sur l’appareil ne compte pas.
comments-per-minute = Commentaires d’un lecteur par minute
comments-per-minute-hint = Après une pause, le double est accepté d’un coup.

# The audit log.
log-change = Réglages modifiés
log-settings = Réglages
log-default = (par défaut)
log-own = (le vôtre)
