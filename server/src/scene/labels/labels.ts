import { seededRandom, shuffled } from "../../numerics/seededRandom.ts";
import { crosses, intersect, overlaps } from "../geometry.ts";
import {
  dropCost,
  type LabelCandidate,
  type LabelRequest,
  type LabelScene,
  labelCandidates,
  labelGap,
  leaderThroughLabelCost,
  leaderThroughLeaderCost,
} from "./labelCandidates.ts";

/** Where a label stands. Requests without a place are dropped. */
export type LabelPlaces = ReadonlyMap<string, LabelCandidate>;

const mostOrders = 400;
const fewestOrders = 20;
/** Orders times labels; keeps the time bounded for hundreds of labels. */
const mostPlacements = 8000;
const seed = 1;

/**
 * Places labels one after the other, each at its cheapest place among those already there, in up to
 * 400 seeded orders, and keeps the order with the smallest total. Same input, same labels.
 */
export function placeLabels(
  requests: readonly LabelRequest[],
  scene: Omit<LabelScene, "records">,
): LabelPlaces {
  const withRecords: LabelScene = { ...scene, records: requests.map(({ mark }) => mark) };
  const candidates = new Map(requests.map((request) => [request.id, labelCandidates(request, withRecords)]));
  const random = seededRandom(seed);
  const orders = Math.min(
    mostOrders,
    Math.max(fewestOrders, Math.floor(mostPlacements / Math.max(1, requests.length))),
  );
  const ids = requests.map(({ id }) => id);
  let best = placeInOrder(ids, candidates);
  for (let order = 1; order < orders; order++) {
    const attempt = placeInOrder(shuffled(ids, random), candidates);
    if (attempt.cost < best.cost) best = attempt;
  }
  return best.places;
}

interface Placement {
  readonly places: LabelPlaces;
  readonly cost: number;
}

function placeInOrder(
  ids: readonly string[],
  candidates: ReadonlyMap<string, readonly LabelCandidate[]>,
): Placement {
  const places = new Map<string, LabelCandidate>();
  const taken: LabelCandidate[] = [];
  let total = 0;
  for (const id of ids) {
    let cheapest: LabelCandidate | undefined;
    let cost = dropCost;
    for (const candidate of candidates.get(id) ?? []) {
      // Sorted by what they cost alone: no later one can be cheaper.
      if (candidate.cost >= cost) break;
      const together = candidate.cost + costBeside(taken, candidate);
      if (together < cost) [cheapest, cost] = [candidate, together];
    }
    total += cost;
    if (cheapest === undefined) continue;
    places.set(id, cheapest);
    taken.push(cheapest);
  }
  return { places, cost: total };
}

function costBeside(taken: readonly LabelCandidate[], candidate: LabelCandidate): number {
  let cost = 0;
  for (const other of taken) {
    if (overlaps(other.box, candidate.box, labelGap)) return Number.POSITIVE_INFINITY;
    if (other.leader && crosses(other.leader, candidate.box)) cost += leaderThroughLabelCost;
    if (candidate.leader && crosses(candidate.leader, other.box)) cost += leaderThroughLabelCost;
    if (candidate.leader && other.leader && intersect(candidate.leader, other.leader))
      cost += leaderThroughLeaderCost;
  }
  return cost;
}
