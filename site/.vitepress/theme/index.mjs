import theme from 'vitepress/theme-without-fonts';
import { nextTick } from 'vue';
import './style.css';

/** The runbooks' part of the sidebar is longer than a window. */
async function showActiveEntry() {
  await nextTick();
  const active = document.querySelector('.VPSidebar .is-active.is-link.level-2, .VPSidebar .is-active.is-link.level-1');
  active?.scrollIntoView({ block: 'center' });
}

export default {
  ...theme,
  enhanceApp({ router }) {
    if (typeof window !== 'undefined') {
      router.onAfterRouteChanged = () => setTimeout(showActiveEntry, 100);
    }
  },
};
