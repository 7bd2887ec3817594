# The books: refusals.

changed-meanwhile = غيّر { $by } هذا في أثناء ذلك: { $fields }. تُرجى مراجعة الحالة الراهنة ثم إعادة التعديل.
not-undoable = لا يمكن التراجع عن هذا.
held = هذا الكتاب عند أحد القراء، فلا يمكن أن يعود مسودة. يمكن سحبه من البيع بدل ذلك، ويبقى لمن يملكه.
not-a-draft = لا تُحذف إلا المسودات. يمكن سحب الكتاب من البيع بدل ذلك.
not-there = لم يعد هذا الكتاب موجودًا.
failed = تعذّر الحفظ. تُرجى إعادة المحاولة.
bulk-too-many = يمكن اختيار 200 كتاب على الأكثر.
bulk-genre-missing = يجب اختيار نوع.
bulk-price-missing = تجب كتابة سعر.
cover-missing = يجب اختيار صورة.
cover-kind = يجب أن تكون الصورة من نوع JPEG أو PNG أو WebP أو GIF.
cover-too-large = هذه الصورة أكبر من المسموح، والحد 20 ميغابايت.
cover-damaged = هذه الصورة تالفة.

# What was done, in the history and the audit log.

log-book = كتاب
log-add = إضافة كتاب
log-change = تعديل كتاب
log-publish = نشر كتاب
log-withdraw = سحب كتاب من البيع
log-put-back = إعادة كتاب إلى المسودات
log-price = تغيير سعر
log-cover = تغيير غلاف
log-undo = تراجع عن تعديل
log-remove = حذف مسودة

field-title = العنوان
field-subtitle = العنوان الفرعي
field-contributors = المؤلفون
field-genres = الأنواع
field-publisher = الناشر
field-series = السلسلة
field-isbn = ISBN
field-description = الوصف
field-language = اللغة
field-release-date = تاريخ الصدور
field-page-count = الصفحات
field-price = السعر
field-status = الحالة
field-cover = الغلاف

status-draft = مسودة
status-published = في المتجر
status-withdrawn = مسحوب
cover-drawn = رسمه المتجر
cover-own = صورة خاصة به
series-number = { $series }، رقم { $number }
