//! Lists of names: looked for, narrowed, sorted, paged, exported.

use serde_json::json;
use testing::{book, on_both_databases};
use web::Role;

use super::{editor, listed};
use crate::site;

/// All names of a list, read two at a time.
async fn all(who: &testing::Program, path: &str, query: &str) -> Vec<String> {
    let (mut names, mut cursor) = (Vec::new(), String::new());
    loop {
        let (part, next) = listed(who, &format!("{path}?limit=2&{query}{cursor}")).await;
        names.extend(part);
        let Some(next) = next.as_str() else { return names };
        cursor = format!("&cursor={next}");
    }
}

on_both_databases! {
    in site();

    async fn names_are_sorted_and_paged_without_losing_one(shop: TestApp) {
        book("A").by(&["Yasmina Khadra", "أحلام مستغانمي"]).put(&shop).await;
        book("B").by(&["Albert Camus", "Yasmina Khadra"]).put(&shop).await;
        book("C").by(&["Éric Zola", "Yasmina Khadra"]).put(&shop).await;
        let edith = editor(&shop).await;
        let by_name = ["Albert Camus", "Yasmina Khadra", "Éric Zola", "أحلام مستغانمي"];
        assert_eq!(all(&edith, "/admin/authors", "").await, by_name);
        let mut backwards = by_name;
        backwards.reverse();
        assert_eq!(all(&edith, "/admin/authors", "order=desc").await, backwards);
        assert_eq!(all(&edith, "/admin/authors", "sort=books").await[0], "Yasmina Khadra");
        assert_eq!(all(&edith, "/admin/authors", "sort=books&order=asc").await[3], "Yasmina Khadra");
        for kind in ["publishers", "series", "genres"] {
            assert_eq!(all(&edith, &format!("/admin/{kind}"), "sort=books").await, Vec::<String>::new());
        }
        let (_, cursor) = listed(&edith, "/admin/authors?limit=1").await;
        let foreign = edith.get(&format!("/admin/authors?sort=books&cursor={}", cursor.as_str().unwrap())).await;
        assert_eq!(foreign.problem(), "cursor: invalid_cursor");
    }

    async fn names_are_found_whatever_their_accents_and_letters(shop: TestApp) {
        book("A").by(&["Éric Zola", "أحلام مستغانمي"]).with(|book| {
            book.publisher = Some("Dār al-Ḥikma".to_owned());
            book.series = Some(("Les Mers".to_owned(), None));
        }).genre("Poésie").put(&shop).await;
        let edith = editor(&shop).await;
        for (kind, q, name) in [
            ("authors", "zola+eric", "Éric Zola"),
            ("authors", "ERI", "Éric Zola"),
            ("authors", "%D8%A7%D8%AD%D9%84%D8%A7%D9%85", "أحلام مستغانمي"),
            ("publishers", "hikma", "Dār al-Ḥikma"),
            ("series", "mers", "Les Mers"),
            ("genres", "poesie", "Poésie"),
        ] {
            assert_eq!(listed(&edith, &format!("/admin/{kind}?q={q}")).await.0, [name], "{q}");
            assert_eq!(listed(&edith, &format!("/admin/{kind}?q=nowhere")).await.0, Vec::<String>::new());
            assert_eq!(listed(&edith, &format!("/admin/{kind}?q=%25")).await.0, Vec::<String>::new());
        }
    }

    async fn a_list_is_a_file_too(shop: TestApp) {
        book("A").by(&["Assia Djebar"]).put(&shop).await;
        shop.account("edith", Role::Editor).await;
        let edith = shop.browser_of("edith").await;
        let api = shop.sign_in("edith").await;
        assert_eq!(api.post("/admin/authors", json!({"name": "=cmd()"})).await.status(), 201);
        let file = edith.get("/fr/admin/authors.csv").await;
        assert!(file.header("content-disposition").starts_with("attachment; filename=\"authors-"));
        let lines: Vec<&str> = file.text().trim_start_matches('\u{feff}').lines().collect();
        assert_eq!(lines[0], "Numéro,Nom,Livres en librairie");
        assert!(lines[1].ends_with(",'=cmd(),0") && lines[2].ends_with(",Assia Djebar,1"), "{lines:?}");
        let narrowed = edith.get("/fr/admin/authors.csv?q=djebar").await;
        assert_eq!(narrowed.text().lines().count(), 2);
    }
}
