import { assumptions } from "../../method/assumptions.ts";
import { recordKeys } from "../../scene/legendKeys.ts";
import { displayName } from "../../text/displayName.ts";
import type { CollectionAnalysis } from "../../trend/collection/analyseCollection.ts";
import type { SizePoint } from "../../trend/questions/sizePoint.ts";
import { modelsInWords, sizesFindings } from "../../trend/questions/sizesFindings.ts";
import { denominatorNames } from "../../wording/choiceNames.ts";
import { emptyWording } from "../../wording/empty.ts";
import { extrapolationSentence } from "../../wording/flags.ts";
import { sizesWording } from "../../wording/sizes.ts";
import { sourceLine } from "../../wording/source.ts";
import type { EmptyFigure } from "../emptyFigure.ts";
import { assignFamilies, type FigureFamily } from "../families.ts";
import type { FigureWords } from "../figureWords.ts";
import { familyMembers, type Member, membersInDateOrder } from "../members.ts";

/** One member of the trend by its sizes, as it is drawn; the card's own spelling of its name is in the analysis. */
export interface DrawnSizePoint extends SizePoint {
  readonly family: FigureFamily;
}

/** Effective against actual parameters. */
export interface SizesFigure extends FigureWords {
  readonly kind: "sizes";
  /** In date order. */
  readonly points: readonly DrawnSizePoint[];
  /** Models that the words name; the figure names them too. */
  readonly namedIds: readonly string[];
  /** What the actual size counts: "non-embedding". */
  readonly sizeName: string;
}

/** The models of the trend by their sizes. */
export function sizesFigure(analysis: CollectionAnalysis): SizesFigure | EmptyFigure {
  const { settings } = analysis;
  const strip = assumptions(analysis);
  const source = sourceLine(settings.reference);
  const members = membersInDateOrder(analysis);
  const families = assignFamilies(familyMembers(members));
  const points = members.flatMap((member) =>
    sizePoint(member, families.familyOf(member.analysed.model.family)),
  );
  const [first, ...others] = points;
  if (first === undefined)
    return { kind: "empty", wording: emptyWording(analysis), assumptions: strip, notes: [source] };
  const findings = sizesFindings([first, ...others]);
  const extrapolation = extrapolationSentence(analysis);
  return {
    kind: "sizes",
    wording: sizesWording(findings),
    keys: recordKeys,
    families: families.legend,
    assumptions: strip,
    notes: extrapolation === undefined ? [source] : [extrapolation, source],
    points,
    namedIds: modelsInWords(findings).map(({ id }) => id),
    sizeName: denominatorNames[settings.denominator],
  };
}

function sizePoint({ analysed, releaseDate, density }: Member, family: FigureFamily): DrawnSizePoint[] {
  const { basisScore, result } = analysed.density;
  if (result.kind !== "density") return [];
  return [
    {
      id: analysed.id,
      name: displayName(analysed.model.name),
      family,
      releaseDate,
      score: basisScore.kind === "single" || basisScore.kind === "mean" ? basisScore.percent : undefined,
      actualParameters: result.actualParameters,
      effectiveParameters: result.effectiveParameters,
      density,
      isRecord: analysed.isRecord,
    },
  ];
}
