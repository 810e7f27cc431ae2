// Only comfort: every page works without this file. Questions that an answer makes senseless are hidden at once; without
// the script they stay, say when they are asked, and the server drops what was typed there.
import { initAll } from '/static/govuk/govuk-frontend.min.js'

document.body.classList.add('js-enabled', 'govuk-frontend-supported')
initAll()

const answer = (form, key) => {
  const boxes = [...form.elements].filter(element => element.name === key)
  const ticked = boxes.filter(box => box.type !== 'radio' && box.type !== 'checkbox' || box.checked).map(box => box.value)
  const lone = boxes.length === 1 && boxes[0].type === 'checkbox' && boxes[0].value === 'true'
  return lone && ticked.length === 0 ? ['false'] : ticked
}

const holds = (form, rule) => rule.of
  ? (rule.all ? rule.of.every(part => holds(form, part)) : rule.of.some(part => holds(form, part)))
  : answer(form, rule.key).includes(rule.value) === rule.equal

const inside = (form, rule) => rule.of ? rule.of.every(part => inside(form, part)) : [...form.elements].some(element => element.name === rule.key)

for (const form of document.querySelectorAll('form')) {
  const parts = [...form.querySelectorAll('[data-hide-when]')]
    .map(part => ({ part, rule: JSON.parse(part.dataset.hideWhen) }))
    .filter(({ rule }) => inside(form, rule))
  const update = () => parts.forEach(({ part, rule }) => part.classList.toggle('pw-hidden', holds(form, rule)))
  if (parts.length > 0) {
    parts.forEach(({ part }) => part.classList.add('pw-managed'))
    form.addEventListener('change', update)
    update()
  }
}
