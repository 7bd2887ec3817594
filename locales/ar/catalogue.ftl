# كلمات صفحات الفهرس.

browse = الأقسام
browse-description = أصناف المتجر ولغاته وسلاسله ومؤلفوه وناشروه.
genres = الأصناف
authors = المؤلفون
authors-description = كل المؤلفين الذين في المتجر كتب لهم.
languages = اللغات
all-series = السلاسل
series-description = كل السلاسل التي في المتجر كتب منها.
publishers = الناشرون
publishers-description = كل الناشرين الذين في المتجر كتب لهم.
index-empty = لا يوجد شيء هنا بعد.
genre = الصنف
author = المؤلف
publisher = الناشر
series = السلسلة
books = { $count ->
    [zero] لا كتب
    [one] كتاب واحد
    [two] كتابان
    [few] { $count } كتب
    [many] { $count } كتابًا
   *[other] { $count } كتاب
}
shop-empty = لا توجد كتب في المتجر بعد.

# القوائم ومرشّحاتها.
list-description = { $kind }: { $name }
list-empty = لا توجد كتب هنا بعد.
list-empty-filtered = لا كتاب يوافق عوامل التصفية هذه.
list-show-all = عرض كل الكتب
sort = الترتيب حسب
sort-newest = الأحدث أولًا
sort-title = العنوان
sort-price-asc = السعر تصاعديًا
sort-price-desc = السعر تنازليًا
sort-rating = الأعلى تقييمًا
sort-best-selling = الأكثر مبيعًا
sort-series = ترتيب السلسلة
sort-needs-series = هذا الترتيب لكتب سلسلة واحدة.
rating = التقييم
rating-any = كل التقييمات
rating-at-least = { $stars ->
    [zero] أي تقييم
    [one] نجمة فأكثر
    [two] نجمتان فأكثر
    [few] { $stars } نجوم فأكثر
    [many] { $stars } نجمة فأكثر
   *[other] { $stars } نجمة فأكثر
}
rating-out-of-range = التقييم بين 0 و5.
language = اللغة
language-any = كل اللغات
format = الصيغة
format-any = كل الصيغ
price = السعر
price-any = كل الأسعار
price-free = مجاني
price-paid = مدفوع

# صفحة الكتاب.
read = قراءة
read-sample = قراءة مقتطف
series-place = الجزء { $number } من { $series }
page-count = { $count ->
    [zero] لا صفحات
    [one] صفحة واحدة
    [two] صفحتان
    [few] { $count } صفحات
    [many] { $count } صفحة
   *[other] { $count } صفحة
}
page-range = { $min }–{ $max } صفحة
facts = عن هذا الكتاب
more-in-series = المزيد من سلسلة { $series }
more-by-author = كتب أخرى بقلم { $author }
similar = كتب مشابهة
pages = عدد الصفحات
release-date = تاريخ النشر
role-translator = ترجمة
role-illustrator = رسوم
role-editor = تحرير
role-narrator = قراءة
role-other = بمشاركة
price-elsewhere = ثمنه { $price }، ولا يمكن شراؤه هنا بعد.
not-yet-available-note = ليس لهذا الكتاب ملف بعد.
payments-off-note = لا يقبل المتجر الدفع حاليًا، فلا يمكن شراء هذا الكتاب. تبقى الكتب المجانية متاحة.
book-summary = { $title }، كتاب من تأليف { $authors }.
cover-of = غلاف { $title }


# لمالك الكتاب، أو لمن يأخذه مجانًا.

continue-at = متابعة { $percent }
read-again = قراءته من جديد
add-to-library = إضافة إلى مكتبتي
withdrawn-note = لم يعد هذا الكتاب معروضًا للبيع، وتبقى قراءته متاحة لك.

# What is wrong with a change of a book.

edit-title-missing = العنوان مطلوب.
edit-name-missing = الاسم مطلوب.
edit-too-long = هذا أطول من اللازم.
edit-too-many = العدد أكبر من المسموح.
edit-role-wrong = الدور رمز من ثلاثة أحرف، مثل aut.
edit-authors-twice = يجب إرسال authors أو contributors، لا كليهما.
edit-unknown = لا شيء يحمل هذا الرقم.
edit-genre-unknown = لا يوجد هذا الصنف في المتجر.
edit-number-wrong = الرقم في السلسلة بين 0 و100 000.
edit-pages-wrong = يُكتب عدد الصفحات مثل 312 أو ‎180-210.
edit-date-wrong = يُكتب التاريخ مثل 2024 أو ‎2024-05 أو ‎2024-05-31.
edit-publish-wrong = يُكتب التاريخ والوقت مثل ‎2026-12-01T10:00:00+01:00.
edit-publish-past = مضى هذا الموعد. يُرجى اختيار موعد لاحق.
edit-publish-there = هذا الكتاب معروض في المتجر بالفعل.
edit-language-wrong = تُكتب اللغة مثل ar أو fr أو en.
edit-isbn-wrong = يتكوّن رقم ISBN من 10 أرقام أو 13 رقمًا.
edit-isbn-check = الرقم الأخير لا يوافق بقية الأرقام. تلزم مراجعة الرقم.
edit-isbn-taken = الكتاب «{ $title }» يحمل هذا الرقم من قبل.
edit-price-needed = يحتاج الكتاب المعروض في المتجر إلى سعر، و0 يجعله مجانيًا.
edit-price-needed-then = يحتاج الكتاب المقرر نشره إلى سعر، و0 يجعله مجانيًا.
edit-price-shape = يُكتب السعر مثل 950 أو 950.50.
edit-price-wrong = هذا السعر أعلى من المسموح.
edit-currency-wrong = لا يبيع المتجر بهذه العملة.
edit-sample-no-file = ليس للكتاب ملف كهذا.
edit-sample-long = لا يكون المقتطف الكتاب كله: 90% على الأكثر، وليس حتى الجزء الأخير.
edit-sample-wrong = يلزم اختيار طول المقتطف.

# What a name cannot be.
name-unfit = لا وجود لهذا الحقل في أسماء من هذه الفئة.
name-language = تُكتب الأسماء بالإنجليزية (en) والفرنسية (fr) والعربية (ar).
name-taken = هذا الاسم موجود من قبل: { $name }. الأفضل دمج الاثنين.
name-other-taken = الاسم «{ $name }» مستعمل من قبل.
name-slug-wrong = حروف صغيرة وأرقام وشَرطات فقط، منها حرف واحد على الأقل.
name-slug-missing = تلزم كلمة للعناوين، مثل poetry.
name-slug-number = الكلمة المكوّنة من أرقام فقط تُعدّ رقمًا. تلزم إضافة حرف.
name-slug-taken = هذه الكلمة لصنف آخر، أو كانت له.
name-same = هذان شيء واحد.
name-books-missing = يلزم اختيار كتب.
name-books-unknown = أحد هذه الكتب ليس تحت هذا الاسم.
