# The panel as a whole.
title = Running the shop
hint = For the shop’s team
