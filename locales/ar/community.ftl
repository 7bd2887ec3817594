# النقاش حول الكتب: ما تجيب به واجهة البرمجة.

rating-out-of-range = التقييم بين 0 و5.
rating-too-fine = للتقييم منزلة عشرية واحدة على الأكثر.
stars-out-of-range = المتاح من نجمة واحدة إلى 5 نجوم.
text-missing = لا بد من كتابة شيء أولًا.
text-too-long = الحد الأقصى للتعليق { NUMBER($most) } حرف.
note-too-long = الحد الأقصى للملاحظة { NUMBER($most) } حرف.
parent-unknown = التعليق المردود عليه لم يعد موجودًا.
comment-hidden = أخفى الإشراف هذا التعليق، فلا يمكن تعديله.
like-own = هذا تعليقك أنت.
report-own = هذا تعليقك أنت، ويمكنك حذفه.
reason-missing = يلزم اختيار سبب، فهو يُبلَّغ لصاحب التعليق.
hours-wrong = المدة المتاحة من ساعة إلى سنة.
act-on-oneself = هذا تعليقك أنت، والقرار فيه لشخص آخر من الإشراف.
act-on-admin = ما تكتبه الإدارة لا تقرر فيه إلا الإدارة.
act-wrong-state = تغيّر حال التعليق، فيلزم النظر فيه من جديد.
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
row-desk-hint = التعليقات المبلَّغ عنها والمحجوزة
desk-lead = التعليقات المبلَّغ عنها أولًا، ثم ما حجزته قاعدة؛ والأقدم قبل الأحدث.
desk-open = في الانتظار
desk-reported = مبلَّغ عنها
desk-held = محجوزة
desk-hidden = أُخفيت حديثًا
desk-open-empty = لا شيء في الانتظار.
desk-reported-empty = لا بلاغات.
desk-held-empty = لا شيء محجوز.
desk-hidden-empty = لا شيء مخفي.
desk-to-list = إلى القائمة
desk-keys = مفاتيح الاختصار
desk-keys-on = استعمال هذه المفاتيح على هذا الجهاز
desk-keys-close = إغلاق
key-next = التعليق التالي
key-previous = التعليق السابق
key-keep = إبقاؤه أو إظهاره من جديد
key-hide = إخفاؤه: اختيار سبب
key-spoiler = وسمه بأنه يحرق الأحداث
key-warn = تنبيه صاحبه: اختيار سبب
key-help = عرض هذه المفاتيح
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
case-since = الانتظار: { $since }
case-edited = معدَّل
case-read-to = كُتب عند { $percent }
case-thread = عرضه في مكانه من النقاش
case-answers = رد على { $name }
case-parent-gone = التعليق المردود عليه لم يعد موجودًا.
case-reports-title = البلاغات
case-writer = صاحب التعليق
case-acts = ما العمل
case-writer-gone = لم يعد الحساب موجودًا، فلا قرار مطلوب.
writer-gone = حساب محذوف
report-closed = نُظر فيه
held-repeated = محجوز: النص نفسه مرة أخرى
held-link = محجوز: رابط من حساب جديد
held-reports = محجوز: بلّغ عنه عدة قرّاء
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
act-show = إظهار
act-restore = استعادة
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
    [many] { $count } ردًّا
   *[other] { $count } رد
}
own-held = ينظر الإشراف فيه قبل أن يراه غيرك
own-held-repeated = قيل الكلام نفسه قبل وقت قصير.
own-held-link = فيه رابط، وحسابك جديد هنا.
own-held-reports = بلّغ عنه عدة قرّاء.
own-hidden = أخفى الإشراف هذا التعليق، فلا يراه غيرك.
own-reason = السبب: { $reason }.
own-thread = عرضه في مكانه من النقاش
own-edit = تعديل
own-delete = حذف
own-delete-title = حذف تعليقك عن { $title }؟
own-delete-body = لا يمكن استرجاعه بعد ذلك.
own-delete-replies = لا يمكن استرجاعه بعد ذلك. تبقى الردود تحت مكان فارغ.
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
