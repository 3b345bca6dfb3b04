// Shows changes live, from the same stream that every client can read. Runs in the browser, without any other
// script.
const section = document.getElementById('live');
const list = document.getElementById('changes');
const state = document.getElementById('state');
const pause = document.getElementById('pause');
const shownMax = 40;
let lastId = null;
let isPaused = false;

pause?.addEventListener('click', () => {
  isPaused = !isPaused;
  pause.textContent = isPaused ? 'Continue' : 'Pause';
  pause.setAttribute('aria-pressed', String(isPaused));
});

function show(change) {
  if (isPaused) return;
  const line = document.createElement('li');
  const time = document.createElement('time');
  time.dateTime = change.writtenAt;
  time.textContent = new Date(change.writtenAt).toLocaleTimeString();
  const number = document.createElement('code');
  number.textContent = `${change.trackingNumber} (${change.carrier})`;
  const words = document.createElement('span');
  words.textContent = change.subStatus.replaceAll('_', ' ').replace('.', ': ');
  line.append(time, number, words);
  list.prepend(line);
  while (list.children.length > shownMax) list.lastElementChild.remove();
}

function read(message) {
  const fields = message.split('\n');
  const fieldOf = (name) => fields.find((field) => field.startsWith(`${name}: `))?.slice(name.length + 2);
  const data = fieldOf('data');
  lastId = fieldOf('id') ?? lastId;
  if (data && fieldOf('event') === undefined) show(JSON.parse(data));
}

async function ask(path, headers = {}) {
  const answer = await fetch(path, {
    headers: { authorization: `Bearer ${section.dataset.key}`, ...headers },
  });
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}.`);
  return answer;
}

// Shows the latest changes first, so that the list is not empty until something changes.
async function fill() {
  const { shipments } = await (await ask('/v1/shipments?limit=12')).json();
  for (const shipment of shipments.reverse()) show({ ...shipment, writtenAt: shipment.updatedAt });
}

async function follow() {
  const answer = await ask('/v1/stream', lastId === null ? {} : { 'last-event-id': lastId });
  state.textContent = 'Live';
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const messages = (rest + value).split('\n\n');
    rest = messages.pop();
    for (const message of messages) read(message);
  }
}

async function stayConnected() {
  for (;;) {
    try {
      if (lastId === null && list.children.length === 0) await fill();
      await follow();
    } catch {
      state.textContent = 'Not connected; retrying';
    }
    await new Promise((resolve) => setTimeout(resolve, 2000));
  }
}

if (section.dataset.key) stayConnected();
