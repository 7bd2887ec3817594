// Titles and names of our own making, as many as are asked for, always the same ones: lists to fill a large shop with.
import { createWriteStream } from "node:fs";
import { once } from "node:events";

const THINGS = ("lantern harbour orchard river winter letter garden shadow mirror island bridge silence thunder meadow window " +
  "compass feather candle mountain forest desert harvest anchor ribbon kettle ladder market needle ocean paper quarry " +
  "saddle teacup umbrella valley whistle archive barley cellar dagger ember fable glacier hammer iris jasmine kingdom").split(" ");
const QUALITIES = ("quiet broken golden hidden distant burning frozen gentle hollow ivory lonely patient restless silver " +
  "tender vanished wandering bitter crooked drowned empty faithful").split(" ");
const ENDINGS = ["of the north", "at dawn", "in winter", "without a name", "for beginners", "of my father", "by the sea", ""];
const FRENCH = ["Le jardin", "La maison", "L’été", "Les ombres", "La mer", "Le silence", "L’orage", "Les lettres", "La nuit", "Le chemin"];
const FRENCH_ENDINGS = ["du sud", "des oubliés", "de l’autre rive", "sans retour", "de mon père", "d’Alger", "au matin", "des sables"];
const ARABIC = ["حديقة", "رسائل", "ليالي", "مدينة", "ذاكرة", "حكايات", "طريق", "أصوات", "بيت", "رحلة"];
const ARABIC_ENDINGS = ["الصحراء", "الغائبين", "البحر", "الشتاء", "المنسيين", "أبي", "القصبة", "الريح", "الجنوب", "الياسمين"];
const GIVEN = ["Nadia", "Karim", "Lina", "Omar", "Salima", "Yanis", "Amel", "Rachid", "Ines", "Farid", "Clara", "Hugo", "Emma", "Jonas"];
const SYLLABLES = "ba be bo ka ke ki la le lo ma me mi na ne no ra re ri sa se so ta te ti va ve za ze".split(" ");

/** Numbers that look like chance, from a seed (mulberry32). */
export function chance(seed) {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** A word that few other titles have. */
function rare(pick) {
  let word = "";
  for (let left = 3; left > 0; left -= 1) word += SYLLABLES[pick(SYLLABLES.length)];
  return word;
}

const of = (pick, list) => list[pick(list.length)];
const capital = (word) => word[0].toUpperCase() + word.slice(1);

/** The book of a number: title, author, language. */
export function book(number) {
  const pick = chance(number + 1);
  const author = `${of(pick, GIVEN)} ${capital(rare(pick))}`;
  const kind = number % 10;
  if (kind === 8) return { title: `${of(pick, FRENCH)} ${of(pick, FRENCH_ENDINGS)} ${rare(pick)}`, author, language: "fr" };
  if (kind === 9) return { title: `${of(pick, ARABIC)} ${of(pick, ARABIC_ENDINGS)} ${number}`, author, language: "ar" };
  const title = `The ${of(pick, QUALITIES)} ${of(pick, THINGS)} and the ${capital(rare(pick))} ${of(pick, ENDINGS)}`.trim();
  return { title, author, language: "en" };
}

/** Writes a list of so many books, as `warraq import` reads it. */
export async function writeList(path, count) {
  const file = createWriteStream(path);
  file.write("title,author,language,genres\n");
  const genres = ["Novels", "History", "Poetry", "Science", "Essays"];
  for (let number = 0; number < count; number += 1) {
    const { title, author, language } = book(number);
    if (!file.write(`"${title}",${author},${language},${genres[number % 5]}\n`)) await once(file, "drain");
  }
  file.end();
  await once(file, "finish");
}
