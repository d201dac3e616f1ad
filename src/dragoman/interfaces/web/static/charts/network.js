// Who deals with whom: sides as nodes, drawn together by their events; colour tells cooperation from conflict.

import { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY, max, scaleSqrt } from "../vendor/d3.js";
import { drawing, room } from "./drawing.js";
import { place } from "./labels.js";

const TIES = 60;

export function network(figure) {
  const rows = [...document.querySelectorAll(`#${figure.dataset.source} tr[data-a]`)].slice(0, TIES);
  const nodes = new Map();
  const ties = rows.map((row) => {
    const { a, b, aName, bName, aBloc, bBloc, events, score } = row.dataset;
    for (const [id, name, bloc] of [[a, aName, aBloc], [b, bName, bBloc]]) {
      if (!nodes.has(id)) nodes.set(id, { id, name, bloc, events: 0 });
      nodes.get(id).events += +events;
    }
    return { source: a, target: b, events: +events, score: +score, href: row.querySelector("a").getAttribute("href"), told: row.querySelector("a").textContent };
  });
  if (!ties.length) return;
  const width = room(figure), height = Math.round(Math.min(620, Math.max(420, width * 0.6)));
  const all = [...nodes.values()];
  const radius = scaleSqrt([0, max(all, (node) => node.events)], [3, 16]);
  const wide = scaleSqrt([0, max(ties, (tie) => tie.events)], [0.5, 7]);
  forceSimulation(all)
    .force("ties", forceLink(ties).id((node) => node.id).distance(width < 500 ? 40 : 70).strength(0.35))
    .force("apart", forceManyBody().strength(width < 500 ? -90 : -190))
    .force("room", forceCollide((node) => radius(node.events) + 12))
    .force("x", forceX(width / 2).strength(0.08 * Math.min(1, height / width)))
    .force("y", forceY(height / 2).strength(0.12))
    .stop().tick(400);
  fill(all, "x", 18, width - (width < 500 ? 40 : 80));
  fill(all, "y", 18, height - 18);
  const svg = drawing(figure, width, height, figure.closest("section").querySelector("h2").textContent);
  for (const tie of ties) {
    const kind = tie.score > 0.5 ? "up" : tie.score < -0.5 ? "down" : "";
    svg.append("line").attr("class", `tie ${kind}`).attr("stroke-width", wide(tie.events))
      .attr("x1", tie.source.x).attr("y1", tie.source.y).attr("x2", tie.target.x).attr("y2", tie.target.y).append("title").text(tie.told);
  }
  const links = svg.append("g"), names = svg.append("g").attr("aria-hidden", "true"), named = [];
  for (const node of all.sort((a, b) => b.events - a.events)) {
    node.r = radius(node.events);
    const a = links.append("a").attr("href", `/actors/${encodeURIComponent(node.id)}`).attr("aria-label", node.name);
    a.append("circle").attr("class", `node bloc-${node.bloc}`).attr("cx", node.x).attr("cy", node.y).attr("r", node.r);
    a.append("title").text(node.name);
    named.push({ node, text: names.append("text").attr("class", "node-name").attr("dy", "0.35em").text(node.name).node() });
  }
  place(named, all, width, height);
}

// Stretches the drawing over the room that there is.
function fill(nodes, axis, from, to) {
  const values = nodes.map((node) => node[axis]), least = Math.min(...values), most = Math.max(...values);
  for (const node of nodes) node[axis] = from + ((node[axis] - least) / (most - least || 1)) * (to - from);
}
