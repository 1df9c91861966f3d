// Adds this browser to the devices that are reminded; the page works without it.
"use strict";
(() => {
  const button = document.getElementById("push");
  const refused = document.getElementById("push-refused");
  if (!button || !("serviceWorker" in navigator) || !("PushManager" in window)) return;
  button.hidden = false;

  const bytes = (text) => {
    const plain = atob(text.replace(/-/g, "+").replace(/_/g, "/"));
    return Uint8Array.from(plain, (letter) => letter.charCodeAt(0));
  };

  button.addEventListener("click", async () => {
    refused.hidden = true;
    try {
      const worker = await navigator.serviceWorker.register(button.dataset.worker);
      const subscription = await worker.pushManager.subscribe({
        userVisibleOnly: true,
        applicationServerKey: bytes(button.dataset.key),
      });
      const token = document.querySelector("[name=csrfmiddlewaretoken]").value;
      const answer = await fetch(button.dataset.to, {
        method: "POST",
        headers: { "Content-Type": "application/json", "X-CSRFToken": token },
        body: JSON.stringify(subscription),
      });
      if (!answer.ok) throw new Error(String(answer.status));
      location.reload();
    } catch {
      refused.hidden = false;
    }
  });
})();
