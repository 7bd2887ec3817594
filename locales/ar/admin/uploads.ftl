# Adding books by their files, and the files of a book.

file-missing = ينبغي اختيار ملف.
cut-off = لم يصل الملف كاملًا، ولم يُحفظ منه شيء. يمكن إرساله من جديد.
disk-full = لم يبقَ في المتجر متّسع لهذا الملف، ولم يُحفظ منه شيء.
last-file = يحتفظ الكتاب المعروض، أو الذي عُرض من قبل، بملف واحد على الأقل. تلزم إضافة الملف الآخر أولًا، أو استبدال هذا.

# Why a file was refused.

refused-not-a-book = ليس هذا ملف EPUB ولا PDF، مهما قال اسمه.
refused-damaged = الملف تالف ولا تمكن قراءته إلى آخره. ينبغي طلبه من مصدره ثانية.
refused-protected = الملف محمي من النسخ. لا تُباع هنا إلا ملفات بلا حماية كهذه.
refused-password = لا يُفتح الملف إلا بكلمة سر. ينبغي طلب نسخة بلا كلمة سر.
refused-too-large = الملف أكبر مما ينبغي: أقصى حجم لملف EPUB هو 300 ميغابايت ولملف PDF هو 1 غيغابايت، ولا يجوز أن يُفكّ أيٌّ منهما إلى أكبر من ذلك بكثير.
refused-unsafe = بُني الملف بحيث لا يكون فتحه آمنًا، ولم يُحفظ.
refused-is-pdf = هذا ملف PDF، والمطلوب هنا EPUB.
refused-is-epub = هذا ملف EPUB، والمطلوب هنا PDF.
refused-other-book = هذا الملف بعينه لكتاب آخر: «{ $title }».
refused-book-gone = لم يعد الكتاب الذي أُرسل إليه هذا الملف موجودًا.
refused-gave-up = تعذّر فحص الملف. يمكن إرساله من جديد.
refused-unreadable = لا تمكن قراءة الملف.
trouble-disk-full = لم يبقَ متّسع لفحص هذا الملف. ينتظر الآن، ويُفحص حين يتوفر المتّسع.
trouble-failed = لم ينجح فحص هذا الملف. تُعاد المحاولة تلقائيًّا.

# What was found in a file that was taken.

found-missing = تنقص الملفَ أجزاءٌ من الكتاب.
found-pages-missing = تنقصه صفحات.
found-no-title = لا يذكر الملف عنوانه: يقوم اسم الملف مقامه.
found-no-language = لا يذكر الملف لغته.
found-isbn-taken = رقم ISBN الذي في الملف لكتاب آخر، فتُرك.
found-cover = لا يصلح الغلاف الذي في الملف: رُسم غلاف مكانه.
found-no-sample = تعذّر إعداد مقتطف من هذا الملف.
found-not-rewritten = يُقدَّم الملف كما هو: يُفتح ببطء أكثر.
found-pictures = لا يمكن عرض بعض الصور.
found-repaired = أُصلحت أخطاء في الملف.
found-no-contents = ليس للملف فهرس: أُعدّ له فهرس.
found-active = نُزعت برمجيات وأجزاء نشطة أخرى.
found-outside = نُزعت إحالات إلى خارج الكتاب.
found-not-served = لا تُقدَّم ملفات مرفقة ليست من الكتاب.
found-unsafe-name = تُركت ملفات أسماؤها غير آمنة.
found-restricted = قيّد المؤلف الطباعة أو النسخ. يُقرأ الكتاب هنا بلا ذلك.
found-packed = لم يُحزم الملف كما يقتضي المعيار، ومع ذلك يمكن أن يُقرأ.
found-other = وُجد شيء آخر.

# The audit log.

log-add = أُضيف كتاب
log-add-file = أُضيف ملف
log-replace-file = استُبدل ملف
log-remove-file = أُزيل ملف
log-file = اسم الملف
log-format = الصيغة
log-version = النسخة
log-bytes = الحجم

# The page on which books are added.

add-title = إضافة كتب
add-lead = يصير كل ملف مسوّدة فيها كل ما يذكره عن نفسه. يبقى تصحيحها وتحديد سعرها ثم عرضها في المتجر.
to-list = إدخال قائمة
drop-call = إفلات ملفات EPUB أو PDF هنا، أو اختيارها
drop-hint = عدة ملفات معًا. أقصى حجم لملف EPUB هو 300 ميغابايت ولملف PDF هو 1 غيغابايت.
send = إرسال
on-the-way = ملفات في الطريق
progress = ما أُرسل حتى الآن
said-waiting = ينتظر دوره
said-going = <percent> % · <speed> ميغابايت في الثانية · <left>
said-arriving = أُرسل، والمتجر يحفظه.
said-minutes = بقي نحو <count> دقيقة
said-soon = بقي أقل من دقيقة
said-stopped = أُوقف، ولم يُحفظ منه شيء.
said-unreachable = تعذّر الوصول إلى المتجر، ولم يُحفظ من الملف شيء.
said-stop = إيقاف
said-again = إعادة الإرسال
came-in = ما وصل
nothing-came = لا شيء بعد. يبقى ما يُرسل معروضًا هنا 30 يومًا.
receiving = الملف في طريق الوصول.
checking = الفحص جارٍ. قد يستغرق ملف PDF كبير بضع دقائق.
was-removed = حُذف الكتاب الذي صار إليه.
to-that-book = إلى ذلك الكتاب
detail = بالتفصيل (بالإنجليزية)
attached = هذه صيغة أخرى لكتاب موجود من قبل.
replaced = حلّ محل الملف الذي كان للكتاب.
unchanged = كان هذا الملف بعينه في المتجر: لم يتغير شيء.
findings = { $count ->
    [zero] لم يجد فحصنا شيئًا
    [one] وجد فحصنا أمرًا واحدًا
    [two] وجد فحصنا أمرين
    [few] وجد فحصنا { NUMBER($count) } أمور
    [many] وجد فحصنا { NUMBER($count) } أمرًا
   *[other] وجد فحصنا { NUMBER($count) } أمر
}
in-shop = معروض في المتجر بسعر { $price }
in-shop-free = معروض في المتجر مجانًا
title-label = العنوان
price = السعر ({ $currency })
price-missing = ينبغي تحديد سعر؛ والصفر يجعله مجانيًّا.
publish = عرض في المتجر
publish-of = عرض «{ $title }» في المتجر
edit = تعديل كل شيء
dismiss = إزالة من القائمة
dismiss-of = إزالة من القائمة: { $name }
cancel = إلغاء
cancel-of = إلغاء: { $name }

# The files of a book.

files = الملفات
files-title = الملفات: { $title }
no-file = ليس للكتاب ملف بهذه الصيغة.
since = هنا منذ { $date }
sample-parts = أجزاء المقتطف: { $open } من { $of }.
sample-pages = صفحات المقتطف: { $open } من { $of }.
nothing-found = لم يجد فحصنا ما يُعاب.
epub-hint = ملف EPUB حتى 300 ميغابايت
pdf-hint = ملف PDF حتى 1 غيغابايت
replace-call = استبدال ملف { $format } هذا: يحتفظ القراء بمواضعهم وملاحظاتهم
add-call = إضافة ملف { $format }
remove = إزالة ملف { $format }
remove-words = يُزال ملف { $format } من «{ $title }». من يملك الكتاب يقرأ ملفه الآخر من بعد. لا يمكن استرجاع الملف نفسه، ويمكن إرساله من جديد.
keep = إبقاؤه

# How much of a file anybody may read.
sample-usual = كالمعتاد: نحو العُشر
sample-none = بلا مقتطف
sample-percent = نحو { $percent }
sample-through-part = حتى الجزء { $part }
sample-through-page = حتى الصفحة { $page }
sample-change = تغيير المقتطف
sample-length = طول المقتطف
sample-share = نسبة من الكتاب
sample-up-to = حتى موضع معيّن
sample-percent-label = النسبة المئوية، 90 على الأكثر
sample-last-part = آخر جزء يُعرض
sample-last-page = آخر صفحة تُعرض
sample-pages-hint = عدد صفحات الكتاب: { $pages }.
sample-part = الجزء { $part }
sample-part-named = { $part }: { $title }
sample-cut = قص المقتطف
sample-waiting = قيد القص: { $length }. يبقى المقتطف القديم حتى ذلك الحين.
sample-failed = تعذّر قص المقتطف، فبقي القديم. جرّب طولًا آخر.
sample-wrong = اختر طول المقتطف.
sample-percent-wrong = اكتب عددًا صحيحًا من 1 إلى 90، مثل 20.
sample-page-wrong = اكتب رقم صفحة، من 1 إلى ما قبل الأخيرة.
sample-part-wrong = اختر آخر جزء في المقتطف.
