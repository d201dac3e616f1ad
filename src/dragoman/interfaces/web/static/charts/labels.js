// Where names of nodes stand: on that side of each where they cover least; a name that fits nowhere is left out.

const HIGH = 14, GAP = 4, COVERED = 30;

export function place(names, nodes, width, height) {
  const taken = nodes.map(({ x, y, r }) => ({ left: x - r, right: x + r, top: y - r, bottom: y + r }));
  for (const { text, node } of names) {
    const wide = text.getComputedTextLength();
    const sides = [
      [node.x + node.r + GAP, node.y - HIGH / 2],
      [node.x - node.r - GAP - wide, node.y - HIGH / 2],
      [node.x - wide / 2, node.y - node.r - GAP - HIGH],
      [node.x - wide / 2, node.y + node.r + GAP],
    ].map(([left, top]) => ({ left, right: left + wide, top, bottom: top + HIGH }));
    const inside = sides.filter((box) => box.left >= 0 && box.right <= width && box.top >= 0 && box.bottom <= height);
    const covered = (box) => taken.reduce((sum, other) => sum + shared(box, other), 0);
    const best = inside.map((box) => ({ box, covers: covered(box) })).sort((a, b) => a.covers - b.covers)[0];
    if (!best || best.covers > COVERED) {
      text.remove();
      continue;
    }
    taken.push(best.box);
    text.setAttribute("x", best.box.left);
    text.setAttribute("y", best.box.top + HIGH / 2);
  }
}

function shared(a, b) {
  const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left), high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return wide > 0 && high > 0 ? wide * high : 0;
}
