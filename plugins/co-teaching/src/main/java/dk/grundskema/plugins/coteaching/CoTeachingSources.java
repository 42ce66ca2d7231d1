package dk.grundskema.plugins.coteaching;

import dk.grundskema.domain.fidelity.Origin;

/** Who asks for what of co-teaching: the documents and their chapters, by the keys of their texts. */
final class CoTeachingSources {
    private static final String GUIDE = "co-teaching.source.guide";
    private static final String KL = "co-teaching.source.kl";

    /** The guide, part A, on practice. */
    static final Origin PRACTICE = Origin.source(GUIDE, GUIDE + ".practice");
    /** The guide, part A, on practice, with something of ours. */
    static final Origin PRACTICE_PARTLY_OURS = Origin.partlyOurs(GUIDE, GUIDE + ".practice");
    /** The guide, the overview in chapter 4. */
    static final Origin OVERVIEW = Origin.source(GUIDE, GUIDE + ".overview");
    /** The guide, the overview in chapter 4, with something of ours. */
    static final Origin OVERVIEW_PARTLY_OURS = Origin.partlyOurs(GUIDE, GUIDE + ".overview");
    /** The trials in municipalities: Fløng. */
    static final Origin FLOENG = Origin.source(KL, KL + ".floeng");
    /** The trials in municipalities: Brøndbyvester. */
    static final Origin BROENDBYVESTER = Origin.source(KL, KL + ".broendbyvester");

    private CoTeachingSources() {}
}
