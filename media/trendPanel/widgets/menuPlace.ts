/** Pixels between the button and its menu, and between the menu and the border of the page. */
const gap = 4;

/** Puts a menu below its button, or above it where there is more room, within what is seen of the page. */
export function menuPlace(menu: HTMLElement, anchor: HTMLElement): void {
  const button = anchor.getBoundingClientRect();
  const page = { width: document.documentElement.clientWidth, height: window.innerHeight };
  menu.style.maxHeight = "";
  const below = page.height - button.bottom - 2 * gap;
  const above = button.top - 2 * gap;
  const isBelow = menu.offsetHeight <= below || below >= above;
  menu.style.maxHeight = `${Math.floor(isBelow ? below : above)}px`;
  const top = isBelow ? button.bottom + gap : button.top - gap - menu.offsetHeight;
  const left = Math.max(gap, Math.min(button.left, page.width - gap - menu.offsetWidth));
  const origin = menu.offsetParent?.getBoundingClientRect() ?? { left: 0, top: 0 };
  menu.style.left = `${Math.round(left - origin.left)}px`;
  menu.style.top = `${Math.round(top - origin.top)}px`;
}
