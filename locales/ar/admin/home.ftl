# The front page, arranged: refusals.

changed-meanwhile = غيّر { $by } الصفحة الرئيسية في هذه الأثناء. يلزم النظر إليها كما هي الآن، ثم إعادة المحاولة.
not-for-this-shelf = هذا الرف مدمج: يمكن نقله وإخفاؤه فقط.
too-old = لم تعد الصفحة كما كانت حينها محفوظة.
day-wrong = ليس هذا يومًا. يُكتب هكذا: ‎2026-12-01.
until-wrong = اليوم الأخير يسبق اليوم الأول.
source-missing = يلزم تحديده برقمه أو باسمه.
source-unknown = لا يوجد شيء كهذا في المتجر.

# What was done, in the history and the audit log.

title = الصفحة الرئيسية
log-move = تغيير ترتيب الرفوف
log-hide = إخفاء رف
log-show = إظهار رف
log-add = إضافة رف
log-change = تعديل رف
log-remove = حذف رف
log-books = اختيار كتب رف
log-pin = تثبيت كتاب
log-unpin = إزالة كتاب من رف
log-undo = استرجاع الصفحة الرئيسية
field-order = الترتيب
field-shelf = الرف
field-shelves = الرفوف
field-titles = العناوين
field-locales = يُعرض بـ
field-hidden = مخفي
field-source = المحتوى
field-books = الكتب
yes = نعم
no = لا
none = لا شيء
gone = لم يعد موجودًا
of-genre = الصنف: { $name }
of-author = المؤلف: { $name }
of-series = السلسلة: { $name }
of-publisher = الناشر: { $name }
since = من { $from }
up-to = إلى { $until }
between = من { $from } إلى { $until }

# The shelves.

lead = الرفوف التي تعرضها الصفحة الرئيسية، وترتيبها، والكتب المثبَّتة فيها.
shelves = رفوف الصفحة الرئيسية
add-shelf = إضافة رف
continue-reading = متابعة القراءة
continue-hint = في الأعلى دائمًا، لمن يقرأ كتابًا.
keys-hint = داخل السطر، ينقل مفتاح Alt مع الأسهم الرفَّ.
saved = حُفظت الصفحة الرئيسية.
move-up = رفع «{ $name }»
move-down = خفض «{ $name }»
hide = إخفاء
hide-shelf = إخفاء «{ $name }»
show = إظهار
show-shelf = إظهار «{ $name }»
state-shown = في الصفحة
state-hidden = مخفي
state-later = لم يحن بعد
state-over = انتهى
hint-for-you = لكل قارئ رفّه. ومن ليس له بعدُ يرى اختيارات الكتبيين.
hint-liked = لمن اختار أصنافًا.
hint-picks = في الأعلى لمن ليست له توصيات، وإلا فهنا.
hint-viewed = لكل قارئ رفّه.
no-books = لا كتب فيه بعد، فلا يُعرض.
books-of = { $count ->
    [zero] بلا كتب
    [one] كتاب واحد
    [two] كتابان
    [few] { $count } كتب
    [many] { $count } كتابًا
   *[other] { $count } كتاب
}
books-in-front = { $count ->
    [zero] بلا كتب مثبَّتة
    [one] كتاب واحد مثبَّت
    [two] كتابان مثبَّتان
    [few] { $count } كتب مثبَّتة
    [many] { $count } كتابًا مثبَّتًا
   *[other] { $count } كتاب مثبَّت
}

# The preview.

preview = معاينة
preview-lead = الصفحة كما سيراها زائر في يوم معيّن.
preview-day = اليوم
preview-of = معاينة: { $day }
preview-hint = الصفحة كما يراها الزائر. لا يفتح هذه المعاينة إلا فريق المتجر.
preview-back = العودة إلى الرفوف

# What was changed.

changes = آخر التغييرات
changes-lead = الاسترجاع يعيد الصفحة كلها إلى ما كانت عليه قبل ذلك التغيير. وهو تغيير أيضًا يمكن التراجع عنه.
put-back = استرجاع
put-back-label = استرجاع الصفحة كما كانت قبل: { $what }، { $when }

# A shelf.

new-lead = يوضع أولًا في الأعلى. تُختار كتبه في الخطوة التالية.
begin = إضافة الرف
save = حفظ
title-in = العنوان ({ $language })
shown-in = العرض في الصفحة ({ $language })
source = ما يحتويه
source-none = الكتب المختارة واحدًا واحدًا فقط
genre = جديد صنف
author = جديد مؤلف
series = سلسلة بترتيبها
publisher = جديد ناشر
which = أيّها
genre-choose = اختيار صنف
from = من
from-hint = اليوم الأول. إن تُرك فارغًا: فورًا.
until = إلى
until-hint = اليوم الأخير. إن تُرك فارغًا: بلا نهاية.
books = الكتب
in-front = الكتب المثبَّتة
facts = العنوان والمحتوى والتواريخ
when = تواريخ الرف
is-hidden = هذا الرف مخفي.
about-best = تأتي قبل الأكثر مبيعًا ولا تحمل رتبة.
about-list = لا تُعرض إلا الكتب التي في المتجر.
about-front = تأتي قبل كتب الرف الأخرى.
none-chosen = لا شيء بعد.
find = بحث
find-label = العنوان أو المؤلف أو ISBN
none-found = لا كتاب يطابق ذلك.
choose = إضافة
choose-book = إضافة «{ $title }»
is-chosen = في الرف
unchoose-book = إزالة «{ $title }»
always = دائمًا
dates-save = حفظ التواريخ
remove = حذف الرف
remove-title = حذف الرف «{ $name }»؟
remove-what = يختفي من الصفحة الرئيسية في كل اللغات مع عناوينه وتواريخه.
remove-books = { $count ->
    [zero] لم يُختر له أي كتاب.
    [one] اختير له كتاب واحد. ويبقى الكتاب نفسه في المتجر.
    [two] اختير له كتابان. ويبقى الكتابان في المتجر.
    [few] اختيرت له { $count } كتب. وتبقى الكتب نفسها في المتجر.
    [many] اختير له { $count } كتابًا. وتبقى الكتب نفسها في المتجر.
   *[other] اختير له { $count } كتاب. وتبقى الكتب نفسها في المتجر.
}
remove-later = يمكن استرجاعه من آخر التغييرات في صفحة الرفوف.

# On the page of a book.

pin-title = في الصفحة الرئيسية
pin-lead = في مقدمة رف، فورًا أو في أيام معيّنة.
pin-not-sold = سيظهر هناك متى صار في المتجر.
pin-to = الرف
pin = تثبيت في الصفحة الرئيسية
unpin = إزالة
unpin-from = إزالة من «{ $name }»
