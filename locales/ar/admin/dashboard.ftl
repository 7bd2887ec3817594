# The panel’s first page: how the shop does, and what needs somebody.
lead = أداء المتجر وما ينتظر المعالجة.
steps = الخطوات الأولى
steps-done = أُنجز { $done } من { $all }
step-is-done = تمّ:
step-name = تسمية المتجر
step-name-why = يظهر الاسم في الشريط الأعلى وعلى الوصولات وفي الرسائل.
step-seller = التعريف بالبائع
step-seller-why = يظهر الاسم والعنوان والأرقام الجبائية على الوصولات كما يقتضي القانون.
step-book = إضافة أول كتاب
step-book-why = عند إضافة ملف EPUB أو PDF تُملأ بياناته من الملف.
step-payment = قبول الدفع
step-payment-why = بمفاتيح حسابك لدى Chargily، تُضبط على الخادم الذي يشغّل المتجر.
step-mail = إرسال الرسائل
step-mail-why = ما لم يُضبط خادم بريد تبقى الرسائل في مجلد على الخادم، فلا يصل رمز إلى أي قارئ.
waits = ما يحتاج إلى معالجة الآن
waits-nothing = لا شيء. كل شيء مُنجز.
wait-reports = تعليقات للمراجعة
wait-refunds = مبالغ للبتّ فيها أو لإرسالها
wait-doubts = مدفوعات غير محسومة
wait-jobs = مهام فاشلة
wait-missed = كتب تعذّر نشرها في موعدها
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
refunded = المبلغ المردود
orders = الطلبات المدفوعة
placed = الطلبات المقدَّمة
placed-paid = منها ما دُفع
conversion = نسبة الطلبات المدفوعة
conversion-hint = من الطلبات المقدَّمة في هذه المدة.
readers = قراء جدد
reading = وقت القراءة
reading-minutes = وقت القراءة (بالدقائق)
refusals = مدفوعات مرفوضة
minutes = { $minutes } د
hours = { $hours } س { $minutes } د
as-before = كما من قبل
before-nothing = لا شيء من قبل
before-was = من قبل: { $value }
more = زيادة { $percent } عمّا قبل
less = نقص { $percent } عمّا قبل
counted-at = آخر إحصاء { $time }، ويُحدَّث كل دقيقتين.
day = اليوم
month = الشهر
top-books = الكتب الأكثر مبيعًا
top-genres = الأصناف الأكثر مبيعًا
nothing-sold = لم يُبع شيء في هذه المدة.
export = تنزيل الأرقام
export-from = من
export-to = إلى
export-button = تنزيل (CSV)
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
