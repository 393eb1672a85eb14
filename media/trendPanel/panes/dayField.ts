import { epochDayOfIso } from "../../../server/src/density/calendar.ts";
import { element } from "../widgets/dom.ts";

/** Later days are another century's business. */
const lastDay = "2100-12-31";

/** A field for a day as cards and `densing.yaml` write one; a browser's own would write it as its country does. */
export function dayField(): HTMLInputElement {
  const field = element("input", {
    className: "day-field",
    attributes: { type: "text", placeholder: "YYYY-MM-DD", maxlength: "10", spellcheck: "false" },
  });
  // What was wrong is no longer said of what is being typed.
  field.addEventListener("input", () => field.setCustomValidity(""));
  return field;
}

/** The day, in days since 1970-01-01; `undefined` for nothing, and for what is no day, which the field says. */
export function dayIn(field: HTMLInputElement): number | undefined {
  const text = field.value.trim();
  const epochDay = epochDayOfIso(text);
  field.setCustomValidity(text === "" ? "" : mistakeIn(text, epochDay));
  return field.reportValidity() ? epochDay : undefined;
}

function mistakeIn(text: string, epochDay: number | undefined): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return "Write the day as 2025-12-31.";
  if (epochDay === undefined) return `There is no day ${text}.`;
  return text > lastDay ? `Write a day until ${lastDay}.` : "";
}
