const START = /^<!-- tabs -->$/;
const END = /^<!-- end of tabs -->$/;

/** Shows blocks between `<!-- tabs -->` and `<!-- end of tabs -->` as tabs, named by the heading before each. GitHub shows headings. */
export const tabs = {
  name: 'tabs',
  enforce: 'pre',
  transform(code, id) {
    if (!id.endsWith('.md') || !code.includes('<!-- tabs -->')) {
      return undefined;
    }
    let inside = false;
    let inBlock = false;
    let title;
    return code.split('\n').flatMap((line) => {
      if (/^```/.test(line)) {
        inBlock = !inBlock;
      } else if (inBlock) {
        return [line];
      }
      if (START.test(line) || END.test(line)) {
        inside = START.test(line);
        return inside ? ['::: code-group'] : [':::'];
      }
      const heading = inside && /^#+ (.*)$/.exec(line);
      if (heading) {
        [, title] = heading;
        return [];
      }
      if (inside && title !== undefined && /^```\w+/.test(line)) {
        const fence = `${line} [${title}]`;
        title = undefined;
        return [fence];
      }
      return inside && /^<!--/.test(line) ? [] : [line];
    }).join('\n');
  },
};
