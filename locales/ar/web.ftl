# ما يقوله المتجر حين يتعذّر تلبية الطلب. يظهر صفحةً كاملة أو جزءًا من صفحة أو في واجهة JSON.

error-no-page-title = الصفحة غير موجودة
error-no-page-detail = لا يوجد شيء في هذا العنوان. ربما نُقلت الصفحة أو لم تكن هنا أصلًا.
error-not-found-title = غير موجود
error-not-found-detail = لا شيء هنا، أو لا شيء يمكنك رؤيته.
error-gone-title = لم يعد متاحًا
error-gone-detail = أُزيل نهائيًا ما كان في هذا العنوان.
error-unauthorized-title = يلزم تسجيل الدخول أولًا
error-unauthorized-detail = هذا يتطلب حسابًا. تمكن إعادة المحاولة بعد تسجيل الدخول.
error-not-signed-in-title = تعذّر الدخول
error-forbidden-title = غير مسموح
error-forbidden-detail = حسابك لا يسمح بذلك.
error-other-account-detail = حسابك لا يسمح بذلك. إن كان لك حساب آخر فيمكن تسجيل الخروج ثم الدخول به.
error-invalid-title = يلزم تصحيح
error-invalid-detail = بعض القيم المرسلة غير صالحة.
error-too-many-title = طلبات كثيرة جدًا
error-too-many-detail = تمكن إعادة المحاولة بعد لحظة.
error-too-many-wait = تمكن إعادة المحاولة بعد { $seconds ->
    [zero] { $seconds } ثانية
    [one] ثانية واحدة
    [two] ثانيتين
    [few] { $seconds } ثوانٍ
    [many] { $seconds } ثانية
   *[other] { $seconds } ثانية
}.
error-unavailable-title = نعود بعد لحظات
error-unavailable-detail = المتجر مشغول أو قيد الصيانة. تمكن إعادة المحاولة بعد بضع ثوانٍ.
error-internal-title = حدث خطأ من جانبنا
error-internal-detail = الخطأ ليس منك. إن تكرّر فيُرجى إرسال هذا المرجع إلينا.
error-full-title = لم تبق مساحة
error-bad-request-title = تعذّرت قراءة الطلب
error-bad-request-detail = الطلب ليس بصيغة يفهمها المتجر.
error-method-title = غير ممكن في هذا العنوان
error-method-detail = هذا العنوان موجود لكنه لا يقبل هذه الطريقة.
error-conflict-title = تغيّر شيء
error-conflict-detail = تغيّر شيء في هذه الأثناء. تلزم إعادة تحميل الصفحة ثم المحاولة من جديد.
error-too-large-title = الحجم كبير جدًا
error-too-large-detail = ما أُرسل أكبر مما يقبله المتجر هنا.
error-media-type-title = نوع محتوى غير متوقع
error-media-type-detail = هذا العنوان لا يقبل هذا النوع من المحتوى.
error-range-title = جزء غير موجود
error-range-detail = الجزء المطلوب من الملف يقع بعد نهايته.

error-reference = المرجع: { $id }
error-home = إلى الصفحة الرئيسية
error-account = إلى حسابك
error-browse = تصفح الكتب
error-new = تصفح الجديد
error-sign-in = تسجيل الدخول
error-retry = إعادة المحاولة
error-open-again = فتح الصفحة من جديد
error-verify = تأكيد بريدك الإلكتروني

cross-site = جاء الطلب من موقع آخر. تمكن إعادة المحاولة من داخل المتجر.
json-expected = المطلوب JSON بنوع المحتوى application/json.
json-malformed = نص الطلب ليس JSON صالحًا.
form-malformed = تعذّرت قراءة الاستمارة.

field-unknown = لا يوجد حقل بهذا الاسم.
field-missing = هذا الحقل مطلوب.
field-wrong = هذه القيمة غير صالحة.
cursor-invalid = هذا الموضع في القائمة غير معروف. يلزم البدء من أولها.
limit-invalid = المسموح من 1 إلى { NUMBER($most) } في كل مرة.

csrf = هذه الاستمارة قديمة: جرى تسجيل دخول أو خروج منذ فتح الصفحة. يلزم فتحها من جديد ثم إرسال الاستمارة مرة أخرى.
unverified = يلزم أولًا تأكيد بريدك الإلكتروني.
suspended = حسابك موقوف: التقييم والتعليق والتبليغ غير متاحة لك حتى { $until }. السبب مذكور في صفحة تعليقاتك.

# تقال مرة واحدة بعد إنجاز أمر.
notice-verified = تم تأكيد بريدك الإلكتروني.
notice-code-sent = أرسلنا إليك رمزًا جديدًا.
notice-signed-out = تم تسجيل خروجك.
notice-profile-saved = حُفظ ملفك الشخصي.
notice-picture-saved = حُفظت صورتك.
notice-picture-removed = أزيلت صورتك.
notice-password-changed = تغيّرت كلمة سرك، وسُجّل الخروج من الأجهزة الأخرى كلها.
notice-receipt-sent = الوصل في طريقه إلى بريدك الإلكتروني.
notice-email-changed = تغيّر بريدك الإلكتروني.
notice-genres-saved = حُفظت أصنافك المفضلة.
notice-preferences-saved = حُفظت تفضيلاتك.
notice-session-ended = سُجّل الخروج من ذلك الجهاز.
notice-sessions-ended = سُجّل الخروج من الأجهزة الأخرى كلها.
notice-account-deleted = حُذف حسابك.
notice-signed-up = أهلًا بك! أرسلنا إليك رمزًا لتأكيد بريدك الإلكتروني.
notice-password-reset = حُفظت كلمة سرك الجديدة. يمكن الآن تسجيل الدخول بها.

# ما يُحتفظ به، والسجل.
notice-favorite-added = تمت الإضافة إلى المفضلة.
notice-favorite-removed = تمت الإزالة من المفضلة.
notice-bookmark-added = تم الحفظ للقراءة لاحقًا.
notice-bookmark-removed = تمت الإزالة من قائمة القراءة لاحقًا.
notice-read-marked = تم التعليم كمقروء.
notice-read-unmarked = لم يعد معلَّمًا كمقروء.
notice-book-finished = سُجّل أن الكتاب تمّت قراءته.
notice-book-unfinished = أُزيلت علامة تمام القراءة.
notice-history-removed = تمت الإزالة من السجل.
notice-history-cleared = تم مسح السجل.
notice-history-paused = السجل متوقف مؤقتًا.
notice-history-resumed = عاد حفظ السجل.
notice-book-dismissed = لن يظهر هذا الكتاب بين التوصيات بعد الآن.
notice-book-wanted-again = يمكن أن يظهر هذا الكتاب بين التوصيات من جديد.
notice-history-put-back = تمت الإعادة إلى السجل.
notice-book-requested = تم تسجيل الطلب. شكرًا.

# ما يقال في النقاش.
notice-book-saved = حُفظ الكتاب.
notice-book-removed = حُذفت المسودة.
notice-name-saved = تم الحفظ.
notice-names-merged = تم الدمج. الروابط القديمة تؤدي إلى هنا الآن.
notice-names-split = هذه الكتب هنا الآن.
notice-names-differ = سُجِّل أنهما مختلفان.
notice-name-removed = حُذف الاسم.
notice-change-undone = جرى التراجع عن التعديل.
notice-home-saved = حُفظت الصفحة الرئيسية.
notice-rating-saved = حُفظ تقييمك.
notice-rating-removed = أُزيل تقييمك.
notice-comment-deleted = حُذف تعليقك.
notice-comment-posted = نُشر تعليقك.
notice-comment-held = ينظر الإشراف في تعليقك قبل أن يراه غيرك.
notice-comment-changed = عُدّل تعليقك.
notice-comment-reported = شكرًا. سينظر الإشراف في الأمر.
notice-comment-gone = لم يتغيّر شيء، فهذا التعليق لم يعد موجودًا.
notice-talk-suspended = لم يتغيّر شيء، فحسابك موقوف. السبب والمدة مذكوران في صفحة تعليقاتك.

# السلة.
notice-cart-added = تمت الإضافة إلى السلة.
notice-cart-removed = تمت الإزالة من السلة.
notice-cart-full = السلة ممتلئة: فيها 50 كتابًا.
notice-already-owned = هذا الكتاب موجود في مكتبتك.
notice-not-for-sale = هذا الكتاب غير معروض للبيع حاليًا.
notice-cart-overfull = السلة ممتلئة: فيها 50 كتابًا. لم يبق مكان لبعض ما كان في سلة هذا المتصفح.

notice-book-claimed = أُضيف الكتاب إلى مكتبتك.
notice-book-owned = الكتاب موجود في مكتبتك من قبل.
notice-verify-first = يلزم أولًا تأكيد البريد الإلكتروني، ثم تأتي العودة إلى الكتاب.

notice-books-bought = الكتب الآن في مكتبتك.
notice-order-cancelled = أُلغي الطلب.
notice-gateway-asked = تم الاستفسار لدى خدمة الدفع، وهذه حال الطلب الآن.
notice-refund-decided = سُجّل ردّ المبلغ.
notice-refund-agreed = تمّت الموافقة على ردّ المبلغ.
notice-refund-declined = رُفض ردّ المبلغ.
notice-refund-settled = سُجّل إرسال المبلغ.
notice-user-saved = تم الحفظ.
notice-mail-sent = الرسالة في الطريق.
notice-book-given = أُضيف الكتاب إلى مكتبة القارئ.
notice-book-taken = لم يعد الكتاب في مكتبة القارئ.
notice-settings-saved = حُفظت الإعدادات وأصبحت سارية.

# What the installed app offers on its icon.
manifest-library = مكتبتي
manifest-device = الكتب المحفوظة على هذا الجهاز

# The pages of the panel from which the shop is run.
admin-dashboard = نظرة عامة
admin-books = الكتب
admin-home = الصفحة الرئيسية
admin-names = الأسماء
admin-orders = الطلبات
admin-refunds = المبالغ المردودة
admin-sales = المبيعات
admin-users = الأشخاص
admin-moderation = الإشراف
admin-jobs = المهام
admin-mails = الرسائل
admin-health = حالة النظام
admin-audit = سجل التغييرات
admin-settings = الإعدادات
admin-trial = الدفع في وضع تجريبي: لا أحد يدفع شيئًا.
