//! What can be seen in the pictures: skies, seas, houses, and the scenes put together from them.

use super::Colour;
use super::draw::{Canvas, blend};

const INK: Colour = Colour(0x32, 0x23, 0x18);
const PAPER: Colour = Colour(0xfb, 0xf8, 0xf1);
const NIGHT: Colour = Colour(0x17, 0x22, 0x44);
const DUSK: Colour = Colour(0x3d, 0x4a, 0x7c);
const BLUE: Colour = Colour(0x1d, 0x4f, 0x8f);
const SKY: Colour = Colour(0xa9, 0xd0, 0xea);
const LEAF: Colour = Colour(0x2f, 0x7d, 0x5b);
const GRASS: Colour = Colour(0x8b, 0xb8, 0x74);
const SAND: Colour = Colour(0xe0, 0xb0, 0x6a);
const RED: Colour = Colour(0xb5, 0x38, 0x27);
const GOLD: Colour = Colour(0xf4, 0xc9, 0x5d);
const STONE: Colour = Colour(0x8d, 0x86, 0x7d);

/// Paints the scene of this name; every scene starts with a sky.
pub(super) fn paint(name: &str, canvas: &mut Canvas) {
    match name {
        "night" | "stars" | "moon" | "moonbus" | "room" | "street" | "lighthouse" | "boat" => {
            by_night(name, canvas);
        }
        "bowl" | "bread" | "pot" | "map" | "well" | "tree" | "garden" | "rain" => close_by(name, canvas),
        _ => by_day(name, canvas),
    }
}

fn by_day(name: &str, canvas: &mut Canvas) {
    let (top, bottom) = if matches!(name, "morning" | "dunes") { (GOLD, PAPER) } else { (SKY, PAPER) };
    canvas.bands(top, bottom, (0.0, 1.0));
    match name {
        "sea" => {
            canvas.circle(GOLD, (0.68, 0.42), 0.11);
            sea(canvas, 0.5, 0.008);
        }
        "storm" => {
            canvas.bands(STONE, DUSK, (0.0, 1.0));
            sea(canvas, 0.45, 0.04);
            canvas.rain(PAPER, 120);
        }
        "dunes" | "palms" => {
            canvas.circle(PAPER, (0.3, 0.28), 0.1);
            canvas.ground(SAND, 0.58, 0.03, 0.8);
            canvas.ground(blend(SAND, RED, 0.2), 0.7, 0.04, 0.6);
            if name == "palms" {
                for (x, y) in [(0.25, 0.62), (0.48, 0.57), (0.76, 0.66)] {
                    palm(canvas, x, y);
                }
            }
            canvas.ground(blend(SAND, RED, 0.4), 0.85, 0.03, 1.1);
        }
        "hill" => {
            canvas.ground(GRASS, 0.55, 0.05, 0.7);
            canvas.ground(LEAF, 0.72, 0.04, 0.9);
            canvas.polygon(
                PAPER,
                &[(0.42, 1.0), (0.62, 1.0), (0.5, 0.8), (0.56, 0.66), (0.52, 0.66), (0.43, 0.8)],
            );
        }
        "clouds" => {
            for (x, y, size) in [(0.3, 0.25, 0.1), (0.7, 0.45, 0.13), (0.25, 0.7, 0.12)] {
                cloud(canvas, PAPER, (x, y), size);
            }
        }
        "morning" => {
            canvas.circle(RED, (0.5, 0.52), 0.2);
            houses(canvas, 0.62, PAPER);
            canvas.ground(LEAF, 0.88, 0.01, 1.0);
        }
        _ => {
            canvas.ground(GRASS, 0.5, 0.05, 0.5);
            for row in 0..5_u8 {
                houses(canvas, 0.45 + 0.09 * f32::from(row), PAPER);
            }
            sea(canvas, 0.88, 0.006);
        }
    }
}

fn by_night(name: &str, canvas: &mut Canvas) {
    canvas.bands(NIGHT, DUSK, (0.0, 1.0));
    canvas.stars(PAPER, 90, 0.003, (0.0, 0.7));
    match name {
        "moon" | "moonbus" => {
            canvas.circle(PAPER, (0.5, 0.42), 0.34);
            for (x, y, size) in [(0.4, 0.34, 0.06), (0.6, 0.48, 0.09), (0.55, 0.3, 0.03), (0.36, 0.5, 0.035)]
            {
                canvas.circle(blend(PAPER, SAND, 0.35), (x, y), size);
            }
            canvas.ground(INK, 0.86, 0.02, 0.6);
            if name == "moonbus" {
                bus(canvas, (0.3, 0.52));
            }
        }
        "stars" => {
            for (x, y, size) in [
                (0.25, 0.25, 0.08),
                (0.7, 0.2, 0.06),
                (0.55, 0.5, 0.1),
                (0.2, 0.65, 0.05),
                (0.82, 0.68, 0.07),
            ] {
                canvas.star(GOLD, (x, y), size);
            }
            canvas.ground(INK, 0.9, 0.02, 0.5);
        }
        "room" => {
            canvas.rectangle(RED, (0.0, 0.0), (0.16, 1.0));
            canvas.rectangle(RED, (0.84, 0.0), (0.16, 1.0));
            canvas.circle(GOLD, (0.62, 0.28), 0.08);
            canvas.rectangle(STONE, (0.0, 0.72), (1.0, 0.28));
            cat(canvas, (0.42, 0.72));
        }
        "street" => {
            houses(canvas, 0.42, STONE);
            houses(canvas, 0.58, DUSK);
            canvas.rectangle(INK, (0.0, 0.86), (1.0, 0.14));
        }
        "lighthouse" => {
            canvas.polygon(blend(GOLD, DUSK, 0.35), &[(0.42, 0.27), (1.0, 0.12), (1.0, 0.46)]);
            sea(canvas, 0.78, 0.01);
            canvas.polygon(INK, &[(0.1, 1.0), (0.24, 0.8), (0.56, 0.8), (0.74, 1.0)]);
            lighthouse(canvas);
        }
        "boat" => {
            canvas.circle(PAPER, (0.74, 0.2), 0.08);
            sea(canvas, 0.6, 0.014);
            boat(canvas, (0.42, 0.66));
            canvas.ground(NIGHT, 0.84, 0.014, 1.6);
        }
        _ => {
            canvas.ground(NIGHT, 0.7, 0.05, 0.5);
            canvas.ground(INK, 0.82, 0.04, 0.8);
            canvas.polygon(GOLD, &[(0.62, 0.86), (0.66, 0.8), (0.7, 0.86)]);
        }
    }
}

fn close_by(name: &str, canvas: &mut Canvas) {
    canvas.bands(PAPER, blend(PAPER, SAND, 0.35), (0.0, 1.0));
    match name {
        "bowl" => {
            canvas.rectangle(RED, (0.0, 0.7), (1.0, 0.3));
            canvas.polygon(
                BLUE,
                &[(0.2, 0.52), (0.8, 0.52), (0.72, 0.68), (0.6, 0.75), (0.4, 0.75), (0.28, 0.68)],
            );
            canvas.polygon(GOLD, &[(0.23, 0.52), (0.35, 0.47), (0.5, 0.455), (0.65, 0.47), (0.77, 0.52)]);
            for x in [0.36, 0.5, 0.64] {
                canvas.polygon(
                    STONE,
                    &[
                        (x, 0.42),
                        (x + 0.03, 0.34),
                        (x, 0.26),
                        (x + 0.012, 0.26),
                        (x + 0.044, 0.34),
                        (x + 0.012, 0.42),
                    ],
                );
            }
        }
        "bread" => bread(canvas),
        "pot" => pot(canvas),
        "map" => {
            canvas.polygon(
                SKY,
                &[(0.0, 0.0), (1.0, 0.0), (1.0, 0.22), (0.7, 0.3), (0.45, 0.24), (0.2, 0.34), (0.0, 0.28)],
            );
            canvas.polygon(
                BLUE,
                &[
                    (0.45, 0.24),
                    (0.48, 0.24),
                    (0.55, 0.5),
                    (0.42, 0.75),
                    (0.5, 1.0),
                    (0.47, 1.0),
                    (0.39, 0.75),
                    (0.52, 0.5),
                ],
            );
            canvas.polygon(
                RED,
                &[(0.1, 0.9), (0.11, 0.92), (0.62, 0.66), (0.9, 0.4), (0.89, 0.385), (0.61, 0.645)],
            );
            for at in [(0.12, 0.9), (0.36, 0.78), (0.62, 0.65), (0.89, 0.4)] {
                canvas.circle(INK, at, 0.018);
            }
        }
        "well" => {
            canvas.ground(SAND, 0.72, 0.01, 0.8);
            canvas.rectangle(INK, (0.3, 0.28), (0.03, 0.4));
            canvas.rectangle(INK, (0.67, 0.28), (0.03, 0.4));
            canvas.rectangle(INK, (0.26, 0.26), (0.48, 0.03));
            canvas.rectangle(INK, (0.497, 0.28), (0.008, 0.22));
            canvas.polygon(BLUE, &[(0.45, 0.5), (0.55, 0.5), (0.53, 0.58), (0.47, 0.58)]);
            canvas.polygon(STONE, &[(0.24, 0.64), (0.76, 0.64), (0.72, 0.84), (0.28, 0.84)]);
        }
        "tree" => {
            canvas.ground(GRASS, 0.8, 0.02, 0.7);
            canvas.polygon(
                INK,
                &[
                    (0.4, 0.84),
                    (0.45, 0.66),
                    (0.42, 0.5),
                    (0.5, 0.42),
                    (0.58, 0.5),
                    (0.54, 0.66),
                    (0.62, 0.84),
                ],
            );
            for (x, y, size) in [(0.34, 0.38, 0.15), (0.52, 0.28, 0.18), (0.69, 0.4, 0.14), (0.5, 0.44, 0.13)]
            {
                canvas.circle(LEAF, (x, y), size);
            }
            canvas.seeds(INK, (0.51, 0.37), 0.2);
        }
        _ => garden(canvas, name == "rain"),
    }
}

/// Round loaves on a board.
fn bread(canvas: &mut Canvas) {
    canvas.rectangle(blend(SAND, INK, 0.45), (0.0, 0.72), (1.0, 0.28));
    for (x, y, size) in [(0.34, 0.6, 0.2), (0.68, 0.62, 0.18), (0.5, 0.48, 0.19)] {
        canvas.circle(blend(SAND, INK, 0.25), (x, y), size);
        canvas.circle(SAND, (x, y - 0.012), size * 0.93);
        canvas.seeds(blend(SAND, INK, 0.7), (x, y - 0.012), size * 0.7);
    }
}

/// A pot with its lid, and two spoons.
fn pot(canvas: &mut Canvas) {
    canvas.rectangle(LEAF, (0.0, 0.74), (1.0, 0.26));
    canvas.rectangle(RED, (0.24, 0.48), (0.52, 0.28));
    canvas.rectangle(INK, (0.16, 0.54), (0.09, 0.03));
    canvas.rectangle(INK, (0.75, 0.54), (0.09, 0.03));
    canvas.polygon(RED, &[(0.22, 0.47), (0.3, 0.41), (0.7, 0.41), (0.78, 0.47)]);
    canvas.circle(INK, (0.5, 0.4), 0.035);
    for x in [0.865, 0.945] {
        canvas.rectangle(STONE, (x - 0.011, 0.5), (0.022, 0.3));
        for y in [0.506, 0.5, 0.494, 0.488, 0.482] {
            canvas.circle(STONE, (x, y), 0.034);
        }
    }
}

fn garden(canvas: &mut Canvas, wet: bool) {
    if wet {
        canvas.bands(STONE, SKY, (0.0, 0.8));
        cloud(canvas, DUSK, (0.5, 0.16), 0.15);
    }
    canvas.ground(GRASS, 0.62, 0.02, 0.7);
    for (step, x) in [0.14, 0.34, 0.52, 0.7, 0.88].into_iter().enumerate() {
        let top = if step % 2 == 0 { 0.5 } else { 0.58 };
        canvas.rectangle(LEAF, (x - 0.006, top), (0.012, 0.9 - top));
        for (across, down) in [(0.0, -0.04), (0.045, 0.0), (0.0, 0.04), (-0.045, 0.0)] {
            canvas.circle(if step % 2 == 0 { RED } else { GOLD }, (x + across, top + down), 0.035);
        }
        canvas.circle(PAPER, (x, top), 0.025);
    }
    canvas.ground(LEAF, 0.88, 0.03, 2.0);
    if wet {
        canvas.rain(PAPER, 90);
    }
}

fn sea(canvas: &mut Canvas, top: f32, swell: f32) {
    for row in 0..4_u8 {
        let depth = f32::from(row);
        canvas.ground(
            blend(BLUE, NIGHT, depth / 4.0),
            top + depth * (1.0 - top) / 4.5,
            swell,
            1.5 + depth * 0.4,
        );
    }
}

fn cloud(canvas: &mut Canvas, colour: Colour, (x, y): (f32, f32), size: f32) {
    for (across, down, part) in
        [(-1.1, 0.15, 0.7), (0.0, 0.0, 1.0), (1.1, 0.15, 0.75), (0.5, 0.3, 0.7), (-0.5, 0.3, 0.7)]
    {
        canvas.circle(colour, (x + across * size, y + down * size), size * part);
    }
}

fn houses(canvas: &mut Canvas, top: f32, colour: Colour) {
    let mut x = -0.05;
    while x < 1.0 {
        let width = 0.12 + canvas.random.unit() * 0.08;
        let roof = top + canvas.random.unit() * 0.08;
        let shade = 0.25 * canvas.random.unit();
        canvas.rectangle(blend(colour, INK, shade), (x, roof), (width * 0.96, 1.0 - roof));
        for floor in 0..3_u8 {
            let lit = if canvas.random.below(3) == 0 { GOLD } else { INK };
            canvas.rectangle(
                lit,
                (x + width * 0.35, roof + 0.03 + 0.08 * f32::from(floor)),
                (width * 0.22, 0.035),
            );
        }
        x += width;
    }
}

fn palm(canvas: &mut Canvas, x: f32, foot: f32) {
    canvas.polygon(
        INK,
        &[(x - 0.012, foot), (x + 0.012, foot), (x + 0.022, foot - 0.26), (x + 0.006, foot - 0.26)],
    );
    let (x, y) = (x + 0.014, foot - 0.26);
    for (across, down) in [
        (-0.15, 0.05),
        (-0.12, -0.05),
        (-0.03, -0.09),
        (0.07, -0.08),
        (0.14, -0.02),
        (0.14, 0.07),
        (-0.09, 0.1),
    ] {
        canvas.polygon(
            LEAF,
            &[
                (x, y),
                (x + across * 0.5, y + down - 0.02),
                (x + across, y + down),
                (x + across * 0.45, y + down * 0.4 + 0.012),
            ],
        );
    }
}

fn bus(canvas: &mut Canvas, (x, y): (f32, f32)) {
    canvas.rectangle(RED, (x, y), (0.42, 0.15));
    canvas.rectangle(PAPER, (x, y + 0.1), (0.42, 0.012));
    for window in 0..4_u8 {
        canvas.rectangle(GOLD, (x + 0.025 + 0.1 * f32::from(window), y + 0.025), (0.07, 0.055));
    }
    for wheel in [0.1, 0.32] {
        canvas.circle(INK, (x + wheel, y + 0.155), 0.04);
        canvas.circle(STONE, (x + wheel, y + 0.155), 0.018);
    }
}

fn boat(canvas: &mut Canvas, (x, y): (f32, f32)) {
    canvas.rectangle(INK, (x + 0.06, y - 0.22), (0.01, 0.24));
    canvas.polygon(PAPER, &[(x + 0.08, y - 0.22), (x + 0.08, y - 0.02), (x + 0.24, y - 0.02)]);
    canvas.polygon(RED, &[(x - 0.1, y), (x + 0.28, y), (x + 0.2, y + 0.07), (x - 0.04, y + 0.07)]);
    canvas.circle(GOLD, (x - 0.06, y - 0.03), 0.018);
}

fn lighthouse(canvas: &mut Canvas) {
    canvas.polygon(PAPER, &[(0.3, 0.82), (0.34, 0.34), (0.46, 0.34), (0.5, 0.82)]);
    canvas.polygon(RED, &[(0.315, 0.64), (0.324, 0.54), (0.476, 0.54), (0.485, 0.64)]);
    canvas.rectangle(INK, (0.32, 0.325), (0.16, 0.018));
    canvas.rectangle(GOLD, (0.355, 0.24), (0.09, 0.085));
    canvas.polygon(RED, &[(0.34, 0.24), (0.4, 0.18), (0.46, 0.24)]);
}

fn cat(canvas: &mut Canvas, (x, y): (f32, f32)) {
    canvas.polygon(INK, &[(x - 0.1, y), (x - 0.07, y - 0.14), (x + 0.07, y - 0.14), (x + 0.1, y)]);
    canvas.circle(INK, (x, y - 0.17), 0.075);
    canvas.polygon(INK, &[(x - 0.07, y - 0.19), (x - 0.06, y - 0.27), (x - 0.01, y - 0.22)]);
    canvas.polygon(INK, &[(x + 0.07, y - 0.19), (x + 0.06, y - 0.27), (x + 0.01, y - 0.22)]);
    canvas.circle(GOLD, (x - 0.028, y - 0.18), 0.014);
    canvas.circle(GOLD, (x + 0.028, y - 0.18), 0.014);
    canvas.polygon(INK, &[(x + 0.08, y), (x + 0.24, y - 0.03), (x + 0.24, y - 0.012), (x + 0.08, y + 0.012)]);
}
