/* Tables that can be sorted and lists that can be filtered. Without this script they are as complete, only not that handy. */
"use strict";

(() => {
  /** With fewer entries a filter is no help. */
  const LONG = 12;

  const folded = (text) => text.normalize("NFKC").toLowerCase().replace(/\s+/g, "");

  /** What a row is sorted by: the number of the cell, or its words. Empty cells come last, whichever way. */
  function key(row, column) {
    const cell = row.cells[column];
    const number = cell.querySelector("data");
    if (column === 0) return cell.textContent.trim();
    return number ? Number(number.value) : null;
  }

  function sort(table, heading, column) {
    const descending = heading.getAttribute("aria-sort") !== "descending" && column > 0
      || heading.getAttribute("aria-sort") === "ascending";
    const body = table.tBodies[0];
    const rows = [...body.rows].map((row) => ({ row, key: key(row, column) }));
    rows.sort((a, b) => {
      if (a.key === null || b.key === null) return (a.key === null) - (b.key === null);
      const order = column === 0 ? a.key.localeCompare(b.key, "zh-CN", { numeric: true }) : a.key - b.key;
      return descending ? -order : order;
    });
    body.append(...rows.map(({ row }) => row));
    for (const other of table.tHead.querySelectorAll("[aria-sort]")) other.removeAttribute("aria-sort");
    table.classList.add("sorted");
    heading.setAttribute("aria-sort", descending ? "descending" : "ascending");
  }

  for (const table of document.querySelectorAll("table[data-sortable]")) {
    if (table.tBodies[0].rows.length < 2) continue;
    [...table.tHead.querySelectorAll('th[scope="col"]')].forEach((heading, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...heading.childNodes);
      button.addEventListener("click", () => sort(table, heading, column));
      heading.append(button);
    });
  }

  for (const list of document.querySelectorAll("[data-filter]")) {
    const entries = [...list.children].map((entry) => ({ entry, text: folded(entry.textContent) }));
    if (entries.length < LONG) continue;
    const label = document.createElement("label");
    label.className = "filter";
    const input = document.createElement("input");
    input.type = "search";
    label.append("筛选", input);
    const status = document.createElement("span");
    status.className = "hint";
    status.setAttribute("role", "status");
    label.append(" ", status);
    input.addEventListener("input", () => {
      const wanted = folded(input.value);
      let shown = 0;
      for (const { entry, text } of entries) {
        entry.hidden = !text.includes(wanted);
        shown += !entry.hidden;
      }
      status.textContent = wanted ? `${shown}个` : "";
    });
    list.before(label);
  }
})();
