# النقاش حول الكتب: ما تجيب به واجهة البرمجة.

rating-out-of-range = التقييم بين 0 و5.
rating-too-fine = للتقييم منزلة عشرية واحدة على الأكثر.
stars-out-of-range = المتاح من نجمة واحدة إلى 5 نجوم.
text-missing = لا بد من كتابة شيء أولًا.
text-too-long = الحد الأقصى للتعليق { NUMBER($most) } حرف.
note-too-long = الحد الأقصى للملاحظة { NUMBER($most) } حرف.
parent-unknown = التعليق المردود عليه لم يعد موجودًا.
client-key-invalid = يلزم هنا اسم من 1 إلى 64 حرفًا.
comment-hidden = أخفى الإشراف هذا التعليق، فلا يمكن تعديله.
like-own = هذا تعليقك أنت.
report-own = هذا تعليقك أنت، ويمكنك حذفه.
reason-missing = يلزم اختيار سبب، فهو يُبلَّغ لصاحب التعليق.
hours-wrong = المدة المتاحة من ساعة إلى سنة.
act-on-oneself = هذا تعليقك أنت، والقرار فيه لشخص آخر من الإشراف.
act-on-admin = ما تكتبه الإدارة لا تقرر فيه إلا الإدارة.
act-wrong-state = تغيّر هذا التعليق في هذه الأثناء، فيلزم النظر فيه من جديد.
kept-talk = تقييماتك وتعليقاتك وإعجاباتك. وحيث رُدَّ عليك يبقى مكان فارغ.

# الأسباب، في البلاغات وفي قرارات الإشراف.
reason-spam = إعلان
reason-abuse = إهانة أو تهديد
reason-spoiler = حرق للأحداث بلا تنبيه
reason-off-topic = لا صلة له بالكتاب
reason-illegal = مخالف للقانون
reason-other = سبب آخر

# مكتب الإشراف.
account = الحساب
desk = الإشراف
desk-lead = التعليقات المبلَّغ عنها أولًا، ثم ما حجزته قاعدة؛ والأقدم قبل الأحدث.
desk-open = في الانتظار
desk-reported = مبلَّغ عنها
desk-held = محجوزة
desk-hidden = أُخفيت حديثًا
desk-open-empty = لا شيء في الانتظار.
desk-reported-empty = لا بلاغات.
desk-held-empty = لا شيء محجوز.
desk-hidden-empty = لا شيء مخفي.
desk-to-list = العودة إلى القائمة
desk-keys = اختصارات لوحة المفاتيح
desk-keys-on = استعمال هذه الاختصارات على هذا الجهاز
desk-keys-close = إغلاق
key-next = التعليق التالي
key-previous = التعليق السابق
key-keep = إبقاؤه أو إظهاره من جديد
key-hide = إخفاؤه: اختيار سبب
key-spoiler = وسمه بأنه يحرق الأحداث
key-warn = تنبيه صاحبه: اختيار سبب
key-help = عرض هذه الاختصارات
case-title = { $name } عن { $title }
case-reports = { $count ->
    [zero] لا بلاغات
    [one] بلاغ واحد
    [two] بلاغان
    [few] { $count } بلاغات
    [many] { $count } بلاغًا
   *[other] { $count } بلاغ
}
case-hidden = مخفي: { $reason }
case-spoiler = موسوم بأنه يحرق الأحداث
case-withdrawn = حذفه صاحبه بعد التبليغ
case-since = وصل: { $since }
case-edited = عُدّل
case-read-to = كُتب عند { $percent }
case-thread = عرضه في المحادثة
case-answers = رد على { $name }
case-parent-gone = التعليق المردود عليه لم يعد موجودًا.
case-then = نصه وقت البلاغ:
case-reports-title = البلاغات
case-writer = صاحب التعليق
case-acts = ما العمل
case-writer-gone = لم يعد الحساب موجودًا، فلا قرار مطلوب.
writer-gone = حساب محذوف
report-closed = نُظر فيه
held-repeated = محجوز: النص نفسه مرة أخرى
held-link = محجوز: رابط من حساب جديد
held-reports = محجوز: بلّغ عنه عدة قراء
record-since = الحساب منذ { $date }
record-visible = { $count ->
    [zero] لا تعليقات ظاهرة
    [one] تعليق ظاهر واحد
    [two] تعليقان ظاهران
    [few] { $count } تعليقات ظاهرة
    [many] { $count } تعليقًا ظاهرًا
   *[other] { $count } تعليق ظاهر
}
record-hidden = { $count ->
    [zero] لا شيء مخفي
    [one] تعليق مخفي واحد
    [two] تعليقان مخفيان
    [few] { $count } تعليقات مخفية
    [many] { $count } تعليقًا مخفيًا
   *[other] { $count } تعليق مخفي
}
record-warned = { $count ->
    [zero] بلا تنبيهات
    [one] تنبيه واحد
    [two] تنبيهان
    [few] { $count } تنبيهات
    [many] { $count } تنبيهًا
   *[other] { $count } تنبيه
}
record-suspended = { $count ->
    [zero] بلا إيقاف
    [one] إيقاف واحد
    [two] إيقافان
    [few] { $count } مرات إيقاف
    [many] { $count } مرة إيقاف
   *[other] { $count } مرة إيقاف
}
record-until = موقوف حتى { $until }
act-keep = إبقاء
act-close = تسجيل النظر فيه
act-show = إظهار
act-restore = إظهاره من جديد
act-spoiler = وسم بحرق الأحداث
act-hide = إخفاء…
act-warn = تنبيه…
act-suspend = إيقاف…
act-reinstate = إنهاء الإيقاف
act-unknown = لا يوجد إجراء كهذا.
deed-hide = إخفاء التعليق
deed-warn = إرسال التنبيه
deed-suspend = إيقاف الحساب
undo-hide = إظهاره من جديد
look-again = النظر فيه من جديد
choose-reason = اختيار سبب
reason-label = السبب
reason-hint = يُبلَّغ به صاحب التعليق.
note-label = ملاحظة إلى صاحب التعليق
term-label = المدة
term-day = يوم واحد
term-week = 7 أيام
term-month = 30 يومًا
term-year = سنة واحدة
did-keep = يبقى تعليق { $name } كما هو.
did-close = تمّ النظر في البلاغات عن التعليق المحذوف الذي كتبه { $name }.
did-restore = عاد تعليق { $name } إلى الظهور.
did-hide = أُخفي تعليق { $name }.
did-mark-spoiler = وُسم تعليق { $name } بأنه يحرق الأحداث.
did-warn = أُرسل تنبيه إلى { $name }.
did-suspend = أُوقفت الكتابة على { $name } حتى { $until }.
did-reinstate = عادت الكتابة متاحة لحساب { $name }.
spoiler-part = حرق للأحداث:

# تعليقات المرء وتقييماته.
mine = التعليقات والتقييمات
row-mine-hint = ما كتبته وما قيّمته
mine-comments = التعليقات
mine-ratings = التقييمات
mine-notices = من الإشراف
mine-comments-empty = لا تعليقات لك بعد. تحت كل كتاب مكان للتعليق.
mine-ratings-empty = لا تقييمات لك بعد.
mine-notices-empty = لا رسائل لك من الإشراف.
mine-suspended = التقييم والتعليق والتبليغ غير متاحة لك حتى { $until }.
mine-why = معرفة السبب
mine-lately = من الإشراف
mine-all-notices = كل رسائل الإشراف إليك
browse-books = تصفح الكتب
own-likes = { $count ->
    [zero] لا إعجابات
    [one] إعجاب واحد
    [two] إعجابان
    [few] { $count } إعجابات
    [many] { $count } إعجابًا
   *[other] { $count } إعجاب
}
own-replies = { $count ->
    [zero] لا ردود
    [one] رد واحد
    [two] ردّان
    [few] { $count } ردود
    [many] { $count } ردًا
   *[other] { $count } رد
}
own-held = ينظر الإشراف فيه قبل أن يراه غيرك
own-held-repeated = كُتب الكلام نفسه قبل وقت قصير.
own-held-link = فيه رابط، وحسابك جديد.
own-held-reports = بلّغ عنه عدة قراء.
own-hidden = أخفى الإشراف هذا التعليق، فلا يراه غيرك.
own-reason = السبب: { $reason }.
own-thread = عرضه في المحادثة
own-edit = تعديل
own-delete = حذف
own-delete-title = حذف تعليقك عن { $title }؟
own-delete-body = لا يمكن التراجع عن ذلك.
own-delete-replies = لا يمكن التراجع عن ذلك. تبقى الردود تحت مكان فارغ.
own-stars = { $stars } من 5
own-change = تعديل
own-change-of = تعديل تقييم { $title }
own-rating-label = تقييمك
own-save = حفظ
own-take-back = إزالة التقييم
notice-keep = صار أحد تعليقاتك المحجوزة ظاهرًا لغيرك.
notice-restore = عاد أحد تعليقاتك المخفية إلى الظهور.
notice-hide = أُخفي أحد تعليقاتك.
notice-mark-spoiler = وُسم أحد تعليقاتك بأنه يحرق الأحداث.
notice-warn = تنبيه لك بشأن أحد تعليقاتك.
notice-suspend = التقييم والتعليق والتبليغ غير متاحة لك حتى { $until }.
notice-reinstate = عاد التقييم والتعليق والتبليغ متاحًا لك.
notice-comment = عرض التعليق

# التقييمات والتعليقات على الصفحات.
talk = التقييمات والتعليقات
comments = التعليقات
one-comment = تعليق
talk-page = التعليقات على { $title }
ratings = { $count ->
    [zero] لا تقييمات
    [one] تقييم واحد
    [two] تقييمان
    [few] { $count } تقييمات
    [many] { $count } تقييمًا
   *[other] { $count } تقييم
}
no-ratings = لا تقييم لهذا الكتاب بعد.
no-comments = لا تعليقات بعد. يمكن قراءة المقتطف وكتابة أول تعليق.
no-comments-of-stars = لا تعليق ممن أعطوا هذا التقييم.
all-of = { $count ->
    [zero] كل التعليقات
    [one] كل التعليقات: تعليق واحد
    [two] كل التعليقات: تعليقان
    [few] كل التعليقات: { $count } تعليقات
    [many] كل التعليقات: { $count } تعليقًا
   *[other] كل التعليقات: { $count } تعليق
}
all-comments = كل التعليقات على الكتاب
show-all-comments = عرض كل التعليقات
whole-thread = المحادثة كلها
all-replies = { $count ->
    [zero] لا ردود
    [one] الرد
    [two] الردّان
    [few] كل الردود: { $count }
    [many] كل الردود: { $count }
   *[other] كل الردود: { $count }
}
order = الترتيب حسب
order-new = الأحدث أولًا
order-top = الأكثر إعجابًا
only-stars = { $stars ->
    [zero] بلا نجوم
    [one] نجمة واحدة
    [two] نجمتان
    [few] { $stars } نجوم
    [many] { $stars } نجمة
   *[other] { $stars } نجمة
}

# تعليق واحد.
owns-book = نسخة مقتناة
edited = عُدّل
gives = التقييم: { $average } من 5
written-at = عند { $percent } من الكتاب
answers = ردًا على { $name }
likes = إعجاب
reply = رد
reply-to = الرد على { $name }
more-of = المزيد: تعليق { $name }
edit = تعديل
delete = حذف
report = تبليغ
link = نسخ الرابط
link-copied = نُسخ الرابط
sending = جارٍ الإرسال…
gone-deleted = حُذف هذا التعليق.
gone-hidden = لا يمكن عرض هذا التعليق الآن.
held-title = ينظر الإشراف في هذا التعليق قبل أن يراه غيرك.
waits-repeated = نُشر النص نفسه من قبل.
waits-link = فيه رابط، والحساب جديد.
waits-reports = بلّغ عنه عدة قراء.
hidden-title = أخفى الإشراف هذا التعليق.
hidden-because = السبب: { $reason }

# ما يحرق الأحداث.
spoiler-group = حرق للأحداث
folded-whole = التعليق كله حرق للأحداث: إظهار
folded-behind = كُتب عند { $written } من الكتاب، وقراءتك عند { $mine }: إظهار
folded-further = كُتب عند { $written } من الكتاب: إظهار

# الاستمارة.
composer-label = تعليقك
composer-title = تعليق على { $title }
composer-hint = لإخفاء جزء يحرق الأحداث يوضع بين || و||.
composer-spoiler = التعليق كله حرق للأحداث
composer-hide = إخفاء المحدَّد
composer-post = نشر
text-nearly-too-long = اقترب النص من الحد الأقصى: { NUMBER($most) } حرف.
too-fast = الإرسال أسرع من المسموح. يلزم الانتظار { $seconds ->
    [zero] قليلًا
    [one] ثانية واحدة
    [two] ثانيتين
    [few] { $seconds } ثوانٍ
    [many] { $seconds } ثانية
   *[other] { $seconds } ثانية
}. ما كُتب باقٍ هنا.
reply-title = الرد على { $name }
reply-label = ردّك
reply-post = رد
edit-title = تعديل التعليق
edit-label = تعليقك
edit-save = حفظ
post-own = نشره تعليقًا مستقلًا
throw-away = تجاهل التعليق
cancel = إلغاء
draft-offline = لا اتصال بالشبكة. ينتظر تعليقك هنا ويُرسل حين يعود الاتصال.
draft-waiting = ينتظر هذا التعليق الإرسال.
draft-lost = تعذّر الوصول إلى المتجر. تعليقك باقٍ هنا، ويمكن إرساله ثانية بعد لحظة.
draft-restored = هذا ما كُتب من قبل.
draft-own = التعليق المردود عليه لم يعد موجودًا. يمكن نشر ما كُتب هنا تعليقًا مستقلًا.
draft-too-long-to-keep = لم يعد الدخول مسجّلًا، وهذا النص أطول من أن يُحفظ إلى حين تسجيل الدخول. يلزم نسخه ثم تسجيل الدخول ولصقه.
talk-lost = تعذّر الوصول إلى المتجر. يمكن المحاولة ثانية بعد لحظة.
said-posted = نُشر تعليقك.
said-held = ينظر الإشراف في تعليقك قبل أن يراه غيرك.
said-changed = عُدّل تعليقك.
said-deleted = حُذف تعليقك.
said-reported = شكرًا. سينظر الإشراف في الأمر.

# الحذف والإبلاغ.
delete-title = حذف هذا التعليق؟
delete-body = لا يمكن التراجع عن ذلك.
delete-body-replies = لا يمكن التراجع عن ذلك. تبقى الردود تحت مكان فارغ.
delete-deed = حذف
report-title = التبليغ عن هذا التعليق
report-lead = الإشراف وحده يرى من بلّغ ولماذا.
report-reason = ما المشكلة فيه؟
report-note = بكلماتك
report-send = تبليغ
reason-missing-report = يلزم اختيار سبب.

# تقييم القارئ نفسه.
my-rating = تقييمي
rating-title = تقييمك لكتاب { $title }
stars-of-five = { $stars } من 5
rate = تقييم
rating-missing = لا بد من اختيار تقييم أولًا.
rating-remove = إزالة التقييم
rating-saved = حُفظ تقييمك.
rating-removed = أُزيل تقييمك.
rating-lost = تعذّر الوصول إلى المتجر. تقييمك كما كان، ويمكن المحاولة ثانية بعد لحظة.
rating-waits = حُفظ تقييمك على هذا الجهاز، ويُرسل عند عودة الاتصال.
undo = تراجع

# لماذا لا تمكن الكتابة.
sign-in = تسجيل الدخول
verify = تأكيد بريدك الإلكتروني
door-sign-in = تسجيل الدخول يتيح تقييم الكتاب والتعليق عليه.
door-verify = تأكيد البريد الإلكتروني يتيح تقييم الكتاب والتعليق عليه.
door-suspended = تعود إمكانية الكتابة في { $until }.
door-suspended-because = السبب: { $reason }

# سجل التدقيق كما تقرؤه الإدارة.
log-comment = تعليق
log-user = الحساب
log-keep = إبقاء تعليق كما هو
log-restore = إظهار تعليق من جديد
log-hide = إخفاء تعليق
log-mark-spoiler = وسم تعليق بأنه يحرق الأحداث
log-warn = تنبيه حساب
log-suspend = إيقاف حساب
log-reinstate = إنهاء إيقاف حساب
log-state = الحالة
log-spoiler = حرق الأحداث
log-note = ملاحظة إلى صاحب التعليق
log-until = الإيقاف حتى
log-yes = نعم
log-no = لا
log-visible = ظاهر
log-held = محجوز
log-hidden = مخفي
log-deleted = محذوف
