// The pictures: which elements show a node, and what happens to them.
class Picture {
  constructor(section) {
    this.section = section;
    this.stage = new Stage(section);
    this.#read();
    section.addEventListener('focusin', (event) => this.#moveTabStop(event.target));
    section.addEventListener('pointerover', (event) => this.#pair(event.target));
    section.addEventListener('focusin', (event) => this.#pair(event.target));
  }

  show(svg) {
    this.stage.show(svg);
    this.#read();
  }

  #read() {
    const { svg } = this.stage;
    tip.collect(svg);
    // an image has no buttons in it
    svg.setAttribute('role', 'group');
    // those of a legend stand for nothing
    this.nodes = findAll('.node[data-id], .row[data-job]', svg);
    this.lines = findAll('.edge[data-from], .cause[data-from]', svg);
    this.lines.forEach(widen);
    // one stop for the Tab key a picture: arrows lead further
    this.nodes.forEach((node, index) => node.setAttribute('tabindex', index === 0 ? '0' : '-1'));
  }

  // The elements of a node: in a timeline a job has a row for each instance.
  of(node) {
    return this.nodes.filter((one) => shows(one, node));
  }

  // Fades everything but what belongs to a node.
  focus(node) {
    const { svg } = this.stage;
    const near = node ? model.near(node) : null;
    svg.classList.toggle('focusing', node !== null);
    for (const one of this.nodes) {
      one.classList.toggle('focused', near !== null && shows(one, node));
      one.classList.toggle('near', near !== null && near.ids.has(idOf(one)));
      if (one.matches('.job, .event, .row')) {
        one.setAttribute('aria-pressed', String(near !== null && shows(one, node)));
      }
    }
    for (const line of this.lines) {
      const isNear = near !== null && this.#isNear(line, near, node);
      line.classList.toggle('near', isNear);
      if (isNear) {
        // on top of the others, and still below the nodes
        this.lines.findLast((one) => one.parentNode === line.parentNode).after(line);
      }
    }
  }

  #isNear(line, near, node) {
    const { from, to } = line.dataset;
    if (line.matches('.edge')) {
      return near.edges.has(edgeKey(from, to));
    }
    return this.of(node).some((row) => row.dataset.row === from || row.dataset.row === to);
  }

  // Marks what is found; of a group whether something in it is.
  search(hits) {
    const found = new Set(hits?.flatMap((hit) => [hit.id || hit.name, homeOf(hit)]));
    this.stage.svg.classList.toggle('searching', hits !== null);
    for (const one of this.nodes) {
      one.classList.toggle('hit', found.has(idOf(one)));
    }
  }

  // The same job in another picture.
  #pair(target) {
    const over = nodeOf(target);
    for (const picture of pictures) {
      picture.nodes.forEach((one) => one.classList.toggle('same', over !== null && shows(one, over)));
    }
  }

  #moveTabStop(target) {
    if (this.nodes.includes(target)) {
      this.nodes.forEach((node) => node.setAttribute('tabindex', node === target ? '0' : '-1'));
    }
  }

  // Where an arrow key leads: along a line if one goes there, or else to what is next on the screen.
  next(element, key) {
    const joined = this.lines.flatMap(({ dataset: { from, to } }) => {
      const ends = this.nodes.filter((one) => [one.dataset.id, one.dataset.row].some((id) => id === from || id === to));
      return ends.includes(element) ? ends.filter((end) => end !== element) : [];
    });
    return nearest(element, joined, key, 1) ?? nearest(element, this.nodes, key, 3);
  }
}

const DIRECTIONS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

// The nearest of some elements in the direction of a key; what is off to the side counts as further away.
function nearest(from, elements, key, aside) {
  const [x, y] = DIRECTIONS[key];
  const centre = (one) => {
    const { left, top, width, height } = one.getBoundingClientRect();
    return [left + width / 2, top + height / 2];
  };
  const [fromX, fromY] = centre(from);
  let best = null;
  let least = Infinity;
  for (const one of elements) {
    const [toX, toY] = centre(one);
    const along = (toX - fromX) * x + (toY - fromY) * y;
    const across = Math.abs((toX - fromX) * y) + Math.abs((toY - fromY) * x);
    if (one !== from && along > 1 && along + aside * across < least) {
      least = along + aside * across;
      best = one;
    }
  }
  return best;
}

// A line is too thin for a pointer.
function widen(line) {
  for (const path of findAll('path', line)) {
    const wide = path.cloneNode();
    wide.setAttribute('class', 'wide');
    ['marker-start', 'marker-mid', 'marker-end'].forEach((name) => wide.removeAttribute(name));
    line.append(wide);
  }
}

// What an element stands for: a job, an event, or null.
function nodeOf(target) {
  const one = target instanceof Element ? target.closest('.node[data-id], .row[data-job]') : null;
  if (!one) {
    return null;
  }
  return one.matches('.row') ? model.byJob.get(one.dataset.job) ?? null : model.byId.get(one.dataset.id) ?? null;
}

function shows(one, node) {
  return one.matches('.row') ? node.kind === 'job' && one.dataset.job === node.name : node.id !== '' && one.dataset.id === node.id;
}

function idOf(one) {
  const job = one.matches('.row') ? model.byJob.get(one.dataset.job) : null;
  return job ? job.id || job.name : one.dataset.id;
}

const pictures = findAll('.picture').map((section) => new Picture(section));
const graph = pictures.find((picture) => picture.section.id === 'graph');
const timeline = pictures.find((picture) => picture.section.id === 'timeline');
timeline?.nodes.forEach((row) => model.addJob(row.dataset.job));
