'use strict';
// Whatever comes from a repository, a model or a test is put in as text, never as markup.

const id = location.hash.slice(1);
const element = (name) => document.getElementById(name);

function cell(row, text) {
  row.insertCell().textContent = text;
}

async function listRuns() {
  const reply = await fetch('/api/v1/runs?limit=50');
  if (!reply.ok) return;
  const { items } = await reply.json();
  const body = document.querySelector('#runs tbody');
  body.replaceChildren();
  for (const run of items) {
    const row = body.insertRow();
    const link = document.createElement('a');
    link.href = '#' + run.id;
    link.textContent = run.id;
    row.insertCell().append(link);
    cell(row, run.instanceId);
    cell(row, run.state);
    cell(row, run.counts.samples);
    cell(row, run.counts.passed);
    cell(row, new Date(run.createdAt).toLocaleString());
  }
  element('none').hidden = items.length > 0;
}

function showCounts(counts) {
  const list = element('counts');
  list.replaceChildren();
  for (const [name, value] of Object.entries(counts)) {
    const box = document.createElement('div');
    const term = document.createElement('dt');
    const number = document.createElement('dd');
    term.textContent = name;
    number.textContent = value;
    box.append(term, number);
    list.append(box);
  }
  const judged = counts.passed + counts.failed + counts.notApplied + counts.timedOut + counts.tampered + counts.inconclusive;
  element('progress').value = counts.distinct ? judged / counts.distinct : 0;
}

async function showDiff(address) {
  const diff = await (await fetch(address)).text();
  const shown = element('diff');
  shown.replaceChildren();
  for (const line of diff.split('\n')) {
    const text = document.createElement('span');
    text.textContent = line + '\n';
    if (line.startsWith('+')) text.className = 'added';
    if (line.startsWith('-')) text.className = 'removed';
    shown.append(text);
  }
  shown.hidden = false;
}

const isOver = (state) => !['QUEUED', 'RUNNING'].includes(state);

async function showRun() {
  const reply = await fetch('/api/v1/runs/' + encodeURIComponent(id));
  const run = await reply.json();
  if (!reply.ok) {
    element('state').textContent = run.detail;
    return;
  }
  element('title').textContent = run.instanceId + ' · ' + run.id;
  element('state').textContent = run.state + (run.stopReason ? ', ' + run.stopReason : '');
  element('cancel').hidden = isOver(run.state);
  showCounts(run.counts);
  if (run.problem) {
    element('problem').textContent = run.problem.title + ': ' + run.problem.detail;
    element('problem').hidden = false;
  }
  if (run.passing && run.passing.length > 0) await showDiff(run.passing[0].diff);
}

function followRun() {
  const events = new EventSource('/api/v1/runs/' + encodeURIComponent(id) + '/events');
  for (const type of ['prepared', 'sampled', 'judged', 'retrying', 'state']) {
    events.addEventListener(type, (event) => {
      const data = JSON.parse(event.data);
      showCounts(data.counts);
      if (type === 'state') {
        element('state').textContent = data.state;
        if (isOver(data.state)) {
          events.close();
          showRun();
        }
      }
    });
  }
}

addEventListener('hashchange', () => location.reload());
if (id) {
  element('runs').hidden = true;
  element('run').hidden = false;
  element('cancel').addEventListener('click', () => fetch('/api/v1/runs/' + encodeURIComponent(id), { method: 'DELETE' }));
  showRun().then(followRun);
} else {
  listRuns();
  setInterval(listRuns, 3000);
}
