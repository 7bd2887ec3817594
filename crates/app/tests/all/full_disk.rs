//! A disk with no room left: a clear line, a whole shop, and a second try that succeeds.

use std::os::unix::fs::MetadataExt as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use testing::shared_data;

use crate::place::{Place, is_empty};

/// A small disk of its own, unmounted when it is dropped.
pub(crate) struct Mount(PathBuf);

impl Mount {
    /// Mounts one at `folder`; `None`, with a word about it, where the tests may not mount.
    #[expect(clippy::print_stderr, reason = "says why the test was skipped")]
    pub(crate) fn new(folder: &Path, options: &str) -> Option<Self> {
        std::fs::create_dir_all(folder).unwrap();
        let mounted = mount(folder, options);
        if !mounted {
            eprintln!("skipped: only root may mount the small disk that this test needs");
        }
        mounted.then(|| Self(folder.to_owned()))
    }

    /// Leaves so many KiB of room beside what lies in a folder of it.
    pub(crate) fn leave(&self, folder: &Path, kib: u64) {
        self.resize(&format!("size={}k", taken(folder) / 1_024 + kib));
    }

    /// Makes it as large as the options say.
    pub(crate) fn resize(&self, options: &str) {
        assert!(mount(&self.0, &format!("remount,{options}")), "{options}");
    }
}

impl Drop for Mount {
    fn drop(&mut self) {
        // Lazily: a program that a failed test left behind may still use it.
        let _ = Command::new("umount").arg("--lazy").arg(&self.0).status();
    }
}

fn mount(folder: &Path, options: &str) -> bool {
    let mount =
        Command::new("mount").args(["-t", "tmpfs", "-o", options, "warraq-test"]).arg(folder).output();
    mount.is_ok_and(|output| output.status.success())
}

/// What the files below a folder take of the disk, in bytes.
fn taken(folder: &Path) -> u64 {
    let entries = std::fs::read_dir(folder).unwrap().map(Result::unwrap);
    entries
        .map(|entry| {
            let facts = entry.metadata().unwrap();
            if facts.is_dir() { taken(&entry.path()) } else { facts.blocks() * 512 }
        })
        .sum()
}

#[test]
fn an_import_that_finds_the_disk_full_leaves_the_shop_whole() {
    let place = Place::new();
    let (data, media) = (place.path("data"), place.path("data/media"));
    let Some(disk) = Mount::new(&data, "size=100m") else { return };
    place.run(&["import", "--free", shared_data("epub/hefty-water.epub").to_str().unwrap()]).done();
    let before = taken(&media);
    let large = shared_data("epub/haruko-html-jpeg.epub");
    let import = ["import", "--free", large.to_str().unwrap()];
    // Each amount of room runs out at another step: unpacking, storing the book, storing its parts, entering it.
    for kib in [0, 100, 1_000, 2_200, 2_600, 4_000, 4_500] {
        disk.resize(&format!("size={}k", taken(&data) / 1_024 + kib));
        let ran = place.run_with(&import, &[("WARRAQ_LOG", "error")]);
        assert!(ran.failure().contains("make room"), "{kib}: {ran:?}");
        assert!(is_empty(&place.path("data/tmp")), "{kib}");
        disk.resize("size=100m");
        let shop = place.serve(&[]);
        assert_eq!(shop.get("/readyz").status, 200);
        let books = shop.get("/api/v1/books");
        assert_eq!(books.body.matches("\"slug\"").count(), 1, "{kib}: {}", books.body);
        shop.terminate();
        assert_eq!(shop.ended().0.code(), Some(0));
        assert_eq!(taken(&media), before, "{kib}: nothing of the book is left");
    }
    let ran = place.run(&import);
    assert!(ran.done().ends_with("1 added, 0 attached, 0 unchanged, 0 refused\n"), "{ran:?}");
}

#[test]
fn a_new_shop_on_a_full_disk_says_so() {
    let place = Place::new();
    let Some(disk) = Mount::new(&place.path("data"), "size=64k") else { return };
    let ran = place.run(&["serve", "--listen", "127.0.0.1:0"]);
    assert!(ran.failure().contains("full") && ran.failure().contains("make room"), "{ran:?}");
    disk.resize("size=100m");
    let shop = place.serve(&[]);
    assert_eq!(shop.get("/readyz").status, 200);
}

#[test]
fn a_backup_onto_a_full_disk_says_so_and_leaves_nothing() {
    let place = Place::new();
    place.run(&["import", "--free", shared_data("epub/haruko-html-jpeg.epub").to_str().unwrap()]).done();
    let folder = place.path("safe");
    let Some(disk) = Mount::new(&folder, "size=1m") else { return };
    let ran = place.run(&["backup", "safe/shop.tar"]);
    assert!(ran.failure().contains("make room"), "{ran:?}");
    assert!(is_empty(&folder) && taken(&folder) == 0, "nothing is left");
    disk.resize("size=100m");
    place.run(&["backup", "safe/shop.tar"]).done();
    assert!(place.run(&["backup", "--check", "safe/shop.tar"]).done().ends_with("the shop is the same\n"));
}
