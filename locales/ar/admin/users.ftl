# People in the panel: the list, and one with what is done about them.

lead = كل من له حساب. لا تظهر كلمات السر أبدًا.
export = تصدير (CSV)
file = people
caption = الأشخاص
search = اسم المستخدم أو البريد الإلكتروني
show-all = عرض الكل
none-such = لا أحد يطابق ذلك.
all = الكل
role = الدور
state = الحساب
column-person = الاسم
column-username = اسم المستخدم
column-email = البريد الإلكتروني
column-joined = الانضمام
column-seen = آخر زيارة
column-orders = الطلبات
not-verified = غير مؤكَّد
verified-at = مؤكَّد في { $date }
state-active = نشط
state-unverified = غير مؤكَّد
state-suspended = موقوف
state-closed = مغلق
sought-too-long = 200 حرف على الأكثر.

# Several at once.
bulk-suspend = إيقاف
bulk-reinstate = إنهاء الإيقاف
bulk-role-title = { $count ->
    [zero] إعطاء دور «{ $role }»؟
    [one] إعطاء دور «{ $role }» لشخص واحد؟
    [two] إعطاء دور «{ $role }» لشخصين؟
    [few] إعطاء دور «{ $role }» لـ { $count } أشخاص؟
    [many] إعطاء دور «{ $role }» لـ { $count } شخصًا؟
   *[other] إعطاء دور «{ $role }» لـ { $count } شخص؟
}
bulk-suspend-title = { $count ->
    [zero] إيقاف؟
    [one] إيقاف شخص واحد؟
    [two] إيقاف شخصين؟
    [few] إيقاف { $count } أشخاص؟
    [many] إيقاف { $count } شخصًا؟
   *[other] إيقاف { $count } شخص؟
}
bulk-reinstate-title = { $count ->
    [zero] إنهاء الإيقاف؟
    [one] إنهاء إيقاف شخص واحد؟
    [two] إنهاء إيقاف شخصين؟
    [few] إنهاء إيقاف { $count } أشخاص؟
    [many] إنهاء إيقاف { $count } شخصًا؟
   *[other] إنهاء إيقاف { $count } شخص؟
}
nobody = لا أحد
nobody-chosen = يلزم اختيار سطر واحد على الأقل.
done = تم

# One person.
facts = التفاصيل
account = الحساب
sessions = الأجهزة المسجَّلة
library = مكتبة القارئ
orders = الطلبات
comments = التعليقات
log = ما جرى بشأن الحساب
log-none = لا شيء بعد.
log-all = السجل كله
suspended-until = موقوف حتى
closed-at = مغلق منذ
role-new = الدور الجديد
role-hint = القارئ يشتري ويقرأ، ومشرف النقاش يعتني بالتعليقات، والكتبيّ بالكتب، والمدير بكل شيء.
role-deed = تغيير الدور
role-title = إعطاء { $name } دور «{ $role }»؟
role-follows = تتغير الصلاحيات فورًا. يُسجَّل الخروج من كل الأجهزة ويلزم تسجيل الدخول من جديد.
mail-verification = إعادة إرسال رمز تأكيد البريد
mail-reset = إرسال رمز لكلمة سر جديدة
suspend = الإيقاف
suspend-follows = تبقى القراءة والشراء ممكنين، دون التقييم والتعليق والتبليغ. ويصل سبب ذلك إلى صاحب الحساب.
suspend-deed = إيقاف
reinstate = إنهاء الإيقاف
reinstate-follows = يعود التقييم والتعليق والتبليغ ممكنًا، ويصل خبر ذلك إلى صاحب الحساب.
term = المدة
term-day = يوم
term-week = أسبوع
term-month = شهر
term-year = سنة
reason = السبب
reason-missing = يلزم اختيار سبب.
note = ملاحظة
note-hint = يظهر ذلك لصاحب الحساب.
note-too-long = 500 حرف على الأكثر.
until-wrong = يلزم وقت قادم، خلال سنة على الأكثر.
close = إغلاق الحساب
why = السبب
why-missing = السبب مطلوب.
close-title = إغلاق حساب { $name }؟
close-follows = يُسجَّل الخروج من كل الأجهزة ولا يعود تسجيل الدخول ممكنًا. تبقى الكتب والطلبات والتعليقات كما هي.
close-deed = إغلاق الحساب
reopen = إعادة فتح الحساب
sessions-none = الدخول غير مسجّل على أي جهاز.
sessions-end = تسجيل الخروج من كل الأجهزة
sessions-title = تسجيل خروج { $name } من كل الأجهزة؟
sessions-follows = يلزم تسجيل الدخول من جديد في كل المتصفحات والتطبيقات.
session-detail = آخر نشاط { $seen }، منذ { $since }
device-unknown = جهاز غير معروف
give = إهداء
give-book = إهداء كتاب
give-hint = رقمه، أو عنوان صفحته.
book-unknown = لا يوجد كتاب كهذا.
book-bought = هذا الكتاب مشترى: لا يُسترجع إلا بردّ ثمنه.
library-none = لا كتب بعد.
source-bought = شراء
source-claimed = كتاب مجاني
source-given = هدية
take = استرجاع
take-of = استرجاع { $title }
take-title = استرجاع كتاب من { $name }؟
take-follows = يُزال من مكتبة القارئ. تبقى العلامات ومواضع القراءة إن عاد.
orders-none = لا طلبات بعد.
orders-all = كل الطلبات
comments-none = لا تعليقات بعد.
comment-held = محجوز
comment-hidden = مخفي
comment-deleted = محذوف
on-oneself = لا يغيّر أحد دوره أو حسابه من هنا: يلزم مدير آخر.
changed-meanwhile = غيّر شخص آخر هذا الحساب في هذه الأثناء. يلزم النظر إليه من جديد.
last-admin = لن يبقى من يدير المتجر.
nothing-to-send = العنوان مؤكَّد، ولا شيء يُرسل.
one-at-a-time = يلزم تغيير حقل واحد: role أو suspended_until أو closed.
