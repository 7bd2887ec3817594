# Refunds in the panel.

lead = مبالغ تُردّ. لا تستطيع خدمة الدفع إرسالها: تُرسل يدويًا ويُسجَّل مرجعها هنا.
which = أي المبالغ
state-waiting = في انتظار مدير ثانٍ
state-owed = للإرسال
state-settled = أُرسل
state-declined = مرفوض
findings = الفروق
findings-lead = كل ليلة تُقارن قائمة خدمة الدفع بقائمة المتجر. هذه هي الفروق، وتلزم مراجعة كل منها لدى الخدمة.
none-waiting = لا شيء ينتظر مديرًا ثانيًا.
none-owed = لا مبالغ للإرسال.
none-settled = لم يُردّ أي مبلغ بعد.
none-declined = لم يُرفض أي ردّ مبلغ.
none-found = كل شيء يطابق قائمة خدمة الدفع.
of-order = الطلب { $number }
by-itself = المتجر: دُفع مرتين، أو دُفع ثمن ما تعذّر تسليمه
asker-gone = حساب محذوف
reference = مرجع التحويل
reference-hint = من الحساب البريدي أو البنك.
keeps-books = تبقى الكتب لدى المشتري
agree = الموافقة
decline = الرفض
take-back = سحب الطلب
needs-other = تلزم موافقة مدير آخر.
settle = تسجيل إرسال المبلغ
