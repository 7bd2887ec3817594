# The panel as a whole.
title = Gérer la librairie
hint = Livres, personnes, commandes, réglages
