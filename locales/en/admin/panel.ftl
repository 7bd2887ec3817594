# The panel as a whole.
title = Running the shop
hint = Books, people, orders, settings
