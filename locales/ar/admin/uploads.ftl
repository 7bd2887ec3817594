# Adding books by their files, and the files of a book.

file-missing = يلزم اختيار ملف.
cut-off = لم يصل الملف كاملًا، ولم يُحفظ منه شيء. يمكن إرساله من جديد.
disk-full = لم يبقَ في المتجر متّسع لهذا الملف، ولم يُحفظ منه شيء.
last-file = يحتفظ الكتاب الذي في المتجر، أو كان فيه، بملف واحد على الأقل. تلزم إضافة الملف الآخر أولًا، أو استبدال هذا.

# Why a file was refused.

refused-not-a-book = ليس هذا ملف EPUB ولا PDF، مهما قال اسمه.
refused-damaged = الملف تالف ولا تمكن قراءته إلى آخره. يلزم طلب نسخة جديدة من مصدره.
refused-protected = الملف محمي من النسخ (DRM). لا تُباع هنا إلا ملفات بلا حماية كهذه.
refused-password = لا يُفتح الملف إلا بكلمة سر. يلزم طلب نسخة بلا كلمة سر.
refused-too-large = الملف كبير جدًا: 300 ميغابايت على الأكثر لملف EPUB و1 غيغابايت لملف PDF، ولا يجوز أن يُفكّ إلى أكبر من ذلك بكثير.
refused-unsafe = بُني الملف بحيث لا يكون فتحه آمنًا، ولم يُحفظ.
refused-is-pdf = هذا ملف PDF، والمطلوب هنا EPUB.
refused-is-epub = هذا ملف EPUB، والمطلوب هنا PDF.
refused-other-book = هذا الملف بعينه لكتاب آخر: «{ $title }».
refused-book-gone = لم يعد الكتاب الذي أُرسل إليه هذا الملف موجودًا.
refused-gave-up = تعذّر فحص الملف. يمكن إرساله من جديد.
refused-unreadable = لا تمكن قراءة الملف.
trouble-disk-full = لم يبقَ متّسع لفحص هذا الملف. ينتظر الآن، ويُفحص حين يتوفر المتّسع.
trouble-failed = تعذّر فحص هذا الملف. تُعاد المحاولة تلقائيًا.

# What was found in a file that was taken.

found-missing = تنقص الملفَ أجزاءٌ من الكتاب.
found-pages-missing = تنقصه صفحات.
found-no-title = لا يذكر الملف عنوانه: استُعمل اسم الملف بدلًا منه.
found-no-language = لا يذكر الملف لغته.
found-isbn-taken = رقم ISBN الذي في الملف لكتاب آخر، فلم يُستعمل.
found-cover = لا يصلح الغلاف الذي في الملف: رُسم غلاف بدلًا منه.
found-no-sample = تعذّر إعداد مقتطف من هذا الملف.
found-not-rewritten = يُقدَّم الملف كما هو، فيُفتح ببطء أكثر.
found-active-kept = يحتوي الملف على برامج نصية أو مرفقات أو روابط خارجية وتبقى فيه. لا أثر لها في قارئ المتجر، وقد يكون لها أثر في برامج أخرى.
found-pictures = لا يمكن عرض بعض الصور.
found-repaired = أُصلحت أخطاء في الملف.
found-no-contents = ليس للملف فهرس: أُعدّ له فهرس.
found-active = نُزعت برمجيات وأجزاء نشطة أخرى.
found-outside = نُزعت إحالات إلى خارج الكتاب.
found-not-served = لا تُقدَّم ملفات مرفقة ليست من الكتاب.
found-unsafe-name = تُركت ملفات أسماؤها غير آمنة.
found-restricted = قيّد المؤلف الطباعة أو النسخ. يُقرأ الكتاب هنا بلا هذه القيود.
found-packed = الملف غير محزوم كما يقتضي المعيار، ومع ذلك تمكن قراءته.
found-other = وُجد شيء آخر.

# The audit log.

log-add = إضافة كتاب
log-add-file = إضافة ملف
log-replace-file = استبدال ملف
log-remove-file = إزالة ملف
log-file = اسم الملف
log-format = الصيغة
log-version = النسخة
log-bytes = الحجم

# The page on which books are added.

add-title = إضافة كتب
add-lead = يصير كل ملف مسودة تُملأ مما في الملف. يبقى تصحيحها وتحديد سعرها ثم نشرها.
to-list = استيراد قائمة
drop-call = إفلات ملفات EPUB أو PDF هنا، أو اختيارها
drop-hint = عدة ملفات معًا. 300 ميغابايت على الأكثر لملف EPUB، و1 غيغابايت لملف PDF.
send = إرسال
on-the-way = ملفات قيد الإرسال
progress = ما أُرسل حتى الآن
said-waiting = ينتظر دوره
said-going = <percent>% · <speed> ميغابايت في الثانية · <left>
said-arriving = أُرسل، والمتجر يحفظه.
said-minutes = بقي نحو <count> د
said-soon = بقي أقل من دقيقة
said-stopped = أُوقف، ولم يُحفظ منه شيء.
said-unreachable = تعذّر الوصول إلى المتجر، ولم يُحفظ من الملف شيء.
said-stop = إيقاف
said-again = إعادة الإرسال
came-in = الملفات المستلَمة
nothing-came = لا شيء بعد. يبقى ما يُرسل معروضًا هنا 30 يومًا.
receiving = جارٍ استلام الملف.
checking = الفحص جارٍ. قد يستغرق ملف PDF كبير بضع دقائق.
was-removed = حُذف الكتاب الذي أُعدّ منه.
to-that-book = عرض ذلك الكتاب
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
in-shop = في المتجر بسعر { $price }
in-shop-free = في المتجر مجانًا
title-label = العنوان
price = السعر ({ $currency })
price-missing = السعر مطلوب؛ و0 يجعل الكتاب مجانيًا.
publish = نشر
publish-of = نشر «{ $title }»
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
nothing-found = لم يجد فحصنا أي مشكلة.
epub-hint = ملف EPUB من 300 ميغابايت على الأكثر
pdf-hint = ملف PDF من 1 غيغابايت على الأكثر
replace-call = استبدال ملف { $format } هذا: يحتفظ القراء بمواضعهم وملاحظاتهم
add-call = إضافة ملف { $format }
remove = إزالة ملف { $format }
remove-words = سيُزال ملف { $format } من «{ $title }». من يملك الكتاب يقرأ ملفه الآخر. لا يمكن استرجاع الملف، ويمكن إرساله من جديد.
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
sample-last-part = آخر جزء في المقتطف
sample-last-page = آخر صفحة في المقتطف
sample-pages-hint = عدد صفحات الكتاب: { $pages }.
sample-part = الجزء { $part }
sample-part-named = { $part }: { $title }
sample-cut = إعداد المقتطف
sample-waiting = قيد الإعداد: { $length }. يبقى المقتطف القديم حتى ذلك الحين.
sample-failed = تعذّر إعداد المقتطف، فبقي القديم. تمكن تجربة طول آخر.
sample-wrong = يلزم اختيار طول المقتطف.
sample-percent-wrong = يلزم عدد صحيح من 1 إلى 90، مثل 20.
sample-page-wrong = يلزم رقم صفحة، من 1 إلى ما قبل الأخيرة.
sample-part-wrong = يلزم اختيار آخر جزء في المقتطف.
