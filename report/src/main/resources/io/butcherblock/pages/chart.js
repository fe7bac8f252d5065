// Values of curves are read off with the pointer over a plot, or with the slider below it.
const list = text => text === '' ? [] : text.split(' ').map(Number);

for (const chart of document.querySelectorAll('.chart')) {
  const plot = chart.querySelector('.plot');
  const axes = plot.querySelector('.axes');
  const read = chart.querySelector('.read');
  const slider = read.querySelector('input');
  const said = read.querySelector('output');
  const { from, to, low, high, logarithmic, unit, xUnit } = chart.dataset;
  const digits = Number(chart.dataset.digits);
  const make = name => document.createElementNS(axes.namespaceURI, name);
  const scale = y => logarithmic === 'true' ? Math.log(y) : y;
  const across = x => 100 * (x - from) / (to - from) + '%';
  const down = y => 100 * (scale(high) - scale(y)) / (scale(high) - scale(low)) + '%';
  const number = y => y !== 0 && Math.abs(y) < 10 ** -digits ? y.toExponential(2) : y.toFixed(digits);
  const place = x => xUnit === '' ? `step ${x}` : `${Number(x.toFixed(1))} ${xUnit}`;

  const curves = [...chart.querySelectorAll('.legend li[data-x]')].map(item => {
    const mark = make('circle');
    mark.setAttribute('r', 4.5);
    mark.setAttribute('class', `mark ${item.dataset.fill}`);
    return { name: item.dataset.name, x: list(item.dataset.x), y: list(item.dataset.y), steps: list(item.dataset.steps),
      value: item.querySelector('.value'), mark };
  }).filter(curve => curve.x.length > 0);
  if (curves.length === 0) continue;
  const all = [...new Set(curves.flatMap(curve => curve.x))].sort((a, b) => a - b);
  const cursor = make('line');
  cursor.setAttribute('class', 'cursor');
  cursor.setAttribute('y1', '0');
  cursor.setAttribute('y2', '100%');
  axes.append(cursor, ...curves.map(curve => curve.mark));

  const nearest = (values, x) => values.reduce((best, each, i) => Math.abs(each - x) < Math.abs(values[best] - x) ? i : best, 0);

  const show = index => {
    const x = all[index];
    slider.value = index;
    cursor.setAttribute('x1', across(x));
    cursor.setAttribute('x2', across(x));
    const texts = curves.map(curve => {
      const i = nearest(curve.x, x);
      const elsewhere = curve.steps.length > 0 ? ` at step ${curve.steps[i]}` : curve.x[i] === x ? '' : ` at ${place(curve.x[i])}`;
      const text = `${number(curve.y[i])}${unit === '' ? '' : ' ' + unit}${elsewhere}`;
      curve.value.textContent = text;
      curve.mark.setAttribute('cx', across(curve.x[i]));
      curve.mark.setAttribute('cy', down(curve.y[i]));
      return `${curve.name} ${text}`;
    });
    said.textContent = place(x);
    slider.setAttribute('aria-valuetext', `${place(x)}: ${texts.join(', ')}`);
  };

  slider.max = all.length - 1;
  slider.addEventListener('input', () => show(Number(slider.value)));
  const point = event => {
    const area = plot.getBoundingClientRect();
    show(nearest(all, Number(from) + (to - from) * (event.clientX - area.left) / area.width));
  };
  plot.addEventListener('pointermove', point);
  plot.addEventListener('pointerdown', point);
  read.hidden = false;
  show(all.length - 1);
}
