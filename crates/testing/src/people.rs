//! People with accounts, and the codes that are sent to them.

use accounts::NewAccount;
use i18n::Locale;
use mail::Mail;
use serde_json::json;
use web::Role;

use crate::{Browser, Program, TestApp};

/// Everybody's password.
pub const PASSWORD: &str = "encre et papier 42";

/// The address of somebody, by their username.
pub fn address(username: &str) -> String {
    format!("{username}@exemple.dz")
}

impl TestApp {
    /// Makes a verified account, as the operator would.
    pub async fn account(&self, username: &str, role: Role) {
        let email = address(username);
        let new = NewAccount { email: &email, username, password: PASSWORD, role, locale: Locale::En };
        let made = accounts::create(&self.app.db, (&self.app.clock, &self.app.random), new).await;
        made.unwrap_or_else(|e| panic!("{username}: {e}"));
    }

    /// A reader whose address is verified, signed in with tokens.
    pub async fn reader(&self, username: &str) -> Program {
        self.person(username, Role::Reader).await
    }

    /// Somebody with a role, signed in with tokens.
    pub async fn person(&self, username: &str, role: Role) -> Program {
        self.account(username, role).await;
        self.sign_in(username).await
    }

    /// Somebody who has just signed up: nobody has verified their address, and the mail to it waits to be sent.
    pub async fn newcomer(&self, username: &str) -> Program {
        let body = json!({ "username": username, "email": address(username), "password": PASSWORD });
        Program::of(self, &self.api().post("/auth/sign-up", body).await)
    }

    /// Signs an account in once more, with tokens.
    pub async fn sign_in(&self, login: &str) -> Program {
        let body = json!({ "login": login, "password": PASSWORD });
        Program::of(self, &self.api().post("/auth/sign-in", body).await)
    }

    /// A program that is nobody.
    pub fn api(&self) -> Program {
        Program::nobody(self)
    }

    /// A browser in which nobody is signed in.
    pub fn browser(&self) -> Browser {
        Browser::new(self)
    }

    /// A browser in which somebody is signed in who has an account already.
    pub async fn browser_of(&self, username: &str) -> Browser {
        let browser = self.browser();
        let fields = [("login", username), ("password", PASSWORD), ("remember", "on")];
        let answer = browser.post("/en/sign-in", &fields).await;
        assert_eq!(answer.status(), 303, "{username} can sign in: {}", answer.text());
        browser
    }

    /// Sends the mails that wait, and answers the latest one to an address.
    pub async fn mail_to(&self, email: &str) -> Mail {
        self.run_jobs().await;
        let latest = self.mails().await.into_iter().rfind(|mail| mail.to == email);
        latest.unwrap_or_else(|| panic!("there is no mail to {email}"))
    }

    /// Sends the mails that wait, and answers the code in the latest one to an address.
    pub async fn code_to(&self, email: &str) -> String {
        let mail = self.mail_to(email).await;
        code_in(&mail).unwrap_or_else(|| panic!("there is no code in {:?}", mail.text))
    }
}

/// The code that stands alone on a line of a mail's plain text.
pub fn code_in(mail: &Mail) -> Option<String> {
    let of_a_code = |letter: char| matches!(letter, 'A'..='Z' | '2'..='9') && !matches!(letter, 'I' | 'O');
    let is_code = |line: &&str| line.len() == 7 && line.chars().all(of_a_code);
    mail.text.lines().find(is_code).map(str::to_owned)
}
