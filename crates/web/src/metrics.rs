//! Counts and durations of requests for Prometheus, by the route that matched and never by the address asked for:
//! the number of series stays that of the routes. Other crates count with the `metrics` macros; what they count
//! appears here too.

use std::sync::OnceLock;
use std::time::Duration;

use axum::response::IntoResponse;
use http::{Method, StatusCode, header};
use metrics_exporter_prometheus::{Matcher, PrometheusBuilder, PrometheusHandle};

const DURATIONS: &str = "http_request_duration_seconds";
/// Upper bounds in seconds, from a page out of memory to a request that is about to time out.
const BUCKETS: [f64; 10] = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.1, 0.25, 1.0, 5.0, 30.0];

/// The collected numbers of this process.
#[derive(Clone, Debug)]
pub struct Metrics(PrometheusHandle);

static COLLECTED: OnceLock<Option<Metrics>> = OnceLock::new();

impl Metrics {
    /// Begins to collect, once in a process; later calls give the same numbers. `None` where another recorder
    /// was there first.
    pub fn collect() -> Option<Self> {
        COLLECTED.get_or_init(Self::install).clone()
    }

    fn install() -> Option<Self> {
        let builder = PrometheusBuilder::new()
            .set_buckets_for_metric(Matcher::Full(DURATIONS.into()), &BUCKETS)
            .ok()?;
        let handle = builder.install_recorder().ok()?;
        metrics::describe_counter!("http_requests_total", "Requests answered, by method, route and status");
        metrics::describe_histogram!(
            DURATIONS,
            metrics::Unit::Seconds,
            "Time until the headers of the answer were ready"
        );
        Some(Self(handle))
    }

    /// The numbers in the text form of Prometheus.
    pub fn text(&self) -> String {
        self.0.render()
    }

    /// Sums up what was measured since the last call. Call it every few seconds: between calls each measurement
    /// takes memory.
    pub fn tidy(&self) {
        self.0.run_upkeep();
    }

    /// The answer to `GET /metrics`.
    pub fn respond(&self) -> impl IntoResponse + use<> {
        ([(header::CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8")], self.text())
    }
}

/// Counts one answered request.
pub(crate) fn count(method: &Method, route: &str, status: StatusCode, took: Duration) {
    let method = method_label(method);
    let route: std::sync::Arc<str> = route.into();
    metrics::counter!("http_requests_total", "method" => method, "route" => route.clone(), "status" => status.as_u16().to_string())
        .increment(1);
    metrics::histogram!(DURATIONS, "method" => method, "route" => route).record(took.as_secs_f64());
}

/// Methods come from outside, labels must not: whatever is unusual shares one.
fn method_label(method: &Method) -> &'static str {
    match method.as_str() {
        "GET" => "GET",
        "HEAD" => "HEAD",
        "POST" => "POST",
        "PUT" => "PUT",
        "PATCH" => "PATCH",
        "DELETE" => "DELETE",
        _ => "other",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn requests_are_counted_by_route_and_status() {
        let metrics = Metrics::collect().unwrap();
        count(&Method::GET, "/en/book/{book}", StatusCode::OK, Duration::from_millis(3));
        let text = metrics.text();
        assert!(
            text.contains(r#"http_requests_total{method="GET",route="/en/book/{book}",status="200"} 1"#),
            "{text}"
        );
        assert!(text.contains("http_request_duration_seconds_bucket"), "{text}");
    }
}
