/** How a fitted line is drawn. */
export const fitStyle = { paint: "strong", width: 2 } as const;
