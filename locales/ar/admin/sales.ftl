# What was sold in a month, or in other days.

lead = ما بيع وما رُدّ ثمنه، للمحاسبة ولتسوية الحساب مع الناشرين والمؤلفين.
export = تصدير (CSV)
show = عرض
months = الأشهر
from = من
to = إلى
from-to = من { $from } إلى { $to }
orders-paid = الطلبات المدفوعة: { $count }
ways = الجمع حسب
by-book = الكتب
by-publisher = الناشرون
by-author = المؤلفون
by-line = كل سطر
caption = المبيعات
nothing = لم يُبع شيء في هذه المدة.
no-name = لا شيء
note = يُحسب الطلب في يوم دفعه، وردّ المبلغ في يوم تقريره. الضريبة كما في الوصولات، والرسوم ما اقتطعته خدمة الدفع حين أخبرت به.
month-wrong = ليس هذا شهرًا بين عامي 2000 و2199. يُكتب هكذا: ‎2026-11.
day-wrong = ليس هذا يومًا بين عامي 2000 و2199. يُكتب هكذا: ‎2026-11-30.
to-wrong = اليوم الأخير يسبق اليوم الأول.
too-many-days = ثلاث سنوات على الأكثر.
column-date = التاريخ
column-kind = النوع
column-order = الطلب
column-receipt = الوصل
column-book = الكتاب
column-authors = المؤلفون
column-publisher = الناشر
column-amount = المبلغ
column-tax = الضريبة المتضمنة
column-fee = رسوم الدفع
short-tax = الضريبة
short-fee = الرسوم
column-copies = النسخ
column-copies-back = النسخ المردود ثمنها
column-sold = المبيع
column-refunded = المبلغ المردود
column-net = الصافي
kind-sale = بيع
kind-refund = ردّ مبلغ
file-lines = sales
file-books = sales-by-book
file-publishers = sales-by-publisher
file-authors = sales-by-author
back = { $count ->
    [zero] لم يُردّ ثمن أي نسخة
    [one] رُدّ ثمن نسخة
    [two] رُدّ ثمن نسختين
    [few] رُدّ ثمن { $count } نسخ
    [many] رُدّ ثمن { $count } نسخة
   *[other] رُدّ ثمن { $count } نسخة
}
