# الحسابات: الاشتراك والدخول، وصفحات الحساب، والرسائل التي تخصّه.

# الدخول.
sign-in-page = تسجيل الدخول
sign-in-title = أهلًا بعودتك إلى كتبك
login-label = البريد الإلكتروني أو اسم المستخدم
login-missing = يلزم البريد الإلكتروني أو اسم المستخدم.
password-label = كلمة السر
password-missing = كلمة السر مطلوبة.
remember-label = إبقاء الدخول مسجّلًا على هذا الجهاز
sign-in-button = تسجيل الدخول
sign-in-link = تسجيل الدخول
sign-in-new-here = أول مرة هنا؟
forgot-link = نسيت كلمة السر؟
wrong-pair = الاسم وكلمة السر لا يتوافقان. يُرجى التحقق منهما ثم إعادة المحاولة.
try-again-in = محاولات كثيرة. تمكن إعادة المحاولة بعد { $seconds ->
    [zero] { $seconds } ثانية
    [one] ثانية واحدة
    [two] ثانيتين
    [few] { $seconds } ثوانٍ
    [many] { $seconds } ثانية
   *[other] { $seconds } ثانية
}.
try-again-minutes = محاولات كثيرة. تمكن إعادة المحاولة بعد { $minutes ->
    [zero] { $minutes } دقيقة
    [one] دقيقة واحدة
    [two] دقيقتين
    [few] { $minutes } دقائق
    [many] { $minutes } دقيقة
   *[other] { $minutes } دقيقة
}.
try-again-hours = محاولات كثيرة. تمكن إعادة المحاولة بعد { $hours ->
    [zero] { $hours } ساعة
    [one] ساعة واحدة
    [two] ساعتين
    [few] { $hours } ساعات
    [many] { $hours } ساعة
   *[other] { $hours } ساعة
}.
token-wrong = لم يعد الدخول مسجّلًا. يلزم تسجيل الدخول من جديد.

# الاشتراك.
sign-up-page = إنشاء حساب
sign-up-title = مكان لكتبك
sign-up-lead = بحسابك ترافقك مكتبتك وموضعك في كل كتاب ومفضلتك من جهاز إلى جهاز.
sign-up-button = إنشاء الحساب
sign-up-link = إنشاء حساب
sign-up-known = لديك حساب؟
username-label = اسم المستخدم
username-hint = من 3 إلى 30 حرفًا أو رقمًا أو نقطة أو شَرطة أو شَرطة سفلية. يظهر للآخرين بجانب كتاباتك.
username-missing = اسم المستخدم مطلوب.
username-short = في اسم المستخدم 3 أحرف أو أرقام على الأقل.
username-long = اسم المستخدم 30 حرفًا على الأكثر.
username-wrong = حروف وأرقام ونقاط وشَرطات فقط، بلا مسافات ولا علامات أخرى.
username-address = لا يصح أن يشبه اسم المستخدم عنوان موقع (مثل name.com).
username-taken = هذا الاسم مأخوذ أو يشبه اسمًا مأخوذًا. يلزم اسم آخر.
email-label = البريد الإلكتروني
email-hint = نرسل إليه رمزًا لتأكيده، ولا يراه أحد غيرك.
email-missing = البريد الإلكتروني مطلوب.
email-no-at = في البريد الإلكتروني علامة @ وعلى جانبيها نص، مثل name@example.dz.
email-no-ending = تنقص نهاية العنوان، مثل «‎.dz» أو «‎.com».
email-wrong = لا يمكننا الكتابة إلى هذا العنوان. قد يكون فيه خطأ في الكتابة.
email-unchanged = هذا بريدك الحالي.
phone-label = رقم الهاتف
phone-hint = الرقم بلا رمز دولة يُعدّ جزائريًا.
phone-wrong = ليس هذا رقم هاتف. يُكتب مثل ⁦0551 23 45 67⁩ أو مع رمز الدولة، ⁦+213 551 23 45 67⁩.
password-short = كلمة السر 8 أحرف على الأقل.
password-long = كلمة السر هذه طويلة جدًا. تلزم كلمة أقصر.
password-common = هذه من أول كلمات السر التي تُجرَّب. الأفضل غيرها، كبضع كلمات متتالية.
choice-wrong = ليس هذا من الخيارات المعروضة.
locale-wrong = لغات المتجر هي en وfr وar.

# اختيار الأصناف.
welcome-page = أصنافك المفضلة
welcome-title = أيّ الكتب أقرب إليك؟
welcome-lead = يمكن اختيار أي عدد من الأصناف، وسيعرض لك المتجر المزيد منها.
welcome-button = متابعة
genres-legend = الأصناف
genres-title = الأصناف المفضلة
genres-none = لا أصناف في المتجر بعد.
genres-none-chosen = لم يُختر شيء بعد
genres-too-many = هذه أصناف أكثر مما في المتجر.
genre-unknown = أحد هذه الأصناف لم يعد موجودًا. يلزم الاختيار من جديد.
skip = تخطّي هذه الخطوة
save = حفظ

# كلمة سر منسيّة.
forgot-page = كلمة سر منسيّة
forgot-title = كلمة سر جديدة
forgot-lead = سنرسل رمزًا إلى البريد الإلكتروني لحسابك.
forgot-button = إرسال الرمز
back-to-sign-in = العودة إلى تسجيل الدخول
reset-page = اختيار كلمة سر جديدة
reset-title = اختيار كلمة سر جديدة
reset-lead = يلزم الرمز الذي في رسالتنا وكلمة سر جديدة.
reset-lead-sent = إن كان هناك حساب ببريد { $email } فقد أرسلنا إليه رمزًا صالحًا لساعة واحدة.
reset-button = حفظ كلمة السر
new-password-label = كلمة السر الجديدة
no-mail = لم تصل الرسالة؟
ask-again = إرسال رمز آخر
code-label = الرمز
code-hint = الحروف والأرقام السبعة التي في رسالتنا.
code-missing = الرمز الذي في رسالتنا مطلوب.
code-wrong = هذا الرمز غير صحيح أو لم يعد صالحًا. يمكن التحقق منه أو طلب رمز آخر.

# تأكيد البريد.
verify-page = تأكيد بريدك الإلكتروني
verify-title = تأكيد بريدك الإلكتروني
verify-lead = أرسلنا رمزًا إلى { $email }، وهو صالح لساعة واحدة.
verify-button = تأكيد
verify-done-title = تم تأكيد بريدك الإلكتروني
verify-done = لا يلزم شيء آخر.
to-shop = إلى المتجر
verify-password-hint = الدخول غير مسجّل هنا، لذلك تلزم كلمة السر أيضًا.
verify-other = هذا الرابط لحساب غير الحساب الذي سُجّل الدخول به هنا ({ $username }). تلزم كلمة سر ذلك الحساب أيضًا.
code-or-password-wrong = الرمز أو كلمة السر غير صحيح، أو لم يعد الرمز صالحًا. يُرجى التحقق من كليهما.
code-again = إرسال رمز آخر
wrong-address = ليس هذا بريدك؟
change-address = تغييره
later = لاحقًا

# الحساب.
account-title = حسابي
row-profile = الملف الشخصي
row-genres = الأصناف المفضلة
row-security = الأمان
row-preferences = التفضيلات
row-data = بياناتي
devices = { $count ->
    [zero] الدخول غير مسجّل على أي جهاز
    [one] الدخول مسجّل على جهاز واحد
    [two] الدخول مسجّل على جهازين
    [few] الدخول مسجّل على { $count } أجهزة
    [many] الدخول مسجّل على { $count } جهازًا
   *[other] الدخول مسجّل على { $count } جهاز
}
unverified-title = لم يُؤكَّد بريدك الإلكتروني بعد
unverified-body = يمكنك حتى ذلك الحين التصفح وقراءة الكتب المجانية، لا الشراء ولا التعليق. أرسلنا رمزًا إلى { $email }.
unverified-link = إدخال الرمز

# الملف الشخصي.
picture-section = الصورة
about-section = عنك
name-label = الاسم
name-hint = الاسم الذي نناديك به، ويظهر للآخرين بجانب كتاباتك.
name-too-long = الاسم { NUMBER($most) } حرفًا على الأكثر.
name-wrong = يُكتب الاسم في سطر واحد.
name-says-nothing = في الاسم حرف أو رقم على الأقل.
name-reserved = قد يُظن هذا الاسم اسم المتجر أو فريقه. يلزم اسم آخر.
picture-missing = يلزم اختيار صورة أولًا.
picture-kind = ليست هذه صورة JPEG أو PNG أو WebP.
picture-bytes = هذا الملف أكبر من 20 ميغابايت.
picture-pixels = هذه الصورة كبيرة جدًا: الحد 8 000 بكسل لكل ضلع.
picture-damaged = هذه الصورة تالفة ولا يمكن قراءتها.

# الأمان.
password-section = كلمة السر
current-label = كلمة السر الحالية
current-missing = كلمة السر الحالية مطلوبة.
new-password-missing = كلمة السر الجديدة مطلوبة.
current-wrong = ليست هذه كلمة سر حسابك.
password-button = تغيير كلمة السر
email-section = البريد الإلكتروني
email-now = بريدك الآن: { $email }
email-moving = أرسلنا رمزًا إلى { $email }
email-moving-link = إدخال الرمز
new-email-label = البريد الإلكتروني الجديد
new-email-hint = نرسل إليه رمزًا، ويتغيّر بريدك عند إدخال ذلك الرمز.
email-button = إرسال الرمز
sessions-section = أجهزتك المسجَّلة
sessions-lead = إن ظهر بينها جهاز غريب فيلزم تسجيل الخروج منه، ثم تغيير كلمة السر.
sessions-button = تسجيل الخروج من الأجهزة الأخرى كلها
device-unknown = برنامج غير معروف
last-active = آخر نشاط { $when }، والدخول في { $date }

# التفضيلات.
language-label = اللغة
language-hint = لغة الصفحات ورسائلنا إليك.
theme-label = الألوان
theme-auto = كما في هذا الجهاز
theme-light = فاتحة
theme-dark = داكنة
spoilers-label = حرق الأحداث في التعليقات
spoilers-hint = قد يكشف تعليقٌ أحداث القصة: إما أنه موسوم بذلك، أو كان صاحبه قد بلغ في الكتاب موضعًا أبعد مما بلغته.
spoilers-by-progress = إظهاره بعد إتمام الكتاب، وطيّه قبل ذلك
spoilers-never = طيّه دائمًا حتى أطلبه
spoilers-always = إظهاره دائمًا

# البيانات.
kept-section = ما نحفظه
kept-since = أنت معنا منذ { $date }.
kept-profile = اسمك وبريدك ورقم هاتفك وصورتك، كما تظهر في ملفك الشخصي.
kept-sessions = أجهزتك المسجَّلة، وآخر نشاط لكل منها.
kept-genres = أصنافك المفضلة ولغتك وألوانك.
delete-section = حذف الحساب
delete-lead = يُحذف حسابك وملفاتك نهائيًا.
delete-link = حذف حسابي…
delete-title = حذف حساب { $name }؟
delete-what = يُحذف ملفك الشخصي وصورتك وأصنافك المفضلة وقوائمك فورًا، ويُسجَّل الخروج من كل أجهزتك. لا يمكن التراجع عن ذلك.
delete-kept = تُحذف تعليقاتك، وحيث رُدَّ عليك يبقى مكان فارغ. وتبقى طلباتك بلا حسابك المدة التي يفرضها القانون.
delete-button = حذف نهائي
last-admin = ليس للمتجر مدير غيرك. يلزم تعيين مدير آخر أولًا.

# الرسائل.
mail-sign-off = { $shop }
mail-code-lifetime = الرمز صالح لساعة واحدة ولمرة واحدة.
mail-verify-subject = رمزك في { $shop }
mail-verify-heading = تأكيد بريدك الإلكتروني
mail-verify-body = مرحبًا { $name }، هذا رمز تأكيد بريدك الإلكتروني:
mail-verify-button = إدخال الرمز
mail-verify-not-you = إن لم يكن طلب الحساب منك فلا يلزم شيء.
mail-known-subject = استُعمل بريدك في { $shop }
mail-known-heading = لديك حساب من قبل
mail-known-body = مرحبًا { $name }، استُعمل بريدك الإلكتروني لإنشاء حساب، ولديك حساب من قبل باسم المستخدم { $username }. إن كان ذلك منك فيكفي تسجيل الدخول به أو اختيار كلمة سر جديدة.
mail-known-button = اختيار كلمة سر جديدة
mail-known-not-you = إن لم يكن ذلك منك فلا يلزم شيء: لم يعلم أحد أن لك حسابًا.
mail-reset-subject = رمزك لكلمة سر جديدة في { $shop }
mail-reset-heading = اختيار كلمة سر جديدة
mail-reset-body = مرحبًا { $name }، بالرمز الآتي تُختار كلمة سر جديدة. اسم المستخدم في حسابك { $username }.
mail-reset-several = أُنشئ أكثر من حساب بهذا البريد ولم يُؤكَّد أيّ منها. يُعرف حسابك باسم المستخدم، وستُحذف الحسابات الأخرى.
mail-reset-of = الرمز الخاص بالحساب { $username }:
mail-reset-button = اختيار كلمة سر جديدة
mail-reset-not-you = إن لم يكن الطلب منك فلا يلزم شيء: تبقى كلمة السر كما هي.
mail-change-subject = تأكيد بريدك الجديد في { $shop }
mail-change-heading = تأكيد بريدك الإلكتروني الجديد
mail-change-body = مرحبًا { $name }، بالرمز الآتي ينتقل حسابك إلى هذا البريد:
mail-change-button = إدخال الرمز
mail-change-not-you = إن لم يكن الطلب منك فلا يلزم شيء.
mail-moved-subject = تغيّر بريدك في { $shop }
mail-moved-heading = تغيّر بريدك الإلكتروني
mail-moved-body = مرحبًا { $name }، لحسابك من الآن بريد إلكتروني آخر، ولن تصل رسائلنا إلى هذا البريد.
mail-moved-not-you = إن لم يكن ذلك منك فالرجاء إبلاغنا فورًا:
mail-contact-address = العنوان
mail-password-subject = تغيّرت كلمة سرك في { $shop }
mail-password-heading = تغيّرت كلمة سرك
mail-password-body = مرحبًا { $name }، تغيّرت كلمة سر حسابك، وسُجّل الخروج من الأجهزة الأخرى كلها.
mail-password-not-you = إن لم يكن ذلك منك فيلزم اختيار كلمة سر جديدة فورًا.
mail-deleted-subject = حُذف حسابك في { $shop }
mail-deleted-heading = حُذف حسابك
mail-deleted-body = وداعًا { $name }. حُذف حسابك وملفاتك كما طلبت.

# سجل التدقيق، للإدارة.
audit-title = سجل التغييرات
audit-lead = ما غيّره الإشراف والإدارة، والأحدث أولًا. لا يُعدَّل فيه شيء ولا يُحذف.
audit-all = السجل كله
audit-empty = لا شيء في السجل هنا.
audit-change = { $field }: من { $was } إلى { $is }
audit-new = { $field }: { $is }

export-section = نسخة من بياناتك
export-lead = كل ذلك في ملف واحد (JSON)، للاطلاع أو لبرنامج آخر: الحساب، وموضع القراءة في كل كتاب، والعلامات والملاحظات.
export-link = تنزيل بياناتي

# Accounts as admins look after them

account-closed = أغلق المتجر هذا الحساب. السبب: { $reason }
role-reader = قارئ
role-moderator = مشرف على النقاش
role-editor = كتبيّ
role-admin = مدير
log-user-role = تغيير الدور
log-user-close = إغلاق حساب
log-user-reopen = إعادة فتح حساب
log-user-end-session = تسجيل الخروج من جهاز
log-user-end-sessions = تسجيل الخروج من كل الأجهزة
log-user-resend = إعادة إرسال رسالة
log-role = الدور
log-closed = مغلق
log-device = الجهاز
log-sessions-ended = الأجهزة التي سُجّل خروجها
log-mail = الرسالة
log-mail-reset = رمز لكلمة سر جديدة
log-mail-verification = رمز لتأكيد البريد الإلكتروني
log-yes = نعم
log-no = لا
