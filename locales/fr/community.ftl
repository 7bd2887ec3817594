# Les échanges autour des livres : ce que répond l’API.

rating-out-of-range = Une note est comprise entre 0 et 5.
rating-too-fine = Une note a une décimale au plus.
stars-out-of-range = Choisissez de 1 à 5 étoiles.
text-missing = Écrivez d’abord quelque chose.
text-too-long = Un commentaire peut avoir { NUMBER($most) } caractères.
note-too-long = Une précision peut avoir { NUMBER($most) } caractères.
parent-unknown = Le commentaire auquel vous répondez n’est plus là.
comment-hidden = Ce commentaire a été masqué par la modération et ne peut plus être modifié.
like-own = Ce commentaire est le vôtre.
report-own = Ce commentaire est le vôtre. Vous pouvez le supprimer.
reason-missing = Choisissez un motif : la personne qui a écrit en est informée.
hours-wrong = Choisissez une durée d’une heure à un an.
act-on-oneself = Ce commentaire est le vôtre. La décision revient à une autre personne de la modération.
act-on-admin = Seule l’administration décide de ce que l’administration a écrit.
act-wrong-state = Le commentaire n’est plus comme avant. Regardez-le de nouveau.
kept-talk = Vos notes, vos commentaires et vos « j’aime ». Là où l’on vous a répondu, une place vide reste.
