# قارئا EPUB وPDF. تُسلَّم الرسائل التي تبدأ بـ reader- إلى برنامج الصفحة بمفاتيحها،
# وحيث يرد <name> يضع البرنامج ما يعرفه أثناء القراءة.

reader-opening = يُفتح الكتاب…
reader-slow = الأمر يستغرق أطول من المعتاد.
reader-retry = أعد المحاولة
reader-back = العودة إلى صفحة الكتاب
reader-close = إغلاق
reader-cancel = إلغاء
reader-without-script = يحتاج هذا القارئ إلى جافاسكربت. ويمكن قراءة الفصول أيضًا في صفحات بسيطة.
reader-read-plain = اقرأ الفصول في صفحات بسيطة
reader-open-file = افتح ملف PDF

reader-contents = المحتويات
reader-no-contents = ليس لهذا الكتاب فهرس محتويات.
reader-locked = خارج المقتطف
reader-go-to-page = اذهب إلى الصفحة
reader-go = اذهب
reader-no-such-page = لا توجد صفحة كهذه في هذا الكتاب.

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
reader-font-sans = خط بسيط
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
reader-dark-pages = تعتيم الصفحات مع السمة الداكنة
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

reader-leave-title = أتغادر الكتاب؟
reader-leave-body = يقود هذا الرابط إلى مكان آخر:
reader-leave-open = افتح الرابط

reader-error-offline-title = لا يوجد اتصال
reader-error-offline-body = تعذّر جلب الكتاب. تحقّق من اتصالك ثم أعد المحاولة.
reader-error-missing-title = هذا الكتاب ليس هنا
reader-error-missing-body = ربما سُحب من المكتبة، أو حلّت محلّه طبعة أحدث.
reader-error-forbidden-title = هذا الجزء مغلق
reader-error-forbidden-body = لا يُقرأ هنا إلا مقتطف من هذا الكتاب.
reader-error-damaged-title = تعذّر عرض هذا الكتاب
reader-error-damaged-body = يبدو أن ملفّه تالف. إن كان للكتاب صيغة أخرى فجرّبها.
reader-error-server-title = حدث خطأ ما
reader-error-server-body = لم تتمكّن المكتبة من إرسال الكتاب الآن. أعد المحاولة بعد لحظات.

# الفصول صفحاتٍ بسيطة، وما يقوله الخادم نفسه.
not-owned = لا يحصل على ملف هذا الكتاب إلا مالكوه.
back-to-book = إلى صفحة الكتاب
chapter-title = { $book }: الجزء { $number }
chapter-place = الجزء { $number } من { $total }
chapter-steps = أجزاء الكتاب
chapter-previous = الجزء السابق
chapter-next = الجزء التالي
save-limit = بلغ تنزيل هذا الكتاب { $most } مرّة خلال 30 يومًا. يعود التنزيل ممكنًا ابتداءً من { $moment }، وتبقى القراءة هنا متاحة.
save-link-expired = كان هذا العنوان صالحًا لخمس دقائق. يمكن بدء التنزيل من جديد من صفحة الكتاب.
