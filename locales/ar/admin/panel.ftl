# The panel as a whole.
title = إدارة المتجر
hint = الكتب والأشخاص والطلبات والإعدادات
