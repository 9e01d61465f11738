/** Tells the page that holds the widget how high it is, so that the frame can be made as high. */

/**
 * Posts `{covisa: 'height', height}` (pixels) to the parent whenever it changes. Nothing in it is
 * secret, so any parent may hear it. What is returned ends it.
 */
export function tellHeight(element: HTMLElement): () => void {
  if (window.parent === window) return () => undefined;
  const observer = new ResizeObserver(() => {
    window.parent.postMessage({ covisa: 'height', height: element.scrollHeight }, '*');
  });
  observer.observe(element);
  return () => observer.disconnect();
}
