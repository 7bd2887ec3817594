# Running the shop's machinery: jobs, mails, health.

# Jobs.
jobs-lead = ما يقوم به المتجر من تلقاء نفسه، لاحقًا أو دوريًا. ما تكرر فشله ينتظر هنا.
state-dead = فاشلة
state-waiting = في الانتظار
state-running = جارية
state-scheduled = دورية
state-removed = محذوفة
no-dead = لم يفشل شيء.
no-waiting = لا شيء في الانتظار.
no-running = لا شيء يجري الآن.
no-scheduled = لا شيء يجري دوريًا.
column-job = المهمة
column-state = الحالة
column-wanted = وقت الطلب
column-given-up = وقت التخلي
column-due = الموعد
column-begun = البداية
column-done = آخر مرة
column-next = المرة القادمة
column-tries = المحاولات
column-error = آخر رسالة
retry = إعادة المحاولة
retry-all = إعادة محاولة كل المهام الفاشلة
now = تنفيذ الآن
remove = حذف
remove-title =
    { $count ->
        [zero] حذف المهام؟
        [one] حذف مهمة واحدة؟
        [two] حذف مهمتين؟
        [few] حذف { $count } مهام؟
        [many] حذف { $count } مهمة؟
       *[other] حذف { $count } مهمة؟
    }
remove-follows = لن يُنفَّذ ما كان عليها تنفيذه.
cancel = إلغاء
retried = قيد التنفيذ
removed = حُذفت
gone = لم تعد موجودة: نُفِّذت أو حُذفت من قبل
nothing = لا شيء مختار
nothing-chosen = يلزم اختيار سطر واحد على الأقل
job-runs = هي جارية في هذه اللحظة.
job-scheduled = هي مهمة دورية تخص المتجر.
further = الصفحة التالية
all = الكل

# What jobs and mails are about.
kind-verification = رسالة: تأكيد البريد الإلكتروني
kind-reset = رسالة: كلمة سر جديدة
kind-change = رسالة: تأكيد البريد الإلكتروني الجديد
kind-email-changed = رسالة: تغيّر البريد الإلكتروني
kind-password-changed = رسالة: تغيّرت كلمة السر
kind-account-deleted = رسالة: حُذف الحساب
kind-receipt = رسالة: وصل
kind-accounts-tidy = إزالة الرموز وعمليات الدخول القديمة
kind-pictures = إزالة صور الحسابات القديمة
kind-similar = إيجاد الكتب المشابهة
kind-names = البحث عن التكرارات المحتملة
kind-redraw = إعادة رسم الأغلفة
kind-ask-payment = الاستفسار لدى خدمة الدفع عن عملية
kind-walk-payments = مقارنة عمليات الدفع مع خدمة الدفع
kind-downloads = إزالة روابط التنزيل القديمة
kind-carts = إزالة السلال المنسية
kind-give-up-orders = إلغاء الطلبات غير المدفوعة
kind-idempotency = إزالة الأجوبة المحفوظة للطلبات المكررة
kind-recount = إعادة عدّ التقييمات والتعليقات
kind-best-sellers = عدّ الأكثر مبيعًا
kind-for-you = إعداد التوصيات
kind-learn = تعلّم الكتب المتقاربة
kind-jobs-tidy = إزالة المهام الفاشلة القديمة
kind-media-tidy = إزالة ملفات الكتب المحذوفة
kind-figures = حساب أرقام النظرة العامة
kind-upload = فحص ملف مرسل
kind-cut-sample = إعادة إعداد مقتطف
kind-uploads-tidy = إزالة الملفات المرسلة التي لم تكتمل
kind-publish-due = نشر الكتب في مواعيدها
kind-place-again = إيجاد مواضع القراء في ملف جديد

# Mails.
mails-lead = ما أُرسل وإلى من في آخر 90 يومًا. لا تُحفظ الرموز ولا الروابط.
mails-caption = الرسائل
search-address = البريد الإلكتروني
mail-sent = أُرسلت
mail-waiting = ستُعاد المحاولة
mail-failed = فشلت
column-mail = الرسالة
column-to = إلى
column-at = التاريخ
column-answer = جواب خادم البريد
no-mail = لم تُرسل أي رسالة بعد.
no-such-mail = لا رسالة تطابق ذلك.
resend = إعادة الإرسال
resent = قيد الإرسال من جديد
mail-waits = تُعاد محاولتها تلقائيًا.
tries =
    { $count ->
        [zero] دون محاولة
        [one] محاولة واحدة
        [two] محاولتان
        [few] { $count } محاولات
        [many] { $count } محاولة
       *[other] { $count } محاولة
    }

# Health.
health-lead = هل يعمل كل شيء، وما العمل إن لم يعمل.
health-good = كل شيء يعمل.
health-attention = هناك ما يستدعي الانتباه.
health-broken = هناك ما لا يعمل.
level-good = يعمل
level-attention = انتباه
level-broken = معطَّل
column-part = الجزء
column-found = ما وُجد
column-advice = ما العمل
version = الإصدار
part-database = قاعدة البيانات
part-storage = الملفات
part-mail = البريد
part-gateway = عمليات الدفع
part-search = البحث
part-disk = القرص
part-jobs = المهام
part-backup = النسخة الاحتياطية
found-database = { $kind }، المخطط { $schema }
found-mail = الرسائل تُرسل.
found-mail-folder = تُحفظ الرسائل في مجلد ولا تصل إلى أحد.
found-mail-failed =
    { $count ->
        [zero] لم تفشل أي رسالة منذ أمس.
        [one] لم تُرسل رسالة واحدة منذ أمس.
        [two] لم تُرسل رسالتان منذ أمس.
        [few] لم تُرسل { $count } رسائل منذ أمس.
        [many] لم تُرسل { $count } رسالة منذ أمس.
       *[other] لم تُرسل { $count } رسالة منذ أمس.
    }
found-no-gateway = لا تُقبل المدفوعات؛ الكتب المجانية وحدها متاحة.
found-search-anew = فهرس البحث قيد الإعداد.
found-search-behind = فهرس البحث يلحق بآخر التغييرات.
found-search =
    { $count ->
        [zero] الفهرس خالٍ.
        [one] مدخل واحد في الفهرس.
        [two] مدخلان في الفهرس.
        [few] { $count } مداخل في الفهرس.
        [many] { $count } مدخلًا في الفهرس.
       *[other] { $count } مدخل في الفهرس.
    }
found-room = المتاح { $free } من { $total }
found-unknown = غير معروف هنا.
found-jobs = المستحقة: { $due }. الفاشلة: { $dead }.
found-late = أقدمها مستحق منذ { $date }.
found-no-backup = لا توجد أي نسخة احتياطية بعد.
found-saving = تُعَدّ نسخة احتياطية الآن.
found-backup = آخرها في { $date }، { $size }
advice-database = يلزم التحقق من أن خادم قاعدة البيانات يعمل ويمكن الوصول إليه.
advice-storage = يلزم التحقق من وجود المجلد أو الحاوية ومن إمكان الكتابة فيه.
advice-mail = الأجوبة في صفحة الرسائل؛ يلزم التحقق من عنوان خادم البريد وكلمة سره.
advice-mail-folder = يلزم ضبط خادم بريد قبل قدوم القراء.
advice-no-gateway = يلزم ضبط خدمة الدفع لبيع الكتب.
advice-gateway = عمليات الدفع تنتظر ويُعاد التحقق منها. إن طال ذلك، يلزم التحقق من المفتاح ومن حالة خدمة الدفع.
advice-search = يلزم الانتظار قليلًا. وإلى ذلك الحين تُوجد العناوين بكلماتها الأولى.
advice-disk = يلزم توفير مساحة، أو نقل مجلد البيانات إلى قرص أكبر.
advice-jobs = المهام الفاشلة في صفحة المهام.
advice-late = يلزم التحقق من أن برنامج المتجر يعمل، ثم النظر في صفحة المهام.
advice-backup = الأمر: warraq backup FILE

# The audit log.
log-retry = إعادة محاولة مهمة
log-remove = حذف مهمة
log-resend = إعادة إرسال رسالة
log-job = المهمة
log-mail = الرسالة
