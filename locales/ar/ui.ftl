# كلمات الإطار والعناصر التي تشترك فيها كل الصفحات.

skip-to-content = الانتقال إلى المحتوى
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
theme-auto = كما في هذا الجهاز
theme-light = فاتحة
theme-dark = داكنة

# الرفوف والقوائم.
see-all = عرض الكل
see-all-of = عرض الكل: { $title }
shelf-previous = الكتب السابقة
shelf-next = الكتب التالية
load-more = عرض المزيد
loading = جارٍ التحميل…
load-failed = تعذّر جلب بقية الكتب. تمكن إعادة المحاولة.
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
    [few] من { $count } قراء
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
favourite-of = المفضلة: { $title }
progress-read = قُرئ { $percent }

# نص يُطوى ويُنشر.
read-more = قراءة المزيد
read-less = عرض أقل
spoiler = حرق للأحداث: إظهار

# المشاركة.
share = مشاركة
share-heading = مشاركة هذه الصفحة
share-address = رابط هذه الصفحة
share-copy = نسخ الرابط
share-copied = نُسخ الرابط
share-mail = إرسال بالبريد الإلكتروني
close = إغلاق

# التصفية.
filter = تصفية
filters = عوامل التصفية
filter-show = عرض الكتب
filter-clear = مسح الكل
filter-remove = إزالة: { $label }
filter-applied = التصفية الحالية
sort = الترتيب حسب

# النماذج والإشعارات.
optional = اختياري
pick-colour = اختيار لون: { $label }
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
unreachable = تعذّر الوصول إلى المتجر
unreachable-detail = يبدو أن الاتصال مقطوع. ما كتبته باقٍ هنا، وتمكن إعادة المحاولة بعد لحظة.
unreachable-unchanged = يبدو أن الاتصال مقطوع. لم يتغيّر شيء، وتمكن إعادة المحاولة بعد لحظة.

# ما يقوله الحقل فور مغادرته. جُمل الخادم مع الميزة نفسها.
check-missing = هذا الحقل مطلوب.
check-name-missing = الاسم مطلوب.
check-email-missing = البريد الإلكتروني مطلوب.
check-email-wrong = ليس هذا عنوان بريد إلكتروني. شكله: name@example.dz
check-email-unfinished = تنقص نهاية العنوان، مثل «‎.dz» أو «‎.com».
check-login-missing = يلزم البريد الإلكتروني أو اسم المستخدم.
check-username-missing = اسم المستخدم مطلوب.
check-username-wrong = اسم المستخدم حروف وأرقام ونقاط وشَرطات، بلا مسافات.
check-phone-wrong = هذا ليس رقم هاتف. شكله: ⁦0551 23 45 67⁩ أو ⁦+213 551 23 45 67⁩
check-password-missing = كلمة السر مطلوبة.
check-password-short = كلمة السر قصيرة: تحتاج إلى { $count ->
    [zero] { $count } حرف
    [one] حرف واحد
    [two] حرفين
    [few] { $count } أحرف
    [many] { $count } حرفًا
   *[other] { $count } حرف
} على الأقل.
check-password-unlike = هذا اسم المستخدم أو البريد الإلكتروني نفسه. تلزم كلمة سر يصعب تخمينها.
check-code-missing = الرمز الذي في رسالتنا مطلوب.
check-code-short = الرمز أطول من ذلك: فيه 7 أحرف وأرقام.
check-code-wrong = الرمز مكوّن من 7 أحرف وأرقام.
check-short = النص قصير: يحتاج إلى { $count ->
    [zero] { $count } حرف
    [one] حرف واحد
    [two] حرفين
    [few] { $count } أحرف
    [many] { $count } حرفًا
   *[other] { $count } حرف
} على الأقل.
check-choice-missing = يلزم اختيار واحد.
check-tick-missing = يلزم وضع علامة هنا للمتابعة.
check-file-missing = يلزم اختيار ملف.

# كلمات السر.
password-show = إظهار
    .label = إظهار كلمة السر
password-hide = إخفاء
    .label = إخفاء كلمة السر
caps-lock = مفتاح الأحرف الكبيرة (Caps Lock) مفعّل.
rule-length = { $count ->
    [zero] { $count } حرف أو أكثر
    [one] حرف واحد أو أكثر
    [two] حرفان أو أكثر
    [few] { $count } أحرف أو أكثر
    [many] { $count } حرفًا أو أكثر
   *[other] { $count } حرف أو أكثر
}
rule-unlike = ليست اسم المستخدم ولا البريد الإلكتروني
rule-met = تم

# الحساب.
sign-in = تسجيل الدخول
sign-out = تسجيل الخروج
account-of = حسابك: { $name }
session-this = هذا الجهاز
session-end = تسجيل الخروج
    .label = تسجيل الخروج من: { $device }
cancel = إلغاء

# صورة القارئ.
cover-choose = اختيار غلاف
cover-cut = قصّه على شكل كتاب
picture-choose = اختيار صورة
picture-hint = ملف JPEG أو PNG أو WebP، لا يتجاوز { $size }.
picture-save = حفظ الصورة
picture-remove = حذف الصورة
picture-crop = ما تُظهره الصورة
picture-crop-hint = تُحرَّك الصورة بالسحب أو بالمنزلقات.
picture-zoom = التكبير
picture-across = يسارًا ويمينًا
picture-down = فوق وتحت
picture-wrong = لا يمكن استعمال هذا الملف صورةً. يلزم ملف JPEG أو PNG أو WebP.

# What a reader keeps of a book, and what was looked at.
favourite = المفضلة
later = للقراءة لاحقًا
read-already = سبقت قراءته
undo = تراجع
history-remove = إزالة من السجل: { $title }
list-search = البحث في هذه القائمة

# الكتاب الجاري قراءته.
continue-reading = متابعة القراءة
continue-reading-of = قراءة { $title }
read-on = قراءة
not-for-me = لا يناسبني
not-for-me-of = لا يناسبني: { $title }

# حقل البحث.
search = بحث
search-field = البحث عن كتاب أو مؤلف أو سلسلة
search-kind-book = كتاب
search-kind-author = مؤلف
search-kind-series = سلسلة
search-kind-genre = صنف
search-kind-recent = بحث سابق
search-remove = حذف من عمليات البحث:
search-list = الاقتراحات
search-none = لا اقتراحات
search-some = الاقتراحات:

# السلة.
cart = السلة
add-to-cart = إضافة إلى السلة
in-the-cart = في السلة
in-cart-of = في السلة: { $title }

# المكتبة.

book-finished = تمّت قراءته
mark-finished = تسجيل تمام القراءة
mark-finished-of = تسجيل تمام قراءة { $title }
mark-unfinished = إلغاء تمام القراءة
mark-unfinished-of = إلغاء تمام قراءة { $title }
read-book = قراءة
read-book-of = قراءة { $title }
save-file-of = تنزيل { $title } بصيغة { $format }
in-library = في مكتبتك

# بلا اتصال.
install-app = تثبيت التطبيق
connection-lost = لا يوجد اتصال.
connection-books = الكتب المحفوظة على هذا الجهاز
connection-waits = حُفظ على هذا الجهاز، ويُرسل عند عودة الاتصال.
load-anew = إعادة تحميلها
waiting-kept = حُفظ تغيير أحدث جرى على جهاز آخر.
waiting-refused = تعذّر على المتجر قبول شيء كان ينتظر الإرسال.
sign-out-loses-title = لم يُرسل كل شيء بعد
sign-out-loses = ما تم بلا اتصال ينتظر على هذا الجهاز، وتسجيل الخروج يمحوه.
sign-out-anyway = تسجيل الخروج رغم ذلك
update-ready = نسخة جديدة من المتجر جاهزة.
update-now = التحديث الآن
offline-taken-back = أُزيلت من هذا الجهاز الكتب التي لم تعد ضمن مكتبتك.
offline-progress = جارٍ التنزيل على هذا الجهاز: { $title }

# ما تقوله البرامج عن الكتب على الجهاز. ما بين <> يُملأ.
offline-said-keep = إتاحة بلا اتصال
offline-said-saved = متاح بلا اتصال
offline-said-saving = <done> من <bytes>
offline-said-stop = إيقاف
offline-said-remove = إزالة من هذا الجهاز
offline-said-incomplete = أجزاء من هذا الكتاب ناقصة على هذا الجهاز.
offline-said-again = إعادة التنزيل
offline-said-continue = تنزيل الباقي
offline-said-lapsed = يلزم الاتصال مرة واحدة كي يُفتح هذا الكتاب هنا من جديد.
offline-said-no-connection = لا يوجد اتصال. تمكن إعادة المحاولة عند عودته.
offline-said-quota = لا مكان لهذا الكتاب: يحتاج إلى <bytes> والمتاح <free>. أُزيل ما نُزّل منه. تمكن إزالة كتب أخرى من هذا الجهاز أو إخلاء مكان فيه.
offline-said-full = لا مكان على هذا الجهاز لهذا الكتاب الذي يحتاج إلى <bytes>. أُزيل ما نُزّل منه. تمكن إزالة كتب أخرى أو إخلاء مكان.
offline-said-refused = لا يمكن حفظ هذا الكتاب على الجهاز: ليس ضمن مكتبتك.
offline-said-failed = تعذّر تنزيل الكتاب. تمكن إعادة المحاولة بعد لحظة.
offline-said-away = يحتاج إلى اتصال
offline-said-only = على هذا الجهاز
offline-said-of = <word>: <title>
offline-said-kb = <size> ك.ب
offline-said-mb = <size> م.ب
offline-said-gb = <size> غ.ب
offline-said-used = <used> مستخدمة من <quota>
offline-said-read = قراءة
offline-said-read-of = قراءة <title>
offline-said-kept-for-good = يحتفظ هذا المتصفح بالكتب حتى تُزال.
offline-said-kept-while-room = قد يزيل هذا المتصفح الكتب عندما يضيق المكان.
offline-said-not-promised = لا يَعِد هذا المتصفح بذلك بعد. يفعل ذلك للمواقع المثبّتة أو الكثيرة الاستعمال.
offline-said-waiting = بانتظار الإرسال: <count>
offline-said-sent = أُرسل كل شيء.
offline-said-seen = هذه الصفحة كما كانت في <when>.
offline-said-things-favorites = المفضلة: <count>
offline-said-things-ratings = التقييمات: <count>
offline-said-things-comments = التعليقات: <count>
offline-said-things-progress = مواضع القراءة: <count>
offline-said-things-annotations = العلامات والتظليلات والملاحظات: <count>
offline-said-comment-talk = إلى التعليقات
offline-said-comment-drop = تجاهل التعليق
offline-said-comment-dropped = تم تجاهل التعليق.
offline-said-comment-undo = تراجع
offline-said-comment-waits = لم يُرسل بعد، ويُرسل عند عودة الاتصال.
offline-said-comment-parent = التعليق المردود عليه لم يعد موجودًا.
offline-said-comment-gone = حُذف تعليقك في هذه الأثناء من جهاز آخر.
offline-said-comment-leaving = جارٍ إرساله. يمكن حذفه بعد نشره.
offline-said-comment-too-many-requests = تعليقات كثيرة دفعة واحدة: يُرسل من تلقاء نفسه بعد قليل.
offline-said-comment-unverified = يُنشر بعد تأكيد عنوان البريد الإلكتروني.
offline-said-comment-suspended = ينتظر ما دام حسابك موقوفًا.
offline-said-comment-not-found = لم يعد هذا الكتاب في المتجر.
offline-said-comment-hidden = أخفى الإشراف هذا التعليق، فلا يمكن تعديله.
offline-said-comment-invalid = لا يستطيع المتجر قبوله كما هو.
offline-said-not-saved-title = هذا الكتاب غير محفوظ على هذا الجهاز
offline-said-not-saved = يمكن فتحه عند عودة الاتصال.
offline-said-lapsed-title = يحتاج هذا الكتاب إلى اتصال
offline-said-lapsed-clock = مضى أكثر من 30 يومًا على آخر تحقق من هذا الكتاب، أو غُيّرت ساعة هذا الجهاز. يُفتح من جديد فور وجود اتصال.
offline-said-incomplete-title = أجزاء من هذا الكتاب ناقصة
offline-said-incomplete-help = أزال هذا المتصفح أجزاء منه. تمكن إعادة تنزيله عند عودة الاتصال.

# ما يفصل العنوان عن قيمته حين لا تجمعهما رسالة واحدة.
colon = { ": " }

# The panel from which the shop is run.
admin-nav = إدارة المتجر
table-filter = تصفية
table-whole = عرض الكل
table-choose = اختيار { $name }
table-choose-all = اختيار كل ما في هذه الصفحة
bulk = ما يُفعل بالعناصر المختارة
bulk-hint = يمكن تغيير عدة عناصر معًا باختيار سطورها.
# What stands in <> is filled in by a script.
bulk-chosen = عدد المختار: <count>
bulk-details = نتيجة كل عنصر
bulk-all =
    { $done ->
        [zero] لم يتغير أي عنصر.
        [one] تغيّر عنصر واحد.
        [two] تغيّر عنصران.
        [few] تغيّرت { $done } عناصر.
        [many] تغيّر { $done } عنصرًا.
       *[other] تغيّر { $done } عنصر.
    }
bulk-some = ما تغيّر: { $done }. ما لم يتغير: { $refused }.
chart-as-table = في جدول
chart-most = الأعلى: { $when }، { $much }.
chart-nothing = لا شيء في هذه المدة.
