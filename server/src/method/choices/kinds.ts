import { counted } from "../../text/numbers.ts";
import { defaultKinds, type KindChoice, kindChoices } from "../../trend/collection/membership.ts";
import { kindName } from "../../wording/exclusions.ts";
import { type Choice, type ChoiceContext, type MenuEntry, papers, type Settings } from "../choice.ts";
import { someOf } from "../valueKind.ts";

/** The kinds of models that are in the trend. */
export const kinds: Choice<readonly KindChoice[], Settings<"kinds">> = {
  key: "kinds",
  reach: "editor",
  value: someOf(kindChoices),
  flag: {
    argument: "<list>",
    help: `kinds in the trend: ${kindChoices.join(", ")}, or all (default: ${defaultKinds.join(",")})`,
    commands: "all",
  },
  paper: () => defaultKinds,
  settle: (chosen) => ({ kinds: inOrder(chosen) }),
  of: (settings) => settings.kinds,
  proposals: ({ isItem }) => [
    ...(isItem ? [] : [{ text: "all", detail: "Models of every kind" }]),
    ...kindChoices.map((kind) => ({ text: kind })),
  ],
  control: {
    id: "kinds",
    label: "Kinds",
    phrase: (settings) => (areAll(settings.kinds) ? "all" : namesOf(settings.kinds).join(", ") || "none"),
    shortPhrase: (settings) => {
      const [first = "none", ...others] = namesOf(settings.kinds);
      if (areAll(settings.kinds)) return "all";
      return others.length === 0 ? first : `${first} +${others.length}`;
    },
  },
  /** Those of the paper, all, and a switch for each. */
  menu: (context) => [
    {
      select: "one",
      entries: [
        { label: namesOf(defaultKinds).join(", "), value: defaultKinds, details: [papers] },
        { label: "all", value: kindChoices },
      ],
    },
    { select: "many", entries: kindChoices.map((kind) => switchOf(kind, context)) },
  ],
};

/** The last kind stays on. */
function switchOf(kind: KindChoice, { analysis }: ChoiceContext): MenuEntry<readonly KindChoice[]> {
  const { settings, models } = analysis;
  const isChosen = settings.kinds.includes(kind);
  const others = kindChoices.filter((choice) => (choice === kind) !== settings.kinds.includes(choice));
  const isLast = others.length === 0;
  const count = models.filter(({ model: { kind: own = "base", weightBits } }) =>
    kind === "quantized" ? weightBits !== undefined : own === kind,
  ).length;
  return {
    label: kindName(kind),
    value: isLast ? settings.kinds : others,
    details: [isLast ? "at least one kind" : counted(count, "model")],
    isChosen,
  };
}

function inOrder(chosen: readonly KindChoice[]): KindChoice[] {
  return kindChoices.filter((kind) => chosen.includes(kind));
}

function namesOf(chosen: readonly KindChoice[]): string[] {
  return inOrder(chosen).map(kindName);
}

function areAll(chosen: readonly KindChoice[]): boolean {
  return inOrder(chosen).length === kindChoices.length;
}
