# La librairie sur un appareil : sans connexion, ce qui y est gardé, comment on l’installe.

library = Bibliothèque
account = Compte

# Ce qui est gardé sur l’appareil.
downloads-title = Livres sur cet appareil
downloads-hint = Les livres à lire sans connexion, et la place qu’ils prennent
downloads-lead = Des livres qui s’ouvrent ici sans connexion. Ils sont gardés dans ce navigateur, sur cet appareil seulement ; la déconnexion les retire.
downloads-without-script = Garder des livres sur l’appareil demande JavaScript, qui est désactivé dans ce navigateur. Sans lui, les livres se lisent en ligne, et leurs fichiers se téléchargent depuis la bibliothèque.
downloads-unsupported = Ce navigateur ne peut pas garder de livres. Leurs fichiers se téléchargent depuis la bibliothèque.
downloads-books = Livres
downloads-none = Aucun livre n’est gardé sur cet appareil. Dans votre bibliothèque, chaque livre a un bouton pour cela.
downloads-remove-all = Tout retirer
downloads-remove-all-sure = Les retirer tous ?
room-title = Espace
room-ask = Demander au navigateur de les garder
waiting-title = Pas encore envoyé
waiting-send = Envoyer maintenant

# À la place d’une page qui ne peut pas être obtenue.
away-title = Pas de connexion
away-detail = Cette page a besoin d’une connexion.
away-again = Réessayer
away-books = Livres sur cet appareil
away-no-books = Aucun livre n’est gardé sur cet appareil.
away-needs = Ce qui a besoin d’une connexion
away-needs-what = Chercher dans la librairie, acheter, et les livres qui ne sont pas sur cet appareil.
away-works = La lecture, les signets, les surlignages et les notes continuent sans elle. Ils seront envoyés quand la connexion reviendra.

# L’installation.
install-title = Installer l’application
install-lead = La librairie s’ouvre alors depuis l’écran d’accueil comme une application, et les livres de cet appareil s’ouvrent sans connexion.
install-button = Installer
install-done = L’application est installée.
install-ios = Sur iPhone ou iPad
install-ios-share = Dans Safari, touchez « Partager » sous la page ou au-dessus.
install-ios-add = Choisissez « Sur l’écran d’accueil ».
install-ios-done = Touchez « Ajouter ».
install-android = Sur Android
install-android-menu = Ouvrez le menu du navigateur, aux trois points.
install-android-add = Choisissez « Installer l’application » ou « Ajouter à l’écran d’accueil ».
install-android-done = Touchez « Installer ».
install-desktop = Sur un ordinateur
install-desktop-bar = Dans Chrome ou Edge, regardez au bout de la barre d’adresse ; dans Safari, ouvrez le menu « Fichier ».
install-desktop-add = Cliquez sur l’écran avec une flèche ; dans Safari, sur « Ajouter au Dock ».
install-desktop-done = Cliquez sur « Installer » ou « Ajouter ».
