// The switch between dark and light. The pictures bring rules of their own for a dark screen: all such rules are switched.
{
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const rules = [...document.styleSheets]
    .flatMap((sheet) => [...sheet.cssRules])
    .filter((rule) => rule instanceof CSSMediaRule && rule.media.mediaText.includes('prefers-color-scheme'));
  let isDark = dark.matches;

  const apply = () => {
    // only on a screen: paper is white
    rules.forEach((rule) => (rule.media.mediaText = isDark ? 'screen' : 'not all'));
    document.documentElement.dataset.theme = isDark ? 'dark' : 'light';
  };

  find('#theme').addEventListener('click', () => {
    isDark = !isDark;
    apply();
  });
  dark.addEventListener('change', () => {
    isDark = dark.matches;
    apply();
  });
  apply();
}
