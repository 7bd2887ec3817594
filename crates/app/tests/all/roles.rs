//! Every page and every route of the API, asked for by everybody there is: who may not gets a 401 or is led to sign in,
//! or a 403; who may gets neither.

use axum::body::Body;
use axum::routing::get;
use http::{Method, Request};
use testing::{Program, TestApp, TestResponse, on_both_databases};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use web::{App, Capability, Role, Routes, Site, needs};

/// Who asks, and what they may do.
const PEOPLE: [(&str, &[&str]); 6] = [
    ("visitor", &[]),
    ("unverified", &["keep_account"]),
    ("reader", &["keep_account", "take_part", "talk"]),
    ("moderator", &["keep_account", "take_part", "talk", "enter_panel", "moderate"]),
    ("editor", &["keep_account", "take_part", "talk", "enter_panel", "edit_catalogue"]),
    (
        "admin",
        &["keep_account", "take_part", "talk", "enter_panel", "moderate", "edit_catalogue", "run_site"],
    ),
];

macro_rules! probes {
    ($($name:ident $path:literal $capability:ident),+) => {
        $(
            #[utoipa::path(get, path = $path, responses((status = 200)))]
            async fn $name() {}
        )+

        /// The whole site, with a page and a route for each capability, whether or not a feature needs it yet.
        fn site() -> Site {
            let pages = Routes::new()$(.needs(Capability::$capability, concat!("/probe", $path), get($name)))+;
            let api = OpenApiRouter::<App>::new()
                $(.merge(needs(Capability::$capability, OpenApiRouter::new().routes(routes!($name)))))+;
            crate::site().pages(pages).api(api)
        }
    };
}

probes! {
    keep "/probe-keep" KeepAccount,
    take "/probe-take" TakePart,
    talk "/probe-talk" Talk,
    moderate "/probe-moderate" Moderate,
    edit "/probe-edit" EditCatalogue,
    run "/probe-run" RunSite
}

/// A way into the program: a method, a path with its parameters filled in, and the capability that it needs.
#[derive(Debug)]
struct Door {
    method: Method,
    path: String,
    needs: Option<String>,
}

fn filled(path: &str) -> String {
    let parts = path.split('/').map(|part| if part.starts_with('{') { "999999" } else { part });
    parts.collect::<Vec<_>>().join("/")
}

async fn doors(shop: &TestApp) -> Vec<Door> {
    let mut doors = Vec::new();
    for (path, capability) in shop.pages_table() {
        for method in [Method::GET, Method::POST] {
            let needs = capability.map(|capability| capability.as_str().to_owned());
            doors.push(Door { method, path: format!("/en{}", filled(path)), needs });
        }
    }
    let description = shop.get("/api/v1/openapi.json").await.json();
    for (path, methods) in description["paths"].as_object().unwrap() {
        for (method, operation) in methods.as_object().unwrap() {
            let needs = operation["x-capability"].as_str().map(str::to_owned);
            assert_eq!(needs.is_some(), operation["security"].is_array(), "{method} {path}");
            doors.push(Door { method: method.to_uppercase().parse().unwrap(), path: filled(path), needs });
        }
    }
    doors
}

async fn ask(shop: &TestApp, door: &Door, token: &str) -> TestResponse {
    let request = Request::builder().method(door.method.clone()).uri(&door.path);
    let request =
        if token.is_empty() { request } else { request.header("authorization", format!("Bearer {token}")) };
    shop.send(request.body(Body::empty()).unwrap()).await
}

/// What became of it: `sign in`, `not allowed`, or `in`.
fn outcome(answer: &TestResponse) -> &'static str {
    match (answer.status(), answer.header("location")) {
        (401, _) => "sign in",
        (303, to) if to.starts_with("/en/sign-in") => "sign in",
        (403, _) => "not allowed",
        (status, _) => {
            assert!(status < 500, "{status}: {}", answer.text());
            "in"
        }
    }
}

async fn sign_in(shop: &TestApp, who: &str) -> Program {
    match who {
        "visitor" => shop.api(),
        name => shop.sign_in(&format!("the-{name}")).await,
    }
}

on_both_databases! {
    in site();

    async fn every_door_opens_for_those_who_may_and_for_nobody_else(shop: TestApp) {
        shop.newcomer("the-unverified").await;
        for role in Role::ALL {
            shop.account(&format!("the-{role}"), role).await;
        }
        let doors = doors(&shop).await;
        assert!(doors.iter().filter(|door| door.needs.is_some()).count() > 50, "{}", doors.len());
        for (who, may) in PEOPLE {
            let mut program = sign_in(&shop, who).await;
            for door in &doors {
                let answer = ask(&shop, door, &program.access).await;
                // Not every page can be sent something.
                if answer.status() == 405 {
                    continue;
                }
                let expected = match &door.needs {
                    // Without an account there is nothing to verify.
                    None if door.path == "/en/verify" && who == "visitor" => continue,
                    None => "in",
                    Some(_) if who == "visitor" => "sign in",
                    Some(needs) if may.contains(&needs.as_str()) => "in",
                    Some(_) => "not allowed",
                };
                assert_eq!(outcome(&answer), expected, "{who} asks {door:?}: {} {}", answer.status(), answer.text());
                if door.path.ends_with("/sign-out") && who != "visitor" {
                    program = sign_in(&shop, who).await;
                }
            }
        }
        shop.run_jobs().await;
    }

    async fn who_is_not_verified_is_told_so(shop: TestApp) {
        let newcomer = shop.newcomer("leila").await;
        let api = newcomer.get("/probe-take").await;
        assert_eq!((api.status(), api.problem().as_str()), (403, "unverified"));
        let reader = shop.reader("karim").await;
        assert_eq!(reader.get("/probe-run").await.problem(), "forbidden");
        shop.run_jobs().await;
    }
}
