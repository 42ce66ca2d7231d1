package dk.grundskema.plugins.camp;

import dk.grundskema.domain.fidelity.Origin;

/** Who asks for what of a camp: the documents and their chapters, by the keys of their texts. */
final class CampSources {
    private static final String LOKO = "camp.source.loko";
    private static final String GUIDE = "camp.source.guide";

    /** Læringslokomotivet, the guidelines. */
    static final Origin GUIDELINES = Origin.source(LOKO, LOKO + ".guidelines");
    /** Læringslokomotivet, the guidelines, with a number of ours. */
    static final Origin GUIDELINES_PARTLY_OURS = Origin.partlyOurs(LOKO, LOKO + ".guidelines");
    /** Læringslokomotivet, the recommendations. */
    static final Origin RECOMMENDATIONS = Origin.source(LOKO, LOKO + ".recommendations");
    /** Læringslokomotivet, the recommendations, with a number of ours. */
    static final Origin RECOMMENDATIONS_PARTLY_OURS = Origin.partlyOurs(LOKO, LOKO + ".recommendations");
    /** Læringslokomotivet, the model of what works. */
    static final Origin WHAT_WORKS = Origin.source(LOKO, LOKO + ".what-works");
    /** Læringslokomotivet, the model of what works, with a number of ours. */
    static final Origin WHAT_WORKS_PARTLY_OURS = Origin.partlyOurs(LOKO, LOKO + ".what-works");
    /** The guide to school-supporting interventions, part D. */
    static final Origin GUIDE_D = Origin.source(GUIDE, GUIDE + ".intensive");
    /** The guide to school-supporting interventions, part D, but what counts is ours. */
    static final Origin GUIDE_D_PARTLY_OURS = Origin.partlyOurs(GUIDE, GUIDE + ".intensive");

    private CampSources() {}
}
