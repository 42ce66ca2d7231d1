package dk.grundskema.plugins.coteaching;

import dk.grundskema.domain.fidelity.AskOrigin;

/** Origins of the asks of co-teaching: documents and chapters, by the keys of their texts. */
final class CoTeachingOrigins {
    private static final String GUIDE = "co-teaching.source.guide";
    private static final String KL = "co-teaching.source.kl";

    /** The guide, part A, on practice. */
    static final AskOrigin PRACTICE = AskOrigin.source(GUIDE, GUIDE + ".practice");
    /** The guide, part A, on practice, with a part that is ours. */
    static final AskOrigin PRACTICE_PARTLY_OURS = AskOrigin.partlyOurs(GUIDE, GUIDE + ".practice");
    /** The guide, the overview in chapter 4. */
    static final AskOrigin OVERVIEW = AskOrigin.source(GUIDE, GUIDE + ".overview");
    /** The guide, the overview in chapter 4, with a part that is ours. */
    static final AskOrigin OVERVIEW_PARTLY_OURS = AskOrigin.partlyOurs(GUIDE, GUIDE + ".overview");
    /** The trials in municipalities: Fløng. */
    static final AskOrigin FLOENG = AskOrigin.source(KL, KL + ".floeng");
    /** The trials in municipalities: Brøndbyvester. */
    static final AskOrigin BROENDBYVESTER = AskOrigin.source(KL, KL + ".broendbyvester");

    private CoTeachingOrigins() {}
}
