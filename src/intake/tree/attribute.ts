/** An attribute: never changed, only replaced, so that copies of an element share it. */
export class Attribute {
  readonly name: string;
  readonly value: string;

  constructor(name: string, value: string) {
    this.name = name;
    this.value = value;
  }

  cloneNode(): this {
    return this;
  }
}

/** As much of a style as tells whether an element is seen. */
export interface Style {
  readonly display: string;
  readonly visibility: string;
}

export const unstyled: Style = { display: '', visibility: '' };

/** What the value of a style attribute says. */
export const styleIn = (written: string): Style => {
  const style = { ...unstyled };
  for (const rule of written.split(';')) {
    const [name = '', ...value] = rule.split(':');
    const key = name.trim();
    if ((key === 'display' || key === 'visibility') && value.length > 0) style[key] = value.join(':').trim();
  }
  return style;
};
