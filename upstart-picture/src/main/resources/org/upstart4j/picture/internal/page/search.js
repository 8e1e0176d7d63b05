// Searches jobs and events, as one types.
const search = (() => {
  const field = find('#search');
  const output = find('#hits');
  let hits = [];
  let at = -1;

  const query = () => field.value.trim();
  const isOn = () => query() !== '';

  // What is called so comes first, then what begins so.
  const rank = (node, wanted) => {
    const name = node.name.toLowerCase();
    return name === wanted ? 0 : name.startsWith(wanted) ? 1 : name.includes(wanted) ? 2 : 3;
  };

  const seek = () => {
    const wanted = query().toLowerCase();
    hits = model.nodes
      .filter((node) => node.kind !== 'joint')
      .map((node) => ({ node, rank: rank(node, wanted) }))
      .filter((hit) => hit.rank < 3)
      .sort((one, other) => one.rank - other.rank)
      .map((hit) => hit.node);
    at = -1;
  };

  const mark = () => {
    pictures.forEach((picture) => picture.search(isOn() ? hits : null));
    output.value = !isOn() ? '' : at < 0 ? countOf(hits.length, 'hit', 'hits') : `${at + 1} of ${hits.length}`;
  };

  const clear = () => {
    field.value = '';
    changed();
  };

  const changed = () => {
    seek();
    // one sees the hits, not what was looked at before
    go({ node: null, group: place.group });
  };

  const next = (step) => {
    if (hits.length > 0) {
      at = (at + step + hits.length) % hits.length;
      focusOn(hits[at]);
    }
  };

  field.addEventListener('input', changed);
  field.form.addEventListener('submit', (event) => event.preventDefault());
  field.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') {
      event.preventDefault();
      next(event.shiftKey ? -1 : 1);
    }
  });

  return { field, query, isOn, hits: () => hits, mark, clear };
})();
