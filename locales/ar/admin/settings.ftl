# إعدادات المتجر كما يغيّرها صاحبه في لوحة الإدارة.

lead = ما تحفظه يسري فورًا في كل صفحة وفي كل رسالة جديدة.
tabs = الإعدادات
tab-shop = المتجر
tab-seller = البائع
tab-mail = الرسائل
tab-payment = الدفع
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
not-a-rate = نسبة مئوية من 0 إلى 100، مثل 9 أو 5.5.
not-an-amount = مبلغ مثل 10000.
not-a-sender = عنوان بريد إلكتروني مثل shop@example.org.

# The shop.
names = اسم المتجر
names-lead = يظهر في الشريط وفي عناوين الصفحات وفي الرسائل وفي التطبيق المثبَّت.
shop-name = الاسم بالأحرف اللاتينية
shop-name-hint = للصفحات بالفرنسية والإنجليزية. إن تُرك فارغًا: Warraq.
shop-name-ar = الاسم بالأحرف العربية
shop-name-ar-hint = للصفحات بالعربية. إن تُرك فارغًا: ورّاق.

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
test-mail-failed = لم تُقبل رسالة إلى { $address }.
answer = كان الجواب:
test-mail-subject = رسالة تجريبية من { $shop }
test-mail-heading = الرسائل تخرج
test-mail-body = مرحبًا { $name }، يستطيع { $shop } إرسال الرسائل، وهذه واحدة منها.
test-mail-button = إعدادات الرسائل

# Payment.
gateway = خدمة الدفع
payments-on = يقبل المتجر الدفع.
payments-off = لا يقبل المتجر الدفع: لا تُتاح إلا الكتب المجانية.
payment-secret = يبقى مفتاح خدمة الدفع خارج قاعدة البيانات ولا يُعرض أبدًا. يحدّده المشغّل بواسطة
test-payment = جرّب خدمة الدفع
payment-answers = خدمة الدفع تجيب: { $service }. لم يُدفع شيء.
payment-fails = خدمة الدفع لا تجيب كما ينبغي.
refunds = المبالغ المردودة
refunds-alone = أكبر مبلغ يردّه مدير واحد وحده
refunds-alone-hint = ما زاد عليه يحتاج إلى موافقة مدير ثانٍ. إن تُرك فارغًا: أي مبلغ.
in-currency = { $setting } ({ $currency })

# The audit log.
log-change = غيّر الإعدادات
log-settings = الإعدادات
log-default = (الأصلي)
