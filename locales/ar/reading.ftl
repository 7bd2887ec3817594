# ما يحتفظ به القراء: المواضع والعلامات وما جرى دون اتصال.
kept-reading = موضعك في كل كتاب، وجلسات قراءتك، وعلاماتك وتظليلاتك وملاحظاتك.
device-invalid = للجهاز اسم لا يزيد على 60 حرفًا، ومعرّف لا يزيد على 64.
locator-invalid = هذا ليس موضعًا في كتاب.
locator-unknown = لا يوجد هذا الموضع في هذا الكتاب.
locator-old = استُبدل ملف الكتاب منذ ذلك الحين. يلزم فتح الكتاب من جديد.
uuid-invalid = يلزم هنا UUID من 36 حرفًا.
uuid-taken = لعلامة في كتاب آخر UUID هذا نفسه.
colour-not-allowed = لا لون لعلامة الصفحة.
note-missing = الملاحظة تحتاج إلى بعض الكلمات.
mark-note-too-long = لا تزيد الملاحظة على { $most } حرف.
mark-unfit = لا لون لعلامة الصفحة، والملاحظة تحتاج إلى بعض الكلمات.
marks-too-many = لا يتّسع الكتاب لأكثر من { $most } علامة. يلزم حذف بعضها أولًا.
mark-marker = علامة صفحة
mark-highlight = تظليل
mark-note = ملاحظة
mark-at-page = الصفحة { $page }
mark-at-percent = { $percent }%
mark-lost = غير موجود في الطبعة الحالية
sync-too-many = لا يُرسل أكثر من { $most } عنصر دفعة واحدة.
sync-cursor-invalid = هذا المؤشّر لم يأت من أي إجابة منا.
sync-unknown-field = لا يوجد هذا الحقل.

# قارئا EPUB وPDF. تُسلَّم الرسائل التي تبدأ بـ reader- إلى برنامج الصفحة بمفاتيحها،
# وحيث يرد <name> يضع البرنامج ما يعرفه أثناء القراءة.

reader-opening = جارٍ فتح الكتاب…
reader-slow = الأمر يستغرق أطول من المعتاد.
reader-retry = إعادة المحاولة
reader-back = العودة إلى صفحة الكتاب
reader-close = إغلاق
reader-cancel = إلغاء
reader-without-script = يحتاج هذا القارئ إلى جافاسكربت. ويمكن قراءة الفصول أيضًا في صفحات بسيطة.
reader-read-plain = قراءة الفصول في صفحات بسيطة
reader-open-file = فتح ملف PDF

reader-contents = المحتويات
reader-no-contents = ليس لهذا الكتاب فهرس محتويات.
reader-locked = خارج المقتطف
reader-go-to-page = الذهاب إلى الصفحة
reader-go = انتقال
reader-no-such-page = لا توجد في هذا الكتاب صفحة أو نسبة كهذه.

reader-previous-page = الصفحة السابقة
reader-next-page = الصفحة التالية
reader-position = الموضع في الكتاب
reader-percent = <percent>%
reader-page-of = الصفحة <page> من <pages>
reader-minutes-left-zero = لم يبق شيء من الفصل
reader-minutes-left-one = بقيت دقيقة واحدة في الفصل
reader-minutes-left-two = بقيت دقيقتان في الفصل
reader-minutes-left-few = بقيت <count> دقائق في الفصل
reader-minutes-left-many = بقيت <count> دقيقة في الفصل
reader-minutes-left-other = بقيت <count> دقيقة في الفصل
reader-chapter-ends = نهاية الفصل

reader-appearance = المظهر
reader-theme = السمة
reader-theme-light = فاتحة
reader-theme-sepia = ورقية
reader-theme-dark = داكنة
reader-theme-black = سوداء
reader-text-size = حجم النص
reader-smaller-text = تصغير النص
reader-larger-text = تكبير النص
reader-font = الخط
reader-font-publisher = كما نُشر
reader-font-serif = خط النسخ
reader-font-sans = خط بلا زوائد
reader-font-hyperlegible = Atkinson Hyperlegible
reader-font-dyslexic = OpenDyslexic
reader-layout = طريقة العرض
reader-layout-paginated = صفحات
reader-layout-scrolled = تمرير
reader-line-height = تباعد الأسطر
reader-line-small = ضيّق
reader-line-normal = عادي
reader-line-large = واسع
reader-margins = الهوامش
reader-margin-small = ضيّقة
reader-margin-normal = عادية
reader-margin-large = واسعة
reader-dark-pages = تعتيم الصفحات في السمات الداكنة
reader-restore-defaults = استعادة الإعدادات الأصلية

reader-zoom = التكبير
reader-zoom-in = تكبير
reader-zoom-out = تصغير
reader-fit-width = ملء العرض
reader-fit-page = صفحة كاملة
reader-page-label = الصفحة <page>
reader-megabytes = <size> م.ب
reader-bytes-of = <loaded> من <total>

reader-end-title = تمّ الكتاب
reader-end-body = هذه آخر صفحة.
reader-sample-end-title = ينتهي المقتطف هنا
reader-sample-end-body = بقية الكتاب في انتظارك.
reader-stay = البقاء في هذه الصفحة

reader-leave-title = مغادرة الكتاب؟
reader-leave-body = يقود هذا الرابط إلى خارج الكتاب:
reader-leave-open = فتح الرابط

reader-error-offline-title = لا يوجد اتصال
reader-error-offline-body = تعذّر جلب الكتاب. يُرجى التحقق من الاتصال ثم إعادة المحاولة.
reader-error-missing-title = هذا الكتاب ليس هنا
reader-error-missing-body = ربما سُحب من البيع، أو حلّت محلّه طبعة أحدث.
reader-error-forbidden-title = خارج المقتطف
reader-error-forbidden-body = لا يُقرأ هنا إلا مقتطف من هذا الكتاب.
reader-error-damaged-title = تعذّر عرض هذا الكتاب
reader-error-damaged-body = يبدو أن ملفه تالف. قد تُفتح صيغة أخرى للكتاب إن وُجدت.
reader-error-server-title = حدث خطأ ما
reader-error-server-body = تعذّر على المتجر إرسال الكتاب الآن. تمكن إعادة المحاولة بعد لحظة.
reader-find = البحث في الكتاب
reader-find-field = الكلمات المطلوبة
reader-find-hint = لا أثر للتشكيل ولا لصور الهمزة ولا لعلامات الترقيم في البحث.
reader-finding = جارٍ البحث…
reader-find-none = «<query>» غير موجود في الكتاب.
reader-find-zero = لا مواضع
reader-find-one = في موضع واحد
reader-find-two = في موضعين
reader-find-few = في <count> مواضع
reader-find-many = في <count> موضعًا
reader-find-other = في <count> موضع
reader-find-more = عرض المزيد
reader-find-failed = لم يُجب البحث. يُرجى التحقق من الاتصال ثم إعادة المحاولة.
reader-find-partial = لا اتصال، فاقتصر البحث على الفصول المحفوظة في هذا المتصفح.
reader-find-sample = اقتصر البحث على المقتطف.
reader-find-of = <number> من <total>
reader-find-next = الموضع التالي
reader-find-previous = الموضع السابق
reader-find-list = عرض المواضع كلها
reader-find-close = إغلاق البحث

reader-jump = صفحة أو نسبة مئوية
reader-page-list = الصفحات المطبوعة
reader-landmarks = الأجزاء الرئيسية
reader-return = العودة إلى الصفحة <page>

reader-book-left-minutes-zero = لم يبق شيء من الكتاب
reader-book-left-minutes-one = بقيت دقيقة واحدة في الكتاب
reader-book-left-minutes-two = بقيت دقيقتان في الكتاب
reader-book-left-minutes-few = بقيت <count> دقائق في الكتاب
reader-book-left-minutes-many = بقيت <count> دقيقة في الكتاب
reader-book-left-minutes-other = بقيت <count> دقيقة في الكتاب
reader-book-left-hours-zero = بقي أقل من ساعة في الكتاب
reader-book-left-hours-one = بقيت نحو ساعة في الكتاب
reader-book-left-hours-two = بقيت نحو ساعتين في الكتاب
reader-book-left-hours-few = بقيت نحو <count> ساعات في الكتاب
reader-book-left-hours-many = بقيت نحو <count> ساعة في الكتاب
reader-book-left-hours-other = بقيت نحو <count> ساعة في الكتاب
reader-book-ends = نهاية الكتاب
reader-time-left = الوقت الباقي: في الفصل أو في الكتاب

reader-columns = الأعمدة
reader-columns-auto = تلقائية
reader-columns-one = عمود
reader-columns-two = عمودان
reader-align = المحاذاة
reader-align-auto = كما نُشر
reader-align-justify = مضبوطة
reader-align-start = حرّة
reader-hyphens = تقطيع الكلمات
reader-hyphens-auto = كما نُشر
reader-hyphens-on = نعم
reader-hyphens-off = لا
reader-italics = الحروف المائلة
reader-italics-auto = كما نُشر
reader-italics-off = قائمة
reader-letters = تباعد الحروف
reader-words = تباعد الكلمات
reader-paragraphs = تباعد الفقرات
reader-space-normal = عادي
reader-space-wide = واسع
reader-space-wider = أوسع
reader-pictures = الصور في السمات الداكنة
reader-pictures-full = كما هي
reader-pictures-dim = مخفّفة
reader-pictures-dimmer = معتمة
reader-more-settings = التباعد وإعدادات أخرى
reader-arabic-fixed = حروف العربية متّصلة ولا تُمال ولا تُقطع كلماتها، فتبقى هذه الإعدادات كما هي.
reader-scope = نطاق هذه الإعدادات
reader-scope-all = كل الكتب
reader-scope-book = هذا الكتاب
reader-screen = الشاشة
reader-awake = إبقاء الشاشة مضاءة أثناء القراءة
reader-full-screen = ملء الشاشة
reader-leave-full-screen = الخروج من ملء الشاشة

reader-note = حاشية
reader-note-open = الذهاب إلى الحاشية في الكتاب

reader-bookmark = وضع علامة على هذه الصفحة
reader-bookmark-remove = إزالة علامة هذه الصفحة
reader-bookmarks = علامات الصفحات
reader-no-bookmarks = لا علامات صفحات بعد. شريط العلامة في الأعلى، أو المفتاح B، يضيف الصفحة إلى هنا.
reader-bookmark-forget = إزالة هذه العلامة
reader-bookmark-kept = أُضيفت علامة الصفحة
reader-bookmark-gone = أُزيلت علامة الصفحة

reader-palette = ما يمكن فعله بالكلمات المحددة
reader-mark-note = ملاحظة
reader-mark-copy = نسخ
reader-mark-share = مشاركة هذه الكلمات
reader-mark-delete = حذف
reader-colour-yellow = أصفر
reader-colour-green = أخضر بخط متصل
reader-colour-blue = أزرق بنقاط
reader-colour-pink = وردي بخط متقطع
reader-colour-purple = بنفسجي بخط متموج
reader-colour-sample = أ
reader-colour-all = كل الألوان
reader-marks = العلامات
reader-filter-kind = أي العلامات
reader-filter-colour = بأي لون
reader-kind-all = كل العلامات
reader-kind-marker = علامات الصفحات
reader-kind-highlight = التظليلات
reader-kind-note = الملاحظات
reader-one-marker = علامة صفحة
reader-one-highlight = تظليل
reader-one-note = ملاحظة
reader-no-marks = لا علامات بعد. يضع شريط العلامة أو المفتاح B علامة صفحة، ويمكن تظليل الكلمات المحددة، أو جملة بالمفتاح H، وكتابة ملاحظة عليها.
reader-no-such-marks = لا علامات من هذا النوع في هذا الكتاب.
reader-mark-moved = عُثر عليه في الطبعة الجديدة
reader-mark-lost = لم يعد في الطبعة الجديدة
reader-mark-not-there = لم يعد هذا الموضع في الكتاب.
reader-mark-no-text = لا كلمات في هذه الصفحة يمكن تعليمها.
reader-mark-refused = تعذّر حفظ علامة.
reader-marks-local = تبقى هذه العلامات في هذا المتصفح، وتسجيل الدخول يحفظها على كل الأجهزة.
reader-export-markdown = حفظ نصًا (Markdown)
reader-export-json = حفظ بيانات (JSON)
reader-note-new = كتابة ملاحظة
reader-note-edit = تعديل الملاحظة
reader-note-save = حفظ
reader-note-draft = ما كُتب من قبل ما زال هنا، ولم يُحفظ بعد.
reader-note-count = عدد الأحرف: <count> من <most>
reader-gone-marker = أُزيلت علامة الصفحة
reader-gone-highlight = حُذف التظليل
reader-gone-note = حُذفت الملاحظة
reader-undo = تراجع
reader-copied = تم النسخ
reader-quote = «<words>» — <source>
reader-quote-copied = نُسخ الاقتباس مع رابط الكتاب
reader-copy-failed = تعذّر نسخ الكلمات.
reader-highlight-kept = تم التظليل
reader-keys-select = تحديد كلمات
reader-keys-mark = تعليم المحدد أو جملة
reader-keys-next-mark = علامات هذه الصفحة

reader-end-finished = هذه آخر صفحة، وسُجّل أن الكتاب تمّت قراءته.
reader-offer = موضع آخر
reader-offer-elsewhere = بلغت القراءة <percent> على جهاز آخر.
reader-offer-elsewhere-named = بلغت القراءة <percent> على جهاز آخر (<device>).
reader-offer-here = بلغت القراءة <percent> على هذا الجهاز.
reader-offer-finished = تمّت قراءة هذا الكتاب في <date>.
reader-offer-go = الذهاب إليه
reader-offer-stay = البقاء هنا
reader-offer-anew = قراءته من جديد
reader-history = المواضع
reader-history-loading = جارٍ جلب المواضع…
reader-history-none = لا مواضع بعد. تظهر هنا مواضع القراءة على كل جهاز.
reader-history-offline = يتعذّر جلب المواضع الآن. يلزم التحقق من الاتصال ثم فتح القائمة من جديد.

reader-keys = اختصارات لوحة المفاتيح
reader-keys-turn = تقليب الصفحات
reader-keys-ends = إلى البداية وإلى النهاية
reader-keys-scroll = تمرير يسير
reader-keys-size = تكبير النص أو تصغيره
reader-keys-return = العودة إلى الموضع السابق
reader-keys-close = إغلاق المفتوح
reader-keys-help = هذه القائمة

reader-thumbnails = الصفحات
reader-rotate = تدوير
reader-spread = صفحات متجاورة
reader-spread-one = صفحة
reader-spread-two = صفحتان
reader-spread-cover = الغلاف وحده
reader-finding-page = جارٍ البحث… الصفحة <page> من <pages>
reader-error-password-title = هذا الملف مقفل
reader-error-password-body = يتطلّب الملف كلمة سر، فلا يمكن عرضه هنا. قد تُفتح صيغة أخرى للكتاب إن وُجدت.
reader-error-page-body = تعذّر عرض هذه الصفحة.

# الفصول صفحاتٍ بسيطة، وما يقوله الخادم نفسه.
not-owned = لا يُنزّل ملف هذا الكتاب إلا من يملكه.
back-to-book = العودة إلى صفحة الكتاب
chapter-title = { $book }: الجزء { $number }
chapter-place = الجزء { $number } من { $total }
chapter-steps = أجزاء الكتاب
chapter-previous = الجزء السابق
chapter-next = الجزء التالي
save-limit = بلغت تنزيلات هذا الكتاب خلال 30 يومًا حدّها الأقصى: { $most }. يعود التنزيل ممكنًا ابتداءً من { $moment }، وتبقى القراءة هنا متاحة.
save-link-expired = كان هذا الرابط صالحًا لخمس دقائق. يمكن بدء التنزيل من جديد من صفحة الكتاب.
find-title = البحث في { $book }
find-label = البحث في هذا الكتاب
find-count = { $count ->
    [zero] لا مواضع
    [one] في موضع واحد
    [two] في موضعين
    [few] في { NUMBER($count) } مواضع
    [many] في { NUMBER($count) } موضعًا
   *[other] في { NUMBER($count) } موضع
}
find-nothing = «{ $words }» غير موجود في الكتاب.
find-too-long = لا يتجاوز نص البحث 200 حرف.

# Books on a device.
offline-ids-invalid = أرقام من كتاب واحد إلى 300 كتاب، بينها فواصل.

# ما بعد الصفحة الأخيرة.
reader-end-rating = تقييمك
reader-end-stars = <stars> من 5 نجوم
reader-end-kept = حُفظ تقييمك.
reader-end-comment = كتابة تعليق
reader-end-next = التالي في السلسلة
reader-end-read = قراءة
reader-end-share = مشاركة
reader-end-copied = نُسخ الرابط
reader-end-again = قراءته من جديد
reader-add-to-cart = إضافة إلى السلة
reader-to-cart = في السلة
reader-cart-failed = تعذّرت إضافة الكتاب إلى السلة. يُرجى التحقق من الاتصال ثم إعادة المحاولة.
end-owned = في مكتبتك
end-free = مجاني
