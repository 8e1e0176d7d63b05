// The tooltip. It says what the <title> of an element says, at once, and for the keyboard too.
const tip = (() => {
  const box = find('#tip');
  const texts = new WeakMap();
  let shownFor = null;

  // Takes the titles away, which a browser would show as a second tooltip.
  const collect = (svg) => {
    for (const title of findAll('title', svg)) {
      if (title.parentNode !== svg) {
        texts.set(title.parentNode, title.textContent);
      }
      title.remove();
    }
  };

  const textOf = (target) => texts.get(target) ?? '';

  const show = (target, x, y) => {
    box.textContent = textOf(target);
    box.hidden = box.textContent === '';
    shownFor = target;
    const { innerWidth: width, innerHeight: height } = window;
    const { offsetWidth, offsetHeight } = box;
    box.style.left = `${Math.max(4, Math.min(x + 12, width - offsetWidth - 4))}px`;
    // below the place; above it where there is no room
    box.style.top = `${y + 20 + offsetHeight > height ? Math.max(4, y - offsetHeight - 8) : y + 20}px`;
  };

  const hide = () => {
    box.hidden = true;
    shownFor = null;
  };

  const TARGETS = '.node, .edge, .row, .cause';
  const targetOf = (event) => (event.target instanceof Element ? event.target.closest(TARGETS) : null);

  document.addEventListener('pointermove', (event) => {
    const target = targetOf(event);
    if (target && event.pointerType !== 'touch') {
      show(target, event.clientX, event.clientY);
    } else if (shownFor && shownFor !== document.activeElement) {
      hide();
    }
  });
  document.addEventListener('focusin', (event) => {
    const target = targetOf(event);
    // a click has the pointer there already
    if (target?.matches(':focus-visible')) {
      const { left, bottom } = target.getBoundingClientRect();
      target.setAttribute('aria-describedby', 'tip');
      show(target, left, bottom - 12);
    }
  });
  document.addEventListener('focusout', hide);
  document.addEventListener('scroll', hide, { capture: true, passive: true });

  return { collect, textOf, hide, isShown: () => !box.hidden };
})();
