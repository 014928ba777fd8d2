/** What the register's screen must not forget while another screen is shown. */
import { SvelteSet } from 'svelte/reactivity'
import type { DocumentForm } from '../bindings/DocumentForm'

/** Proposals answered with "Không phải", until the program is closed. */
export const refused = new SvelteSet<string>()

/** A document typed and not yet kept. */
export const work = $state({ draft: null as DocumentForm | null })
