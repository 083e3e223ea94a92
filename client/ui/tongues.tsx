/** Marks parts of a text with their language, so that a screen reader pronounces each correctly. */
import { language } from '../state/language.ts';

/** Chinese characters with the punctuation between them. */
const CHINESE = /(\p{Script=Han}[\p{Script=Han}\u3000-\u303f\uff00-\uffef]*)/u;

export function Tongues({ text }: { text: string }) {
  return (
    <>
      {text.split(CHINESE).map((part, index) => {
        const own = index % 2 === 1 ? 'zh' : /\p{Script=Latin}/u.test(part) ? 'en' : language.value;
        return own === language.value ? (
          part
        ) : (
          <span key={index} lang={own}>
            {part}
          </span>
        );
      })}
    </>
  );
}
