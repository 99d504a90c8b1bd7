(() => {
  "use strict";
  const ink = "var(--ink)";
  const muted = "var(--muted)";
  const rule = "var(--rule)";
  const patterns = `<svg class="unseen" width="0" height="0" aria-hidden="true"><defs>
    <pattern id="hatch-open" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><line x1="1" y1="0" x2="1" y2="5" style="stroke:var(--firm);stroke-width:2"/></pattern>
    <pattern id="hatch-locked" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0,0H6M0,0V6" style="stroke:var(--locked);stroke-width:2"/></pattern>
    <pattern id="hatch-contingent" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><line x1="1" y1="0" x2="1" y2="5" style="stroke:var(--contingent);stroke-width:2.5"/></pattern>
    <pattern id="hatch-deadlocked" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0,0H6M0,0V6" style="stroke:var(--deadlocked);stroke-width:2"/></pattern>
  </defs></svg>`;
  const fills = {
    firm: ["var(--firm)", "var(--firm)"],
    open: ["url(#hatch-open)", "var(--firm)"],
    locked: ["url(#hatch-locked)", "var(--locked)"],
    missing: ["transparent", ink],
    sufficient: ["var(--sufficient)", "var(--sufficient)"],
    contingent: ["url(#hatch-contingent)", "var(--contingent)"],
    deadlocked: ["url(#hatch-deadlocked)", "var(--deadlocked)"],
    insufficient: ["var(--paper)", "var(--insufficient)"],
    none: ["var(--panel)", rule],
  };

  // One mark for each kind, so that a kind has its pattern and its outline besides its colour.
  const pieces = (rows, channels) => Object.entries(fills).map(([kind, [fill, stroke]]) => Plot.rect(
    rows.filter(row => row.kind === kind),
    { ...channels, fill, stroke, strokeWidth: kind === "missing" ? 1.5 : 1, strokeDasharray: kind === "missing" ? "2 3" : undefined, title: "tip" }));

  // Fonts differ from machine to machine: what a text takes is measured, in bold, which is the widest.
  const ruler = document.createElement("canvas").getContext("2d");
  ruler.font = `700 13px ${getComputedStyle(document.body).fontFamily}`;
  const widthOf = text => Math.ceil(ruler.measureText(text).width);

  // Names left of the bars, in a column that leaves most of a phone's width to the bars.
  function named(rows, width) {
    const widest = Math.max(0, ...rows.map(row => widthOf(row.name)));
    return Math.min(widest + 14, Math.max(96, width * 0.3));
  }

  function names(rows, left, options) {
    return Plot.text(rows, {
      x: null, y: "mid", frameAnchor: "left", text: "name", textAnchor: "start", dx: -left, fill: ink, lineWidth: (left - 10) / 13, textOverflow: "ellipsis", title: "tip", ...options,
    });
  }

  function bars(data, width) {
    const step = 22;
    const rows = data.rows.map((row, i) => ({ ...row, y1: i + 0.12, y2: i + 0.88, mid: i + 0.5 }));
    const left = named(rows, width);
    const right = 18 + Math.max(...rows.map(row => widthOf(row.label)));
    const parts = rows.flatMap(row => {
      let from = 0;
      return row.parts.map(part => ({ ...row, ...part, x1: from, x2: from += part.amount })).filter(part => part.amount > 0);
    });
    const most = Math.max(1, ...parts.map(part => part.x2), ...data.thresholds.map(t => t.amount));
    const labels = spread(data.thresholds, most, width - left - right);
    return Plot.plot({
      width, height: rows.length * step + 30 + 17 * labels.lines, marginLeft: left, marginRight: right, marginTop: 12 + 17 * labels.lines, marginBottom: 18,
      x: { domain: [0, most] }, y: { domain: [rows.length, 0], axis: null },
      marks: [
        Plot.axisX({ anchor: "bottom", ticks: width < 520 ? 3 : 6, tickSize: 0, tickPadding: 4, fill: muted, color: muted }),
        Plot.gridX({ ticks: width < 520 ? 3 : 6, stroke: rule, strokeOpacity: 1 }),
        Plot.ruleX([0], { stroke: muted }),
        ...pieces(parts, { x1: "x1", x2: "x2", y1: "y1", y2: "y2" }),
        Plot.ruleX(data.thresholds, { x: "amount", y1: 0, y2: 1, stroke: ink, strokeWidth: 2, title: "tip" }),
        Plot.ruleX(data.thresholds, { x: "amount", stroke: ink, strokeWidth: 1, strokeDasharray: "1 4" }),
        labels.texts.map(t => Plot.text([t], { x: "amount", y: 0, text: "label", dy: -9 - 17 * t.line, dx: t.dx, textAnchor: t.anchor, fill: ink, fontWeight: 600, stroke: "var(--paper)", strokeWidth: 4 })),
        names(rows.filter(row => !row.total), left),
        names(rows.filter(row => row.total), left, { fontWeight: 700 }),
        Plot.text(rows.filter(row => row.total), { x: most, y: "mid", dx: 8, text: "label", textAnchor: "start", fill: ink, fontWeight: 700, title: "tip" }),
        Plot.text(rows.filter(row => !row.total), { x: most, y: "mid", dx: 8, text: "label", textAnchor: "start", fill: ink, title: "tip" }),
      ],
    });
  }

  // Labels of thresholds over each other where they would collide.
  function spread(thresholds, most, room) {
    const ends = [];
    const texts = [...thresholds].sort((a, b) => a.amount - b.amount).map(t => {
      const x = room * t.amount / most;
      const half = widthOf(t.label) / 2;
      const anchor = x + half > room + 60 ? "end" : x - half < -20 ? "start" : "middle";
      const start = anchor === "end" ? x - 2 * half : anchor === "start" ? x : x - half;
      let line = ends.findIndex(end => end + 8 <= start);
      line = line < 0 ? ends.length : line;
      ends[line] = start + 2 * half;
      return { ...t, anchor, line, dx: 0 };
    });
    return { texts, lines: Math.max(1, ends.length) };
  }

  function timeline(data, width) {
    const step = 46;
    const day = text => new Date(`${text}T00:00:00Z`);
    const rows = data.rows.map((row, i) => ({ ...row, top: i + 0.3 }));
    const spans = rows.flatMap((row, i) => row.spans.map(span => ({ ...span, row, x1: day(span.from), x2: day(span.end), y1: i + 0.42, y2: i + 0.9, mid: i + 0.66 })));
    const [first, last] = [day(data.from), day(data.end)];
    const words = (some, style) => Plot.text(some.filter(span => room(span) > widthOf(span.word) + 16), { x: "x1", y: "mid", dx: 7, text: "word", textAnchor: "start", fontWeight: 600, ...style });
    const right = 20;
    const room = span => (width - right - 18) * (span.x2 - span.x1) / (last - first);
    return Plot.plot({
      width, height: rows.length * step + 62, marginLeft: 18, marginRight: right, marginTop: 36, marginBottom: data.on ? 26 : 8,
      x: { type: "utc", domain: [first, last] }, y: { domain: [rows.length, 0], axis: null },
      marks: [
        Plot.axisX({ anchor: "top", ticks: width < 520 ? 3 : 8, tickSize: 0, fill: muted }),
        Plot.gridX({ ticks: width < 520 ? 3 : 8, stroke: rule, strokeOpacity: 1 }),
        ...pieces(spans, { x1: "x1", x2: "x2", y1: "y1", y2: "y2" }),
        words(spans.filter(span => span.kind === "sufficient"), { fill: "var(--paper)" }),
        words(spans.filter(span => span.kind !== "sufficient"), { fill: ink, stroke: "var(--paper)", strokeWidth: 5 }),
        Plot.text(rows, { frameAnchor: "left", y: "top", text: "name", textAnchor: "start", dy: -2, dx: 6, fill: ink, stroke: "var(--paper)", strokeWidth: 4, lineWidth: (width - 50) / 13, textOverflow: "ellipsis" }),
        data.on ? Plot.ruleX([day(data.on)], { stroke: ink, strokeWidth: 2, insetBottom: -6 }) : null,
        data.on ? Plot.text([day(data.on)], {
          x: d => d, frameAnchor: "bottom", dy: 18, text: () => data.onLabel, textAnchor: room({ x1: first, x2: day(data.on) }) < width / 2 ? "start" : "end", fill: ink,
        }) : null,
      ],
    });
  }

  // Two measures of the same players: a bar, and a ring.
  function pairs(data, width) {
    const step = 24;
    const rows = data.rows.map((row, i) => ({ ...row, y1: i + 0.16, y2: i + 0.84, mid: i + 0.5, kind: "firm" }));
    const left = named(rows, width);
    const right = 16 + Math.max(...rows.map(row => widthOf(row.label)));
    const most = Math.max(0.01, ...rows.map(row => Math.max(row.first, row.second ?? 0)));
    return Plot.plot({
      width, height: rows.length * step + 30, marginLeft: left, marginRight: right, marginTop: 8, marginBottom: 22,
      x: { domain: [0, most], percent: false }, y: { domain: [rows.length, 0], axis: null },
      marks: [
        Plot.axisX({ anchor: "bottom", ticks: width < 520 ? 3 : 5, tickSize: 0, tickFormat: x => `${+(100 * x).toFixed(1)} %`, fill: muted }),
        Plot.gridX({ ticks: width < 520 ? 3 : 5, stroke: rule, strokeOpacity: 1 }),
        ...pieces(rows, { x1: 0, x2: "first", y1: "y1", y2: "y2" }),
        Plot.dot(rows.filter(row => row.second != null), { x: "second", y: "mid", r: 5, fill: "var(--paper)", stroke: ink, strokeWidth: 2, title: "tip" }),
        Plot.ruleX([0], { stroke: muted }),
        names(rows, left),
        Plot.text(rows, { x: most, y: "mid", dx: 10, text: "label", textAnchor: "start", fill: ink, title: "tip" }),
      ],
    });
  }

  // Where a matter is settled badly and where well, with a line between: how much hangs on it.
  function spans(data, width) {
    const step = 40;
    const rows = data.rows.map((row, i) => ({ ...row, top: i + 0.3, mid: i + 0.68 }));
    return Plot.plot({
      width, height: rows.length * step + 40, marginLeft: 8, marginRight: 12, marginTop: 12, marginBottom: 24,
      x: { domain: [0, 1] }, y: { domain: [rows.length, 0], axis: null },
      marks: [
        Plot.axisX({ anchor: "bottom", ticks: width < 520 ? 3 : 5, tickSize: 0, tickFormat: x => `${Math.round(100 * x)} %`, fill: muted }),
        Plot.gridX({ ticks: width < 520 ? 3 : 5, stroke: rule, strokeOpacity: 1 }),
        Plot.ruleX([data.now], { stroke: ink, strokeWidth: 1.5 }),
        Plot.ruleY(rows, { x1: "badly", x2: "well", y: "mid", stroke: "var(--firm)", strokeWidth: 4, title: "tip" }),
        Plot.dot(rows, { x: "badly", y: "mid", r: 5, fill: "var(--paper)", stroke: "var(--firm)", strokeWidth: 2, title: "tip" }),
        Plot.dot(rows, { x: "well", y: "mid", r: 5.5, fill: "var(--firm)", stroke: "var(--firm)", title: "tip" }),
        Plot.text(rows, { frameAnchor: "left", y: "top", text: "name", textAnchor: "start", fill: ink, stroke: "var(--paper)", strokeWidth: 4, lineWidth: (width - 30) / 13, textOverflow: "ellipsis", title: "tip" }),
      ],
    });
  }

  // The places come laid out, in rows that keep their height; the columns spread over the width, and the picture scrolls where they do not fit.
  function graph(data, width) {
    const spare = Math.max(0, width - data.width);
    const columns = Math.max(...data.nodes.map(n => n.column));
    const nodes = data.nodes.map(n => ({ ...n, x: n.x + (columns ? spare * n.column / (columns + 1) : 0), end: widthOf(n.label) }));
    const outer = Math.max(width, data.width);
    const edges = data.edges.map(edge => {
      const [from, to] = [nodes[edge.from], nodes[edge.to]];
      const ahead = to.x > from.x;
      const [x1, x2] = [ahead ? from.x + from.end + 20 : from.x - 13, to.x - 18];
      const reach = ahead ? (x2 - x1) / 2 : -(16 + 7 * Math.min(6, Math.abs(to.y - from.y) / 26));
      return { ...edge, x2, y2: to.y, path: `M${x1},${from.y}C${x1 + reach},${from.y} ${ahead ? x2 - reach : x2 + reach},${to.y} ${x2},${to.y}` };
    });
    const lines = (_, __, ___, dimensions, context) => {
      const layer = d3.create("svg:g", context).attr("fill", "none");
      for (const edge of [...edges].sort((a, b) => a.circle - b.circle)) {
        const colour = edge.circle ? "var(--deadlocked)" : muted;
        layer.append("path").attr("d", edge.path).attr("stroke", colour).attr("stroke-width", edge.circle ? 2.5 : 1).attr("stroke-opacity", edge.circle ? 1 : 0.6);
        layer.append("path").attr("d", `M${edge.x2 + 6},${edge.y2}l-7,-3.5v7z`).attr("fill", colour);
      }
      return layer.node();
    };
    return Plot.plot({
      width: outer, height: data.height, margin: 0, axis: null, x: { domain: [0, outer] }, y: { domain: [data.height, 0] },
      marks: [
        lines,
        Plot.dot(nodes.filter(n => n.circle), { x: "x", y: "y", r: 11, fill: "none", stroke: "var(--deadlocked)", strokeWidth: 2.5 }),
        ["circle", "square", "diamond", "triangle"].map(symbol => Plot.dot(nodes.filter(n => n.symbol === symbol), {
          x: "x", y: "y", r: symbol === "circle" ? 7 : 5, symbol, fill: symbol === "circle" ? "var(--firm)" : "var(--paper)", stroke: symbol === "circle" ? "var(--firm)" : ink, strokeWidth: 1.5, title: "tip",
        })),
        Plot.text(nodes, { x: "x", y: "y", dx: 15, text: "label", textAnchor: "start", fill: ink, stroke: "var(--paper)", strokeWidth: 4, title: "tip" }),
      ],
    });
  }

  const charts = { bars, timeline, pairs, spans, graph };

  // What a mark says, under the pointer and by the arrow keys: the title of each mark, shown as a box and read aloud.
  function tips(figure, plot) {
    const tip = figure.querySelector(".tip") ?? figure.appendChild(Object.assign(document.createElement("div"), { className: "tip", role: "status" }));
    let current = -1;
    const told = () => [...plot.querySelectorAll("[data-tip]")];
    const show = mark => {
      plot.querySelectorAll(".at").forEach(other => other.classList.remove("at"));
      if (!mark) {
        tip.textContent = "";
        return;
      }
      if (mark.tagName !== "text") mark.classList.add("at");
      tip.textContent = mark.dataset.tip;
      const [box, outer] = [mark.getBoundingClientRect(), figure.getBoundingClientRect()];
      tip.style.left = `${Math.max(0, Math.min(box.left - outer.left, outer.width - tip.offsetWidth))}px`;
      tip.style.top = `${box.bottom - outer.top + 6}px`;
    };
    if (plot.dataset.ready) return;
    plot.dataset.ready = "true";
    plot.tabIndex = 0;
    plot.addEventListener("pointerover", event => show(event.target.closest("[data-tip]")));
    plot.addEventListener("pointerleave", () => show(null));
    plot.addEventListener("blur", () => { current = -1; show(null); });
    plot.addEventListener("keydown", event => {
      const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
      const marks = told().filter(mark => mark.tagName !== "text");
      if (step && marks.length) {
        event.preventDefault();
        current = (current + step + marks.length + (current < 0 && step < 0 ? 1 : 0)) % marks.length;
        marks[current].scrollIntoView({ block: "nearest", inline: "nearest" });
        show(marks[current]);
      } else if (event.key === "Escape") {
        current = -1;
        show(null);
      }
    });
  }

  function draw(figure, width) {
    const plot = figure.querySelector(".plot");
    const data = JSON.parse(figure.querySelector("script[type='application/json']").textContent);
    const svg = charts[figure.dataset.chart](data, Math.max(280, Math.floor(width)));
    svg.setAttribute("aria-hidden", "true");
    svg.querySelectorAll("[aria-label], [aria-description]").forEach(part => { part.removeAttribute("aria-label"); part.removeAttribute("aria-description"); });
    svg.querySelectorAll("title").forEach(title => { title.parentNode.dataset.tip = title.textContent; title.remove(); });
    plot.replaceChildren(svg);
    tips(figure, plot);
  }

  const observer = new ResizeObserver(entries => {
    for (const { target, contentRect } of entries) {
      if (contentRect.width > 0 && target.dataset.width !== String(Math.floor(contentRect.width))) {
        target.dataset.width = String(Math.floor(contentRect.width));
        draw(target, contentRect.width);
      }
    }
  });

  globalThis.drawCoalitionCharts = (within = document) => within.querySelectorAll("figure[data-chart]").forEach(figure => observer.observe(figure));
  document.body.insertAdjacentHTML("afterbegin", patterns);
  globalThis.drawCoalitionCharts();

  // Everything is open on paper, and afterwards as it was.
  let closed = [];
  addEventListener("beforeprint", () => {
    closed = [...document.querySelectorAll("details:not([open])")];
    closed.forEach(part => { part.open = true; });
    document.querySelectorAll("figure[data-chart]").forEach(figure => draw(figure, Math.min(680, figure.clientWidth || 680)));
  });
  addEventListener("afterprint", () => {
    closed.forEach(part => { part.open = false; });
    document.querySelectorAll("figure[data-chart]").forEach(figure => draw(figure, figure.clientWidth));
  });
})();
