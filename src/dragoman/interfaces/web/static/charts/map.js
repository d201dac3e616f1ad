// Places of events: a full circle where a place is known, a pale one in the middle of a state.

import { feature, geoArea, geoCentroid, geoNaturalEarth1, geoPath, max, scaleSqrt } from "../vendor/d3.js";
import { drawing, linked, room } from "./drawing.js";

const WIDTH = 720, HEIGHT = 350;

export async function map(figure) {
  const answer = await fetch(figure.dataset.shapes);
  if (!answer.ok) return;
  const shapes = await answer.json();
  const countries = feature(shapes, shapes.objects.countries).features;
  const projection = geoNaturalEarth1().fitExtent([[2, 2], [WIDTH - 2, HEIGHT - 2]], { type: "FeatureCollection", features: countries });
  const path = geoPath(projection);
  const rows = [...figure.querySelectorAll("tr[data-count]")];
  const radius = scaleSqrt([1, Math.max(2, max(rows, (row) => +row.dataset.count))], [8, 20].map((size) => size * Math.max(1, WIDTH / 2 / room(figure))));
  const svg = drawing(figure, WIDTH, HEIGHT, figure.querySelector("figcaption").textContent);
  svg.append("g").attr("aria-hidden", "true").selectAll("path").data(countries).join("path").attr("class", "land").attr("d", path);
  const spots = svg.append("g");
  for (const row of rows) {
    const { lat, lon, country, count } = row.dataset;
    const place = lat ? [+lon, +lat] : middle(countries.find((one) => one.id === country));
    const at = place && projection(place);
    if (at) linked(spots, row).append("circle").attr("class", lat ? "spot" : "spot state").attr("cx", at[0]).attr("cy", at[1]).attr("r", radius(+count));
  }
}

// The middle of a state's greatest part: Alaska and French Guiana would pull it out to sea.
function middle(country) {
  if (!country) return null;
  const { type, coordinates } = country.geometry;
  const parts = type === "Polygon" ? [coordinates] : coordinates;
  const greatest = parts.map((part) => ({ type: "Polygon", coordinates: part })).sort((a, b) => geoArea(b) - geoArea(a))[0];
  return geoCentroid(greatest);
}
