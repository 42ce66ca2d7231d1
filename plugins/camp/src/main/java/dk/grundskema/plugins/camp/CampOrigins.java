package dk.grundskema.plugins.camp;

import dk.grundskema.domain.fidelity.AskOrigin;

/** Origins of the asks of a camp: documents and chapters, by the keys of their texts. */
final class CampOrigins {
    private static final String LOKO = "camp.source.loko";
    private static final String GUIDE = "camp.source.guide";

    /** Læringslokomotivet, the guidelines. */
    static final AskOrigin GUIDELINES = AskOrigin.source(LOKO, LOKO + ".guidelines");
    /** Læringslokomotivet, the guidelines, with a number of ours. */
    static final AskOrigin GUIDELINES_PARTLY_OURS = AskOrigin.partlyOurs(LOKO, LOKO + ".guidelines");
    /** Læringslokomotivet, the recommendations. */
    static final AskOrigin RECOMMENDATIONS = AskOrigin.source(LOKO, LOKO + ".recommendations");
    /** Læringslokomotivet, the recommendations, with a number of ours. */
    static final AskOrigin RECOMMENDATIONS_PARTLY_OURS = AskOrigin.partlyOurs(LOKO, LOKO + ".recommendations");
    /** Læringslokomotivet, the model of what works. */
    static final AskOrigin WHAT_WORKS = AskOrigin.source(LOKO, LOKO + ".what-works");
    /** Læringslokomotivet, the model of what works, with a number of ours. */
    static final AskOrigin WHAT_WORKS_PARTLY_OURS = AskOrigin.partlyOurs(LOKO, LOKO + ".what-works");
    /** The guide to school-supporting interventions, part D. */
    static final AskOrigin GUIDE_D = AskOrigin.source(GUIDE, GUIDE + ".intensive");
    /** The guide to school-supporting interventions, part D; what is counted is ours. */
    static final AskOrigin GUIDE_D_PARTLY_OURS = AskOrigin.partlyOurs(GUIDE, GUIDE + ".intensive");

    private CampOrigins() {}
}
