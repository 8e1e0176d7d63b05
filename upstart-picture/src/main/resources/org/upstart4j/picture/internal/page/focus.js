// What the page is about at the moment: a group, and a node. The address says it too, so that a link can be shared.
const place = { group: null, node: null };

const templates = new Map(findAll('template[data-view]').map((one) => [one.dataset.view, one]));
const overview = graph?.stage.svg;

// The group in whose picture an event or a joint is; of a job its group is known.
const groupOfId = new Map();
for (const [group, { content }] of templates) {
  for (const one of findAll('.node', content)) {
    groupOfId.set(one.dataset.id, groupOfId.get(one.dataset.id) ?? group);
  }
}

function homeOf(node) {
  return (node.kind === 'job' ? model.groupOfJob.get(node.name) : groupOfId.get(node.id)) ?? null;
}

function fragmentOf({ group, node }) {
  const words = new URLSearchParams();
  if (node) {
    words.set(node.kind === 'job' ? 'job' : 'node', node.kind === 'job' ? node.name : node.id);
  } else if (group) {
    words.set('group', group);
  }
  return `#${words}`;
}

function placeIn(fragment) {
  const words = new URLSearchParams(fragment.slice(1));
  const node = model.byJob.get(words.get('job')) ?? model.byId.get(words.get('node')) ?? null;
  const group = words.get('group');
  return { node, group: node ? homeOf(node) : model.groups.has(group) ? group : null };
}

function focusOn(node) {
  go({ node, group: node ? homeOf(node) ?? place.group : place.group });
}

function openGroup(group) {
  go({ node: null, group });
}

function go(next) {
  if (fragmentOf(next) !== fragmentOf(place)) {
    history.pushState(null, '', fragmentOf(next));
  }
  show(next);
}

function show(next, isMoving = true) {
  const isOtherGroup = next.group !== place.group;
  Object.assign(place, next);
  tip.hide();
  if (isOtherGroup) {
    openView();
  }
  pictures.forEach((picture) => picture.focus(place.node));
  search.mark();
  showDetails();
  if (place.node) {
    if (narrow.matches && graph) {
      // the details cover the lower half
      graph.section.scrollIntoView();
    }
    for (const picture of pictures) {
      picture.stage.reveal(picture.of(place.node)[0], findAll('.near, .focused', picture.stage.svg), isMoving);
    }
  } else if (isOtherGroup) {
    graph.stage.fit();
  }
}

// A picture that was opened is kept: it is the same element when it is opened again.
const opened = new Map();

function openView() {
  const { group } = place;
  if (group !== null && !opened.has(group)) {
    opened.set(group, find('svg', document.importNode(templates.get(group).content, true)));
  }
  graph.show(group === null ? overview : opened.get(group));
  const where = find('.where', graph.section);
  where.hidden = group === null;
  const back = element('button', { type: 'button' }, '← All groups');
  back.addEventListener('click', () => openGroup(null));
  where.replaceChildren(back, element('b', {}, model.groups.get(group)?.name ?? ''));
}

// As in the style sheet.
const narrow = matchMedia('(max-width: 700px)');

function showDetails() {
  if (place.node) {
    panel.show(panel.about(place.node), () => focusOn(null));
  } else if (search.isOn()) {
    panel.show(panel.results(search.query(), search.hits()), () => search.clear());
  } else {
    panel.show([], () => {});
  }
}
