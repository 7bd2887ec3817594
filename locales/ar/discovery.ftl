# الصفحة الرئيسية وقوائمها.

home-title = كتب تُقرأ وتُقتنى
home-description = كتب إلكترونية بالعربية والفرنسية والإنجليزية: تصفّح الأقسام واقرأ مقتطفًا، ثم تابع القراءة على أي جهاز.
tab-for-you = لك
tab-new = الجديد
tab-best = الأكثر مبيعًا
tab-free = مجاني
shelf-new = جديد المكتبة
shelf-free = للقراءة مجانًا
shelf-genres = الأصناف
reason-new = جديد في المكتبة
list-description = { $list }: كتب المكتبة.
shop-empty = لا توجد كتب في المكتبة بعد.
free-empty = لا يوجد كتاب مجاني حاليًا.
best-empty = لم يُبع شيء بعد. هنا ستظهر أولى الكتب الأكثر مبيعًا.
see-new = تصفّح الجديد
browse-genres = تصفّح الأقسام
