# إعدادات المتجر كما يغيّرها صاحبه في لوحة الإدارة.

lead = ما تحفظه يسري فورًا في كل صفحة وفي كل رسالة جديدة.
tabs = الإعدادات
tab-shop = المتجر
tab-seller = البائع
tab-mail = الرسائل
tab-payment = الدفع
tab-limits = الحدود
save = حفظ
fixed = حدّده المشغّل بواسطة { $source }، ولا يُغيَّر إلا هناك.
changed-meanwhile = غيّر { $name } ما يلي في هذه الأثناء: { $settings }. احفظ مرة أخرى إن أردت أن يبقى اختيارك.
no-such-setting = لا يوجد إعداد بهذا الاسم.
wrong-shape = هذه القيمة لا تصلح لهذا الإعداد.

# What is wrong with a value.
too-long = { $most ->
    [zero] بلا أحرف.
    [one] حرف واحد على الأكثر.
    [two] حرفان على الأكثر.
    [few] { $most } أحرف على الأكثر.
    [many] { $most } حرفًا على الأكثر.
   *[other] { $most } حرف على الأكثر.
}
not-a-line = اكتبه في سطر واحد، دون رموز خاصة.
unseen = اكتب حرفًا أو رقمًا أو رمزًا ظاهرًا واحدًا على الأقل.
not-a-rate = نسبة مئوية من 0 إلى 100، مثل 9 أو 5.5.
not-an-amount = مبلغ مثل 10000.
not-a-sender = عنوان بريد إلكتروني مثل shop@example.org.
lone-brace = هناك قوس معقوف وحيد.
no-such-place = لا يوجد «{ $place }» في هذه الرسالة. يوجد: { $places }.
not-a-switch = اختر أحد الاثنين.
out-of-range = عدد صحيح من { $least } إلى { $most }.
not-a-colour = لون مثل ‎#0a5c36.
light-unreadable = في الألوان الفاتحة لا يتميّز كلام شريط الدخول عن هذه الخلفية إلا بمقدار { $ratio }، والمطلوب { $least }. اختر لونًا أغمق.
dark-unreadable = في الألوان الداكنة لا يتميّز كلام شريط الدخول عن هذه الخلفية إلا بمقدار { $ratio }، والمطلوب { $least }. اختر لونًا أفتح.
not-a-text = اكتب نصًّا عاديًّا دون رموز خاصة.
not-a-language = اختر لغة واحدة على الأقل.
not-offered = اختر لغة يقدّمها المتجر.

# The shop.
names = اسم المتجر
names-lead = يظهر في الشريط وفي عناوين الصفحات وفي الرسائل وفي التطبيق المثبَّت.
shop-name = الاسم بالأحرف اللاتينية
shop-name-hint = للصفحات بالفرنسية والإنجليزية. إن تُرك فارغًا: Warraq.
shop-name-ar = الاسم بالأحرف العربية
shop-name-ar-hint = للصفحات بالعربية. إن تُرك فارغًا: ورّاق.
descriptions = ما هو المتجر
descriptions-lead = جملة أو جملتان لمحركات البحث وللتطبيق المثبَّت. إن تُركت فارغة: كلماتنا نحن.
description-en = بالإنجليزية
description-fr = بالفرنسية
description-ar = بالعربية
languages-title = اللغات
languages = اللغات المقدَّمة للقرّاء
languages-hint = الصفحات باللغات الأخرى تقود إلى اللغة الأولى، وبها تُكتب الرسائل. أما لوحة الإدارة فتبقى بجميع اللغات.
default-language = اللغة الأولى
default-language-hint = لمن لا يطلب أيًّا منها.
colours = ألوان صفحات الدخول
colours-lead = خلفية شريطها وعنوانها. يجب أن يُقرأ الكلام عليها بسهولة، وهذا يُتحقق منه.
accent = الخلفية في الألوان الفاتحة
accent-hint = غامقة، لأن الكلام عليها فاتح: ‎#0a5c36. إن تُركت فارغة: حبرنا.
accent-dark = الخلفية في الألوان الداكنة
accent-dark-hint = فاتحة، لأن الكلام عليها غامق: ‎#9fd8b8. إن تُركت فارغة: ورقنا.
logo = الشعار
logo-lead = يظهر في الشريط وفي صفحات الدخول وفي الرسائل، ويصبح أيقونة التطبيق المثبَّت.
logo-file = الصورة
logo-hint = صورة PNG أو WebP أو JPEG، لا تتجاوز 5 ميغابايت و4096 بكسل في كل جانب، والأفضل أن تكون خلفيتها شفافة. لا تُقبل SVG.
logo-send = استعمل هذه الصورة
logo-icon = أيقونة التطبيق المثبَّت
logo-remove = أزل الشعار
logo-remove-title = هل تزيل الشعار؟
logo-remove-follows = تحل علامتنا محله في الشريط وفي الرسائل وفي التطبيق المثبَّت. ولإعادته ستحتاج إلى ملفه.
logo-missing = اختر صورة.
logo-kind = ليست هذه صورة PNG أو WebP أو JPEG.
logo-too-large = الصورة كبيرة جدًّا: 5 ميغابايت و4096 بكسل في كل جانب على الأكثر.
logo-damaged = الصورة تالفة.

# Who sells.
seller = من يبيع
seller-lead = يُذكر في الوصول الجديدة وفي شروط البيع؛ أما الوصول الصادرة فتبقى كما هي.
seller-name = اسم المؤسسة
seller-name-hint = إن تُرك فارغًا: اسم المتجر.
seller-address = العنوان
seller-phone = الهاتف
seller-nif = رقم التعريف الجبائي (NIF)
seller-rc = السجل التجاري (RC)
seller-ai = المادة الجبائية (AI)
seller-nis = رقم التعريف الإحصائي (NIS)
seller-vat = ضريبة القيمة المضافة ضمن الأسعار، بالمئة
seller-vat-hint = اتركه فارغًا إن لم تكن عليك ضريبة، فلا تُذكر حينئذ في الوصول.

# Mail.
sender = مُرسِل الرسائل
sender-lead = هذا ما يراه القرّاء.
mail-from = مُرسِل الرسائل
sender-name = الاسم
sender-name-hint = هو اسم المتجر عادةً.
sender-address = عنوان البريد الإلكتروني
sender-address-hint = عنوان من نطاقك الخاص، فخوادم البريد لا تثق بغيره. إن تُركا فارغين: no-reply في عنوان المتجر.
test-mail-title = هل تخرج الرسائل؟
mail-into-folder = لا يوجد خادم بريد: توضع الرسائل في مجلد ولا تصل إلى أحد.
mail-by-server = تمر الرسائل عبر خادم البريد الذي حدّده المشغّل.
mail-server-secret = يبقى خادم البريد وكلمة سره خارج قاعدة البيانات. يحدّدهما المشغّل بواسطة
test-mail = أرسل إليّ رسالة تجريبية
test-mail-sent = قُبلت رسالة إلى { $address }.
test-mail-laid = لا يوجد خادم بريد: وُضعت الرسالة إلى { $address } في مجلد فقط، ولا تصل إلى أحد.
test-mail-failed = لم تُقبل رسالة إلى { $address }.
answer = كان الجواب:
test-mail-subject = رسالة تجريبية من { $shop }
test-mail-heading = الرسائل تخرج
test-mail-body = مرحبًا { $name }، يستطيع { $shop } إرسال الرسائل، وهذه واحدة منها.
test-mail-button = إعدادات الرسائل
letters = نصوص الرسائل
letters-lead = لكل رسالة نص من عندنا. يمكنك أن تكتب نصك بدلًا منه، بكل لغة.
letter-own = (نصك)
letter-in = { $mail } – { $language }
letter-lead = تبقى الرموز والروابط والتحذيرات في الرسالة كما هي مهما كتبت.
places = ما تُرك فارغًا يُقال بكلماتنا. يمكنك أن تكتب: { $places }.
letter-subject = الموضوع
letter-opening = البداية
letter-opening-hint = بدلًا من الفقرة الأولى.
letter-closing = الخاتمة
letter-closing-hint = بعد النص والزر، وقبل الملاحظات الأخيرة في الرسالة.
letter-preview = معاينة
letter-preview-lead = كما ستصلك، نصًّا عاديًّا. لا يُرسل شيء.
letter-ours = العودة إلى كلماتنا
letter-verify = تأكيد العنوان
letter-reset = رمز لكلمة سر أخرى
letter-change = رمز لعنوان آخر
letter-known = العنوان مستعمل
letter-moved = تغيّر العنوان
letter-password = تغيّرت كلمة السر
letter-deleted = حُذف الحساب
letter-receipt = وصل
letter-credit = إشعار دائن

# Payment.
gateway = خدمة الدفع
payments-on = يقبل المتجر الدفع.
payments-off = لا يقبل المتجر الدفع: لا تُتاح إلا الكتب المجانية.
payment-secret = يبقى مفتاح خدمة الدفع خارج قاعدة البيانات ولا يُعرض أبدًا. يحدّده المشغّل بواسطة
test-payment = جرّب خدمة الدفع
payment-answers = خدمة الدفع تجيب: { $service }. لم يُدفع شيء.
payment-fails = خدمة الدفع لا تجيب كما ينبغي.
buying = الشراء
payments = قبول الدفع
payments-hint = من بدأ الدفع يمكنه إتمامه وتصله كتبه؛ ولا يُشترى شيء جديد في هذه الأثناء.
switch-on = نعم
switch-off = ليس الآن
refunds = المبالغ المردودة
refunds-alone = أكبر مبلغ يردّه مدير واحد وحده
refunds-alone-hint = ما زاد عليه يحتاج إلى موافقة مدير ثانٍ. إن تُرك فارغًا: أي مبلغ.
in-currency = { $setting } ({ $currency })

# Limits.
limits = ما يُقبل
limits-lead = ما يحمي المتجر نفسه لا يُرفع من هنا.
epub-largest = أكبر ملف EPUB يُسقط في لوحة الإدارة، بالميغابايت
pdf-largest = أكبر ملف PDF يُسقط في لوحة الإدارة، بالميغابايت
saves-per-book = ملفات الكتاب التي يحفظها القارئ في ثلاثين يومًا
saves-per-book-hint = القراءة في المتصفح وعلى الجهاز لا تُحسب.

# The audit log.
log-change = غيّر الإعدادات
log-settings = الإعدادات
log-default = (الأصلي)
log-own = (خاص بك)
