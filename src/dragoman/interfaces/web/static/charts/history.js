// What was said of an event, on an axis of time: a lane for each status, a mark for each saying.

import { axisBottom, scaleUtc } from "../vendor/d3.js";
import { day, drawing, room, tick } from "./drawing.js";

const DAY = 24 * 3600 * 1000;

export function history(figure) {
  const said = [...figure.querySelectorAll("li[data-said]")].filter((entry) => entry.dataset.said);
  const { first, last } = figure.dataset;
  const days = [...said.map((entry) => +day(entry.dataset.said)), ...[first, last].filter(Boolean).map((text) => +day(text))];
  const span = Math.max(...days) - Math.min(...days);
  if (said.length < 2 || !span) return;
  const lanes = [...new Map(said.map((entry) => [entry.dataset.status, entry.dataset.label]))];
  const width = room(figure), left = Math.min(120, width * 0.28), head = 20, lane = 26, foot = 24;
  const height = head + lanes.length * lane + foot;
  const pad = Math.max(span * 0.04, DAY);
  const x = scaleUtc([new Date(Math.min(...days) - pad), new Date(Math.max(...days) + pad)], [left + 8, width - 24]);
  const svg = drawing(figure, width, height, figure.closest("section").querySelector("h2").textContent);
  svg.attr("role", "img");
  if (first && last) {
    const from = x(day(first)), to = x(new Date(+day(last) + DAY));
    svg.append("rect").attr("class", "itself").attr("x", from).attr("width", Math.max(6, to - from)).attr("y", head - 4).attr("height", height - head - foot + 4);
    const middle = Math.min(width - 60, Math.max(left + 30, (from + to) / 2));
    svg.append("text").attr("x", middle).attr("y", head - 8).attr("text-anchor", "middle").text(figure.dataset.event);
  }
  lanes.forEach(([status, label], number) => {
    const y = head + (number + 0.5) * lane;
    svg.append("line").attr("class", "lane").attr("x1", left).attr("x2", width).attr("y1", y).attr("y2", y);
    svg.append("text").attr("x", left - 10).attr("y", y).attr("dy", "0.35em").attr("text-anchor", "end").text(label);
    const here = new Map();
    for (const entry of said.filter((one) => one.dataset.status === status)) {
      const same = here.get(entry.dataset.said) ?? 0;
      here.set(entry.dataset.said, same + 1);
      svg.append("circle").attr("class", `said ${status}`).attr("r", 5).attr("cx", x(day(entry.dataset.said)) + same * 7).attr("cy", y)
        .append("title").text(entry.textContent.trim().replace(/\s+/g, " "));
    }
  });
  svg.append("g").attr("transform", `translate(0,${height - foot})`)
    .call(axisBottom(x).ticks(Math.max(2, Math.floor((width - left) / 130))).tickFormat(tick).tickSizeOuter(0));
}
