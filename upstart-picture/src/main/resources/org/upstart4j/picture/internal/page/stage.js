// Where a picture stands: it can be larger than the stage, which then scrolls.
class Stage {
  static #STEP = 1.25;
  static #LARGEST = 4;
  static #LEGIBLE = 0.75;
  // above and below, which count in the height that a stage has at most
  static #BORDERS = 2;

  #box;
  #svg;
  #width = 1;
  #height = 1;
  #scale = 1;
  #isFitted = true;

  constructor(section) {
    this.#box = find('.stage', section);
    const zoom = find('.zoom', section);
    zoom.hidden = false;
    zoom.addEventListener('click', (event) => this.press(event.target.dataset.zoom));
    this.#box.addEventListener('wheel', (event) => this.#wheel(event), { passive: false });
    this.#drag();
    new ResizeObserver(() => this.#isFitted && this.fit()).observe(this.#box);
    this.show(find('svg', this.#box));
  }

  get #isTimeline() {
    return this.#box.dataset.kind === 'timeline';
  }

  get svg() {
    return this.#svg;
  }

  show(svg) {
    const { width, height } = svg.viewBox.baseVal ?? { width: 1, height: 1 };
    this.#svg = svg;
    this.#width = width || 1;
    this.#height = height || 1;
    if (svg.parentNode !== this.#box) {
      this.#box.replaceChildren(svg);
    }
    this.fit();
  }

  press(what) {
    const middle = [this.#box.clientWidth / 2, this.#box.clientHeight / 2];
    if (what === 'fit') {
      this.fit();
    } else if (what) {
      this.#zoom(what === 'in' ? this.#scale * Stage.#STEP : this.#scale / Stage.#STEP, ...middle);
    }
  }

  // The whole picture at once, but never enlarged. Of a timeline only the whole time: its rows are read one by one.
  fit() {
    this.#apply(this.#whole());
    this.#isFitted = true;
  }

  #whole() {
    const most = this.#isTimeline ? NaN : parseFloat(getComputedStyle(this.#box).maxHeight) - Stage.#BORDERS;
    return Math.min(1, this.#box.clientWidth / this.#width, (most || Infinity) / this.#height);
  }

  // Brings some elements into sight, one of them into the middle, large enough to be read.
  reveal(middle, elements, isMoving) {
    const place = box([middle]);
    const around = box(elements);
    if (place && this.#isCut(place, around)) {
      const fits = Math.min(
        this.#box.clientWidth / (around.width / this.#scale + 40),
        this.#box.clientHeight / (around.height / this.#scale + 40),
      );
      this.#apply(Math.min(1, Math.max(fits, Stage.#LEGIBLE)));
      const at = box([middle]);
      const stage = this.#box.getBoundingClientRect();
      this.#box.scrollBy({
        // a row of a timeline has its name at the left
        left: this.#isTimeline ? -this.#box.scrollLeft : at.left + at.width / 2 - stage.left - stage.width / 2,
        top: at.top + at.height / 2 - stage.top - stage.height / 2,
        behavior: isMoving && !calm.matches ? 'smooth' : 'instant',
      });
    }
  }

  #isCut(place, around) {
    const stage = this.#box.getBoundingClientRect();
    const isInside =
      around.left >= stage.left && around.right <= stage.right && around.top >= stage.top && around.bottom <= stage.bottom;
    return this.#scale < Stage.#LEGIBLE || !isInside;
  }

  #apply(scale) {
    this.#scale = scale;
    this.#isFitted = false;
    this.#svg.setAttribute('width', this.#width * scale);
    this.#svg.setAttribute('height', this.#height * scale);
  }

  // Zooms so that the point of the picture at (x, y) of the stage stays there.
  #zoom(wanted, x, y) {
    const scale = Math.min(Stage.#LARGEST, Math.max(Math.min(this.#whole(), 1) / 2, wanted));
    const grown = scale / this.#scale;
    const { scrollLeft, scrollTop } = this.#box;
    this.#apply(scale);
    this.#box.scrollTo((scrollLeft + x) * grown - x, (scrollTop + y) * grown - y);
  }

  #wheel(event) {
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      const stage = this.#box.getBoundingClientRect();
      const factor = Stage.#STEP ** (-Math.sign(event.deltaY) * Math.min(1, Math.abs(event.deltaY) / 50));
      this.#zoom(this.#scale * factor, event.clientX - stage.left, event.clientY - stage.top);
    }
  }

  // A mouse drags the picture; a finger scrolls it anyway.
  #drag() {
    let last = null;
    let isMoved = false;
    this.#box.addEventListener('pointerdown', (event) => {
      last = event.pointerType === 'mouse' && event.button === 0 ? event : null;
      isMoved = false;
    });
    window.addEventListener('pointermove', (event) => {
      if (!last || (event.buttons & 1) === 0) {
        last = null;
        return;
      }
      const [x, y] = [last.clientX - event.clientX, last.clientY - event.clientY];
      if (isMoved || Math.abs(x) + Math.abs(y) > 4) {
        isMoved = true;
        this.#box.classList.add('dragged');
        this.#box.scrollBy(x, y);
        last = event;
      }
    });
    window.addEventListener('pointerup', () => {
      last = null;
      this.#box.classList.remove('dragged');
    });
    // the end of a drag is no click
    this.#box.addEventListener('click', (event) => isMoved && event.stopPropagation(), { capture: true });
  }
}

// The rectangle around elements, on the screen.
function box(elements) {
  const boxes = elements.filter(Boolean).map((one) => one.getBoundingClientRect());
  if (boxes.length === 0) {
    return null;
  }
  const left = Math.min(...boxes.map((one) => one.left));
  const top = Math.min(...boxes.map((one) => one.top));
  const right = Math.max(...boxes.map((one) => one.right));
  const bottom = Math.max(...boxes.map((one) => one.bottom));
  return { left, top, right, bottom, width: right - left, height: bottom - top };
}
