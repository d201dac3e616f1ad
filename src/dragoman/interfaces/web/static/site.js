// What pages do beyond links and forms: copying a citation, closing the menu. All pages work without it.

function ready(root) {
  for (const button of root.querySelectorAll("button.copy")) button.hidden = !navigator.clipboard;
}

document.addEventListener("click", async (event) => {
  const button = event.target.closest("button.copy");
  if (button) {
    await navigator.clipboard.writeText(button.closest(".sheet").querySelector("[data-copy]").textContent.trim());
    button.textContent = button.dataset.done;
    return;
  }
  for (const menu of document.querySelectorAll("details.menu[open]")) {
    if (!menu.contains(event.target)) menu.open = false;
  }
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const menu of document.querySelectorAll("details.menu[open]")) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
});

document.addEventListener("htmx:load", (event) => ready(event.detail.elt));
ready(document);
// On a narrow window the rooms run out of sight: bring the present one to the middle of it.
const here = document.querySelector(".rooms [aria-current]"), rooms = here?.closest("ul");
if (rooms) rooms.scrollLeft += here.getBoundingClientRect().x + (here.offsetWidth - rooms.offsetWidth) / 2;
