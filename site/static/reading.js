// Remembers the ways of reading that somebody chose, from page to page. Without it they are chosen on every page.
"use strict";

const boxes = document.querySelectorAll(".reading input");

function recall() {
  for (const box of boxes) {
    try {
      box.checked = localStorage.getItem(box.id) === "on";
    } catch {
      // The reader allows nothing to be kept.
    }
  }
}

function keep(event) {
  try {
    localStorage.setItem(event.target.id, event.target.checked ? "on" : "off");
  } catch {
    // As above; it holds for this page.
  }
}

recall();
// A page that the browser shows again as it was may have missed a choice.
window.addEventListener("pageshow", recall);
boxes.forEach((box) => box.addEventListener("change", keep));
