package dk.grundskema.plugins.camp;

import dk.grundskema.domain.fidelity.Origin;

/** Who asks for what of a camp: the documents and their chapters, by the keys of their texts. */
final class CampSources {
    private static final String LOKO = "camp.source.loko";
    private static final String GUIDE = "camp.source.guide";

    /** Læringslokomotivet, the guidelines. */
    static final Origin GUIDELINES = Origin.source(LOKO, LOKO + ".guidelines");
    /** Læringslokomotivet, the guidelines, but the number is ours. */
    static final Origin GUIDELINES_WITH_OUR_NUMBER = Origin.numberOurs(LOKO, LOKO + ".guidelines");
    /** Læringslokomotivet, the recommendations. */
    static final Origin RECOMMENDATIONS = Origin.source(LOKO, LOKO + ".recommendations");
    /** Læringslokomotivet, the recommendations, but the number is ours. */
    static final Origin RECOMMENDATIONS_WITH_OUR_NUMBER = Origin.numberOurs(LOKO, LOKO + ".recommendations");
    /** Læringslokomotivet, the model of what works. */
    static final Origin WHAT_WORKS = Origin.source(LOKO, LOKO + ".what-works");
    /** Læringslokomotivet, the model of what works, but the number is ours. */
    static final Origin WHAT_WORKS_WITH_OUR_NUMBER = Origin.numberOurs(LOKO, LOKO + ".what-works");
    /** The guide to school-supporting interventions, part D. */
    static final Origin GUIDE_D = Origin.source(GUIDE, GUIDE + ".intensive");
    /** The guide to school-supporting interventions, part D, but what is counted is ours. */
    static final Origin GUIDE_D_WITH_OUR_COUNT = Origin.numberOurs(GUIDE, GUIDE + ".intensive");

    private CampSources() {}
}
