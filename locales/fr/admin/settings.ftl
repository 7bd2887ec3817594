# Les réglages de la boutique, tels que son propriétaire les change dans l’administration.

lead = Ce que vous enregistrez vaut aussitôt, sur chaque page et dans chaque nouvel e-mail.
tabs = Réglages
tab-shop = Boutique
tab-seller = Vendeur
tab-mail = E-mails
tab-payment = Paiement
tab-limits = Limites
save = Enregistrer
fixed = Fixé par l’exploitant avec { $source } ; ne se change que là.
changed-meanwhile = { $name } a changé ceci entre-temps : { $settings }. Enregistrez de nouveau si votre choix doit l’emporter.
no-such-setting = Ce réglage n’existe pas.
wrong-shape = Cette valeur ne convient pas à ce réglage.

# What is wrong with a value.
too-long = { $most ->
    [one] { $most } caractère au plus.
    [many] { $most } de caractères au plus.
   *[other] { $most } caractères au plus.
}
not-a-line = Écrivez-le sur une ligne, sans signes spéciaux.
unseen = Écrivez au moins une lettre, un chiffre ou un signe visible.
not-a-rate = Un pourcentage de 0 à 100, par exemple 9 ou 5,5.
not-an-amount = Un montant, par exemple 10000.
not-a-sender = Une adresse e-mail, par exemple boutique@example.org.
lone-brace = Une accolade est seule.
no-such-place = « { $place } » n’existe pas dans cet e-mail. Il y a : { $places }.
not-a-switch = Choisissez l’un des deux.
out-of-range = Un nombre entier de { $least } à { $most }.
not-a-colour = Une couleur, par exemple #0a5c36.
light-unreadable = En clair, le texte de la barre de connexion ne se détacherait de ce fond que de { $ratio } ; il faut { $least }. Prenez une couleur plus foncée.
dark-unreadable = En sombre, le texte de la barre de connexion ne se détacherait de ce fond que de { $ratio } ; il faut { $least }. Prenez une couleur plus claire.
not-a-text = Écrivez un texte simple, sans signes spéciaux.
not-a-language = Choisissez au moins une langue.
not-offered = Choisissez une langue que la boutique propose.

# The shop.
names = Le nom de la boutique
names-lead = Il figure dans la barre, les titres des pages, les e-mails et l’application installée.
shop-name = Nom en lettres latines
shop-name-hint = Pour les pages en français et en anglais. Vide : Warraq.
shop-name-ar = Nom en lettres arabes
shop-name-ar-hint = Pour les pages en arabe. Vide : ورّاق.
descriptions = Ce qu’est la boutique
descriptions-lead = Une phrase ou deux pour les moteurs de recherche et l’application installée. Vide : nos propres mots.
description-en = En anglais
description-fr = En français
description-ar = En arabe
languages-title = Langues
languages = Langues proposées aux lecteurs
languages-hint = Les pages dans les autres langues mènent à la première, dans laquelle partent aussi les e-mails. L’administration reste dans toutes.
default-language = Première langue
default-language-hint = Pour qui n’en demande aucune de celles-ci.
colours = Couleurs des pages de connexion
colours-lead = Le fond de leur barre et de leur titre. Le texte doit s’y lire aisément, ce qui est vérifié.
accent = Fond en clair
accent-hint = Foncé, car le texte y est clair : #0a5c36. Vide : notre encre.
accent-dark = Fond en sombre
accent-dark-hint = Clair, car le texte y est foncé : #9fd8b8. Vide : notre papier.
logo = Logo
logo-lead = Il figure dans la barre, sur les pages de connexion et dans les e-mails, et devient l’icône de l’application installée.
logo-file = Image
logo-hint = PNG, WebP ou JPEG, 5 Mo et 4 096 pixels de côté au plus ; de préférence sur fond transparent. Pas de SVG.
logo-send = Utiliser cette image
logo-icon = Icône de l’application installée
logo-remove = Retirer le logo
logo-remove-title = Retirer le logo ?
logo-remove-follows = Notre propre signe prend sa place dans la barre, les e-mails et l’application installée. Pour remettre le vôtre, il vous faudra son fichier.
logo-missing = Choisissez une image.
logo-kind = Ce n’est pas une image PNG, WebP ou JPEG.
logo-too-large = L’image est trop grande : 5 Mo et 4 096 pixels de côté au plus.
logo-damaged = L’image est endommagée.

# Who sells.
seller = Le vendeur
seller-lead = Les nouveaux reçus et les conditions de vente l’indiquent ; les reçus déjà émis restent tels quels.
seller-name = Nom de l’entreprise
seller-name-hint = Vide : le nom de la boutique.
seller-address = Adresse
seller-phone = Téléphone
seller-nif = Identification fiscale (NIF)
seller-rc = Registre du commerce (RC)
seller-ai = Article d’imposition (AI)
seller-nis = Identification statistique (NIS)
seller-vat = TVA comprise dans les prix, en pour cent
seller-vat-hint = Vide si vous n’en devez pas. Les reçus ne parlent alors pas de TVA.

# Mail.
sender = L’expéditeur des e-mails
sender-lead = C’est lui que voient les lecteurs.
mail-from = Expéditeur des e-mails
sender-name = Nom
sender-name-hint = D’ordinaire le nom de la boutique.
sender-address = Adresse e-mail
sender-address-hint = Une adresse de votre propre domaine ; les serveurs se méfient des autres. Les deux vides : no-reply à l’adresse de la boutique.
test-mail-title = Les e-mails partent-ils ?
mail-into-folder = Il n’y a pas de serveur d’e-mails : ils sont déposés dans un dossier et personne ne les reçoit.
mail-by-server = Les e-mails passent par le serveur que l’exploitant a indiqué.
mail-server-secret = Le serveur d’e-mails et son mot de passe restent hors de la base de données. L’exploitant les fixe avec
test-mail = M’envoyer un e-mail d’essai
test-mail-sent = Un e-mail pour { $address } a été accepté.
test-mail-laid = Il n’y a pas de serveur d’e-mails : l’e-mail pour { $address } a seulement été déposé dans un dossier, et personne ne le reçoit.
test-mail-failed = Un e-mail pour { $address } n’a pas été accepté.
answer = Réponse :
test-mail-subject = E-mail d’essai de { $shop }
test-mail-heading = Les e-mails partent
test-mail-body = Bonjour { $name }, { $shop } sait envoyer des e-mails : en voici un.
test-mail-button = Réglages des e-mails
letters = Textes des e-mails
letters-lead = Chaque e-mail a nos mots. Vous pouvez écrire les vôtres à la place, pour chaque langue.
letter-own = (le vôtre)
letter-in = { $mail } – { $language }
letter-lead = Les codes, liens et avertissements d’un e-mail restent tels quels, quoi que vous écriviez.
places = Ce qui est vide est dit avec nos mots. Vous pouvez écrire : { $places }.
letter-subject = Objet
letter-opening = Début
letter-opening-hint = À la place du premier paragraphe.
letter-closing = Fin
letter-closing-hint = Après le texte et le bouton, avant les dernières remarques de l’e-mail.
letter-preview = Aperçu
letter-preview-lead = Tel que vous le recevriez, en texte simple. Rien n’est envoyé.
letter-ours = Revenir à nos mots
letter-verify = Confirmer l’adresse
letter-reset = Code pour un autre mot de passe
letter-change = Code pour une autre adresse
letter-known = L’adresse est déjà prise
letter-moved = L’adresse a changé
letter-password = Le mot de passe a changé
letter-deleted = Le compte est supprimé
letter-receipt = Reçu
letter-credit = Avoir

# Payment.
gateway = Le service de paiement
payments-on = La boutique accepte les paiements.
payments-off = La boutique n’accepte pas de paiements : seuls les livres gratuits sont disponibles.
payment-secret = La clé du service de paiement reste hors de la base de données et n’est jamais montrée. L’exploitant la fixe avec
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
refunds-alone-hint = Au-delà, un second administrateur doit donner son accord. Vide : tout montant.
in-currency = { $setting } ({ $currency })

# Limits.
limits = Ce qui est accepté
limits-lead = Ce qui protège la boutique elle-même ne peut pas être relevé ici.
epub-largest = Plus grand EPUB déposé dans l’administration, en Mo
pdf-largest = Plus grand PDF déposé dans l’administration, en Mo
saves-per-book = Fichiers d’un livre qu’un lecteur enregistre en trente jours
saves-per-book-hint = Lire dans le navigateur et sur l’appareil ne compte pas.

# The audit log.
log-change = A changé des réglages
log-settings = Réglages
log-default = (par défaut)
log-own = (le vôtre)
