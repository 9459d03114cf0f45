/**
 * In a grid of text fields the arrows go up and down a column once they are at a cell's beginning or end, and Ctrl and
 * Enter together save. Tab goes along the row without this, and the button saves.
 */
export function moveInGrids() {
  for (const grid of document.querySelectorAll('[data-grid]')) grid.addEventListener('keydown', move);
}

const WAYS = { ArrowUp: -1, ArrowDown: 1 };

function move(event) {
  const cell = event.target;
  if (!(cell instanceof HTMLTextAreaElement)) return;
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) return cell.form.requestSubmit();
  const way = WAYS[event.key];
  if (!way || event.shiftKey || event.altKey || cell.selectionStart !== cell.selectionEnd) return;
  if (cell.selectionStart !== (way < 0 ? 0 : cell.value.length)) return;
  const column = [...cell.closest('tr').querySelectorAll('textarea')].indexOf(cell);
  const rows = [...event.currentTarget.querySelectorAll('tr')].filter(row => row.querySelector('textarea'));
  const next = rows[rows.indexOf(cell.closest('tr')) + way]?.querySelectorAll('textarea')[column];
  if (!next) return;
  event.preventDefault();
  next.focus();
  next.setSelectionRange(way < 0 ? next.value.length : 0, way < 0 ? next.value.length : 0);
}
