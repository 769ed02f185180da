// @ts-check

/**
 * What a component needs to know besides its own JSON. Containers pass a changed copy down.
 *
 * @typedef {object} CardContext
 * @property {import('../people.js').People} people
 * @property {'p2p' | 'group'} chatType
 * @property {string} me open_id of the person looking
 * @property {(act: CardAct) => Promise<void>} send tells the server what was done, shows the answer
 * @property {Record<string, any>} config the card's `config`
 * @property {FormScope | null} form the form around the component
 * @property {(context: CardContext, elements: unknown) => Node[]} drawAll draws children; here, so that containers need not import the registry that imports them
 *
 * @typedef {Record<string, any>} CardElement one component's JSON
 *
 * @typedef {Omit<import('../../page-api.ts').PageClick, 'as' | 'messageId'>} CardAct
 *
 * @typedef {object} FormField
 * @property {string} name
 * @property {() => unknown} read the value as the platform reports it
 * @property {() => boolean} missing whether it is required and empty
 * @property {() => void} reset
 * @property {(text: string) => void} hint shows a line below the field; '' takes it away
 * @property {() => void} focus
 *
 * @typedef {object} FormScope
 * @property {FormField[]} fields
 */

export {};
