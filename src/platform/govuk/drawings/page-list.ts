import { escaped } from '../markup.ts';
import type { PageLinks } from '../page-links.ts';

/**
 * The way to the other pages of a long list: what GOV.UK's macro for pagination draws, of which a test tells whether it
 * still does. The macro itself took a fifth of the time of a page. A list that is read on from a row has no numbered pages.
 */
export function drawPageList({ items, previous, next }: PageLinks, label: string): string {
  return `<nav class="govuk-pagination" aria-label="${escaped(label)}">
${previous ? arrow('prev', previous.href, `${PREVIOUS}${title('Previous')}`) : ''}
${items.length ? `<ul class="govuk-pagination__list">${items.map(item).join('')}</ul>` : ''}
${next ? arrow('next', next.href, `${title('Next')}${NEXT}`) : ''}
</nav>`;
}

const arrow = (towards: 'prev' | 'next', href: string, within: string): string =>
  `<div class="govuk-pagination__${towards}"><a class="govuk-link govuk-pagination__link" href="${escaped(href)}" rel="${towards}">${within}</a></div>`;

const title = (text: string): string =>
  `<span class="govuk-pagination__link-title">${text}<span class="govuk-visually-hidden"> page</span></span>`;

const drawing = (towards: 'prev' | 'next', path: string): string =>
  `<svg class="govuk-pagination__icon govuk-pagination__icon--${towards}" xmlns="http://www.w3.org/2000/svg" height="13" width="15" aria-hidden="true" focusable="false" viewBox="0 0 15 13"><path d="${path}"></path></svg>`;

const PREVIOUS = drawing(
  'prev',
  'm6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z',
);
const NEXT = drawing(
  'next',
  'm8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z',
);

function item(one: PageLinks['items'][number]): string {
  if ('ellipsis' in one)
    return '<li class="govuk-pagination__item govuk-pagination__item--ellipsis">&ctdot;</li>';
  const current = one.current ? ' govuk-pagination__item--current' : '';
  return `<li class="govuk-pagination__item${current}"><a class="govuk-link govuk-pagination__link" href="${escaped(one.href)}" aria-label="Page ${one.number}"${one.current ? ' aria-current="page"' : ''}>${one.number}</a></li>`;
}
