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
reader-no-such-page = Cette page n’existe pas dans ce livre.

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
