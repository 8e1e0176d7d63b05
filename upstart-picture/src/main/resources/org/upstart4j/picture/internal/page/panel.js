// What is known about a node, in words.
const panel = (() => {
  const box = find('#panel');

  const link = (node, text = node.name) => {
    const to = element('a', { href: fragmentOf({ group: homeOf(node), node }), class: node.kind }, text);
    to.addEventListener('click', (event) => {
      event.preventDefault();
      focusOn(node);
    });
    return to;
  };

  const list = (title, items) => (items.length === 0 ? [] : [heading(title), element('ul', {}, ...items)]);

  const sourceLines = (node) =>
    node.source.map(([file, line, text]) =>
      element('div', { class: 'source' }, element('code', { class: 'place' }, `${file}:${line}`), element('pre', {}, text)),
    );

  const findings = (node) =>
    (node.findings ?? []).map(([place, severity, message, reason, rule]) =>
      element('li', { class: severity }, element('code', {}, place), ` ${severity}: ${message} [${rule}] `, element('small', {}, reason)),
    );

  // A cause or an effect: `started` db, or the event, with what else is asked for.
  const item = ({ node, edge }, word = edge.kind) => {
    const shown = word === 'event' || word === 'emits' || word === 'condition' ? [] : [`${word} `];
    const more = edge.text ? ` ${edge.text}` : '';
    const emitters = node.kind === 'event' ? model.emits(node, 'into').map((emit) => emit.from) : [];
    const by = emitters.length === 0 ? [] : [', emitted by ', ...emitters.flatMap((one, i) => (i ? [', ', link(one)] : [link(one)]))];
    return element('li', {}, ...shown, link(node), more, ...by);
  };

  const relations = (node) => {
    const causes = model.beyond(node, 'into');
    const effects = model.beyond(node, 'outOf');
    const emitted = effects.filter(({ edge }) => edge.kind === 'emits');
    const others = effects.filter(({ edge }) => edge.kind !== 'emits');
    const emitters = causes.filter(({ edge }) => edge.kind === 'emits');
    const starters = causes.filter(({ edge, stops }) => edge.kind !== 'emits' && !stops);
    return [
      ...list('Who emits it', emitters.map((one) => item(one))),
      ...list('What starts it', starters.map((one) => item(one))),
      ...list('What stops it', causes.filter(({ stops }) => stops).map((one) => item(one))),
      ...list('What it starts', others.filter(({ stops }) => !stops).map(effect)),
      ...list('What it stops', others.filter(({ stops }) => stops).map(effect)),
      ...list('What it emits', emitted.map((one) => item(one))),
    ];
  };

  const effect = ({ node, edge }) => {
    const when = edge.kind === 'event' || edge.kind === 'condition' ? '' : `, when ${edge.kind}`;
    return element('li', {}, link(node), when, edge.text ? ` ${edge.text}` : '');
  };

  const times = (node) =>
    (timeline?.of(node) ?? []).map((row) => element('li', {}, tip.textOf(row) || row.getAttribute('aria-label')));

  const kindOf = (node) => (node.kind === 'job' && !node.known ? 'job that is missing: a condition names it' : node.kind);

  const about = (node) => [
    element('h2', {}, node.name),
    element('p', { class: 'kind' }, kindOf(node)),
    ...(node.statuses ?? []).map((status) => element('p', { class: 'status' }, status)),
    ...list('Findings', findings(node)),
    ...(node.source.length ? [heading('Source'), ...sourceLines(node)] : []),
    ...relations(node),
    ...list('Times', times(node)),
  ];

  const MOST = 200;

  const results = (query, hits) => [
    element('h2', {}, countOf(hits.length, 'hit', 'hits')),
    element('p', { class: 'kind' }, `for “${query}”`),
    element('ul', { class: 'results' }, ...hits.slice(0, MOST).map((hit) => element('li', {}, link(hit), place(hit)))),
    ...(hits.length > MOST ? [element('p', {}, `and ${hits.length - MOST} more`)] : []),
  ];

  const place = (node) => {
    const group = model.groups.get(homeOf(node));
    return group ? element('small', {}, ` ${group.name}`) : '';
  };

  const show = (content, close) => {
    box.hidden = content.length === 0;
    if (content.length > 0) {
      const button = element('button', { type: 'button', class: 'close', 'aria-label': 'Close', title: 'Close (Esc)' }, '×');
      button.addEventListener('click', close);
      box.replaceChildren(button, ...content);
      box.scrollTop = 0;
    }
  };

  return { show, about, results };
})();
