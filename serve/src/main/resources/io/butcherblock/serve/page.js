import { compare } from './compare.js';

const MOST_NAMED = 3;
const list = document.getElementById('list');
const template = document.getElementById('row');
const drop = document.getElementById('drop');
const input = document.getElementById('files');
const problem = document.getElementById('problem');
const status = document.getElementById('status');
const rows = new Map();
let polling = false;
let wanted = false;
let largestUpload = Infinity;

const chosen = name => document.querySelector(`input[name=${name}]:checked`).value;

const tell = sentence => {
  problem.textContent = sentence;
  problem.hidden = sentence === '';
};

// The answer as JSON; a failure is shown, or given to refused if the server tells it, and null.
const ask = async (path, options, refused = tell) => {
  try {
    const response = await fetch(path, options);
    // Plain text says that this page is not, or no longer, one of the server's.
    if (!response.headers.get('Content-Type').startsWith('application/json')) {
      tell((await response.text()).trim());
      return null;
    }
    const answer = await response.json();
    if (response.ok) return answer;
    refused(answer.error);
  } catch {
    tell('The program does not answer; start it again, and open the address that it prints then.');
  }
  return null;
};

const time = seconds => {
  const whole = Math.max(1, Math.round(seconds));
  return whole < 60 ? `${whole} s left` : `${Math.floor(whole / 60)} min ${whole % 60} s left`;
};

const pixels = size => `${size.width} × ${size.height}`;

const detail = image => {
  switch (image.state) {
    case 'waiting': return image.before === 0 ? 'next' : `waiting, ${image.before} before it`;
    case 'running': return image.secondsLeft === undefined ? 'working' : `working, ${time(image.secondsLeft)}`;
    case 'failed': return image.error;
    default: return `${pixels(image.source)} became ${pixels(image.target)}. ${[image.choice, ...image.notes].join(' ')}`;
  }
};

const add = image => {
  const row = template.content.firstElementChild.cloneNode(true);
  row.querySelector('.name').textContent = image.name;
  row.querySelector('.remove').setAttribute('aria-label', `Remove ${image.name}`);
  row.querySelector('.remove').addEventListener('click', async () => {
    const next = row.nextElementSibling ?? row.previousElementSibling;
    await ask(`images/${image.id}`, { method: 'DELETE' });
    await refresh();
    // Else the next key would begin at the top of the page.
    if (!row.isConnected) (next?.querySelector('.remove') ?? input).focus();
  });
  list.append(row);
  return row;
};

const show = (row, image) => {
  if (row.dataset.state === 'done') return;
  const bar = row.querySelector('progress');
  bar.hidden = image.state !== 'running';
  bar.setAttribute('aria-label', `Progress of ${image.name}`);
  if (image.all > 0) bar.value = image.done / image.all;
  row.querySelector('.detail').textContent = detail(image);
  if (row.dataset.state === image.state) return;
  row.dataset.state = image.state;
  row.classList.toggle('failed', image.state === 'failed');
  if (image.state === 'failed') status.textContent = `${image.name}: ${image.error}`;
  if (image.state !== 'done') return;
  status.textContent = `${image.name} is enlarged.`;
  const thumbnail = row.querySelector('.thumbnail');
  thumbnail.src = `images/${image.id}/result.png`;
  thumbnail.hidden = false;
  const button = row.querySelector('.compare');
  button.hidden = false;
  button.setAttribute('aria-label', `Compare ${image.name} before and after`);
  button.addEventListener('click', () => compare(image));
  const save = row.querySelector('.save');
  save.hidden = false;
  save.href = `images/${image.id}/save.png`;
  save.setAttribute('aria-label', `Save ${image.name}, enlarged`);
};

const refresh = async () => {
  const answer = await ask('images');
  if (answer === null) return false;
  largestUpload = answer.largestUpload;
  const ids = new Set(answer.images.map(image => image.id));
  for (const [id, row] of rows) {
    if (!ids.has(id)) {
      row.remove();
      rows.delete(id);
    }
  }
  for (const image of answer.images) {
    if (!rows.has(image.id)) rows.set(image.id, add(image));
    show(rows.get(image.id), image);
  }
  const done = answer.images.filter(image => image.state === 'done').length;
  document.getElementById('pictures').hidden = answer.images.length === 0;
  document.getElementById('save-all').hidden = done < 2;
  return answer.images.some(image => image.state === 'waiting' || image.state === 'running');
};

// Asked again while it asks, it goes round once more: its answer may be older than the question.
const poll = async () => {
  wanted = true;
  if (polling) return;
  polling = true;
  while (wanted) {
    wanted = false;
    while (await refresh()) await new Promise(resolve => setTimeout(resolve, 400));
  }
  polling = false;
};

const shortened = names =>
  names.slice(0, MOST_NAMED).join(', ') + (names.length > MOST_NAMED ? ` and ${names.length - MOST_NAMED} more` : '');

// A folder that was dropped is a file, too, until it is read.
const isReadable = async file => {
  try {
    await file.slice(0, 1).arrayBuffer();
    return true;
  } catch {
    return false;
  }
};

const upload = async files => {
  tell('');
  const problems = new Map();
  const fail = (name, sentence) => {
    problems.set(sentence, [...(problems.get(sentence) ?? []), name]);
    tell([...problems].map(([text, names]) => `${shortened(names)}: ${text}`).join('\n'));
  };
  for (const file of files) {
    if (!await isReadable(file)) {
      fail(file.name, 'It is a folder, or a file that cannot be read; choose the pictures themselves.');
    } else if (file.size > largestUpload) {
      fail(file.name, `The file is larger than ${Math.floor(largestUpload / 2 ** 20)} MB, the most that is taken.`);
    } else {
      const query = new URLSearchParams({ name: file.name, model: chosen('model'), size: chosen('size') });
      await ask(`images?${query}`, { method: 'POST', body: file }, sentence => fail(file.name, sentence));
      poll();
    }
  }
};

input.addEventListener('change', async () => {
  const files = [...input.files];
  input.value = '';
  await upload(files);
});
document.getElementById('add').addEventListener('submit', event => event.preventDefault());
document.addEventListener('dragover', event => {
  event.preventDefault();
  drop.classList.add('over');
});
document.addEventListener('dragleave', event => {
  if (event.relatedTarget === null) drop.classList.remove('over');
});
document.addEventListener('drop', event => {
  event.preventDefault();
  drop.classList.remove('over');
  upload([...event.dataTransfer.files]);
});
document.addEventListener('paste', event => upload([...event.clipboardData.files]));

poll();
