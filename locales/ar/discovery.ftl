# الصفحة الرئيسية وقوائمها.

home-title = كتب تُقرأ وتُقتنى
home-description = كتب إلكترونية بالعربية والفرنسية والإنجليزية: تصفح الأقسام وقراءة المقتطفات، ثم متابعة القراءة على أي جهاز.
tab-for-you = لك
tab-new = الجديد
tab-best = الأكثر مبيعًا
tab-free = مجاني
shelf-new = جديد المتجر
shelf-genres = الأصناف
list-description = { $list }: كتب المتجر.
shop-empty = لا توجد كتب في المتجر بعد.
free-empty = لا يوجد كتاب مجاني حاليًا.
best-empty = لم يُبع شيء بعد. ستظهر هنا أولى الكتب الأكثر مبيعًا.
see-new = تصفح الجديد

# ما يحتفظ به القراء، وسجلّهم.
account = حسابي
favourites = المفضلة
favourites-search = البحث في المفضلة
favourites-empty = لا كتب في المفضلة بعد. القلب أسفل كل كتاب يضيفه إلى هنا.
read-later = للقراءة لاحقًا
read-later-search = البحث في قائمة القراءة لاحقًا
read-later-empty = لا شيء للقراءة لاحقًا بعد. زر «للقراءة لاحقًا» في صفحة الكتاب يضيفه إلى هنا.
list-full = هذه القائمة ممتلئة: تتسع لـ { NUMBER($most) } كتاب.
sought-too-long = لا يتجاوز نص البحث 200 حرف.
nothing-found = لا شيء هنا يطابق «{ $q }».
show-all = عرض الكل
browse-books = تصفح الكتب
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
history-resume = استئناف
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
row-favourites-hint = ما يعجبك، وثمنه عند الإضافة
row-read-later-hint = ليوم آخر
row-history-hint = المُشاهَدة والمقروءة وعمليات البحث
kept-lists = مفضلتك، وقائمة القراءة لاحقًا، وسجلك، والكتب التي طلبتها.

# الرفوف.
shelf-for-you = توصيات لك
shelf-picks = اختيارات الكتبيين
shelf-best = الأكثر مبيعًا
shelf-viewed = شوهدت مؤخرًا
choose-genres-title = ما الكتب المفضلة لديك؟
choose-genres-text = باختيار بعض الأصناف نجد لك كتبًا تناسب ذوقك.
choose-genres = اختيار الأصناف
because-read = بناءً على قراءة { $title }
because-liked = بناءً على الإعجاب بكتاب { $title }
because-bought = بناءً على شراء { $title }
because-kept = بناءً على الاحتفاظ بكتاب { $title }
because-author = كتب أخرى بقلم { $name }
because-series = من سلسلة { $name }
because-genre = من صنف مفضل لديك: { $name }
because-popular = رائج في المتجر
because-new = جديد في المتجر
because-taste = قريب من ذوقك
because-picked = من اختيارات الكتبيين
for-you-empty = لا توجد توصيات بعد. يمكن اختيار أصناف أو تقييم بعض الكتب أو إضافتها إلى المفضلة، ثم العودة بعد دقيقة.
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
best-empty-filtered = لا كتاب من الأكثر مبيعًا يوافق عوامل التصفية هذه.
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
search-partial = البحث قيد الإعداد: يجد الآن العناوين بكلماتها الأولى، وقريبًا يجد أكثر.
search-recent = عمليات البحث الأخيرة
search-recent-remove = حذف «{ $text }» من عمليات البحث
search-popular = كتب رائجة
search-sort-relevance = الأقرب
search-sort-newest = الأحدث أولًا
search-sort-price-asc = السعر تصاعديًا
search-sort-price-desc = السعر تنازليًا
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
search-sort = الترتيب حسب
search-language = اللغة
search-format = الصيغة
search-price = السعر
search-any = الكل
search-price-free = مجاني
search-price-paid = مدفوع
search-browse = تصفح الكتب

# A book that was not found.
request-title = طلب هذا الكتاب
request-lead = يراجع الكتبيون هذه الطلبات عند اختيار كتب جديدة.
request-text-label = العنوان والمؤلف
request-email-label = البريد الإلكتروني
request-email-hint = للمراسلة عند توفر الكتاب.
request-send = إرسال الطلب
request-missing = يلزم ذكر الكتاب المطلوب.
request-too-long = لا يتجاوز الطلب 200 حرف.
request-email-wrong = يلزم عنوان بريد إلكتروني، مثل name@example.dz.

# الصفحة الرئيسية كما رُتّبت.
shelf-liked = الأصناف المفضلة لكل قارئ
home-shelf-unknown = لا يوجد رف كهذا.
home-too-many-shelves = لديك 20 رفًا خاصًا. يلزم حذف واحد منها أولًا.
home-source-unknown = لا يوجد شيء كهذا في المتجر.
home-until-wrong = اليوم الأخير يسبق اليوم الأول.
home-too-many-books = يتسع الرف لـ 60 كتابًا على الأكثر.
home-title-missing = يلزم عنوان، أو عدم عرض الرف بهذه اللغة.
home-title-long = لا يتجاوز العنوان 80 حرفًا.
home-locale-missing = يلزم اختيار لغة واحدة على الأقل.
home-book-unknown = لا يوجد كتاب كهذا.
