"use strict";

// Shows the panel of a number as a popover: beside the number, closed by Escape or a click elsewhere, with the focus back
// where it was. Without this script, or in a browser without popovers, the links lead to the panels by themselves.
document.addEventListener("click", (event) => {
  const link = event.target.closest('a[href^="#"]');
  const modified = event.button || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey;
  if (!link || modified || !HTMLElement.prototype.showPopover) {
    return;
  }
  const target = document.getElementById(link.getAttribute("href").slice(1)); // links in pictures have no `hash`
  const from = link.closest(".panel[popover]");
  if (target?.classList.contains("panel")) {
    event.preventDefault();
    if (document.querySelector(".panel:is(:target, :has(:target))")) {
      location.replace("#panels_closed"); // which another page has led to
    }
    target.popover = "auto";
    if (!target.matches(":popover-open")) {
      // What is drawn can be no source: the panel then stands in the middle.
      target.showPopover(link instanceof HTMLElement ? { source: link } : {});
      uncover(link.getBoundingClientRect(), target.getBoundingClientRect());
      // Browsers return the focus to the page, but not from one panel to another.
      target.addEventListener("beforetoggle", () => {
        if (target.contains(document.activeElement)) {
          link.focus({ preventScroll: true });
        }
      }, { once: true });
    }
    target.focus({ preventScroll: true });
  } else if (from && link.classList.contains("close")) {
    event.preventDefault();
    from.hidePopover();
  } else {
    // On to a place in the text, which no panel may cover.
    document.querySelectorAll(".panel[popover]").forEach((panel) => panel.hidePopover());
  }
});

/** A sheet at the foot of the window covers what stands there: the number that it is about moves above it. */
function uncover(number, panel) {
  const covered = number.bottom > panel.top && number.top < panel.bottom && number.right > panel.left && number.left < panel.right;
  if (covered) {
    scrollBy(0, number.bottom - panel.top + 8);
  }
}
