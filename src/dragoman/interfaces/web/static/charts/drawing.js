// What all figures share: a drawing in front of the table, links with a name, days in the reader's language.

import { create } from "../vendor/d3.js";

const language = document.documentElement.lang.replace(/^en$/, "en-GB");
const digits = language === "bn" ? `${language}-u-nu-beng` : language;
const formats = {
  year: new Intl.DateTimeFormat(digits, { year: "numeric", timeZone: "UTC" }),
  month: new Intl.DateTimeFormat(digits, { month: "short", timeZone: "UTC" }),
  first: new Intl.DateTimeFormat(digits, { month: "short", year: "numeric", timeZone: "UTC" }),
  whole: new Intl.DateTimeFormat(digits, { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" }),
  day: new Intl.DateTimeFormat(digits, { day: "numeric", month: "short", timeZone: "UTC" }),
};
const numbers = new Intl.NumberFormat(digits, { maximumFractionDigits: 1 });

export const day = (text) => new Date(`${text}T00:00:00Z`);
export const number = (value) => numbers.format(value);

// A tick of an axis of time: a year where one begins, else a month, else a day; the first one tells the year too.
export function tick(date, number) {
  if (date.getUTCDate() !== 1) return (number ? formats.day : formats.whole).format(date);
  if (!date.getUTCMonth()) return formats.year.format(date);
  return (number ? formats.month : formats.first).format(date);
}

export function drawing(figure, width, height, label) {
  const svg = create("svg").attr("viewBox", `0 0 ${width} ${height}`).attr("role", "group").attr("aria-label", label);
  const before = figure.querySelector("details, ol, table");
  figure.insertBefore(svg.node(), before);
  return svg;
}

export function room(figure) {
  return Math.max(280, Math.round(figure.clientWidth || 640));
}

// The link of a table's row, around what is drawn for it.
export function linked(parent, row) {
  const from = row.querySelector("a");
  const a = parent.append("a").attr("href", from.getAttribute("href")).attr("aria-label", told(row));
  a.append("title").text(told(row));
  return a;
}

function told(row) {
  return [...row.cells].map((cell) => cell.textContent.trim()).filter(Boolean).slice(0, 2).join(": ");
}
