# Adding books by their files, and the files of a book.

file-missing = Choisissez un fichier.
cut-off = Le fichier n’est pas arrivé entier. Rien n’en a été gardé ; envoyez-le de nouveau.
disk-full = Il n’y a plus de place dans la librairie pour ce fichier. Rien n’en a été gardé.
last-file = Un livre qui est ou a été en librairie garde au moins un fichier. Ajoutez d’abord l’autre, ou remplacez celui-ci.

# Why a file was refused.

refused-not-a-book = Ce n’est ni un EPUB ni un PDF, quoi qu’en dise son nom.
refused-damaged = Le fichier est endommagé et ne peut pas être lu jusqu’au bout. Demandez une nouvelle copie à qui l’a fourni.
refused-protected = Le fichier est protégé contre la copie (DRM). Seuls des fichiers sans cette protection peuvent être vendus ici.
refused-password = Le fichier ne s’ouvre qu’avec un mot de passe. Demandez-en un sans mot de passe.
refused-too-large = Le fichier est trop volumineux : 300 Mo au plus pour un EPUB, 1 Go pour un PDF, et il ne doit pas se décompresser en beaucoup plus.
refused-unsafe = Le fichier est fait de telle sorte que l’ouvrir serait dangereux. Il n’a pas été gardé.
refused-is-pdf = C’est un PDF, et il faut un EPUB ici.
refused-is-epub = C’est un EPUB, et il faut un PDF ici.
refused-other-book = Un autre livre a exactement ce fichier : « { $title } ».
refused-book-gone = Le livre auquel ce fichier était destiné n’existe plus.
refused-gave-up = Le fichier n’a pas pu être vérifié. Envoyez-le de nouveau.
refused-unreadable = Le fichier ne peut pas être lu.
trouble-disk-full = Il n’y a plus de place pour vérifier ce fichier. Il attend, et sera vérifié dès qu’il y en aura.
trouble-failed = Ce fichier n’a pas pu être vérifié. La vérification sera réessayée toute seule.

# What was found in a file that was taken.

found-missing = Il manque des parties du livre dans le fichier.
found-pages-missing = Il manque des pages.
found-no-title = Le fichier n’indique pas son titre : le nom du fichier le remplace.
found-no-language = Le fichier n’indique pas sa langue.
found-isbn-taken = L’ISBN du fichier appartient à un autre livre et a été laissé de côté.
found-cover = La couverture du fichier est inutilisable : une autre a été dessinée à la place.
found-no-sample = Aucun extrait n’a pu être tiré de ce fichier.
found-not-rewritten = Le fichier est livré tel quel ; il s’ouvre donc plus lentement.
found-active-kept = Le fichier contient des scripts, des fichiers joints ou des liens vers l’extérieur, et les garde. Ils sont sans effet dans ce lecteur, mais peut-être pas dans d’autres programmes.
found-pictures = Certaines images ne peuvent pas être affichées.
found-repaired = Des erreurs du fichier ont été corrigées.
found-no-contents = Le fichier n’a pas de table des matières : une table a été créée.
found-active = Des scripts et d’autres parties actives ont été retirés.
found-outside = Des renvois hors du livre ont été retirés.
found-not-served = Les fichiers joints qui ne font pas partie du livre ne sont pas livrés.
found-unsafe-name = Des fichiers aux noms dangereux ont été laissés de côté.
found-restricted = L’auteur a restreint l’impression ou la copie. Ici, le livre se lit sans ces limites.
found-packed = Le fichier n’est pas empaqueté comme le veut la norme. Il se lit tout de même.
found-other = Autre chose a été trouvé.

# The audit log.

log-add = Livre ajouté
log-add-file = Fichier ajouté
log-replace-file = Fichier remplacé
log-remove-file = Fichier retiré
log-file = Nom du fichier
log-format = Format
log-version = Version
log-bytes = Taille

# The page on which books are added.

add-title = Ajouter des livres
add-lead = Chaque fichier devient un brouillon, rempli d’après ce qu’il contient. Corrigez, fixez un prix, publiez.
to-list = Importer une liste
drop-call = Déposez des fichiers EPUB ou PDF ici, ou choisissez-les
drop-hint = Plusieurs à la fois. 300 Mo au plus pour un EPUB, 1 Go pour un PDF.
send = Envoyer
on-the-way = Fichiers en cours d’envoi
progress = Ce qui est déjà envoyé
said-waiting = En attente de son tour
said-going = <percent> % · <speed> Mo par seconde · <left>
said-arriving = Envoyé. La librairie l’enregistre.
said-minutes = encore <count> min environ
said-soon = encore moins d’une minute
said-stopped = Arrêté. Rien n’en a été gardé.
said-unreachable = La librairie est injoignable. Rien du fichier n’a été gardé.
said-stop = Arrêter
said-again = Renvoyer
came-in = Fichiers reçus
nothing-came = Rien encore. Ce que vous envoyez reste affiché ici 30 jours.
receiving = Le fichier est en cours de réception.
checking = Vérification en cours. Un grand PDF peut demander quelques minutes.
was-removed = Le livre qui en a été tiré a été supprimé.
to-that-book = Voir ce livre
detail = En détail (en anglais)
attached = C’est un autre format d’un livre déjà présent.
replaced = Il a remplacé le fichier que le livre avait.
unchanged = La librairie avait déjà exactement ce fichier : rien n’a changé.
findings =
    { $count ->
        [one] Notre vérification a trouvé quelque chose
        [many] Notre vérification a trouvé { NUMBER($count) } choses
       *[other] Notre vérification a trouvé { NUMBER($count) } choses
    }
in-shop = En librairie à { $price }
in-shop-free = En librairie, gratuit
title-label = Titre
price = Prix en { $currency }
price-missing = Saisissez un prix ; 0 rend le livre gratuit.
publish = Publier
publish-of = Publier « { $title } »
edit = Tout modifier
dismiss = Retirer de la liste
dismiss-of = Retirer de la liste : { $name }
cancel = Annuler
cancel-of = Annuler : { $name }

# The files of a book.

files = Fichiers
files-title = Fichiers : { $title }
no-file = Le livre n’a pas de fichier de ce format.
since = présent depuis le { $date }
sample-parts = Parties dans l’extrait : { $open } sur { $of }.
sample-pages = Pages dans l’extrait : { $open } sur { $of }.
nothing-found = Notre vérification n’a trouvé aucun problème.
epub-hint = Un EPUB de 300 Mo au plus
pdf-hint = Un PDF de 1 Go au plus
replace-call = Remplacer ce { $format } : les lecteurs gardent leur place et leurs notes
add-call = Ajouter un { $format }
remove = Retirer le { $format }
remove-words = Le { $format } de « { $title } » sera retiré. Qui possède le livre lira son autre fichier. Le fichier ne pourra pas être récupéré, mais il pourra être renvoyé.
keep = Le garder

# How much of a file anybody may read.
sample-usual = Comme d’habitude : environ un dixième
sample-none = Pas d’extrait
sample-percent = Environ { $percent }
sample-through-part = Jusqu’à la partie { $part }
sample-through-page = Jusqu’à la page { $page }
sample-change = Changer l’extrait
sample-length = Longueur de l’extrait
sample-share = Une part du livre
sample-up-to = Jusqu’à un endroit précis
sample-percent-label = Pourcentage, jusqu’à 90
sample-last-part = Dernière partie incluse
sample-last-page = Dernière page incluse
sample-pages-hint = Pages du livre : { $pages }.
sample-part = Partie { $part }
sample-part-named = { $part } : { $title }
sample-cut = Créer l’extrait
sample-waiting = En préparation : { $length }. D’ici là, l’ancien extrait reste.
sample-failed = L’extrait n’a pas pu être créé ; l’ancien reste. Essayez une autre longueur.
sample-wrong = Choisissez la longueur de l’extrait.
sample-percent-wrong = Saisissez un nombre entier de 1 à 90, par exemple 20.
sample-page-wrong = Saisissez le numéro d’une page, de 1 à l’avant-dernière.
sample-part-wrong = Choisissez la dernière partie de l’extrait.
