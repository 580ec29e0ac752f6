// Every piece of text whose contrast with its ground is below what WCAG 2.2 asks at level AA (1.4.3).
const parse = (text) => {
  const found = text.match(/[\d.]+/g).map(Number);
  return text.startsWith("color(srgb") ? [...found.slice(0, 3).map((v) => v * 255), found[3] ?? 1] : [...found.slice(0, 3), found[3] ?? 1];
};
const over = ([r, g, b, a], under) => [r, g, b].map((v, i) => v * a + under[i] * (1 - a));
const ground = (element) => {
  const layers = [];
  for (let at = element; at; at = at.parentElement) layers.push(parse(getComputedStyle(at).backgroundColor));
  return layers.reverse().reduce((under, layer) => over(layer, under), [255, 255, 255]);
};
const light = (rgb) => {
  const [r, g, b] = rgb.map((v) => v / 255).map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const poor = new Set();
const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
for (let node = walk.nextNode(); node; node = walk.nextNode()) {
  const element = node.parentElement;
  if (!node.data.trim() || element.closest("script, .skip, #told") || !element.checkVisibility()) continue;
  const style = getComputedStyle(element);
  const below = ground(element);
  const ink = over(parse(element.closest("svg") ? style.fill : style.color), below);
  const [high, low] = [light(ink), light(below)].sort((a, b) => b - a);
  const size = parseFloat(style.fontSize);
  const asked = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700) ? 3 : 4.5;
  const ratio = (high + 0.05) / (low + 0.05);
  if (ratio < asked) poor.add(`${ratio.toFixed(2)} ${element.tagName}.${element.className} ${node.data.trim().slice(0, 30)}`);
}
return [...poor];
