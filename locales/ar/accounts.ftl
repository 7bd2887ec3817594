# الحسابات: الاشتراك والدخول، وصفحات الحساب، والرسائل التي تخصّه.

# الدخول.
sign-in-page = تسجيل الدخول
sign-in-title = أهلًا بعودتك إلى كتبك
login-label = البريد الإلكتروني أو اسم المستخدم
login-missing = اكتب بريدك الإلكتروني أو اسم المستخدم.
password-label = كلمة السر
password-missing = اكتب كلمة السر.
remember-label = أبقني مسجّلًا على هذا الجهاز
sign-in-button = سجّل الدخول
sign-in-link = سجّل الدخول
sign-in-new-here = جديد هنا؟
forgot-link = نسيت كلمة السر؟
wrong-pair = اسم الدخول وكلمة السر لا يتوافقان. تحقّق منهما ثم حاول من جديد.
try-again-in = محاولات كثيرة. حاول من جديد بعد { $seconds ->
    [zero] { $seconds } ثانية
    [one] ثانية واحدة
    [two] ثانيتين
    [few] { $seconds } ثوانٍ
    [many] { $seconds } ثانية
   *[other] { $seconds } ثانية
}.
try-again-minutes = محاولات كثيرة. حاول من جديد بعد { $minutes ->
    [zero] { $minutes } دقيقة
    [one] دقيقة واحدة
    [two] دقيقتين
    [few] { $minutes } دقائق
    [many] { $minutes } دقيقة
   *[other] { $minutes } دقيقة
}.
try-again-hours = محاولات كثيرة. حاول من جديد بعد { $hours ->
    [zero] { $hours } ساعة
    [one] ساعة واحدة
    [two] ساعتين
    [few] { $hours } ساعات
    [many] { $hours } ساعة
   *[other] { $hours } ساعة
}.
token-wrong = لم يعد هذا الرمز صالحًا. سجّل الدخول من جديد.

# الاشتراك.
sign-up-page = إنشاء حساب
sign-up-title = مكان لكتبك
sign-up-lead = بحسابك ترافقك مكتبتك وموضعك في كل كتاب ومفضّلاتك من جهاز إلى جهاز.
sign-up-button = أنشئ الحساب
sign-up-link = أنشئ حسابًا
sign-up-known = لديك حساب؟
username-label = اسم المستخدم
username-hint = من 3 إلى 30 حرفًا أو رقمًا أو نقطة أو شَرطة. يراه الآخرون بجانب ما تكتب.
username-missing = اختر اسم مستخدم.
username-short = اسم المستخدم 3 أحرف على الأقل.
username-long = اسم المستخدم 30 حرفًا على الأكثر.
username-wrong = حروف وأرقام ونقاط وشَرطات فقط، بلا مسافات ولا علامات أخرى.
username-address = لا يصح أن يشبه اسم المستخدم عنوان موقع (مثل name.com).
username-taken = هذا الاسم مأخوذ أو يشبه اسمًا مأخوذًا. اختر غيره.
email-label = البريد الإلكتروني
email-hint = نرسل إليك رمزًا لتأكيده، ولا يراه أحد غيرك.
email-missing = اكتب بريدك الإلكتروني.
email-no-at = في البريد الإلكتروني علامة @ وعلى جانبيها نص، مثل lina@exemple.dz.
email-no-ending = تنقص نهاية العنوان، مثل «.dz» أو «.com».
email-wrong = لا يمكننا الكتابة إلى هذا العنوان. تحقّق من كتابته.
email-unchanged = هذا بريدك الحالي.
phone-label = رقم الهاتف
phone-hint = الرقم بلا رمز دولة يُعدّ جزائريًّا.
phone-wrong = ليس هذا رقم هاتف. اكتبه مثل 0551 23 45 67 أو مع رمز الدولة.
password-short = كلمة السر 8 أحرف على الأقل.
password-long = كلمة السر أطول مما نقبل. اختر أقصر منها.
password-common = هذه من أوّل كلمات السر التي تُجرَّب. اختر غيرها، كبضع كلمات متتالية.
choice-wrong = اختر واحدة من القيم المعروضة.
locale-wrong = لغات المكتبة هي en وfr وar.

# اختيار الأنواع.
welcome-page = أنواعك المفضّلة
welcome-title = ماذا تحب أن تقرأ؟
welcome-lead = اختر ما شئت منها، وستعرض لك المكتبة المزيد.
welcome-button = متابعة
genres-legend = الأنواع
genres-title = الأنواع المفضّلة
genres-none = لا أنواع في المكتبة بعد.
genres-none-chosen = لم تختر شيئًا بعد
genres-too-many = هذه أنواع أكثر مما في المكتبة.
genre-unknown = أحد هذه الأنواع لم يعد موجودًا. اختر من جديد.
skip = تخطَّ هذه الخطوة
save = حفظ

# كلمة سر منسيّة.
forgot-page = كلمة سر منسيّة
forgot-title = كلمة سر جديدة
forgot-lead = اكتب البريد الإلكتروني لحسابك، وسنرسل إليه رمزًا.
forgot-button = أرسل الرمز
back-to-sign-in = العودة إلى تسجيل الدخول
reset-page = اختيار كلمة سر جديدة
reset-title = اختر كلمة سر جديدة
reset-lead = اكتب الرمز الذي في رسالتنا وكلمة سر جديدة.
reset-lead-sent = إن كان هناك حساب ببريد { $email } فقد أرسلنا إليه رمزًا صالحًا لساعة واحدة.
reset-button = احفظ كلمة السر
new-password-label = كلمة السر الجديدة
no-mail = لم تصل الرسالة؟
ask-again = أرسل رمزًا آخر
code-label = الرمز
code-hint = الحروف والأرقام السبعة التي في رسالتنا.
code-missing = اكتب الرمز الذي في رسالتنا.
code-wrong = هذا الرمز غير صحيح أو لم يعد صالحًا. تحقّق منه أو اطلب رمزًا آخر.

# تأكيد البريد.
verify-page = تأكيد بريدك
verify-title = أكّد بريدك الإلكتروني
verify-lead = أرسلنا رمزًا إلى { $email }، وهو صالح لساعة واحدة.
verify-button = تأكيد
verify-done = بريدك الإلكتروني مؤكَّد، ولم يبق ما تفعله.
verify-password-hint = لم تسجّل الدخول هنا، لذلك نحتاج إلى كلمة سرك أيضًا.
verify-other = هذا الرابط لحساب غير الحساب الذي سُجّل الدخول به هنا ({ $username }). اكتب كلمة سر ذلك الحساب أيضًا.
code-or-password-wrong = الرمز أو كلمة السر غير صحيح، أو لم يعد الرمز صالحًا. تحقّق من كليهما.
code-again = أرسل رمزًا آخر
wrong-address = ليس هذا بريدك؟
change-address = غيّره
later = لاحقًا

# الحساب.
account-title = الحساب
row-profile = الملف الشخصي
row-genres = الأنواع المفضّلة
row-security = الأمان
row-preferences = اللغة والألوان
row-data = بياناتي
devices = { $count ->
    [zero] لست مسجّلًا على أي جهاز
    [one] مسجّل على جهاز واحد
    [two] مسجّل على جهازين
    [few] مسجّل على { $count } أجهزة
    [many] مسجّل على { $count } جهازًا
   *[other] مسجّل على { $count } جهاز
}
unverified-title = لم يُؤكَّد بريدك الإلكتروني بعد
unverified-body = يمكنك حتى ذلك الحين أن تتصفّح وتقرأ المجّاني، لا أن تشتري أو تعلّق. أرسلنا رمزًا إلى { $email }.
unverified-link = اكتب الرمز

# الملف الشخصي.
picture-section = الصورة
about-section = عنك
name-label = الاسم
name-hint = الاسم الذي نناديك به، ويراه الآخرون بجانب ما تكتب.
name-too-long = الاسم { NUMBER($most) } حرفًا على الأكثر.
name-wrong = الاسم سطر واحد من الحروف.
picture-missing = اختر صورة أولًا.
picture-kind = ليست هذه صورة JPEG أو PNG أو WebP.
picture-bytes = هذا الملف أكبر من 20 ميغابايت.
picture-pixels = هذه الصورة كبيرة جدًّا: الحدّ 8000 بكسل لكل ضلع.
picture-damaged = هذه الصورة تالفة ولا يمكن قراءتها.

# الأمان.
password-section = كلمة السر
current-label = كلمة السر الحالية
current-missing = اكتب كلمة السر الحالية.
new-password-missing = اختر كلمة سر جديدة.
current-wrong = ليست هذه كلمة سر حسابك.
password-button = غيّر كلمة السر
email-section = البريد الإلكتروني
email-now = بريدك الآن: { $email }
new-email-label = البريد الإلكتروني الجديد
new-email-hint = نرسل إليه رمزًا، ويتغيّر بريدك حين تكتب ذلك الرمز.
email-button = أرسل الرمز
sessions-section = أين أنت مسجّل
sessions-lead = أنهِ ما لا تعرفه منها، ثم غيّر كلمة السر.
sessions-button = تسجيل الخروج من كل الأجهزة الأخرى
device-unknown = برنامج غير معروف
last-active = آخر نشاط { $when }، مسجّل منذ { $date }

# التفضيلات.
language-label = اللغة
language-hint = لغة الصفحات ورسائلنا إليك.
theme-label = الألوان
theme-auto = كما في هذا الجهاز
theme-light = فاتحة
theme-dark = داكنة

# البيانات.
kept-section = ما نحفظه
kept-since = أنت معنا منذ { $date }.
kept-profile = اسمك وبريدك ورقم هاتفك وصورتك كما تراها في ملفك الشخصي.
kept-sessions = الأجهزة التي سجّلت الدخول منها، ومتى كنت عليها آخر مرة.
kept-genres = أنواعك المفضّلة ولغتك وألوانك.
delete-section = حذف الحساب
delete-lead = يذهب حسابك وملفاتك بلا رجعة.
delete-link = احذف حسابي…
delete-title = أتحذف حساب { $name }؟
delete-what = يُزال ملفك الشخصي وصورتك وأنواعك وكل جلساتك فورًا، ولا رجوع عن ذلك.
delete-kept = تبقى التعليقات بلا اسمك، وتبقى الطلبات ما يلزمه القانون بلا حسابك.
delete-button = احذف بلا رجعة
last-admin = أنت المدير الوحيد لهذه المكتبة. اجعل غيرك مديرًا أولًا.

# الرسائل.
mail-sign-off = { $shop }
mail-code-lifetime = الرمز صالح لساعة واحدة ولمرّة واحدة.
mail-verify-subject = رمزك في { $shop }
mail-verify-heading = أكّد بريدك الإلكتروني
mail-verify-body = مرحبًا { $name }، اكتب هذا الرمز لتأكيد بريدك الإلكتروني:
mail-verify-button = اكتب الرمز
mail-verify-not-you = إن لم تكن أنت من أنشأ الحساب فليس عليك أن تفعل شيئًا.
mail-known-subject = استُعمل بريدك في { $shop }
mail-known-heading = لديك حساب من قبل
mail-known-body = مرحبًا { $name }، أراد أحدهم أن يستعمل بريدك الإلكتروني في حساب، ولديك حساب من قبل باسم المستخدم { $username }. إن كنت أنت فسجّل الدخول به أو اختر كلمة سر جديدة.
mail-known-button = اختر كلمة سر جديدة
mail-known-not-you = إن لم تكن أنت فليس عليك أن تفعل شيئًا: لم يعلم أحد أن لك حسابًا.
mail-reset-subject = رمزك لكلمة سر جديدة في { $shop }
mail-reset-heading = اختر كلمة سر جديدة
mail-reset-body = مرحبًا { $name }، اكتب هذا الرمز لاختيار كلمة سر جديدة. اسم المستخدم الخاص بك { $username }.
mail-reset-several = أُنشئ أكثر من حساب بهذا البريد ولم يُؤكَّد أيّ منها. اختر حسابك باسم المستخدم، وستُحذف الحسابات الأخرى.
mail-reset-of = الرمز الخاص بالحساب { $username }:
mail-reset-button = اختر كلمة سر جديدة
mail-reset-not-you = إن لم تطلب ذلك فليس عليك أن تفعل شيئًا: تبقى كلمة السر كما هي.
mail-change-subject = أكّد بريدك الجديد في { $shop }
mail-change-heading = أكّد بريدك الجديد
mail-change-body = مرحبًا { $name }، اكتب هذا الرمز لينتقل حسابك إلى هذا البريد:
mail-change-button = أكّد البريد
mail-change-not-you = إن لم تطلب ذلك فليس عليك أن تفعل شيئًا.
mail-moved-subject = تغيّر بريدك في { $shop }
mail-moved-heading = تغيّر بريدك الإلكتروني
mail-moved-body = مرحبًا { $name }، لحسابك من الآن بريد إلكتروني آخر، ولن تصل رسائلنا إلى هذا البريد.
mail-moved-not-you = إن لم تكن أنت فاكتب إلينا فورًا.
mail-password-subject = تغيّرت كلمة سرّك في { $shop }
mail-password-heading = تغيّرت كلمة سرّك
mail-password-body = مرحبًا { $name }، تغيّرت كلمة سر حسابك، وسُجّل الخروج من الأجهزة الأخرى كلّها.
mail-password-not-you = إن لم تكن أنت فاختر كلمة سر جديدة فورًا.
mail-deleted-subject = حُذف حسابك في { $shop }
mail-deleted-heading = حُذف حسابك
mail-deleted-body = وداعًا { $name }. حُذف حسابك وملفاتك كما طلبت.
