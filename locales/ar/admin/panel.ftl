# The panel as a whole.
title = إدارة المتجر
hint = لفريق المتجر
