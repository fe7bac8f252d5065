// Moves the dividers and the enlarged parts. Everything else stands in the page already.
for (const compare of document.querySelectorAll(".compare")) {
  const stage = compare.querySelector('.stage');
  const range = compare.querySelector('.cut input');
  const box = compare.querySelector('.box');
  const size = Number(compare.dataset.size);
  const width = Number(compare.dataset.w);
  const height = Number(compare.dataset.h);
  let x = Number(compare.dataset.x);
  let y = Number(compare.dataset.y);

  const cut = percent => {
    range.value = percent;
    stage.style.setProperty('--cut', percent + '%');
  };

  const enlarge = (left, top) => {
    const clamp = (value, most) => Math.max(0, Math.min(most, Math.round(value)));
    x = clamp(left, width - size);
    y = clamp(top, height - size);
    box.style.left = 100 * x / width + '%';
    box.style.top = 100 * y / height + '%';
    box.style.width = 100 * size / width + '%';
    box.style.height = 100 * size / height + '%';
    const percent = (part, whole) => whole === 0 ? '0%' : 100 * part / whole + '%';
    for (const crop of compare.querySelectorAll('.crop')) {
      crop.style.backgroundPosition = percent(x, width - size) + ' ' + percent(y, height - size);
    }
  };

  range.addEventListener('input', () => cut(Number(range.value)));

  // Dragging moves the divider, a tap moves the enlarged part.
  let pressed = null;
  stage.addEventListener('pointerdown', event => {
    pressed = { x: event.clientX, y: event.clientY, dragged: false };
    stage.setPointerCapture(event.pointerId);
  });
  stage.addEventListener('pointermove', event => {
    if (pressed === null) return;
    pressed.dragged ||= Math.abs(event.clientX - pressed.x) > 4;
    if (pressed.dragged) {
      const area = stage.getBoundingClientRect();
      cut(Math.max(0, Math.min(100, 100 * (event.clientX - area.left) / area.width)));
    }
  });
  stage.addEventListener('pointercancel', () => { pressed = null; });
  stage.addEventListener('pointerup', event => {
    if (pressed !== null && !pressed.dragged) {
      const area = stage.getBoundingClientRect();
      enlarge((event.clientX - area.left) * width / area.width - size / 2,
              (event.clientY - area.top) * height / area.height - size / 2);
    }
    pressed = null;
  });

  const arrows = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  stage.addEventListener('keydown', event => {
    const arrow = arrows[event.key];
    if (arrow === undefined) return;
    event.preventDefault();
    enlarge(x + 8 * arrow[0], y + 8 * arrow[1]);
  });

  for (const side of compare.querySelectorAll('fieldset')) {
    const layer = stage.querySelector('.layer.' + side.dataset.side);
    side.addEventListener('change', event => {
      layer.className = 'layer ' + side.dataset.side + ' ' + event.target.value;
    });
  }

  for (const control of compare.querySelectorAll('.cut, .sides')) control.hidden = false;
  cut(50);
  enlarge(x, y);
}
