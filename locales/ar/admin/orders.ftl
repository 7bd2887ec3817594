# Orders in the panel: the list, one with its trail, refunds.

lead = كل ما طُلب، وكيف دُفع ثمنه.
export = تصدير (CSV)
file = orders
caption = الطلبات
search = رقم الطلب أو البريد الإلكتروني أو عملية الدفع أو الوصل
filter = تصفية
show-all = عرض الكل
status = الحالة
from = من
to = إلى
none-yet = لا طلبات بعد.
none-such = لا طلب يطابق ذلك.
column-number = الطلب
column-when = التاريخ
column-buyer = المشتري
column-email = البريد الإلكتروني
column-books = الكتب
column-total = المجموع
column-refunded = المبلغ المردود
column-currency = العملة
column-status = الحالة
others = { $count ->
    [zero] ولا غيره
    [one] وكتاب آخر
    [two] وكتابان آخران
    [few] و{ $count } كتب أخرى
    [many] و{ $count } كتابًا آخر
   *[other] و{ $count } كتاب آخر
}
buyer-gone = حساب محذوف
status-all = الكل
status-pending = في انتظار الدفع
status-processing = قيد المعالجة
status-completed = مدفوع
status-cancelled = ملغى
status-by-shop = ألغاه المتجر
status-doubt = دفع غير محسوم
status-free = مجاني
status-part-back = رُدّ جزء من ثمنه
status-failed = مرفوض
status-expired = انتهت مهلته
status-refunded = رُدّ ثمنه

# One order.
title = الطلب { $number }
facts = الطلب
books = الكتب
timeline = ما حدث
trail = لدى خدمة الدفع
papers = الوصولات
fact-made = تاريخ الطلب
fact-paid = تاريخ الدفع
fact-refunded = المبلغ المردود
line-back = رُدّ ثمنه ولم يعد في مكتبة القارئ
line-kept = رُدّ ثمنه ويبقى الكتاب في مكتبة القارئ
receipt = وصل { $name }
credit = إشعار دائن { $name }
event-placed = تم الطلب
event-pending = أُعيد فتحه للدفع
event-processing = قيد المعالجة لدى البنك
event-completed = تم الدفع، والكتب في مكتبة القارئ
event-paid-twice = دُفع مرة ثانية، وسيُردّ هذا المبلغ
event-failed = رُفض الدفع
event-expired = لم يُدفع في الوقت المحدد
event-cancelled = أُلغي
event-by-shop = ألغاه المتجر
event-refunded = تقرّر ردّ المبلغ كله
event-refunded-part = تقرّر ردّ جزء من المبلغ
event-money-sent = أُرسل المبلغ المردود
event-other = تغيّر
trail-none = لم يصل هذا الطلب إلى أي خدمة دفع.
trail-status = الحالة
trail-gateway = الخدمة
trail-test = وضع تجريبي، لا تُنقل أي أموال
trail-amount = المبلغ
trail-begun = البداية
trail-over = النهاية
trail-checkout = رقم عملية الدفع
trail-method = وسيلة الدفع
trail-fee = الرسوم
trail-checks = عدد مرات التحقق
trail-next = التحقق القادم
trail-heard = ما أرسلته الخدمة:
doubt = إحدى عمليات دفع هذا الطلب غير محسومة
doubt-unknown = لا يُعرف هل فُتحت صفحة الدفع.
doubt-review = ما تقوله الخدمة لا يوافق ما طُلب منها: { $why }
doubt-more = يلزم الاستفسار لدى خدمة الدفع والمقارنة بقائمتها قبل أي إجراء آخر.
finding-no-payment = وصل { $amount } إلى خدمة الدفع ولا توجد هنا عملية دفع تقابله.
finding-amount = تقول خدمة الدفع { $there }، وفي المتجر { $here }.
finding-fee = تحتفظ خدمة الدفع برسوم قدرها { $there }، وفي المتجر { $here }.
finding-status = تقول خدمة الدفع «{ $there }»، وفي المتجر «{ $here }».

# What can be done.
ask = الاستفسار لدى خدمة الدفع
cancel = إلغاء الطلب
cancel-title = إلغاء الطلب { $number }؟
cancel-body = لن يكون دفعه ممكنًا، ولن تصل كتبه إلى المشتري. لن يُخصم أي مبلغ.
refunds = المبالغ المردودة
refund-books = أي الكتب يُردّ ثمنها؟
refund-reason = السبب
refund-reason-hint = لدفاتر المتجر، ولا يراه المشتري.
refund-reference = مرجع التحويل
refund-reference-hint = إن كان المبلغ قد أُرسل. وإلا فيُسجَّل لاحقًا في صفحة المبالغ المردودة.
refund-keep = تبقى الكتب لدى المشتري
refund-keep-hint = هديةً. وإلا فتُزال من مكتبة القارئ.
refund-go-on = متابعة
refund-no-books = يلزم اختيار كتاب واحد على الأقل له ثمن.
refund-no-reason = السبب مطلوب.
refund-title = ردّ { $amount } من الطلب { $number }؟
refund-deed = ردّ { $amount }
refund-leave = تُزال هذه الكتب من مكتبة { $reader }:
refund-stay = تبقى هذه الكتب هديةً لدى { $reader }:
refund-whole = هذا كل ما بقي من الطلب، وبه ينتهي.
refund-note = لا تُحسب هذه الكتب مبيعةً بعد ذلك، ويُرسل إشعار دائن إلى المشتري بالبريد الإلكتروني.
refund-second = المبلغ أكبر مما يصحّ لمدير واحد ردّه. لا يحدث شيء قبل موافقة مدير ثانٍ.
refund-by-hand = لا تستطيع خدمة الدفع ردّ المبلغ: يلزم إرساله يدويًا، ثم تسجيل مرجعه في صفحة المبالغ المردودة.
refund-sent = أُرسل المبلغ بالمرجع { $reference }.
