# Names that books stand under: authors, genres, publishers, series.

authors = المؤلفون
genres = الأصناف
publishers = الناشرون
series = السلاسل
kinds = فئات الأسماء
lead = من ألّف الكتب، وعمّ تتحدث، ومن نشرها، وما يجتمع منها في سلسلة.
add = إضافة
export = تصدير (CSV)
search = الاسم
all = الكل
books = الكتب
without-books = بلا كتب
column-key = الرقم
name = الاسم
column-in-shop = كتب في المتجر
position = الترتيب
move-up = رفع { $name }
move-down = خفض { $name }
empty = لا شيء بعد. تُضاف الأسماء مع الكتب.
none-found = لا اسم يطابق ذلك.
show-all = عرض الكل
pairs-wait = { $count ->
    [zero] لا أسماء متشابهة
    [one] اسمان قد يعنيان شيئًا واحدًا
    [two] زوجان من الأسماء قد يعني كل منهما شيئًا واحدًا
    [few] { $count } أزواج من الأسماء قد يعني كل منها شيئًا واحدًا
    [many] { $count } زوجًا من الأسماء قد يعني كل منها شيئًا واحدًا
   *[other] { $count } زوج من الأسماء قد يعني كل منها شيئًا واحدًا
}

# A new one.
new-author = مؤلف جديد
new-genre = صنف جديد
new-publisher = ناشر جديد
new-series = سلسلة جديدة

# One.
tabs = عن هذا الاسم
tab-details = التفاصيل
see-page = عرض صفحته
in-shop = { $count ->
    [zero] لا كتب في المتجر
    [one] كتاب واحد في المتجر
    [two] كتابان في المتجر
    [few] { $count } كتب في المتجر
    [many] { $count } كتابًا في المتجر
   *[other] { $count } كتاب في المتجر
}
not-in-shop = { $count ->
    [zero] لا شيء خارجه
    [one] كتاب واحد خارجه
    [two] كتابان خارجه
    [few] { $count } كتب خارجه
    [many] { $count } كتابًا خارجه
   *[other] { $count } كتاب خارجه
}
save = حفظ
sort-name = يُرتَّب باسم
sort-name-hint = مثل Camus, Albert. إن تُرك فارغًا جاء اسم العائلة أولًا.
elsewhere = بلغات أخرى
elsewhere-hint = حين يُكتب الاسم بصورة أخرى تعرضه صفحته بها ويجده البحث.
about = عمّ يتحدث
slug = الكلمة في العناوين
slug-hint = حروف صغيرة وأرقام وشَرطات. تبقى الكلمة السابقة مؤدية إليه.
slug-unfit = للأصناف وحدها كلمة في العناوين.
other-names = أسماء أخرى
other-names-hint = اسم في كل سطر. يجده البحث والملفات والقوائم بهذه الأسماء أيضًا.
changed-since = تغيّر هذا منذ قراءته.
changed-meanwhile = تغيّر هذا في هذه الأثناء. ما كُتب لا يزال في الاستمارة، وحفظه من جديد يحل محل الموجود الآن.
has-books = { $count ->
    [zero] لا كتب تحت هذا الاسم.
    [one] تحت هذا الاسم كتاب واحد، فلا يمكن حذفه. يمكن دمجه مع اسم آخر.
    [two] تحت هذا الاسم كتابان، فلا يمكن حذفه. يمكن دمجه مع اسم آخر.
    [few] تحت هذا الاسم { $count } كتب، فلا يمكن حذفه. يمكن دمجه مع اسم آخر.
    [many] تحت هذا الاسم { $count } كتابًا، فلا يمكن حذفه. يمكن دمجه مع اسم آخر.
   *[other] تحت هذا الاسم { $count } كتاب، فلا يمكن حذفه. يمكن دمجه مع اسم آخر.
}

# Putting together.
merge = دمج
merge-lead = إن دل اسمان على شيء واحد دُمج أحدهما في الآخر.
merge-into = الاسم الباقي
choose = اختيار
merge-go = دمج
merge-unknown = لا يوجد اسم آخر كهذا.
merge-title = دمج «{ $from }» في «{ $into }»؟
merge-books = { $count ->
    [zero] لا كتب تحت هذا الاسم.
    [one] ينتقل كتاب واحد.
    [two] ينتقل كتابان.
    [few] تنتقل { $count } كتب.
    [many] ينتقل { $count } كتابًا.
   *[other] ينتقل { $count } كتاب.
}
merge-link = روابط «{ $from }» تؤدي دائمًا إلى «{ $into }».
merge-called = يصبح «{ $from }» اسمًا آخر: به يجد البحث والملفات والقوائم «{ $into }».
merge-readers = { $count ->
    [zero] لم يختره أحد من القراء.
    [one] قارئ واحد اختاره يصير له الآخر.
    [two] قارئان اختاراه يصير لهما الآخر.
    [few] { $count } قراء اختاروه يصير لهم الآخر.
    [many] { $count } قارئًا اختاروه يصير لهم الآخر.
   *[other] { $count } قارئ اختاروه يصير لهم الآخر.
}
merge-numbers = تحتفظ الكتب بأرقامها، وتحسن مراجعتها بعد ذلك.
merge-final = لا يمكن التراجع عن ذلك. يحفظ السجل الكتب التي انتقلت.
merge-round = في الاتجاه الآخر: دمج «{ $from }» في «{ $into }»

# What may be the same.
pairs = تكرارات محتملة
pairs-lead = أسماء قد تعني شيئًا واحدًا. يجري البحث عنها كلما جدّ اسم أو تغيّر.
pairs-none = لا اسم يشبه اسمًا آخر.
pairs-refuse = ليسا واحدًا
like-same = الاسم نفسه بكتابة أخرى
like-order = الكلمات نفسها بترتيب آخر
like-initials = في أحدهما حروف أولى
like-letter = يختلفان في حرف واحد

# Parting.
no-books = لا كتب تحت هذا الاسم.
split = نقل كتب إلى اسم آخر
split-lead = إن كان الاسم لاثنين فهنا تُختار الكتب التي للآخر.
split-books = أي الكتب
split-to = إلى أي اسم
split-hint = اسم موجود أو اسم جديد.
split-go = نقل
numbers = الأرقام في السلسلة
number-of = رقم { $title }
numbers-save = حفظ الأرقام

# Throwing away.
remove = حذف
remove-title = حذف «{ $name }»؟
remove-what = لا كتب تحت هذا الاسم. تُحذف معه أسماؤه الأخرى، ولا تؤدي روابطه القديمة إلى شيء. لا يمكن التراجع عن ذلك.
remove-readers = { $count ->
    [zero] لم يختره أحد من القراء.
    [one] اختاره قارئ واحد، ولن يبقى لديه.
    [two] اختاره قارئان، ولن يبقى لديهما.
    [few] اختاره { $count } قراء، ولن يبقى لديهم.
    [many] اختاره { $count } قارئًا، ولن يبقى لديهم.
   *[other] اختاره { $count } قارئ، ولن يبقى لديهم.
}

# The audit log.
log-author = مؤلف
log-genre = صنف
log-publisher = ناشر
log-series = سلسلة
log-add = إضافة اسم
log-change = تعديل اسم
log-merge = دمج أسماء
log-split = نقل كتب إلى اسم آخر
log-number = ترقيم سلسلة
log-remove = حذف اسم
log-not-same = تمييز اسمين
log-names = الأسماء بحسب اللغة
log-descriptions = عمّ يتحدث
log-merged = ما دُمج فيه
log-into = نُقلت إلى
log-titles = العناوين
log-books-of-both = كتب كان لها الاسمان
log-not-same-as = غير
