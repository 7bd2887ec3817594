# The books: refusals.

changed-meanwhile = غيّر { $by } هذا في هذه الأثناء: { $fields }. تُرجى مراجعة الحالة الراهنة ثم إعادة التعديل.
not-undoable = لا يمكن التراجع عن هذا التعديل.
held = يملك أحد القراء هذا الكتاب، فلا يمكن أن يعود مسودة. يمكن سحبه من البيع بدل ذلك، ويبقى لمن يملكه.
not-a-draft = لا تُحذف إلا المسودات. يمكن سحب الكتاب من البيع بدل ذلك.
not-there = لم يعد هذا الكتاب موجودًا.
failed = تعذّر الحفظ. تُرجى إعادة المحاولة.
bulk-too-many = يمكن اختيار 200 كتاب على الأكثر.
bulk-genre-missing = يلزم اختيار صنف.
bulk-price-missing = السعر مطلوب.
cover-missing = يلزم اختيار صورة.
cover-kind = يجب أن تكون الصورة من نوع JPEG أو PNG أو WebP أو GIF.
cover-too-large = هذه الصورة كبيرة جدًا: 20 ميغابايت على الأكثر.
cover-damaged = هذه الصورة تالفة.

# What was done, in the history and the audit log.

log-book = كتاب
log-add = إضافة كتاب
log-change = تعديل كتاب
log-publish = نشر كتاب
log-schedule = تحديد موعد نشر كتاب
log-unschedule = إلغاء موعد نشر كتاب
log-publish-due = نشر كتاب في موعده
log-publish-missed = تعذّر نشر كتاب في موعده
log-withdraw = سحب كتاب من البيع
log-put-back = إعادة كتاب إلى المسودات
log-price = تغيير سعر
log-cover = تغيير غلاف
log-undo = تراجع عن تعديل
log-remove = حذف مسودة

field-title = العنوان
field-subtitle = العنوان الفرعي
field-contributors = المؤلفون
field-genres = الأصناف
field-publisher = الناشر
field-series = السلسلة
field-isbn = ISBN
field-description = الوصف
field-language = اللغة
field-release-date = تاريخ النشر
field-page-count = الصفحات
field-price = السعر
field-status = الحالة
field-publish-at = موعد النشر
field-cover = الغلاف

status-draft = مسودة
status-published = في المتجر
status-withdrawn = مسحوب
scheduled-for = مقرر نشره يوم { $when }
cover-drawn = رسمه المتجر
cover-own = صورة خاصة به
series-number = { $series }، رقم { $number }

# The list.

add = إضافة كتب
add-by-hand = إدخال كتاب يدويًا
export = تصدير
search = العنوان أو المؤلف أو ISBN
genre = الصنف
format = الصيغة
missing = ما ينقص
all = الكل
book = الكتاب
sales = المبيعات
rating = التقييم
updated = آخر تعديل
publish = نشر
withdraw = سحب من البيع
set-price = تحديد السعر
add-genre = إضافة الصنف
remove-genre = إزالة الصنف
price-deed = تحديد
genre-add-deed = إضافة
genre-remove-deed = إزالة
caption = كتب المتجر
choose = اختيار
parts = صفحات القائمة
first = العودة إلى البداية
next = الصفحة التالية
empty = لا توجد كتب بعد. تكفي إضافة الملفات، وتُقرأ البيانات منها.
none-found = لا كتاب يطابق ذلك.
show-all = عرض كل الكتب
no-price = بلا سعر
no-file = بلا ملف
free = مجاني
missing-any = لا شيء
missing-files = ملف
missing-cover = غلاف خاص
missing-description = وصف
missing-price = سعر
missing-publication = النشر في موعده
bulk-none = يلزم أولًا اختيار كتب.
back-to-list = العودة إلى القائمة
was-so = كان كذلك من قبل

# A book.

see-page = عرض صفحته
preview = معاينة
warning-no-file = ليس لهذا الكتاب ملف بعد، فلا يمكن لأحد قراءته.
warning-missed = كان مقررًا نشره يوم { $when } وتعذّر ذلك. تُرجى مراجعة سعره ثم نشره أو تحديد موعد آخر.
warning-before = ليس لهذا الكتاب ملف بعد. بعد النشر سيظهر ولن تمكن قراءته.
tabs = عن هذا الكتاب
tab-metadata = التفاصيل
tab-offer = السعر والحالة
tab-files = الملفات
tab-history = السجل
save = حفظ
save-over = ما كُتب لا يزال في الاستمارة، وحفظه من جديد يحل محل الموجود الآن.

# Its form.

typed-kept = محفوظ مؤقتًا
typed-not-kept = تعذّر الحفظ المؤقت
typed-restored = هذا ما كُتب { $when } ولم يُحفظ.
typed-meanwhile = تغيّر هذا بعد ذلك: { $fields }.
typed-throw = التخلي عنه
description-hint = يُترك سطر فارغ بين الفقرات.
people-hint = بالترتيب الوارد في الكتاب.
person-add = إضافة شخص
person-name = الاسم { $number }
person-role = دور الشخص { $number }
person-up = رفع { $name }
person-remove = إزالة { $name }
role-author = تأليف
role-translator = ترجمة
role-illustrator = رسوم
role-editor = تحرير
role-narrator = قراءة
role-contributor = مشاركة
genre-first = الصنف الرئيسي
genre-none = لا شيء
genres-all = كل الأصناف
series-place = الرقم في السلسلة
number-wrong = يُكتب الرقم مثل 2 أو 2.5.
isbn-hint = 10 أرقام أو 13 رقمًا
date-hint = 2024 أو ‎2024-05 أو ‎2024-05-31
pages-hint = 312 أو ‎180-210
language-unknown = غير معروفة

# A new one.

new-lead = يصبح مسودة، ويمكن أن يأتي كل شيء عدا العنوان لاحقًا.
new-begin = إضافة الكتاب

# Price and status.

price-in = السعر ({ $currency })
price-hint = يجعل 0 الكتاب مجانيًا.
price-save = حفظ السعر
prices = الأسعار السابقة
about-draft = لا يراه إلا فريق المتجر.
about-published = يراه الجميع ويمكن شراؤه.
about-withdrawn = لم يعد يُباع، ويبقى لمن يملكه.
put-back = إعادته إلى المسودات

# At a set time.

schedule-title = النشر في موعد محدد
schedule-lead = لا يتغيّر شيء حتى ذلك الموعد، ثم يدخل الكتاب المتجر تلقائيًا.
schedule-set = سيُنشر يوم { $when } بتوقيت الجزائر.
schedule-at = اليوم والساعة
schedule-hint = بتوقيت الجزائر.
schedule-save = تحديد الموعد
schedule-cancel = إلغاء الموعد
schedule-wrong = يلزم إدخال اليوم والساعة.

# Its cover.

cover-is-drawn = يرسم المتجر هذا الغلاف من العنوان وأسماء المؤلفين ما دام الكتاب بلا صورة.
cover-is-own = لهذا الكتاب صورة خاصة به.
cover-draw = رسمه من جديد

# Its history.

history-empty = لم يتغيّر شيء بعد.
undo = تراجع
undo-label = تراجع: { $what }، { $when }
on-command-line = من سطر الأوامر
undone = جرى التراجع عنه
undo-meanwhile = لا يمكن التراجع، فقد غيّر { $by } هذا بعد ذلك: { $fields }.

# Throwing it away.

remove = حذف المسودة
remove-title = حذف «{ $title }»؟
remove-what = ما يُحذف معها:
remove-words = كل ما كُتب عنها وسجلها
remove-files = ملفاتها: { $formats }
remove-cover = غلافها
remove-final = لا يمكن التراجع عن ذلك.

# How much of a file anybody may read.
log-sample = تغيير طول المقتطف
field-sample-epub = مقتطف EPUB
field-sample-pdf = مقتطف PDF
