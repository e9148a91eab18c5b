/* Tables that can be sorted and taken away, and lists that can be filtered. Without this script they are as complete, only not that handy. */
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

  /** A field of a CSV file; no text begins so that a spreadsheet would run it. */
  const field = (text) => `"${text.replace(/^[=+\-@'\t]/, "'$&").replaceAll('"', '""')}"`;

  /** What stands in a cell, numbers without what only readers want. */
  function value(cell) {
    const number = cell.querySelector("data");
    if (!number) return field(cell.textContent.trim());
    return number.value + (number.textContent.endsWith("%") ? "%" : "");
  }

  /** A table as it stands, in its order, as CSV: the names of columns with their units, then the rows. */
  function csv(table) {
    const groups = [...table.tHead.rows[0].cells].slice(1);
    const units = groups.flatMap((group) => Array(group.colSpan).fill(group.querySelector(".unit")?.textContent ?? "（万元）"));
    const headings = [...table.tHead.querySelectorAll('th[scope="col"]')].map((heading, column) => {
      const unit = heading.textContent.endsWith("幅度") ? "" : units[column - 1] ?? "";
      return field(heading.textContent.trim() + unit);
    });
    const rows = [...table.tBodies[0].rows].map((row) => [...row.cells].map(value));
    return [headings, ...rows].map((row) => `${row.join(",")}\r\n`).join("");
  }

  for (const table of document.querySelectorAll("table[data-sortable]")) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = "下载这张表（CSV，Excel 可直接打开）";
    button.addEventListener("click", () => {
      const link = document.createElement("a");
      // Excel takes a file for UTF-8 only if it begins with this mark.
      link.href = URL.createObjectURL(new Blob(["\ufeff", csv(table)], { type: "text/csv" }));
      link.download = `${document.title.split(" - ")[0]}.csv`;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 1000);
    });
    const line = document.createElement("p");
    line.className = "take";
    line.append(button);
    table.closest(".scroll").after(line);
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
