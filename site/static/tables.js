/* Keeps the headings of tables in sight: where a table fits, they stay at the top of the window; where it is wider, it
   scrolls within the window, both ways. Without the script only the widest tables do. */
"use strict";

(() => {
  /** Say of the table in a figure whether there is room for it. */
  const measure = (figure) => {
    const scroll = figure.querySelector(":scope > .scroll");
    const fits = scroll.firstElementChild.offsetWidth <= figure.clientWidth;
    scroll.classList.toggle("fits", fits);
    scroll.classList.toggle("crowded", !fits);
  };
  const watched = new ResizeObserver((entries) => {
    new Set(entries.map(({ target }) => target.closest(".table"))).forEach(measure);
  });
  for (const scroll of document.querySelectorAll(".table:not(.layout) > .scroll")) {
    watched.observe(scroll.parentElement);
    watched.observe(scroll.firstElementChild);
  }
})();
