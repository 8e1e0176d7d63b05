// Keys and clicks.
find('.controls').hidden = false;
document.documentElement.classList.add('scripted');

const activate = (target) => {
  const one = target instanceof Element ? target.closest('.node[data-id], .row[data-job]') : null;
  if (!one) {
    return false;
  }
  if (model.groups.has(one.dataset.id)) {
    openGroup(one.dataset.id);
  } else {
    const node = nodeOf(one);
    focusOn(node === place.node ? null : node);
  }
  return true;
};

pictures.forEach(({ section }) => section.addEventListener('click', (event) => activate(event.target)));

// Takes back one thing after the other.
const escape = () => {
  if (tip.isShown()) {
    tip.hide();
  } else if (search.isOn()) {
    search.clear();
    search.field.blur();
  } else if (place.node) {
    focusOn(null);
  } else if (place.group !== null) {
    openGroup(null);
  }
};

const ZOOM = { '+': 'in', '=': 'in', '-': 'out', 0: 'fit' };

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) {
    return;
  }
  const { target, key } = event;
  const picture = pictures.find(({ section }) => section.contains(target));
  if (key === 'Escape') {
    escape();
  } else if (target === search.field) {
    return;
  } else if (key === '/') {
    search.field.focus();
    search.field.select();
  } else if (ZOOM[key] && pictures.length > 0) {
    (picture ?? pictures[0]).stage.press(ZOOM[key]);
  } else if (DIRECTIONS[key] && picture?.nodes.includes(target)) {
    picture.next(target, key)?.focus();
  } else if ((key !== 'Enter' && key !== ' ') || !target.closest('.node[data-id], .row[data-job]') || !activate(target)) {
    return;
  }
  event.preventDefault();
});

window.addEventListener('popstate', () => show(placeIn(location.hash)));
show(placeIn(location.hash), false);
