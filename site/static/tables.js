/* Keeps the headings of tables in sight: where a table fits, they stay at the top of the window; where it is wider, it
   scrolls within the window, both ways. Without the script all long lists and the widest tables do. */
"use strict";

for (const scroll of document.querySelectorAll(".table:not(.layout) > .scroll, .start .scroll")) {
  const table = scroll.firstElementChild;
  const room = scroll.parentElement;
  const watched = new ResizeObserver(() => {
    const fits = table.offsetWidth <= room.clientWidth;
    scroll.classList.toggle("fits", fits);
    scroll.classList.toggle("crowded", !fits);
  });
  watched.observe(room);
  watched.observe(table);
}
