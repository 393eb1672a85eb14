/** The reference of the journal version, Xiao et al. (2025). */
export const paperReferenceName = "nmi-2025";
