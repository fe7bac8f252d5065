// The viewer: the network's picture over the bicubic kernel's, with a divider between them.
const viewer = document.getElementById('viewer');
const stage = document.getElementById('stage');
const canvas = document.getElementById('canvas');
const cut = document.getElementById('cut');
const problem = document.getElementById('viewer-problem');
const formats = [['png', 'PNG'], ['jpg', 'JPEG'], ['webp', 'WebP'], ['tif', 'TIFF']];
const step = 60;
let size = { width: 1, height: 1 };

const zoom = () => document.querySelector('input[name=zoom]:checked').value;

// The divider is where the slider says in what is seen of the pictures, wherever they are scrolled to.
const divide = () => {
  const seen = stage.getBoundingClientRect();
  const whole = canvas.getBoundingClientRect();
  const left = Math.max(seen.left, whole.left);
  const right = Math.min(seen.left + stage.clientWidth, whole.right);
  const at = left + (right - left) * cut.value / 100 - whole.left;
  canvas.style.setProperty('--cut', 100 * at / whole.width + '%');
};

const lay = () => {
  const fit = Math.min(stage.clientWidth / size.width, stage.clientHeight / size.height, 1);
  const factor = zoom() === 'fit' ? fit : Number(zoom()) / window.devicePixelRatio;
  const old = canvas.getBoundingClientRect();
  const centre = {
    x: (stage.scrollLeft + stage.clientWidth / 2) / Math.max(1, old.width),
    y: (stage.scrollTop + stage.clientHeight / 2) / Math.max(1, old.height),
  };
  canvas.style.width = size.width * factor + 'px';
  canvas.style.height = size.height * factor + 'px';
  canvas.classList.toggle('pixels', zoom() !== 'fit');
  stage.scrollLeft = centre.x * size.width * factor - stage.clientWidth / 2;
  stage.scrollTop = centre.y * size.height * factor - stage.clientHeight / 2;
  divide();
};

const tell = sentence => {
  problem.textContent = sentence;
  problem.hidden = sentence === '';
};

// A download that is refused shows no reason, so it is asked for before.
const save = async address => {
  tell('');
  try {
    if ((await fetch(address, { method: 'HEAD' })).ok) {
      location.assign(address);
    } else {
      tell((await (await fetch(address)).json()).error);
    }
  } catch {
    tell('The program does not answer; start it again, and open the address that it prints then.');
  }
};

export const compare = image => {
  size = image.target;
  document.getElementById('viewer-name').textContent = image.name;
  document.getElementById('before').src = `images/${image.id}/bicubic.png`;
  document.getElementById('after').src = `images/${image.id}/result.png`;
  document.getElementById('viewer-save').replaceChildren(...formats.map(([extension, name]) => {
    const link = document.createElement('a');
    link.className = 'button';
    link.href = `images/${image.id}/save.${extension}`;
    link.textContent = `Save ${name}`;
    link.addEventListener('click', event => {
      event.preventDefault();
      save(link.href);
    });
    return link;
  }));
  document.querySelector('input[name=zoom][value=fit]').checked = true;
  cut.value = 50;
  tell('');
  viewer.showModal();
  lay();
};

cut.addEventListener('input', divide);
stage.addEventListener('scroll', divide);
window.addEventListener('resize', () => { if (viewer.open) lay(); });
document.getElementById('zoom').addEventListener('change', lay);
document.getElementById('viewer-close').addEventListener('click', () => viewer.close());

// A mouse drags the pictures; fingers scroll them anyway.
let held = null;
stage.addEventListener('pointerdown', event => {
  if (event.pointerType !== 'mouse' || event.button !== 0) return;
  held = { x: event.clientX + stage.scrollLeft, y: event.clientY + stage.scrollTop };
  stage.setPointerCapture(event.pointerId);
  stage.classList.add('dragged');
});
stage.addEventListener('pointermove', event => {
  if (held === null) return;
  stage.scrollTo(held.x - event.clientX, held.y - event.clientY);
});
for (const end of ['pointerup', 'pointercancel']) {
  stage.addEventListener(end, () => {
    held = null;
    stage.classList.remove('dragged');
  });
}

const arrows = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
stage.addEventListener('keydown', event => {
  const arrow = arrows[event.key];
  if (arrow === undefined) return;
  event.preventDefault();
  stage.scrollBy(step * arrow[0], step * arrow[1]);
});
