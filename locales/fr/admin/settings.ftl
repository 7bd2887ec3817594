# Les réglages de la boutique, tels que son propriétaire les change dans l’administration.

lead = Ce que vous enregistrez vaut aussitôt, sur chaque page et dans chaque nouvel e-mail.
tabs = Réglages
tab-shop = Boutique
tab-seller = Vendeur
tab-mail = E-mails
tab-payment = Paiement
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
not-a-rate = Un pourcentage de 0 à 100, par exemple 9 ou 5,5.
not-an-amount = Un montant, par exemple 10000.
not-a-sender = Une adresse e-mail, par exemple boutique@example.org.

# The shop.
names = Le nom de la boutique
names-lead = Il figure dans la barre, les titres des pages, les e-mails et l’application installée.
shop-name = Nom en lettres latines
shop-name-hint = Pour les pages en français et en anglais. Vide : Warraq.
shop-name-ar = Nom en lettres arabes
shop-name-ar-hint = Pour les pages en arabe. Vide : ورّاق.

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
test-mail-failed = Un e-mail pour { $address } n’a pas été accepté.
answer = Réponse :
test-mail-subject = E-mail d’essai de { $shop }
test-mail-heading = Les e-mails partent
test-mail-body = Bonjour { $name }, { $shop } sait envoyer des e-mails : en voici un.
test-mail-button = Réglages des e-mails

# Payment.
gateway = Le service de paiement
payments-on = La boutique accepte les paiements.
payments-off = La boutique n’accepte pas de paiements : seuls les livres gratuits sont disponibles.
payment-secret = La clé du service de paiement reste hors de la base de données et n’est jamais montrée. L’exploitant la fixe avec
test-payment = Essayer le service de paiement
payment-answers = Le service de paiement répond : { $service }. Rien n’a été payé.
payment-fails = Le service de paiement ne répond pas comme il faut.
refunds = Remboursements
refunds-alone = Plus grand remboursement par un seul administrateur
refunds-alone-hint = Au-delà, un second administrateur doit donner son accord. Vide : tout montant.
in-currency = { $setting } ({ $currency })

# The audit log.
log-change = A changé des réglages
log-settings = Réglages
log-default = (par défaut)
