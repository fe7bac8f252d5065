// Headings of tables become buttons that sort. What is no number, such as a dash, stays at the end.
const number = text => {
  const start = /^[-+<]?(\d[\d,_]*(\.\d+)?(e[-+]?\d+)?|inf|nan)(?=$|[ %(x])/i.exec(text);
  if (start === null) return null;
  const digits = start[0].replace(/[,_<]/g, '').toLowerCase();
  return digits.endsWith('inf') ? (digits.startsWith('-') ? -Infinity : Infinity) : Number(digits);
};
const none = text => /^(-|nan|diverged|)$/i.test(text);

for (const table of document.querySelectorAll('table.sortable')) {
  const body = table.tBodies[0];
  const heads = [...table.tHead.rows[0].cells];
  heads.forEach((head, column) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener('click', () => {
      const down = head.getAttribute('aria-sort') === 'ascending';
      heads.forEach(other => other.removeAttribute('aria-sort'));
      head.setAttribute('aria-sort', down ? 'descending' : 'ascending');
      const rows = [...body.rows].map(row => ({ row, text: row.cells[column].textContent.trim() }));
      const numeric = rows.every(({ text }) => none(text) || number(text) !== null);
      const order = (a, b) => numeric
        ? number(a.text) - number(b.text) || 0
        : a.text.localeCompare(b.text, 'en', { numeric: true });
      rows.sort((a, b) => none(a.text) - none(b.text) || (down ? -1 : 1) * (none(a.text) ? 0 : order(a, b)));
      body.append(...rows.map(({ row }) => row));
    });
  });
}
