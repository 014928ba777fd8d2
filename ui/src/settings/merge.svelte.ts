/** A proposal as the officer looks at it: which spellings, under what name. */
import { SvelteSet } from 'svelte/reactivity'
import type { UnitMerge } from '../bindings/UnitMerge'
import type { UnitProposal } from '../bindings/UnitProposal'
import type { UnitSpelling } from '../bindings/UnitSpelling'

export class MergeDraft {
  name = $state('')
  private readonly proposal: UnitProposal
  private readonly left = new SvelteSet<string>()

  constructor(proposal: UnitProposal) {
    this.proposal = proposal
    this.name = proposal.name
  }

  get key(): string {
    return `${this.proposal.unit}-${this.proposal.name}`
  }
  get known(): boolean {
    return this.proposal.unit !== null
  }
  get spellings(): readonly UnitSpelling[] {
    return this.proposal.spellings
  }
  takes(text: string): boolean {
    return !this.left.has(text)
  }
  toggle(text: string): void {
    if (!this.left.delete(text)) this.left.add(text)
  }
  private get taken(): string[] {
    return this.spellings.map(({ text }) => text).filter((text) => this.takes(text))
  }
  get count(): number {
    return this.taken.length
  }
  /** A name, and two spellings that become one: of a unit that is kept already, one is enough. */
  get ready(): boolean {
    return this.name.trim() !== '' && this.count >= (this.known ? 1 : 2)
  }
  get merge(): UnitMerge {
    return { unit: this.proposal.unit, name: this.name.trim().normalize('NFC'), spellings: this.taken }
  }
  /** What is told apart: all of it, under the name as it was proposed. */
  get apart(): string[] {
    return [...new Set([this.proposal.name, ...this.spellings.map(({ text }) => text)])]
  }
}
