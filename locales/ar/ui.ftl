# كلمات الإطار والعناصر التي تشترك فيها كل الصفحات.

skip-to-content = انتقل إلى المحتوى
home-link = { $shop }، الصفحة الرئيسية
back = رجوع
back-to = رجوع إلى { $title }

# الوجهات الرئيسية.
navigation = التنقل الرئيسي
nav-home = الرئيسية
nav-browse = الأقسام
nav-library = مكتبتي
nav-account = حسابي
rail = قوائم الكتب
breadcrumb = أنت هنا

# أسفل كل صفحة.
footer = عن المتجر
language = اللغة
theme = الألوان
theme-auto = كما في الجهاز
theme-light = فاتح
theme-dark = داكن

# الرفوف والقوائم.
see-all = عرض الكل
see-all-of = عرض الكل: { $title }
shelf-previous = الكتب السابقة
shelf-next = الكتب التالية
load-more = عرض المزيد
loading = جارٍ التحميل…
load-failed = تعذّر جلب بقية الكتب. حاول مرة أخرى.
results = { $count ->
    [zero] لا كتب
    [one] كتاب واحد
    [two] كتابان
    [few] { $count } كتب
    [many] { $count } كتابًا
   *[other] { $count } كتاب
}

# سعر الكتاب وحالته.
free = مجاني
not-yet-available = غير متوفر بعد
not-for-sale = غير معروض للبيع هنا
price-was = السعر السابق: { $price }
badge-new = جديد
badge-owned = لديك
badge-rank = رقم { $rank }

# التقييم والتعليقات على البطاقات وصفحة الكتاب.
rated = قُيّم بـ { $average } من 5، { $count ->
    [zero] بلا تقييمات
    [one] من قارئ واحد
    [two] من قارئين
    [few] من { $count } قرّاء
    [many] من { $count } قارئًا
   *[other] من { $count } قارئ
}
comments = { $count ->
    [zero] لا تعليقات
    [one] تعليق واحد
    [two] تعليقان
    [few] { $count } تعليقات
    [many] { $count } تعليقًا
   *[other] { $count } تعليق
}
out-of-five = من 5
histogram-row = { $stars ->
    [zero] بلا نجوم
    [one] نجمة واحدة
    [two] نجمتان
    [few] { $stars } نجوم
    [many] { $stars } نجمة
   *[other] { $stars } نجمة
}
favourite-add = أضِف إلى المفضلة: { $title }
favourite-remove = أزِل من المفضلة: { $title }
progress-read = قُرئ { $percent }

# نص يُطوى ويُنشر.
read-more = اقرأ المزيد
read-less = اقرأ أقل
spoiler = حرق للأحداث: اضغط للإظهار

# المشاركة.
share = شارِك
share-heading = شارِك هذا الكتاب
share-address = رابط هذا الكتاب
share-copy = انسخ الرابط
share-copied = نُسخ الرابط
share-mail = البريد الإلكتروني
close = إغلاق

# التصفية.
filter = تصفية
filters = عوامل التصفية
filter-show = اعرض الكتب
filter-clear = امسح الكل
filter-remove = أزِل: { $label }
filter-applied = التصفية الحالية
sort = الترتيب حسب

# النماذج والإشعارات.
optional = اختياري
form-problems = { $count ->
    [zero] لا شيء يحتاج إلى تصحيح
    [one] أمر واحد يحتاج إلى تصحيح
    [two] أمران يحتاجان إلى تصحيح
    [few] { $count } أمور تحتاج إلى تصحيح
    [many] { $count } أمرًا يحتاج إلى تصحيح
   *[other] { $count } أمر يحتاج إلى تصحيح
}
error-prefix = خطأ: { $title }
dismiss = إغلاق الإشعار
