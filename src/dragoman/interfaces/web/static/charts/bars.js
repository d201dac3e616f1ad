// Bars over time: events of each month; cooperation above and conflict below a line.

import { axisBottom, axisLeft, max, scaleLinear, scaleUtc } from "../vendor/d3.js";
import { day, drawing, linked, number, room, tick } from "./drawing.js";

const MONTHS = 36;
const DAY = 24 * 3600 * 1000;

export function months(figure) {
  const all = [...figure.querySelectorAll("tr[data-month]")];
  if (!all.length) return;
  const next = (text) => { const d = day(`${text}-01`); d.setUTCMonth(d.getUTCMonth() + 1); return d; };
  const end = next(all.at(-1).dataset.month);
  const first = new Date(end);
  first.setUTCMonth(first.getUTCMonth() - MONTHS);
  const rows = all.filter((row) => day(`${row.dataset.month}-01`) >= first);
  const start = day(`${rows[0].dataset.month}-01`);
  const width = room(figure), height = 110, left = 14, foot = 22;
  const x = scaleUtc([start, end], [left, width - left]);
  const y = scaleLinear([0, max(rows, (row) => +row.dataset.count)], [height - foot, 14]);
  const svg = drawing(figure, width, height, figure.querySelector("figcaption").textContent);
  svg.append("g").attr("transform", `translate(0,${height - foot})`).attr("aria-hidden", "true")
    .call(axisBottom(x).ticks(Math.max(2, Math.floor(width / 90))).tickFormat(tick).tickSizeOuter(0));
  const most = max(rows, (row) => +row.dataset.count);
  for (const row of rows) {
    const from = x(day(`${row.dataset.month}-01`)), to = x(next(row.dataset.month));
    const a = linked(svg, row);
    a.append("rect").attr("class", "bar").attr("x", from + 1).attr("width", Math.min(40, Math.max(2, to - from - 2)))
      .attr("y", y(+row.dataset.count)).attr("height", y(0) - y(+row.dataset.count));
    if (+row.dataset.count === most) {
      svg.append("text").attr("aria-hidden", "true").attr("x", from + Math.min(40, to - from) / 2).attr("y", y(most) - 4).attr("text-anchor", "middle").text(number(most));
    }
  }
}

export function balance(figure) {
  const rows = [...figure.querySelectorAll("tr[data-from]")];
  if (!rows.length) return;
  const width = room(figure), height = 240, left = 44, foot = 24, head = 18;
  const start = day(rows[0].dataset.from), end = new Date(+day(rows.at(-1).dataset.to) + DAY);
  const pad = Math.max((end - start) * 0.03, 10 * DAY);
  const x = scaleUtc([new Date(start - pad), new Date(+end + pad)], [left, width - 4]);
  const reach = max(rows, (row) => Math.max(+row.dataset.up, -row.dataset.down, 5));
  const y = scaleLinear([-reach, reach], [height - foot, head]).nice();
  const svg = drawing(figure, width, height, `${figure.dataset.up}, ${figure.dataset.down}`);
  svg.append("g").attr("aria-hidden", "true").attr("transform", `translate(${left},0)`).call(axisLeft(y).ticks(5).tickFormat(number).tickSizeOuter(0));
  svg.append("g").attr("aria-hidden", "true").attr("transform", `translate(0,${height - foot})`)
    .call(axisBottom(x).ticks(Math.max(2, Math.floor(width / 100))).tickFormat(tick).tickSizeOuter(0));
  svg.append("line").attr("class", "lane").attr("x1", left).attr("x2", width).attr("y1", y(0)).attr("y2", y(0));
  svg.append("text").attr("x", left + 6).attr("y", head).text(`↑ ${figure.dataset.up}`);
  svg.append("text").attr("x", left + 6).attr("y", height - foot - 6).text(`↓ ${figure.dataset.down}`);
  for (const row of rows) {
    const from = x(day(row.dataset.from)), to = x(new Date(+day(row.dataset.to) + DAY));
    const wide = Math.min(34, Math.max(5, to - from - 2)), at = (from + to) / 2 - wide / 2;
    const a = linked(svg, row);
    for (const [kind, value] of [["up", +row.dataset.up], ["down", +row.dataset.down]]) {
      if (value) a.append("rect").attr("class", `bar ${kind}`).attr("x", at).attr("width", wide).attr("y", Math.min(y(value), y(0))).attr("height", Math.abs(y(value) - y(0)));
    }
  }
}
