# The panel’s first page: how the shop does, and what needs somebody.
lead = أداء المتجر وما ينتظر المعالجة.
steps = الخطوات الأولى
steps-done = أُنجز { $done } من { $all }
step-is-done = تمّ:
step-name = سمِّ متجرك
step-name-why = يظهر الاسم في الشريط وعلى الإيصالات وفي الرسائل.
step-seller = عرّف بالبائع
step-seller-why = يظهر الاسم والعنوان والأرقام الجبائية على الإيصالات كما يقتضي القانون.
step-book = أضف أوّل كتاب
step-book-why = ألقِ ملفّ EPUB أو PDF، وسيُملأ لك ما في الملفّ.
step-payment = اقبل الدفع
step-payment-why = بمفاتيح حسابك لدى Chargily، تُضبط على الجهاز الذي يشغّل المتجر.
step-mail = أرسل الرسائل
step-mail-why = ما لم يُضبط خادم بريد تبقى الرسائل في مجلّد على هذا الجهاز، فلا يصل رمز إلى قارئ.
waits = ما يحتاج إلى معالجة الآن
waits-nothing = لا شيء. كل شيء مُنجز.
wait-reports = تعليقات للمراجعة
wait-refunds = مبالغ للبتّ فيها أو لإرسالها
wait-doubts = مدفوعات غير محسومة
wait-jobs = مهام فاشلة
wait-fileless = كتب منشورة بلا ملف
wait-drafts = مسودات للنشر
periods = المدة
today = اليوم
last-week = آخر 7 أيام
week-before = الأيام الـ7 السابقة
last-month = آخر 30 يومًا
month-before = الأيام الـ30 السابقة
last-year = آخر 365 يومًا
year-before = الأيام الـ365 السابقة
revenue = الإيرادات
revenue-gross = المدفوع
refunded = المردود
orders = الطلبات المدفوعة
placed = الطلبات المقدَّمة
placed-paid = منها ما دُفع
conversion = الطلبات المكتملة الدفع
conversion-hint = من الطلبات المقدَّمة في هذه المدة.
readers = قراء جدد
reading = وقت القراءة
reading-minutes = وقت القراءة (بالدقائق)
refusals = مدفوعات مرفوضة
minutes = { $minutes } د
hours = { $hours } س { $minutes } د
as-before = كما من قبل
before-nothing = لا شيء من قبل
before-was = من قبل: { $value }
more = زيادة { $percent } عمّا قبل
less = نقص { $percent } عمّا قبل
counted-at = آخر إحصاء { $time }، كل دقيقتين.
day = اليوم
month = الشهر
top-books = الكتب الأكثر مبيعًا
top-genres = الأصناف الأكثر مبيعًا
nothing-sold = لا مبيعات في هذه المدة.
export = الأرقام في ملف
export-from = من
export-to = إلى
export-button = تنزيل CSV
day-wrong = هذا ليس تاريخًا بين عامي 2000 و2199.
range-wrong = اليوم الأخير قبل الأول، أو بعده بأكثر من ثلاث سنوات.
copies = { $count ->
    [zero] لا نسخ
    [one] نسخة واحدة
    [two] نسختان
    [few] { $count } نسخ
    [many] { $count } نسخة
   *[other] { $count } نسخة
}
