# الصفحة الرئيسية وقوائمها.

home-title = كتب تُقرأ وتُقتنى
home-description = كتب إلكترونية بالعربية والفرنسية والإنجليزية: تصفّح الأقسام واقرأ مقتطفًا، ثم تابع القراءة على أي جهاز.
tab-for-you = لك
tab-new = الجديد
tab-best = الأكثر مبيعًا
tab-free = مجاني
shelf-new = جديد المكتبة
shelf-genres = الأصناف
list-description = { $list }: كتب المكتبة.
shop-empty = لا توجد كتب في المكتبة بعد.
free-empty = لا يوجد كتاب مجاني حاليًا.
best-empty = لم يُبع شيء بعد. هنا ستظهر أولى الكتب الأكثر مبيعًا.
see-new = تصفّح الجديد

# ما يحتفظ به القرّاء، وسجلّهم.
account = حسابي
favourites = المفضلة
favourites-search = البحث في المفضلة
favourites-empty = لا كتب في المفضلة بعد. القلب أسفل كل كتاب يضيفه إلى هنا.
read-later = للقراءة لاحقًا
read-later-search = البحث في ما حُفظ للقراءة لاحقًا
read-later-empty = لا شيء للقراءة لاحقًا بعد. زر «للقراءة لاحقًا» في صفحة الكتاب يضيفه إلى هنا.
list-full = هذه القائمة ممتلئة: { NUMBER($most) } كتاب.
sought-too-long = البحث 200 حرف على الأكثر.
nothing-found = لا شيء هنا يطابق «{ $q }».
show-all = عرض الكل
browse-books = تصفّح الكتب
history = السجل
history-viewed = المُشاهَدة
history-read = المقروءة
history-searches = عمليات البحث
history-search = البحث في السجل
history-viewed-empty = ستظهر هنا الكتب التي فُتحت صفحاتها.
history-read-empty = ستظهر هنا الكتب المعلَّمة كمقروءة.
history-searches-empty = ستظهر هنا عمليات البحث.
history-pause = إيقاف مؤقت
clear-all = مسح الكل
history-resume = استئناف الحفظ
history-paused = السجل متوقف مؤقتًا
history-paused-since = منذ { $date } لا يُسجَّل شيء مما يُفتح أو يُبحث عنه.
today = اليوم
yesterday = أمس
last-days = آخر 7 أيام
clear-viewed = مسح الكتب المُشاهَدة
clear-viewed-title = مسح قائمة الكتب المُشاهَدة؟
clear-viewed-body = تُحذف كل العناصر دفعة واحدة، على كل الأجهزة. لا يمكن التراجع عن ذلك.
clear-read = مسح الكتب المقروءة
clear-read-title = مسح قائمة الكتب المقروءة؟
clear-read-body = لن يبقى أي كتاب معلَّمًا كمقروء. لا يمكن التراجع عن ذلك.
clear-searches = مسح عمليات البحث
clear-searches-title = مسح قائمة عمليات البحث؟
clear-searches-body = تُحذف كل عمليات البحث دفعة واحدة، على كل الأجهزة. لا يمكن التراجع عن ذلك.
row-favourites-hint = ما نال الإعجاب، وثمنه حينها
row-read-later-hint = ليوم آخر
row-history-hint = المُشاهَدة والمقروءة وعمليات البحث
kept-lists = المفضلة، وما حُفظ للقراءة لاحقًا، والسجل، والكتب المطلوبة.

# الرفوف.
shelf-for-you = مختارات لك
shelf-picks = اختيارات المكتبة
shelf-best = الأكثر مبيعًا
shelf-viewed = شوهدت مؤخرًا
choose-genres-title = ما الكتب المفضلة لديك؟
choose-genres-text = باختيار بعض الأصناف تجد المكتبة كتبًا تناسب ذوقك.
choose-genres = اختيار الأصناف
because-read = بناءً على قراءة { $title }
because-liked = بناءً على الإعجاب بكتاب { $title }
because-bought = بناءً على شراء { $title }
because-kept = بناءً على الاحتفاظ بكتاب { $title }
because-author = كتب أخرى بقلم { $name }
because-series = من سلسلة { $name }
because-genre = من صنف مفضل لديك: { $name }
because-popular = رائج في المكتبة
because-new = جديد في المكتبة
because-taste = قريب من ذوقك
because-picked = من اختيارات المكتبة
for-you-empty = لا توجد توصيات بعد. يمكن اختيار أصناف أو تقييم بعض الكتب أو الاحتفاظ بها، ثم العودة بعد دقيقة.
best-week = الأكثر مبيعًا في آخر 7 أيام
best-month = الأكثر مبيعًا في آخر 30 يومًا
best-all = الأكثر مبيعًا على الإطلاق
best-week-free = الكتب المجانية: الأكثر طلبًا في آخر 7 أيام
best-month-free = الكتب المجانية: الأكثر طلبًا في آخر 30 يومًا
best-all-free = الكتب المجانية: الأكثر طلبًا على الإطلاق
span-label = المدة
span-week = 7 أيام
span-month = 30 يومًا
span-all = كل الوقت
best-price = السعر
best-paid = للبيع
best-free = مجانية
best-language = اللغة
language-any = كل اللغات
best-format = الصيغة
format-any = كل الصيغ
best-empty-span = لم يُبع شيء في هذه المدة.
best-empty-filtered = لا يوافق هذه المرشحات أي كتاب من الأكثر مبيعًا.
best-show-all = عرض كل الأكثر مبيعًا

# البحث.

search-title = البحث
search-of = «{ $text }»: بحث
search-too-long = لا يتجاوز نص البحث 200 حرف.
search-rating-out-of-range = التقييم بين 0 و5.
search-best = أفضل نتيجة
search-books = الكتب
search-authors = المؤلفون
search-series = السلاسل
search-meant = هل المقصود { $text }؟
search-nothing = لا نتائج للبحث عن «{ $text }».
search-nothing-hint = قد تظهر نتائج بكلمات أقل أو بكتابة أخرى.
search-drop-filters = البحث بلا تصفية
search-partial = البحث قيد الإعداد: تظهر الآن العناوين حسب بدايتها، وقريبًا نتائج أكثر.
search-recent = عمليات البحث الأخيرة
search-recent-remove = حذف «{ $text }» من عمليات البحث
search-popular = الأكثر طلبًا
search-sort-relevance = الأقرب
search-sort-newest = الأحدث
search-sort-price-asc = السعر: من الأقل
search-sort-price-desc = السعر: من الأعلى
search-sort-rating = الأعلى تقييمًا
search-sort-best-selling = الأكثر مبيعًا
search-any-genre = كل الأصناف
search-any-rating = كل التقييمات
search-any-availability = الكل
search-rating = التقييم
search-rating-at-least = { $stars ->
    [zero] أي تقييم
    [one] نجمة فأكثر
    [two] نجمتان فأكثر
    [few] { $stars } نجوم فأكثر
    [many] { $stars } نجمة فأكثر
   *[other] { $stars } نجمة فأكثر
}
search-availability = التوفر
search-available = متاح للقراءة الآن
search-announced = سيصدر لاحقًا
search-price-to = حتى { $price }
search-price-between = من { $low } إلى { $high }
search-price-from = أكثر من { $price }
search-sort = الترتيب
search-language = اللغة
search-format = الصيغة
search-price = السعر
search-any = الكل
search-price-free = مجاني
search-price-paid = مدفوع
search-browse = تصفّح المتجر

# A book that was not found.
request-title = طلب هذا الكتاب
request-lead = تُراجَع هذه الطلبات عند اختيار كتب جديدة للمتجر.
request-text-label = العنوان والمؤلف
request-email-label = البريد الإلكتروني
request-email-hint = للمراسلة عند توفر الكتاب.
request-send = إرسال الطلب
request-missing = يجب ذكر الكتاب المطلوب.
request-too-long = لا يتجاوز الطلب 200 حرف.
request-email-wrong = يجب إدخال عنوان بريد إلكتروني، مثل name@example.com.

# الصفحة الرئيسية كما رُتّبت.
shelf-liked = الأصناف المفضلة لكل قارئ
home-shelf-unknown = لا وجود لهذا الرف.
home-too-many-shelves = لديك 20 رفًا خاصًا. احذف واحدًا منها أولًا.
home-source-unknown = لا يوجد شيء كهذا في المكتبة.
home-until-wrong = اليوم الأخير يسبق اليوم الأول.
home-too-many-books = يتسع الرف لستين كتابًا.
home-title-missing = اكتب عنوانًا، أو لا تعرض الرف بهذه اللغة.
home-title-long = يمكن أن يبلغ العنوان 80 حرفًا.
home-locale-missing = اختر لغة واحدة على الأقل.
home-book-unknown = لا وجود لهذا الكتاب.
