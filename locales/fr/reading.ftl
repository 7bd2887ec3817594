# Ce que gardent les lecteurs : positions, marques, et ce qui a été fait hors ligne.
kept-reading = Où vous en êtes dans chaque livre, vos séances de lecture, vos marque-pages, surlignages et notes.
device-invalid = L’appareil se désigne par 64 caractères au plus, et se nomme par 60 au plus.
locator-invalid = Ce n’est pas une position dans un livre.
locator-unknown = Cette position n’existe pas dans ce livre.
locator-old = Le fichier du livre a été remplacé depuis. Ouvrez le livre à nouveau.
uuid-invalid = Désignez-la par un UUID de 36 caractères.
uuid-taken = Une marque d’un autre livre porte ce nom.
colour-not-allowed = Un marque-page n’a pas de couleur.
note-missing = Une note demande quelques mots.
mark-note-too-long = Une note compte au plus { $most } caractères.
mark-unfit = Un marque-page n’a pas de couleur, et une note demande quelques mots.
marks-too-many = Un livre contient au plus { $most } marques. Supprimez-en d’abord.
mark-marker = Marque-page
mark-highlight = Surlignage
mark-note = Note
mark-at-page = page { $page }
mark-at-percent = { $percent } %
mark-lost = introuvable dans l’édition actuelle
sync-too-many = Envoyez au plus { $most } éléments à la fois.
sync-cursor-invalid = Ce n’est pas le curseur d’une réponse.
sync-unknown-field = Ce champ n’existe pas.

# Les lecteurs EPUB et PDF. Les messages « reader-… » sont remis au script de la page par leur clé ;
# là où ils disent <nom>, le script met ce qu’il sait pendant la lecture.

reader-opening = Ouverture du livre…
reader-slow = C’est plus long que d’habitude.
reader-retry = Réessayer
reader-back = Retour à la page du livre
reader-close = Fermer
reader-cancel = Annuler
reader-without-script = Ce lecteur a besoin de JavaScript. Les chapitres se lisent aussi sous forme de pages simples.
reader-read-plain = Lire les chapitres en pages simples
reader-open-file = Ouvrir le fichier PDF

reader-contents = Sommaire
reader-no-contents = Ce livre n’a pas de table des matières.
reader-locked = hors de l’extrait
reader-go-to-page = Aller à la page
reader-go = Aller
reader-no-such-page = Ce livre n’a ni cette page ni ce pourcentage.

reader-previous-page = Page précédente
reader-next-page = Page suivante
reader-position = Position dans le livre
reader-percent = <percent> %
reader-page-of = Page <page> sur <pages>
reader-minutes-left-zero = <count> min avant la fin du chapitre
reader-minutes-left-one = <count> min avant la fin du chapitre
reader-minutes-left-two = <count> min avant la fin du chapitre
reader-minutes-left-few = <count> min avant la fin du chapitre
reader-minutes-left-many = <count> min avant la fin du chapitre
reader-minutes-left-other = <count> min avant la fin du chapitre
reader-chapter-ends = Fin du chapitre

reader-appearance = Affichage
reader-theme = Thème
reader-theme-light = Clair
reader-theme-sepia = Sépia
reader-theme-dark = Sombre
reader-theme-black = Noir
reader-text-size = Taille du texte
reader-smaller-text = Texte plus petit
reader-larger-text = Texte plus grand
reader-font = Police
reader-font-publisher = Celle de l’éditeur
reader-font-serif = Avec empattements
reader-font-sans = Sans empattements
reader-font-hyperlegible = Atkinson Hyperlegible
reader-font-dyslexic = OpenDyslexic
reader-layout = Présentation
reader-layout-paginated = Pages
reader-layout-scrolled = Défilement
reader-line-height = Interligne
reader-line-small = Serré
reader-line-normal = Normal
reader-line-large = Aéré
reader-margins = Marges
reader-margin-small = Étroites
reader-margin-normal = Normales
reader-margin-large = Larges
reader-dark-pages = Assombrir les pages avec un thème sombre
reader-restore-defaults = Rétablir les réglages d’origine

reader-zoom = Zoom
reader-zoom-in = Agrandir
reader-zoom-out = Réduire
reader-fit-width = Ajuster à la largeur
reader-fit-page = Ajuster à la page
reader-page-label = Page <page>
reader-megabytes = <size> Mo
reader-bytes-of = <loaded> sur <total>

reader-end-title = Fin
reader-end-body = Vous êtes à la dernière page.
reader-sample-end-title = L’extrait s’arrête ici
reader-sample-end-body = La suite du livre vous attend.
reader-stay = Rester sur cette page

reader-leave-title = Quitter le livre ?
reader-leave-body = Ce lien mène ailleurs :
reader-leave-open = Ouvrir le lien

reader-error-offline-title = Pas de connexion
reader-error-offline-body = Le livre n’a pas pu être chargé. Vérifiez votre connexion, puis réessayez.
reader-error-missing-title = Ce livre n’est pas ici
reader-error-missing-body = Il a peut-être été retiré, ou une édition plus récente l’a remplacé.
reader-error-forbidden-title = Cette partie est fermée
reader-error-forbidden-body = Seul l’extrait de ce livre peut être lu ici.
reader-error-damaged-title = Ce livre ne peut pas être affiché
reader-error-damaged-body = Son fichier semble endommagé. Si le livre existe dans un autre format, essayez celui-là.
reader-error-server-title = Un problème est survenu
reader-error-server-body = La librairie n’a pas pu envoyer le livre. Réessayez dans un instant.
reader-find = Chercher dans le livre
reader-find-field = Mots à chercher
reader-find-hint = Accents, signes de vocalisation, majuscules et ponctuation ne comptent pas.
reader-finding = Recherche en cours…
reader-find-none = Le livre ne contient pas « <query> ».
reader-find-zero = Trouvé à <count> endroit
reader-find-one = Trouvé à <count> endroit
reader-find-two = Trouvé à <count> endroits
reader-find-few = Trouvé à <count> endroits
reader-find-many = Trouvé à <count> endroits
reader-find-other = Trouvé à <count> endroits
reader-find-more = En montrer plus
reader-find-failed = La recherche n’a pas répondu. Vérifiez votre connexion, puis réessayez.
reader-find-partial = Sans connexion, seuls les chapitres gardés par ce navigateur ont été parcourus.
reader-find-sample = Seul l’extrait a été parcouru.
reader-find-of = <number> sur <total>
reader-find-next = Endroit suivant
reader-find-previous = Endroit précédent
reader-find-list = Montrer tous les endroits
reader-find-close = Terminer la recherche

reader-jump = Page ou pourcentage
reader-page-list = Pages imprimées
reader-landmarks = Repères
reader-return = Retour à la page <page>

reader-book-left-minutes-zero = <count> minute restante dans le livre
reader-book-left-minutes-one = <count> minute restante dans le livre
reader-book-left-minutes-two = <count> minutes restantes dans le livre
reader-book-left-minutes-few = <count> minutes restantes dans le livre
reader-book-left-minutes-many = <count> minutes restantes dans le livre
reader-book-left-minutes-other = <count> minutes restantes dans le livre
reader-book-left-hours-zero = environ <count> heure restante dans le livre
reader-book-left-hours-one = environ <count> heure restante dans le livre
reader-book-left-hours-two = environ <count> heures restantes dans le livre
reader-book-left-hours-few = environ <count> heures restantes dans le livre
reader-book-left-hours-many = environ <count> heures restantes dans le livre
reader-book-left-hours-other = environ <count> heures restantes dans le livre
reader-book-ends = Fin du livre
reader-time-left = Temps restant : du chapitre ou du livre

reader-columns = Colonnes
reader-columns-auto = Automatiques
reader-columns-one = Une
reader-columns-two = Deux
reader-align = Alignement
reader-align-auto = Du livre
reader-align-justify = Justifié
reader-align-start = Libre
reader-hyphens = Coupure des mots
reader-hyphens-auto = Du livre
reader-hyphens-on = Oui
reader-hyphens-off = Non
reader-italics = Italiques
reader-italics-auto = Du livre
reader-italics-off = Redressés
reader-letters = Espace entre les lettres
reader-words = Espace entre les mots
reader-paragraphs = Espace entre les paragraphes
reader-space-normal = Normal
reader-space-wide = Large
reader-space-wider = Très large
reader-pictures = Images dans les thèmes sombres
reader-pictures-full = Pleines
reader-pictures-dim = Adoucies
reader-pictures-dimmer = Assombries
reader-more-settings = Espacement et plus
reader-arabic-fixed = L’arabe lie ses lettres et n’a ni italiques ni coupures : ces réglages restent tels quels.
reader-scope = Ces réglages valent pour
reader-scope-all = Tous les livres
reader-scope-book = Ce livre
reader-screen = Écran
reader-awake = Garder l’écran allumé pendant la lecture
reader-full-screen = Plein écran
reader-leave-full-screen = Quitter le plein écran

reader-note = Note
reader-note-open = Aller à la note dans le livre

reader-bookmark = Mettre un signet à cette page
reader-bookmark-remove = Retirer le signet de cette page
reader-bookmarks = Signets
reader-no-bookmarks = Pas encore de signet. Le ruban de la barre, ou la touche B, garde une page ici.
reader-bookmark-forget = Retirer ce signet
reader-bookmark-kept = Signet gardé
reader-bookmark-gone = Signet retiré

reader-keys = Touches
reader-keys-turn = Tourner les pages
reader-keys-ends = Au début, à la fin
reader-keys-scroll = Faire défiler un peu
reader-keys-size = Texte plus grand ou plus petit
reader-keys-return = Retour à l’endroit quitté
reader-keys-close = Fermer ce qui est ouvert
reader-keys-help = Cette liste

reader-thumbnails = Pages
reader-rotate = Pivoter
reader-spread = Pages côte à côte
reader-spread-one = Une
reader-spread-two = Deux
reader-spread-cover = Couverture seule
reader-finding-page = Recherche… page <page> sur <pages>
reader-error-password-title = Ce fichier est verrouillé
reader-error-password-body = Son fichier demande un mot de passe, la boutique ne peut donc pas l’afficher. Si le livre existe dans un autre format, essayez celui-là.
reader-error-page-body = Cette page n’a pas pu être affichée.

# Les chapitres en pages simples, et ce que dit le serveur lui-même.
not-owned = Seuls ceux qui possèdent ce livre peuvent en avoir le fichier.
back-to-book = Voir la page du livre
chapter-title = { $book } : partie { $number }
chapter-place = Partie { $number } sur { $total }
chapter-steps = Parties du livre
chapter-previous = Partie précédente
chapter-next = Partie suivante
save-limit = Ce livre a été téléchargé { $most } fois en 30 jours. Il pourra l’être à nouveau à partir du { $moment } ; la lecture ici reste possible.
save-link-expired = Cette adresse était valable cinq minutes. Relancez le téléchargement depuis la page du livre.
find-title = Chercher dans { $book }
find-label = Chercher dans ce livre
find-count = { $count ->
    [one] Trouvé à { NUMBER($count) } endroit
    [many] Trouvé à { NUMBER($count) } endroits
   *[other] Trouvé à { NUMBER($count) } endroits
}
find-nothing = Le livre ne contient pas « { $words } ».
find-too-long = Une recherche peut avoir 200 caractères.
