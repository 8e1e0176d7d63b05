// The jobs, events and joints, and what leads to what.
const model = (() => {
  const data = JSON.parse(find('#data').textContent);
  const nodes = data.nodes.map((node) => ({
    ...node,
    source: node.source.map((number) => data.sources[number]),
    into: [],
    outOf: [],
  }));
  const byId = new Map(nodes.map((node) => [node.id, node]));
  // names are what somebody chose: a Map has no __proto__ to stumble over
  const byJob = new Map(nodes.filter((node) => node.kind === 'job').map((node) => [node.name, node]));
  for (const line of data.edges) {
    const edge = { ...line, from: nodes[line.from], to: nodes[line.to] };
    edge.from.outOf.push(edge);
    edge.to.into.push(edge);
  }
  const groups = new Map(data.groups.map((group) => [group.id, group]));
  const groupOfJob = new Map(data.groups.flatMap((group) => group.jobs.map((job) => [job, group.id])));

  // A job that only the timeline knows.
  const addJob = (name) => {
    if (!byJob.has(name)) {
      const node = { id: '', kind: 'job', name, known: true, statuses: [], findings: [] };
      Object.assign(node, { source: [], into: [], outOf: [] });
      byJob.set(name, node);
      nodes.push(node);
    }
  };

  // What a node leads to ('outOf') or comes from ('into'): jobs and events; joints are only passed. Each comes with
  // the edge that leaves the cause, which says what has to happen there; visit() sees all nodes and edges on the way.
  const beyond = (node, side, visit = () => {}) => {
    const found = [];
    const passed = new Set([node]);
    const open = node[side].map((edge) => ({ edge, first: edge }));
    for (let step = open.shift(); step; step = open.shift()) {
      const { edge, first } = step;
      const next = side === 'into' ? edge.from : edge.to;
      visit(next, edge);
      if (next.kind !== 'joint') {
        found.push({ node: next, edge: side === 'into' ? edge : first, stops: edge.stops || first.stops });
      } else if (!passed.has(next)) {
        passed.add(next);
        open.push(...next[side].map((further) => ({ edge: further, first })));
      }
    }
    return found;
  };

  // The ids of a node, its neighbours, and the joints between them; and their edges, each as both ids.
  const near = (node) => {
    const ids = new Set([node.id]);
    const edges = new Set();
    const visit = (next, edge) => {
      ids.add(next.id);
      edges.add(edgeKey(edge.from.id, edge.to.id));
    };
    const causes = beyond(node, 'into', visit);
    beyond(node, 'outOf', visit);
    // an event alone says little: who emits it belongs to it
    causes.flatMap((cause) => emits(cause.node, 'into')).forEach((edge) => visit(edge.from, edge));
    return { ids, edges };
  };

  const emits = (node, side) => node[side].filter((edge) => edge.kind === 'emits');

  return { nodes, byId, byJob, groups, groupOfJob, sources: data.sources, addJob, beyond, emits, near };
})();

function edgeKey(from, to) {
  return JSON.stringify([from, to]);
}
