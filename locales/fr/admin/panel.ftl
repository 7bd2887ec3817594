# The panel as a whole.
title = Gérer la boutique
hint = Livres, personnes, commandes, réglages
