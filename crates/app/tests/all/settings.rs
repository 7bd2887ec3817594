//! Where settings come from, which one decides, and how a wrong one is told.

use crate::place::{Place, Ran};

/// The value and the source that `warraq config` shows for a setting.
fn shown(ran: &Ran, name: &str) -> (String, String) {
    let line = ran.done().lines().find(|line| line.split_whitespace().next() == Some(name));
    let line = line.unwrap_or_else(|| panic!("{name}: {ran:?}"));
    let words: Vec<&str> = line.split_whitespace().collect();
    (words[1..words.len() - 1].join(" "), words[words.len() - 1].to_owned())
}

fn pair(value: &str, source: &str) -> (String, String) {
    (value.to_owned(), source.to_owned())
}

#[test]
fn defaults_yield_to_the_file_the_file_to_the_environment_and_that_to_options() {
    let place = Place::new();
    let log = |ran: &Ran| shown(ran, "WARRAQ_LOG");
    assert_eq!(log(&place.run(&["config"])), pair("info", "default"));
    place.write("warraq.toml", "log = \"warn\"\n");
    assert_eq!(log(&place.run(&["config"])), pair("warn", "warraq.toml"));
    let variables = [("WARRAQ_LOG", "error")];
    assert_eq!(log(&place.run_with(&["config"], &variables)), pair("error", "WARRAQ_LOG"));
    let ran = place.run_with(&["config", "--log", "debug"], &variables);
    assert_eq!(log(&ran), pair("debug", "--log"));
    let ran = place.run_with(&["config"], &[("WARRAQ_LOG", "")]);
    assert_eq!(log(&ran), pair("warn", "warraq.toml"), "an empty variable is none");
}

#[test]
fn what_follows_from_the_data_folder_moves_with_it() {
    let place = Place::new();
    let ran = place.run(&["config", "--data-dir", "shop"]);
    assert_eq!(shown(&ran, "WARRAQ_DATABASE_URL").0, "sqlite:shop/warraq.db");
    assert_eq!(shown(&ran, "WARRAQ_MEDIA_URL").0, "file:shop/media");
    assert!(!place.path("shop").exists(), "looking at the settings makes nothing");
}

#[test]
fn a_file_can_be_named_and_must_then_be_there() {
    let place = Place::new();
    place.write(
        "other.toml",
        "listen = \"127.0.0.1:81\"\nrate_limits = false\ntrusted_proxies = [\"10.0.0.1\", \"::1\"]\n",
    );
    let ran = place.run(&["config", "--config", "other.toml"]);
    assert_eq!(shown(&ran, "WARRAQ_LISTEN"), pair("127.0.0.1:81", "other.toml"));
    assert_eq!(shown(&ran, "WARRAQ_RATE_LIMITS").0, "off");
    assert_eq!(shown(&ran, "WARRAQ_TRUSTED_PROXIES").0, "10.0.0.1,::1");
    let ran = place.run(&["config", "--config", "missing.toml"]);
    assert!(ran.failure().contains("missing.toml"), "{ran:?}");
}

#[test]
fn every_secret_can_come_from_a_file_and_is_shown_to_nobody() {
    let place = Place::new();
    let file = place.write("secret", "s3cr3t\n");
    let file = file.to_str().unwrap();
    for name in ["WARRAQ_CHARGILY_SECRET_KEY", "WARRAQ_S3_SECRET_KEY", "WARRAQ_S3_ACCESS_KEY"] {
        let from_file = format!("{name}_FILE");
        let ran = place.run_with(&["config"], &[(&from_file, file), ("WARRAQ_S3_REGION", "eu")]);
        let ran = if name.contains("S3") {
            let other = if name.contains("SECRET") { "WARRAQ_S3_ACCESS_KEY" } else { "WARRAQ_S3_SECRET_KEY" };
            place.run_with(&["config"], &[(&from_file, file), (other, "s3cr3t")])
        } else {
            ran
        };
        assert_eq!(shown(&ran, name), pair("********", &from_file));
        assert!(!ran.out.contains("s3cr3t"), "{ran:?}");
    }
    for name in ["WARRAQ_DATABASE_URL", "WARRAQ_DATABASE_REPLICA_URL", "WARRAQ_SMTP_URL"] {
        let address =
            if name.contains("SMTP") { "smtps://shop:s3cr3t@mail" } else { "postgres://shop:s3cr3t@db/shop" };
        let file = place.write("address", address);
        let from_file = format!("{name}_FILE");
        let mut variables = vec![(from_file.as_str(), file.to_str().unwrap())];
        if name.contains("REPLICA") {
            variables.push(("WARRAQ_DATABASE_URL", "postgres://db/shop"));
        }
        let ran = place.run_with(&["config"], &variables);
        assert_eq!(shown(&ran, name), pair(&address.replace("s3cr3t", "********"), &from_file));
    }
}

#[test]
fn the_file_may_name_files_of_secrets_too() {
    let place = Place::new();
    place.write("secret", "test_sk_s3cr3t\n");
    place.write("warraq.toml", "chargily_mode = \"test\"\nchargily_secret_key_file = \"secret\"\n");
    let ran = place.run(&["config"]);
    assert_eq!(shown(&ran, "WARRAQ_CHARGILY_SECRET_KEY"), pair("********", "warraq.toml"));
    place.write("warraq.toml", "chargily_secret_key = \"a\"\nchargily_secret_key_file = \"secret\"\n");
    let ran = place.run(&["config"]);
    assert!(ran.failure().contains("chargily_secret_key_file"), "{ran:?}");
}

#[test]
fn payments_start_with_the_key_and_the_address_of_their_mode_only() {
    let place = Place::new();
    let (mode, key, base) =
        ("WARRAQ_CHARGILY_MODE", "WARRAQ_CHARGILY_SECRET_KEY", "WARRAQ_CHARGILY_BASE_URL");
    let (test, live) = ("test_sk_s3cr3t", "live_sk_s3cr3t");
    for (variables, named) in [
        (vec![(mode, "sandbox")], mode),
        (vec![(mode, "test")], key),
        (vec![(mode, "live"), (key, test)], key),
        (vec![(mode, "test"), (key, live)], key),
        (vec![(mode, "test"), (key, "test_pk_s3cr3t")], key),
        (vec![(mode, "live"), (key, live), (base, "https://pay.example/api")], base),
        (vec![(mode, "test"), (key, test), (base, "http://pay.example/api")], base),
        (vec![(mode, "test"), (key, test), (base, "pay.example")], base),
        (vec![(mode, "live"), (key, live), ("WARRAQ_RATE_LIMITS", "off")], "WARRAQ_RATE_LIMITS"),
        (vec![(mode, "test"), (key, test), ("WARRAQ_CURRENCY", "EUR")], "WARRAQ_CURRENCY"),
    ] {
        let ran = place.run_with(&["config"], &variables);
        let failure = ran.failure();
        assert!(failure.contains(named) && failure.lines().count() == 1, "{variables:?}: {failure}");
        assert!(!failure.contains("s3cr3t"), "{failure}");
    }
    for variables in [
        vec![(mode, "live"), (key, live)],
        vec![(mode, "test"), (key, test), (base, "http://127.0.0.1:4999/test/api/v2")],
        vec![(mode, "test"), (key, test), (base, "https://pay.example/test/api/v2")],
    ] {
        let ran = place.run_with(&["config"], &variables);
        assert_eq!(shown(&ran, key), pair("********", key));
    }
}

#[test]
fn a_setting_given_twice_in_one_place_is_refused() {
    let place = Place::new();
    let file = place.write("secret", "s3cr3t");
    let ran = place.run_with(
        &["config"],
        &[("WARRAQ_S3_SECRET_KEY", "x"), ("WARRAQ_S3_SECRET_KEY_FILE", file.to_str().unwrap())],
    );
    let failure = ran.failure();
    assert!(
        failure.contains("WARRAQ_S3_SECRET_KEY and ") || failure.contains(" and WARRAQ_S3_SECRET_KEY "),
        "{failure}"
    );
    assert!(failure.contains("WARRAQ_S3_SECRET_KEY_FILE"), "{failure}");
    let ran = place.run_with(&["config"], &[("WARRAQ_S3_SECRET_KEY_FILE", "missing")]);
    assert!(ran.failure().contains("WARRAQ_S3_SECRET_KEY_FILE: cannot read missing"), "{ran:?}");
}

#[test]
fn what_is_no_setting_is_refused_with_the_one_that_was_meant() {
    let place = Place::new();
    for (variable, hint) in [
        ("WARRAQ_LISTNE", "WARRAQ_LISTEN?"),
        ("WARRAQ_DATABASE", "WARRAQ_DATA"),
        ("WARRAQ_LISTEN_FILE", "WARRAQ_LISTEN"),
        ("WARRAQ_WARRAQ_LISTEN", "there is no setting"),
        ("WARRAQ_COLOUR_OF_THE_DOOR", "warraq config"),
    ] {
        let ran = place.run_with(&["serve"], &[(variable, "x")]);
        assert!(ran.failure().contains(&format!("no setting {variable}")), "{ran:?}");
        assert!(ran.failure().contains(hint), "{ran:?}");
    }
    place.write("warraq.toml", "# Ours.\nlistn = \"127.0.0.1:80\"\n");
    let ran = place.run(&["serve"]);
    assert_eq!(ran.failure(), "warraq.toml: there is no setting `listn`; did you mean listen?");
    for (text, said) in [
        ("listen = ", "warraq.toml:1: "),
        ("log = \"info\"\nlog = \"warn\"", "warraq.toml:2: "),
        ("[serve]\nlisten = \"x\"", "`serve`"),
        ("listen = 1.5", "listen"),
        ("trusted_proxies = [1]", "trusted_proxies"),
    ] {
        place.write("warraq.toml", text);
        let ran = place.run(&["serve"]);
        assert!(ran.failure().contains(said), "{text}: {ran:?}");
    }
    place.write("warraq.toml", b"log = \"\xff\"");
    assert!(place.run(&["serve"]).failure().contains("warraq.toml"));
    assert!(!place.path("data").exists());
}

#[test]
fn a_wrong_value_stops_the_start_with_a_line_that_names_it() {
    let place = Place::new();
    for (variable, value) in [
        ("WARRAQ_LISTEN", "8000"),
        ("WARRAQ_LISTEN", "shop.example:80"),
        ("WARRAQ_LISTEN", "127.0.0.1:70000"),
        ("WARRAQ_PUBLIC_URL", "shop.example"),
        ("WARRAQ_PUBLIC_URL", "https://shop.example/books"),
        ("WARRAQ_DATABASE_URL", "mysql://db/shop"),
        ("WARRAQ_DATABASE_URL", "sqlite:"),
        ("WARRAQ_DATABASE_REPLICA_URL", "postgres://db/shop"),
        ("WARRAQ_DATABASE_REPLICA_URL", "mysql://db/shop"),
        ("WARRAQ_MEDIA_URL", "data/media"),
        ("WARRAQ_S3_ENDPOINT", "127.0.0.1:9000"),
        ("WARRAQ_S3_ACCESS_KEY", "without-its-secret"),
        ("WARRAQ_S3_SECRET_KEY", "without-its-name"),
        ("WARRAQ_SMTP_URL", "mail.example:25"),
        ("WARRAQ_MAIL_FROM", "The shop"),
        ("WARRAQ_CHARGILY_MODE", "on"),
        ("WARRAQ_CHARGILY_MODE", "live"),
        ("WARRAQ_CHARGILY_BASE_URL", "pay.example"),
        ("WARRAQ_TRUSTED_PROXIES", "127.0.0.1, proxy.local"),
        ("WARRAQ_RATE_LIMITS", "maybe"),
        ("WARRAQ_METRICS_LISTEN", "9000"),
        ("WARRAQ_METRICS_PUBLIC", "maybe"),
        ("WARRAQ_CURRENCY", "dinars"),
        ("WARRAQ_LOG", "loud"),
        ("WARRAQ_LOG", "info,db=loud"),
        ("WARRAQ_LOG_FORMAT", "xml"),
    ] {
        for command in ["serve", "config"] {
            let ran = place.run_with(&[command], &[(variable, value)]);
            let named = if value == "live" { "WARRAQ_CHARGILY_SECRET_KEY" } else { variable };
            assert!(ran.failure().contains(named), "{variable}={value}: {ran:?}");
        }
    }
    let ran = place.run_with(
        &["serve"],
        &[
            ("WARRAQ_CHARGILY_MODE", "live"),
            ("WARRAQ_CHARGILY_SECRET_KEY", "x"),
            ("WARRAQ_RATE_LIMITS", "off"),
        ],
    );
    assert!(ran.failure().contains("WARRAQ_RATE_LIMITS"), "{ran:?}");
    assert!(!place.path("data").exists());
}

#[test]
fn a_replica_of_another_kind_is_refused() {
    let place = Place::new();
    let urls =
        [("WARRAQ_DATABASE_URL", "postgres://db/shop"), ("WARRAQ_DATABASE_REPLICA_URL", "sqlite:copy.db")];
    let ran = place.run_with(&["config"], &urls);
    assert!(ran.failure().contains("WARRAQ_DATABASE_REPLICA_URL"), "{ran:?}");
}

#[test]
fn a_wrong_value_is_told_by_the_name_of_its_source_and_without_its_password() {
    let place = Place::new();
    place.write("warraq.toml", "log_format = \"xml\"\n");
    assert!(place.run(&["serve"]).failure().starts_with("warraq.toml: log_format: `xml`"));
    let ran = place.run(&["serve", "--log-format", "yaml"]);
    assert!(ran.failure().starts_with("--log-format: `yaml`"), "{ran:?}");
    let ran = place.run(&["serve", "--log-format", "json", "--log", "loud"]);
    assert!(ran.failure().starts_with("--log: `loud`"), "{ran:?}");
    let ran = place.run(&["config", "--log-format", "json", "--database-url", "mysql://shop:s3cr3t@db/shop"]);
    assert!(!ran.failure().contains("s3cr3t"), "{ran:?}");
}
