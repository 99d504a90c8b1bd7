// Shows each change at once, in place. Without this script the form and the links do the same with whole pages.
(() => {
  'use strict';
  const pause = 600;
  let latest = 0;
  let typing = 0;
  let days = daysOf();
  let shown = location.pathname + location.search;
  history.scrollRestoration = 'manual';

  function daysOf() {
    return Array.from(document.querySelectorAll('#controls input[type=date]'), day => day.value).join();
  }

  function addressOf(form) {
    const query = new URLSearchParams();
    for (const [name, value] of new FormData(form)) {
      if (value !== '') query.append(name, value);
    }
    return form.getAttribute('action') + '?' + query.toString().replaceAll('%3A', ':');
  }

  async function show(address, kind) {
    const turn = ++latest;
    clearTimeout(typing);
    document.documentElement.dataset.busy = '';
    try {
      const answer = await fetch(address, { headers: { Accept: 'text/html' } });
      const text = await answer.text();
      if (turn !== latest) return;
      const next = new DOMParser().parseFromString(text, 'text/html');
      if (!next.getElementById('main')) throw new Error('That is no page of this program.');
      if (kind === 'new') {
        history.replaceState({ top: scrollY }, '');
        history.pushState({ top: scrollY }, '', answer.url);
      }
      swap(next);
    } catch {
      if (turn === latest) location.assign(address);
    } finally {
      if (turn === latest) delete document.documentElement.dataset.busy;
    }
  }

  function swap(next) {
    const focus = document.activeElement;
    const scroll = [scrollX, scrollY];
    const panel = document.getElementById('controls')?.scrollTop ?? 0;
    const open = new Set(Array.from(document.querySelectorAll('details[id][open]'), group => group.id));
    const main = document.adoptNode(next.getElementById('main'));
    for (const group of main.querySelectorAll('details[id]')) group.open ||= open.has(group.id);
    document.getElementById('main').replaceWith(main);
    document.title = next.title;
    shown = location.pathname + location.search;
    days = daysOf();
    const controls = document.getElementById('controls');
    if (controls) controls.scrollTop = panel;
    // A link that was followed is gone: its reader goes on at the answer.
    if (focus && focus !== document.body) {
      const same = focus.id && document.getElementById(focus.id);
      (same || document.getElementById('answer'))?.focus({ preventScroll: true });
    }
    scrollTo(...scroll);
    document.getElementById('said').textContent = main.dataset.said ?? '';
  }

  document.addEventListener('change', event => {
    const form = event.target.form;
    if (form?.id !== 'controls') return;
    clearTimeout(typing);
    // A day is typed piece by piece, and each piece is a change.
    if (event.target.type === 'date') typing = setTimeout(() => show(addressOf(form), 'new'), pause);
    else show(addressOf(form), 'new');
  });

  document.addEventListener('focusout', event => {
    if (event.target.type === 'date' && event.target.form?.id === 'controls' && daysOf() !== days && document.contains(event.target)) {
      show(addressOf(event.target.form), 'new');
    }
  });

  document.addEventListener('submit', event => {
    if (event.target.id !== 'controls') return;
    event.preventDefault();
    show(addressOf(event.target), 'new');
  });

  document.addEventListener('click', event => {
    const link = event.target.closest?.('a[data-view]');
    if (!link || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    show(link.href, 'new');
  });

  addEventListener('popstate', event => {
    // A jump within the page is no other view.
    if (location.pathname + location.search === shown) return;
    show(location.href, 'old').then(() => event.state && scrollTo(0, event.state.top));
  });
})();
