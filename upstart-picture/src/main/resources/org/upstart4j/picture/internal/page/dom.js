// Small tools for elements. What others have written only ever becomes text.
const find = (selector, root = document) => root.querySelector(selector);
const findAll = (selector, root = document) => [...root.querySelectorAll(selector)];

const element = (tag, attributes, ...children) => {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    made.setAttribute(name, value);
  }
  made.append(...children);
  return made;
};

const heading = (text) => element('h3', {}, text);

const countOf = (count, one, many) => `${count} ${count === 1 ? one : many}`;

const calm = matchMedia('(prefers-reduced-motion: reduce)');
