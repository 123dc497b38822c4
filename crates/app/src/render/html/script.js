// Keys for those who read all day; the page is whole without them.
(() => {
  const points = [...document.querySelectorAll(".point > summary, .card, .singles li")];
  let at = -1;
  const go = (step) => {
    at = Math.max(0, Math.min(points.length - 1, at + step));
    const point = points[at];
    if (!point) return;
    if (!point.matches("summary")) point.tabIndex = -1;
    point.focus({ preventScroll: true });
    point.scrollIntoView({ block: "center" });
  };
  const open = (details, state) => { if (details) details.open = state ?? !details.open; };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "j") go(1);
    else if (event.key === "k") go(-1);
    else if (event.key === "o") open(points[at]?.closest("details"));
    else if (event.key === "e") {
      const all = [...document.querySelectorAll(".point")];
      const state = !all.every((details) => details.open);
      all.forEach((details) => open(details, state));
    }
  });
  // A link to a passage or a point opens what it lies in.
  const reveal = () => {
    const target = document.getElementById(location.hash.slice(1));
    for (let each = target; each; each = each.parentElement) if (each.matches("details")) each.open = true;
    target?.scrollIntoView({ block: "center" });
  };
  addEventListener("hashchange", reveal);
  addEventListener("beforeprint", () => document.querySelectorAll("details").forEach((each) => open(each, true)));
  if (location.hash) reveal();
})();
