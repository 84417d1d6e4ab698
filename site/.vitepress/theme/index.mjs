import theme from 'vitepress/theme-without-fonts';
import { nextTick } from 'vue';
import './style.css';

/** The runbooks' part of the sidebar is longer than a window. */
function showActiveEntry() {
  const active = document.querySelector('.VPSidebar .is-active.is-link.level-2, .VPSidebar .is-active.is-link.level-1');
  active?.scrollIntoView({ block: 'center' });
}

/** Screen readers get one button for each group of the sidebar, and the text of the search button as its name. */
function nameButtons() {
  document.querySelectorAll('.VPSidebarItem > .item[role="button"]').forEach((group) => {
    group.removeAttribute('role');
    group.removeAttribute('tabindex');
  });
  document.querySelector('.DocSearch-Button')?.removeAttribute('aria-label');
}

export default {
  ...theme,
  enhanceApp({ router }) {
    if (typeof window !== 'undefined') {
      router.onAfterRouteChanged = () => setTimeout(async () => {
        await nextTick();
        nameButtons();
        showActiveEntry();
        document.documentElement.dataset.ready = '';
      }, 100);
    }
  },
};
