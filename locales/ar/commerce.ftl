# Buying: cart, orders, payments, library.

cart = السلّة

# Orders and payments

cart-empty-order = السلّة فارغة.
quote-changed = تغيّر شيء في السلّة. تلزم مراجعتها قبل الدفع.
total-too-low = يبدأ الدفع بالبطاقة من { $least }. يمكن إضافة كتاب آخر.
payments-off = لا تقبل المكتبة الدفع حاليًا.
cancel-too-late = لم يعد إلغاء هذا الطلب ممكنًا.
order-over = لم يعد دفع هذا الطلب ممكنًا.
order-owned = أحد كتب هذا الطلب موجود في مكتبتك من قبل. يمكن إلغاء الطلب.
already-paid = هذا الطلب مدفوع.
payment-in-progress = الدفع قيد التحضير. تمكن إعادة المحاولة بعد لحظات.
being-paid = الدفع قيد المعالجة.
event-not-signed = التوقيع غير صحيح.
