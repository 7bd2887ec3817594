# إعدادات المتجر كما يغيّرها صاحبه في لوحة الإدارة.

lead = ما يُحفظ هنا يسري فورًا في كل صفحة وفي كل رسالة جديدة.
tabs = الإعدادات
tab-shop = المتجر
tab-seller = البائع
tab-mail = الرسائل
tab-payment = الدفع
tab-limits = الحدود
save = حفظ
apart = يلزم حفظ التغييرات الأخرى أولًا، وإلا ضاعت.
fixed = حدّده المشغّل بواسطة { $source }، ولا يُغيَّر إلا هناك.
changed-meanwhile = غيّر { $name } ما يلي في هذه الأثناء: { $settings }. بالحفظ مرة أخرى يبقى اختيارك.
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
not-a-line = يُكتب في سطر واحد، بلا رموز خاصة.
unseen = يلزم حرف أو رقم أو رمز ظاهر واحد على الأقل.
not-a-rate = نسبة مئوية من 0 إلى 100، مثل 9 أو 5.5.
not-an-amount = مبلغ مثل 10000.
not-a-sender = عنوان بريد إلكتروني مثل shop@example.org.
lone-brace = يوجد قوس معقوف وحيد.
no-such-place = لا وجود لـ«{ $place }» في هذه الرسالة. الموجود: { $places }.
not-a-switch = يلزم اختيار أحد الاثنين.
out-of-range = عدد صحيح من { $least } إلى { $most }.
not-a-colour = لون مثل ‎#0a5c36.
light-unreadable = في الألوان الفاتحة لا يبلغ تباين نص شريط الدخول على هذه الخلفية إلا { $ratio }، والمطلوب { $least }. يلزم لون أغمق.
dark-unreadable = في الألوان الداكنة لا يبلغ تباين نص شريط الدخول على هذه الخلفية إلا { $ratio }، والمطلوب { $least }. يلزم لون أفتح.
not-a-text = يُكتب نص عادي بلا رموز خاصة.
not-a-language = يلزم اختيار لغة واحدة على الأقل.
not-offered = يلزم اختيار لغة يقدّمها المتجر.

# The shop.
names = اسم المتجر
names-lead = يظهر في الشريط الأعلى وفي عناوين الصفحات وفي الرسائل وفي التطبيق المثبَّت.
shop-name = الاسم بالأحرف اللاتينية
shop-name-hint = للصفحات بالفرنسية والإنجليزية. إن تُرك فارغًا: Warraq.
shop-name-ar = الاسم بالأحرف العربية
shop-name-ar-hint = للصفحات بالعربية. إن تُرك فارغًا: ورّاق.
descriptions = التعريف بالمتجر
descriptions-lead = جملة أو جملتان لمحركات البحث وللتطبيق المثبَّت. إن تُركت فارغة: النص الأصلي.
description-en = بالإنجليزية
description-fr = بالفرنسية
description-ar = بالعربية
languages-title = اللغات
languages = اللغات المقدَّمة للقراء
languages-hint = الصفحات باللغات الأخرى تقود إلى اللغة الأولى، وبها تُكتب الرسائل. أما لوحة الإدارة فتبقى متاحة باللغات الثلاث.
default-language = اللغة الأولى
default-language-hint = لمن لا يطلب أيًا منها.
colours = ألوان صفحات الدخول
colours-lead = خلفية شريطها وعنوانها. يجب أن يُقرأ النص عليها بسهولة، وهذا يُتحقق منه.
accent = الخلفية في الألوان الفاتحة
accent-hint = غامقة، لأن النص عليها فاتح: ‎#0a5c36. إن تُركت فارغة: اللون الأصلي.
accent-dark = الخلفية في الألوان الداكنة
accent-dark-hint = فاتحة، لأن النص عليها غامق: ‎#9fd8b8. إن تُركت فارغة: اللون الأصلي.
logo = الشعار
logo-lead = يظهر في الشريط وفي صفحات الدخول وفي الرسائل، ويصبح أيقونة التطبيق المثبَّت.
logo-file = الصورة
logo-hint = صورة PNG أو WebP أو JPEG، لا تتجاوز 5 ميغابايت و4 096 بكسل في كل جانب، والأفضل أن تكون خلفيتها شفافة. لا تُقبل SVG.
logo-send = استعمال هذه الصورة
logo-icon = أيقونة التطبيق المثبَّت
logo-remove = إزالة الشعار
logo-remove-title = إزالة الشعار؟
logo-remove-follows = يحل الشعار الأصلي محله في الشريط الأعلى وفي الرسائل وفي التطبيق المثبَّت. ولإعادة شعارك يلزم ملفه.
logo-missing = يلزم اختيار صورة.
logo-kind = ليست هذه صورة PNG أو WebP أو JPEG.
logo-too-large = الصورة كبيرة جدًا: 5 ميغابايت و4 096 بكسل في كل جانب على الأكثر.
logo-damaged = الصورة تالفة.

# Who sells.
seller = البائع
seller-lead = يُذكر في الوصولات الجديدة وفي شروط البيع؛ أما الوصولات الصادرة فتبقى كما هي.
seller-name = اسم المؤسسة
seller-name-hint = إن تُرك فارغًا: اسم المتجر.
seller-address = العنوان
seller-phone = الهاتف
seller-nif = رقم التعريف الجبائي (NIF)
seller-rc = السجل التجاري (RC)
seller-ai = المادة الجبائية (AI)
seller-nis = رقم التعريف الإحصائي (NIS)
seller-vat = ضريبة القيمة المضافة ضمن الأسعار، بالمئة
seller-vat-hint = يُترك فارغًا إن لم تكن عليك ضريبة، فلا تُذكر حينئذ في الوصولات.

# Mail.
sender = مُرسِل الرسائل
sender-lead = هذا هو المُرسِل الذي يراه القراء.
mail-from = مُرسِل الرسائل
sender-name = الاسم
sender-name-hint = هو اسم المتجر عادةً.
sender-address = البريد الإلكتروني
sender-address-hint = عنوان من نطاقك الخاص، فخوادم البريد لا تثق بغيره. إن تُركا فارغين: no-reply في عنوان المتجر.
test-mail-title = هل تُرسل الرسائل؟
mail-into-folder = لا يوجد خادم بريد: توضع الرسائل في مجلد ولا تصل إلى أحد.
mail-by-server = تمر الرسائل عبر خادم البريد الذي حدّده المشغّل.
mail-server-secret = يبقى خادم البريد وكلمة سره خارج قاعدة البيانات. يحدّدهما المشغّل بواسطة
test-mail = إرسال رسالة تجريبية إليّ
test-mail-sent = قبل خادم البريد رسالة إلى { $address }.
test-mail-laid = لا يوجد خادم بريد: وُضعت الرسالة إلى { $address } في مجلد فقط، ولا تصل إلى أحد.
test-mail-failed = لم يقبل خادم البريد رسالة إلى { $address }.
answer = كان الجواب:
test-mail-subject = رسالة تجريبية من { $shop }
test-mail-heading = الرسائل تُرسل
test-mail-body = مرحبًا { $name }، يستطيع { $shop } إرسال الرسائل، وهذه واحدة منها.
test-mail-button = فتح إعدادات الرسائل
letters = نصوص الرسائل
letters-lead = لكل رسالة نص أصلي. يمكن كتابة نصك بدلًا منه بكل لغة.
letter-own = (نصك)
letter-in = { $mail } – { $language }
letter-lead = تبقى الرموز والروابط والتحذيرات في الرسالة كما هي مهما كتبت.
places = ما تُرك فارغًا يأخذ النص الأصلي. يمكن كتابة: { $places }.
letter-subject = الموضوع
letter-opening = البداية
letter-opening-hint = بدلًا من الفقرة الأولى.
letter-closing = الخاتمة
letter-closing-hint = بعد النص والزر، وقبل الملاحظات الأخيرة في الرسالة.
letter-preview = معاينة
letter-preview-lead = كما ستصلك، نصًا عاديًا. لا يُرسل شيء.
letter-ours = استعادة النص الأصلي
letter-verify = تأكيد البريد الإلكتروني
letter-reset = رمز لكلمة سر جديدة
letter-change = رمز لبريد إلكتروني جديد
letter-known = البريد الإلكتروني مستعمل
letter-moved = تغيّر البريد الإلكتروني
letter-password = تغيّرت كلمة السر
letter-deleted = حُذف الحساب
letter-receipt = وصل
letter-credit = إشعار دائن

# Payment.
gateway = خدمة الدفع
payments-on = يقبل المتجر الدفع.
payments-off = لا يقبل المتجر الدفع: لا تُتاح إلا الكتب المجانية.
payment-secret = يبقى مفتاح خدمة الدفع خارج قاعدة البيانات ولا يُعرض أبدًا. يحدّده المشغّل بواسطة
test-payment = تجربة خدمة الدفع
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
epub-largest = أكبر ملف EPUB يُقبل، بالميغابايت
pdf-largest = أكبر ملف PDF يُقبل، بالميغابايت
saves-per-book = عدد تنزيلات القارئ للكتاب الواحد خلال 30 يومًا
saves-per-book-hint = القراءة في المتصفح وعلى الجهاز لا تُحسب.
comments-per-minute = عدد تعليقات القارئ الواحد في الدقيقة
comments-per-minute-hint = بعد توقف، يُقبل ضعف هذا العدد دفعة واحدة.

# The audit log.
log-change = تغيير الإعدادات
log-settings = الإعدادات
log-default = (الأصلي)
log-own = (خاص بك)
