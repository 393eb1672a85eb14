import { TextDocument } from "vscode-languageserver-textdocument";
import type { Position } from "vscode-languageserver-types";
import type { Place } from "../cards/place.ts";
import { modelSpelling, namesMeant } from "../density/modelNames.ts";
import { namesLeftOut, settingsFileName } from "../method/namesLeftOut.ts";
import { placeInFile, type RuleCard } from "../rules/rule.ts";
import { type CardContext, isInside } from "./cardContext.ts";

/** A place of the collection where a model is named. */
export interface ModelMention {
  /** POSIX path in the collection. */
  readonly path: string;
  readonly place: Place;
  /** As written there, with the `org/` before it. */
  readonly text: string;
  /** The `name` of the model's own card, not a base model of another. */
  readonly isDeclaration: boolean;
}

/** The model that is named at a position: by its own card or as a base model. */
export interface NamedModel {
  /** Place of the name under the cursor. */
  readonly place: Place;
  readonly text: string;
  /** `undefined`: the collection has no card of it. */
  readonly card: RuleCard | undefined;
}

/** The model named at a position of an open card. */
export function modelNamedAt(context: CardContext, position: Position): NamedModel | undefined {
  const { document, file, path } = context;
  const offset = document.offsetAt(position);
  const placed = ({ start, end }: { start: number; end: number }): Place => ({
    start: document.positionAt(start),
    end: document.positionAt(end),
  });
  for (const card of file.cards) {
    const { model, ranges } = card;
    if (model === undefined) continue;
    if (isInside(offset, ranges.name)) {
      const own = context.cardsByName().all.find(({ id }) => id === `${path}#${card.index}`);
      return { place: placed(ranges.name), text: model.name, card: own };
    }
    const index = ranges.baseModels.findIndex((range) => isInside(offset, range));
    const [range, text] = [ranges.baseModels[index], model.baseModels[index]];
    if (range !== undefined && text !== undefined) {
      return { place: placed(range), text, card: context.cardsByName().cardNamed(text) };
    }
  }
  return undefined;
}

/** Every place where a card's model is named, its own card first. */
export function mentionsOf(context: CardContext, card: RuleCard): readonly ModelMention[] {
  const cards = context.cardsByName();
  const own: ModelMention = {
    path: card.file,
    place: placeInFile(card, card.places.name),
    text: card.model.name,
    isDeclaration: true,
  };
  const children = cards.all.flatMap((other) =>
    cards.parentsOf(other).flatMap((parent, position): ModelMention[] => {
      const [place, text] = [other.places.baseModels[position], other.model.baseModels[position]];
      if (place === undefined || text === undefined || parent?.id !== card.id) return [];
      return [{ path: other.file, place: placeInFile(other, place), text, isDeclaration: false }];
    }),
  );
  return [own, ...children, ...runsOf(context, card), ...leftOut(context, card)];
}

/** Checkpoints that name the model as their training run. */
function runsOf(context: CardContext, card: RuleCard): ModelMention[] {
  return context.cardsByName().all.flatMap((other): ModelMention[] => {
    const place = other.places.checkpointOf;
    const text = other.model.checkpointOf;
    if (place === undefined || text === undefined) return [];
    if (modelSpelling(text) !== modelSpelling(card.model.name)) return [];
    return [{ path: other.file, place: placeInFile(other, place), text, isDeclaration: false }];
  });
}

/** Where `densing.yaml` leaves the model out. */
function leftOut(context: CardContext, { model: { name } }: RuleCard): ModelMention[] {
  const text = context.settingsText?.();
  if (text === undefined) return [];
  const names = context.cardsByName().all.map(({ model }) => model.name);
  const positions = TextDocument.create(settingsFileName, "yaml", 0, text);
  return namesLeftOut(text)
    .filter(({ text: word }) => namesMeant(word, names).includes(name))
    .map(({ text: word, range }) => ({
      path: settingsFileName,
      place: { start: positions.positionAt(range.start), end: positions.positionAt(range.end) },
      text: word,
      isDeclaration: false,
    }));
}
