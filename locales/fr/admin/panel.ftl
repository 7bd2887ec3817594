# The panel as a whole.
title = Gérer la librairie
hint = Pour l’équipe de la librairie
