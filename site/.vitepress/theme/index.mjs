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

/** Text in diagrams and dashboards is small on a phone. */
function linkPictures() {
  document.querySelectorAll('.vp-doc p > img').forEach((image) => {
    const link = Object.assign(document.createElement('a'), { href: image.currentSrc || image.src, target: '_blank', rel: 'noopener', className: 'picture no-icon' });
    image.replaceWith(link);
    link.append(image);
  });
}

export default {
  ...theme,
  enhanceApp({ router }) {
    if (typeof window !== 'undefined') {
      router.onAfterRouteChanged = () => setTimeout(async () => {
        await nextTick();
        nameButtons();
        showActiveEntry();
        linkPictures();
        document.documentElement.dataset.ready = '';
      }, 100);
    }
  },
};
