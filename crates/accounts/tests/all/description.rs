//! What the API's description says of who may do what.

use serde_json::{Value, json};
use testing::{TestApp, on_both_databases};

use crate::site;

async fn description(shop: &TestApp) -> Value {
    shop.get("/api/v1/openapi.json").await.json()
}

on_both_databases! {
    in site();

    async fn both_ways_to_say_who_one_is_are_declared(shop: TestApp) {
        let schemes = description(&shop).await["components"]["securitySchemes"].clone();
        assert_eq!((&schemes["bearer"]["type"], &schemes["bearer"]["scheme"]), (&json!("http"), &json!("bearer")));
        let session = &schemes["session"];
        assert_eq!(json!([session["type"], session["in"], session["name"]]), json!(["apiKey", "cookie", "session"]));
        let https = description(&shop.at("https://shop.example")).await;
        assert_eq!(https["components"]["securitySchemes"]["session"]["name"], "__Host-session");
    }

    async fn every_route_that_needs_somebody_says_so_with_its_refusals(shop: TestApp) {
        let description = description(&shop).await;
        let mut guarded = 0;
        for (path, methods) in description["paths"].as_object().unwrap() {
            for (method, operation) in methods.as_object().unwrap() {
                let own = path.starts_with("/api/v1/me") || path.ends_with("sign-out") || path.contains("verify-email");
                assert_eq!(operation["x-capability"] == "keep_account", own, "{method} {path}");
                if own {
                    guarded += 1;
                    assert_eq!(operation["security"], json!([{ "bearer": [] }, { "session": [] }]), "{method} {path}");
                    for status in ["401", "403"] {
                        let content = &operation["responses"][status]["content"]["application/problem+json"];
                        assert_eq!(content["schema"]["$ref"], "#/components/schemas/Problem", "{method} {path}");
                    }
                }
            }
        }
        assert_eq!(guarded, 16);
    }
}
