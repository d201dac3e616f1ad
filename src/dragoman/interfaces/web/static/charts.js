// Draws the figures of a page from the tables and lists that stand in them; without it those are what one sees.

import { balance, months } from "./charts/bars.js";
import { history } from "./charts/history.js";
import { map } from "./charts/map.js";
import { network } from "./charts/network.js";

const DRAWN = { balance, months, history, map, network };

function draw(root) {
  for (const figure of root.querySelectorAll("figure[data-chart]:not([data-drawn])")) {
    figure.dataset.drawn = "";
    DRAWN[figure.dataset.chart](figure);
  }
}

document.addEventListener("htmx:load", (event) => draw(event.detail.elt));
draw(document);
