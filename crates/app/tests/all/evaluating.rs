//! `warraq evaluate-recommendations`.

use crate::place::Place;

#[test]
fn all_ways_of_learning_are_measured_side_by_side_and_the_figures_repeat() {
    let place = Place::new();
    let mut ratings = String::from("user,item,rating\n");
    for user in 0..6 {
        for item in (0..6).filter(|item| user % 2 == item % 2 && user != *item) {
            ratings += &format!("{user},b{item},5\n");
        }
    }
    place.write("train.csv", ratings);
    place.write("test.csv", "user,item,rating\n0,b0,5\n1,b1,5\n2,b2,1\n");
    let ran = place.run(&["evaluate-recommendations", "train.csv", "test.csv"]);
    let text = ran.done();
    assert!(text.starts_with("2 people, 6 items\n"), "{text}");
    for way in ["ease ", "ease, many items", "item cosine", "popularity"] {
        assert!(text.lines().any(|line| line.starts_with(way)), "{way}: {text}");
    }
    assert!(text.contains("1.0000"), "{text}");
    assert_eq!(place.run(&["evaluate-recommendations", "train.csv", "test.csv"]).done(), text);
    assert!(!place.path("data").exists(), "no shop is opened");
}

#[test]
fn a_line_that_is_no_rating_is_named() {
    let place = Place::new();
    place.write("wrong.csv", "user,item,rating\n1,2,3\n1,2,many\n");
    let ran = place.run(&["evaluate-recommendations", "wrong.csv", "wrong.csv"]);
    assert!(ran.failure().contains("wrong.csv: line 3: \"many\" is no number"), "{ran:?}");
}
