// The page of what was written on this phone: each entry with its state, and what can be done about it.
const element = (tag, textContent) => Object.assign(document.createElement(tag), { textContent });

export async function showOutbox(list, { mine, put, drop, newId, receiptOf, sendAll, really }) {
  const template = document.getElementById('outbox-entry');
  const entries = (await mine()).reverse();
  list.replaceChildren(...entries.map(entry => {
    const view = template.content.cloneNode(true);
    const part = name => view.querySelector(`[data-is=${name}]`);
    const tell = (name, text) => Object.assign(part(name), { textContent: text, hidden: !text });
    tell('name', entry.name);
    tell('receipt', entry.receipt);
    tell('apiary', entry.subject ?? entry.fields.Apiary ?? '');
    tell('state', list.dataset[entry.state]);
    tell('message', entry.message ?? '');
    const errors = entry.state === 'mend' ? entry.errors : [];
    part('errors').replaceChildren(...errors.map(error => element('li', error.sentence)));
    part('errors').hidden = !errors.length;
    part('versions').hidden = entry.state !== 'conflict';
    for (const side of ['yours', 'theirs']) {
      part(side).replaceChildren(...(entry[side] ?? []).flatMap(row => [
        element('dt', row.label), element('dd', row.text)]));
    }
    const act = (name, states, work) => {
      part(name).hidden = !states.includes(entry.state);
      part(name).addEventListener('click', work);
    };
    part('mend').href = entry.path + (entry.path.includes('mend=') ? '' : (entry.path.includes('?') ? '&' : '?') + 'mend=' + entry.id);
    act('mend', ['mend'], () => {});
    act('discard', ['mend'], () => confirm(really) && drop(entry.id));
    act('keep', ['conflict'], () => drop(entry.id));
    // The refused one stays in the register as the log of the conflict; mine goes as a new entry that has seen the other.
    act('mine', ['conflict'], async () => {
      const id = newId();
      await put({ ...entry, id, receipt: receiptOf(id), fields: { ...entry.fields, Id: id, Seen: entry.seen }, at: Date.now(), state: 'waiting', message: '' });
      await drop(entry.id);
      await sendAll();
    });
    return view;
  }));
  if (!entries.length) list.textContent = list.dataset.empty;
}
