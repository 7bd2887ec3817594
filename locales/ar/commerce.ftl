# Buying: cart, orders, payments, library.

cart = السلة

# Orders and payments

cart-empty-order = السلة فارغة.
quote-changed = تغيّر شيء في السلة. تلزم مراجعتها قبل الدفع.
total-too-low = يبدأ الدفع بالبطاقة من { $least }. يمكن إضافة كتاب آخر.
payments-off = لا يقبل المتجر الدفع حاليًا.
payments-off-cart = تبقى السلة محفوظة. تبقى الكتب المجانية متاحة.
cancel-too-late = لم يعد إلغاء هذا الطلب ممكنًا.
order-over = لم يعد دفع هذا الطلب ممكنًا.
order-owned = أحد كتب هذا الطلب موجود في مكتبتك من قبل. يمكن إلغاء الطلب.
order-owned-more = حتى لا يُدفع ثمنه مرتين: يمكن طلب الكتب الأخرى وحدها.
already-paid = هذا الطلب مدفوع من قبل.
payment-in-progress = الدفع قيد التحضير. تمكن إعادة المحاولة بعد لحظات.
being-paid = الدفع قيد المعالجة.
event-not-signed = التوقيع غير صحيح.

# السلة.

cart-books = { $count ->
    [zero] لا كتب
    [one] كتاب واحد
    [two] كتابان
    [few] { $count } كتب
    [many] { $count } كتابًا
   *[other] { $count } كتاب
}
cart-empty = السلة فارغة.
cart-browse = تصفح الكتب
cart-total = المجموع
cart-checkout = إتمام الشراء
cart-hint = بعد الدفع تظهر الكتب في مكتبتك، على كل الأجهزة.
cart-offline = لا يوجد اتصال: محتوى السلة معروض هنا، أما الدفع فلا بد أن ينتظر.
cart-remove = إزالة
cart-remove-of = إزالة من السلة: { $title }
cart-move = نقل إلى المفضلة
cart-move-of = نقل إلى المفضلة: { $title }
cart-removed = أُزيل «{ $title }» من السلة.
cart-moved = أصبح «{ $title }» في المفضلة.
cart-undo = تراجع
cart-put-back = إعادة إلى السلة
cart-news = تغيّر شيء في السلة
cart-price-changed = ثمن «{ $title }» الآن { $now } بدل { $before }.
cart-free-now = أصبح «{ $title }» مجانيًا بدل { $before }.
cart-gone-owned = «{ $title }» موجود في مكتبتك، فلن يُدفع ثمنه مرتين.
cart-gone-unavailable = «{ $title }» غير معروض للبيع حاليًا.
cart-noted = حسنًا
cart-changed = تغيّر شيء آخر في السلة في هذه الأثناء. تلزم مراجعتها من جديد.
cart-not-for-sale = هذا الكتاب غير معروض للبيع حاليًا.
cart-owned = هذا الكتاب موجود في مكتبتك.
cart-full = تتسع السلة لـ { NUMBER($most) } كتابًا، وهي ممتلئة.
cart-favourites-full = المفضلة ممتلئة.

# المكتبة.

idempotency-invalid = يجب أن يتكوّن Idempotency-Key من 1 إلى 255 حرفًا ظاهرًا.
idempotency-reused = سبق استعمال Idempotency-Key هذا لطلب آخر.
idempotency-in-progress = الطلب نفسه قيد المعالجة. تمكن إعادة المحاولة بعد لحظة.
library = مكتبتي
library-hint = كتبك وموضعك في كل منها
kept-library = كتب مكتبتك، وكيف وصلت إليها، وعدد مرات تنزيلها.
library-search = البحث في مكتبتك
library-sought-too-long = 200 حرف على الأكثر.
library-states = عرض
library-all = الكل
library-unread = لم تُبدأ
library-reading = قيد القراءة
library-finished = تمّت قراءتها
library-sorts = الترتيب حسب
library-sort-added = الأحدث إضافة
library-sort-read = آخر قراءة
library-sort-title = العنوان
library-empty = مكتبتك فارغة. الكتب المشتراة والكتب المجانية المضافة تبقى هنا دائمًا.
library-browse = تصفح الكتب
library-best = الأكثر مبيعًا
library-free = كتب مجانية
library-nothing-such = لا كتب هنا.
library-nothing-found = لا شيء في مكتبتك يطابق «{ $q }».
library-show-all = عرض الكل
claim-not-free = هذا الكتاب ليس مجانيًا.

# The pages of buying: checkout, the way back from paying, orders

account = حسابي
orders = طلباتي
row-orders-hint = ما تم شراؤه وما ينتظر الدفع
checkout-secure = دفع آمن
checkout-step = الخطوة { NUMBER($step) } من 2
contact-title = من المشتري؟
contact-why = تُحفظ الكتب في مكتبتك، لذلك يلزم حساب للشراء. دقيقة واحدة تكفي.
contact-sign-up = إنشاء حساب
contact-sign-in = تسجيل الدخول
contact-cart-kept = تبقى السلة محفوظة في هذه الأثناء.
contact-verify = تأكيد بريدك الإلكتروني
contact-verify-why = أرسلنا رمزًا إلى بريدك الإلكتروني. بعد إدخاله تكون العودة إلى هنا.
contact-enter-code = إدخال الرمز
review-title = المراجعة والدفع
review-browse = تصفح الكتب
review-change = تعديل السلة
review-total = { $count ->
    [zero] لا كتب، المجموع
    [one] كتاب واحد، المجموع
    [two] كتابان، المجموع
    [few] { $count } كتب، المجموع
    [many] { $count } كتابًا، المجموع
   *[other] { $count } كتاب، المجموع
}
review-terms = الطلب يعني قبول الشروط التالية. تُسلَّم الكتب الرقمية فورًا في مكتبتك.
dropped = أُزيلت كتب من السلة
dropped-owned = موجود في مكتبتك
dropped-unavailable = غير معروض للبيع حاليًا
price-changed = كان ثمنه { $price } عند الإضافة
costs-nothing = مجاني
get-books = الحصول على الكتب
pay = الدفع
pay-where = يتم الدفع على صفحات Chargily Pay ببطاقة CIB أو بالبطاقة الذهبية EDAHABIA. لا يطّلع المتجر على بطاقتك أبدًا.
pay-trial = الدفع في وضع تجريبي: لا تُنقل أي أموال.
pay-now = الدفع الآن
pay-again = إعادة الدفع
pay-order = { $deed }: الطلب { $number }
gateway-unavailable = { $minutes ->
    [zero] خدمة الدفع لا تستجيب. الكتب محفوظة؛ تمكن إعادة المحاولة بعد دقيقة.
    [one] خدمة الدفع لا تستجيب. الكتب محفوظة؛ تمكن إعادة المحاولة بعد دقيقة.
    [two] خدمة الدفع لا تستجيب. الكتب محفوظة؛ تمكن إعادة المحاولة بعد دقيقتين.
    [few] خدمة الدفع لا تستجيب. الكتب محفوظة؛ تمكن إعادة المحاولة بعد { $minutes } دقائق.
    [many] خدمة الدفع لا تستجيب. الكتب محفوظة؛ تمكن إعادة المحاولة بعد { $minutes } دقيقة.
   *[other] خدمة الدفع لا تستجيب. الكتب محفوظة؛ تمكن إعادة المحاولة بعد { $minutes } دقيقة.
}
too-many-orders = { $minutes ->
    [zero] محاولات كثيرة. تمكن إعادة المحاولة بعد دقيقة.
    [one] محاولات كثيرة. تمكن إعادة المحاولة بعد دقيقة.
    [two] محاولات كثيرة. تمكن إعادة المحاولة بعد دقيقتين.
    [few] محاولات كثيرة. تمكن إعادة المحاولة بعد { $minutes } دقائق.
    [many] محاولات كثيرة. تمكن إعادة المحاولة بعد { $minutes } دقيقة.
   *[other] محاولات كثيرة. تمكن إعادة المحاولة بعد { $minutes } دقيقة.
}
books = الكتب
total = المجموع
payment-facts = الدفع
fact-order = رقم الطلب
fact-payment = رقم عملية الدفع
fact-date = التاريخ
fact-method = وسيلة الدفع
fact-amount = المبلغ
fact-refunded = المبلغ المردود
method-edahabia = البطاقة الذهبية EDAHABIA
method-cib = بطاقة CIB
method-card = بطاقة
item-refunded = رُدّ ثمنه ولم يعد في مكتبتك
item-kept = رُدّ ثمنه ويبقى الكتاب في مكتبتك
read = قراءة
read-now = القراءة الآن
read-book = قراءة { $title }
returned-paid = شكرًا، تم دفع طلبك
returned-paid-more = الكتب الآن في مكتبتك.
returned-part-back = سيُردّ إليك { $amount }: كان جزء من الطلب لديك من قبل.
returned-twice = سبق دفع هذا الطلب
returned-twice-more = ستُردّ هذه الدفعة الثانية دون الحاجة إلى أي إجراء.
returned-waits = في انتظار الدفع
returned-waits-more = تتحدّث هذه الصفحة تلقائيًا، ويمكن إغلاقها: فور وصول الدفع تكون الكتب في مكتبتك.
returned-waits-long = لم تردّ خدمة الدفع بعد. يمكن إغلاق هذه الصفحة: فور وصول الدفع تكون الكتب في مكتبتك.
returned-refused = رُفض الدفع
returned-refused-more = لم يُخصم أي مبلغ. رفض البنك العملية، أو كانت بيانات البطاقة غير صحيحة.
returned-cancelled = أُلغي الطلب
returned-cancelled-more = لم يُخصم أي مبلغ.
returned-by-shop = ألغى المتجر الطلب
returned-by-shop-more = لم يُخصم أي مبلغ. يمكن طلب الكتب نفسها من جديد.
returned-expired = انقضت مهلة الدفع
returned-expired-more = لم يُخصم أي مبلغ. وإن وصل الدفع رغم ذلك وصلت كتبك.
returned-refunded = رُدّ ثمن الطلب
returned-refunded-more = يُردّ إليك ما دفعته ثمنًا له.
returned-doubt = عملية الدفع قيد التحقق
returned-doubt-more = ما تقوله خدمة الدفع غير متطابق، والأمر قيد المراجعة. إن تم الدفع فعلًا، وصلت الكتب.
returned-sign-in = تسجيل الدخول للقراءة
returned-sign-in-order = تسجيل الدخول لعرض الطلب
pay-go-on = متابعة الدفع
look-again = التحقق مجددًا
to-order = عرض الطلب
order-title = الطلب { $number }
order-pending = في انتظار الدفع
order-processing = قيد المعالجة
order-paid = مدفوع
order-free = مجاني
order-refused = مرفوض
order-expired = انتهت مهلته
order-cancelled = ملغى
order-cancelled-by-shop = ألغاه المتجر
order-refunded = رُدّ ثمنه
order-refunded-partly = رُدّ جزء من ثمنه
order-details = عرض الطلب
not-opened = تعذّر فتح صفحة الدفع
not-opened-more = لم يُخصم أي مبلغ. تمكن إعادة المحاولة بعد لحظات.
waits-for-payment = لم يُدفع هذا الطلب بعد
waits-for-payment-more = إن تم الدفع قبل لحظات فالتحقق جارٍ لدى خدمة الدفع.
timeline = ما حدث
event-placed = تم الطلب
event-pending = أُعيد فتحه للدفع
event-processing = قيد المعالجة لدى البنك
event-completed = تم الدفع، والكتب في مكتبتك
event-completed-free = الكتب في مكتبتك
event-paid-twice = دُفع مرة ثانية، وسيُردّ هذا المبلغ
event-failed = رُفض الدفع
event-expired = لم يُدفع في الوقت المحدد
event-cancelled = أُلغي
event-by-shop = ألغاه المتجر
event-refunded = تقرّر ردّ المبلغ
event-other = تغيّر
cancel-order = إلغاء الطلب
cancel-title = إلغاء الطلب { $number }؟
cancel-body = لن يُخصم أي مبلغ. ويمكن طلب الكتب نفسها من جديد في أي وقت.
orders-all = الكل
orders-paid = مدفوعة
orders-cancelled = ملغاة
orders-filter = تصفية الطلبات
orders-none-such = لا طلب يطابق ذلك.
orders-show-all = عرض كل الطلبات
orders-others = { $count ->
    [zero] ولا غيره
    [one] وكتاب آخر
    [two] وكتابان آخران
    [few] و{ $count } كتب أخرى
    [many] و{ $count } كتابًا آخر
   *[other] و{ $count } كتاب آخر
}
orders-empty = لا طلبات لك بعد.
orders-best = الأكثر مبيعًا

# Refunds, for admins

refund-not-paid = لم يصل أي مبلغ لهذا الطلب.
refund-nothing-left = لم يبقَ في هذا الطلب ما يُردّ ثمنه.
refund-no-such-line = أحد هذه الكتب ليس في هذا الطلب، أو سبق ردّ ثمنه.
refund-text-too-long = 500 حرف على الأكثر.
refund-reference-missing = مرجع التحويل مطلوب.
refund-wrong-state = تغيّر ردّ المبلغ هذا في هذه الأثناء. تلزم مراجعته من جديد.
refund-oneself = لا تصحّ الموافقة على ردّ المبلغ ممّن طلبه: يلزم مدير آخر.
order-sought-too-long = 200 حرف على الأكثر.
extra-downloads-wrong = من 0 إلى 1 000.
take-bought = هذا الكتاب مشترى: لا يُسترجع إلا بردّ ثمنه.
event-refunded-part = تقرّر ردّ جزء من المبلغ
event-money-sent = أُرسل المبلغ المردود

# Receipts

receipt = الوصل
receipt-of = وصل الطلب { $number }
receipt-title = وصل { $name }
receipt-credit = إشعار دائن { $name }
receipt-book = الكتاب
receipt-price = السعر
receipt-buyer = صادر باسم
receipt-date = التاريخ
receipt-order = الطلب
receipt-credits = بخصوص الوصل
receipt-method = وسيلة الدفع
receipt-payment = رقم عملية الدفع
receipt-paid = المدفوع
receipt-paid-back = المبلغ المردود
receipt-vat = منها ضريبة القيمة المضافة بنسبة { $rate }%
receipt-all-taxes = كل الأسعار شاملة لجميع الرسوم.
receipt-test = تمّ في وضع تجريبي: لم تُنقل أي أموال.
receipt-page-of = الصفحة { NUMBER($page) } من { NUMBER($of) }
receipt-print = طباعة
receipt-pdf = ‏PDF { $name }
receipt-mail = إرسال بالبريد الإلكتروني
seller-phone = الهاتف: { $number }
seller-rc = السجل التجاري (RC): { $number }
seller-nif = رقم التعريف الجبائي (NIF): { $number }
seller-ai = رقم المادة الجبائية (AI): { $number }
seller-nis = رقم التعريف الإحصائي (NIS): { $number }
mail-receipt-subject = { $heading } – { $shop }
mail-receipt-heading = شكرًا، وصل الدفع
mail-receipt-body = تمّ دفع الطلب { $order }: ‏{ $amount }. الكتب الآن في مكتبتك، والوصل مرفق بهذه الرسالة.
mail-receipt-button = فتح مكتبتك
mail-receipt-see = عرض الوصل
mail-credit-heading = مبلغ يُردّ إليك
mail-credit-body = سيُردّ إليك { $amount } من الطلب { $order }. إشعار الدائن مرفق بهذه الرسالة.
mail-credit-see = عرض إشعار الدائن
# Books of the sample that is shown to whoever words these mails.
mail-sample-book = المنارة
mail-sample-other-book = شتاء في تلمسان

# The audit log

log-order = طلب
log-refund = تقرّر ردّ المبلغ
log-refund-approve = تمّت الموافقة على ردّ المبلغ
log-refund-decline = رُفض ردّ المبلغ
log-refund-settle = أُرسل المبلغ المردود
log-give = إهداء كتاب
log-take = استرجاع كتاب
log-refund-key = ردّ المبلغ
log-amount = المبلغ
log-why = السبب
log-keeps-books = الاحتفاظ بالكتب
log-refund-state = الحالة
log-reference = المرجع
log-book = الكتاب
log-source = المصدر
log-extra-downloads = تنزيلات إضافية
log-yes = نعم
log-no = لا
log-waiting = في انتظار مدير ثانٍ
log-owed = للإرسال
log-settled = أُرسل
log-declined = مرفوض
log-bought = شراء
log-claimed = كتاب مجاني
log-given = هدية

# The terms of sale

terms-title = شروط البيع
terms-seller = البائع
terms-order = كيفية الطلب
terms-order-text = تُراجَع السلة ومجموعها ويُصحَّح ما يلزم، ثم يُرسل الطلب بالزر المخصّص لذلك. لكل طلب رقم، وهو في حسابك مع وصله.
terms-prices = الأسعار
terms-prices-text = كل الأسعار شاملة لجميع الرسوم، والمبلغ المدفوع هو المجموع المعروض عند الطلب.
terms-payment = الدفع
terms-payment-text = يتمّ الدفع على صفحات Chargily Pay ببطاقة CIB أو بالبطاقة الذهبية EDAHABIA. لا يطّلع المتجر أبدًا على رقم بطاقتك.
terms-delivery = التسليم
terms-delivery-text = الكتب رقمية وتُسلَّم فورًا: ما إن يتأكّد الدفع حتى تكون في مكتبتك، للقراءة هنا أو للتنزيل.
terms-refunds = ردّ المبالغ
terms-refunds-text = لأن الكتاب الرقمي يُسلَّم فورًا فلا يمكن إلغاء طلب مدفوع. ما دُفع مرتين أو تعذّر تسليمه يُردّ دون طلب. وإذا كان الملف تالفًا أو وُجد خلل آخر فتكفي مراسلة البائع: يُصلَح الخلل أو يُردّ المبلغ.

# Orders as admins look at them

ask-nothing = لا توجد عملية دفع لهذا الطلب يمكن الاستفسار عنها.
ask-unknown = خدمة الدفع لا تعرف هذه العملية.
payment-creating = قيد الفتح
payment-open = مفتوحة
payment-processing = قيد المعالجة
payment-unknown = غير محسومة: لا يُعرف هل فُتحت
payment-rejected = لم تُفتح
payment-paid = مدفوعة
payment-failed = مرفوضة
payment-cancelled = ملغاة
payment-expired = انتهت مهلتها
payment-review = غير محسومة
log-ask = استفسار لدى خدمة الدفع
log-cancel = إلغاء طلب
log-order-status = الطلب
log-payment-status = عمليات الدفع
