package dk.grundskema.plugins.camp;

import dk.grundskema.domain.fidelity.Ask;
import java.util.List;

/** Lists the requirements of the documents that are outside the camp's timetable: after the camp, at home, with the parents. */
final class OutsideTimetableFidelity {
    private static final int LONGEST_TEAM_MONTHS = 6;
    private static final int SHORTEST_TEAM_MONTHS = 4;
    private static final int PARENTS_WORKSHOPS = 5;
    private static final int MENTOR_WEEKS = 8;

    private OutsideTimetableFidelity() {}

    static List<Ask> asks() {
        return List.of(
                Ask.notPlanned("camp.ask.aftercare-buddies", CampOrigins.RECOMMENDATIONS, "schemes", 1),
                Ask.notPlanned("camp.ask.aftercare-contact-teacher", CampOrigins.RECOMMENDATIONS, "schemes", 1),
                Ask.notPlanned(
                        "camp.ask.aftercare-team",
                        CampOrigins.RECOMMENDATIONS,
                        "months",
                        SHORTEST_TEAM_MONTHS,
                        SHORTEST_TEAM_MONTHS,
                        LONGEST_TEAM_MONTHS),
                Ask.notPlanned(
                        "camp.ask.parents-workshops",
                        CampOrigins.RECOMMENDATIONS,
                        "workshops",
                        PARENTS_WORKSHOPS,
                        PARENTS_WORKSHOPS),
                Ask.notPlanned("camp.ask.mentor-weeks", CampOrigins.GUIDE_D, "weeks", MENTOR_WEEKS, MENTOR_WEEKS));
    }
}
