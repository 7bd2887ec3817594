add-to-cart = أضف إلى السلة
    .label = أضف { $title } إلى السلة
welcome = مرحبًا بكم في { -brand }
book-count = { $count ->
    [zero] لا كتب
    [one] كتاب واحد
    [two] كتابان
    [few] { $count } كتب
    [many] { $count } كتابًا
   *[other] { $count } كتاب
}
shelf = { $name } · { book-count }
empty-cart = { $count ->
    [0] لا شيء هنا
    [zero] لا شيء هنا
    [one] كتاب واحد بسعر { $total }
    [two] كتابان بسعر { $total }
    [few] { $count } كتب بسعر { $total }
    [many] { $count } كتابًا بسعر { $total }
   *[other] { $count } كتاب بسعر { $total }
}
format = { $format ->
    [epub] يُقرأ على أي شاشة
   *[other] يحفظ صفحاته
}
page-of = الصفحة { NUMBER($page) } من { NUMBER($pages) }
likes = { $count ->
    [zero] أعجب { $name } بهذا
    [one] أعجب { $name } وقارئًا آخر بهذا
    [two] أعجب { $name } وقارئين آخرين بهذا
    [few] أعجب { $name } و{ $count } قراء بهذا
    [many] أعجب { $name } و{ $count } قارئًا بهذا
   *[other] أعجب { $name } و{ $count } قارئ بهذا
}
