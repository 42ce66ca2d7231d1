package dk.grundskema.plugins.camp;

import dk.grundskema.domain.fidelity.Ask;
import java.util.List;

/** What is asked around a camp and is none of its timetable: after it, at home, with the parents. */
final class AroundCampFidelity {
    private static final int LONGEST_TEAM_MONTHS = 6;
    private static final int SHORTEST_TEAM_MONTHS = 4;
    private static final int PARENTS_WORKSHOPS = 5;
    private static final int MENTOR_WEEKS = 8;

    private AroundCampFidelity() {}

    static List<Ask> asks() {
        return List.of(
                Ask.notPlanned("camp.ask.aftercare-buddies", CampSources.RECOMMENDATIONS, "schemes", 1),
                Ask.notPlanned("camp.ask.aftercare-contact-teacher", CampSources.RECOMMENDATIONS, "schemes", 1),
                Ask.notPlanned(
                        "camp.ask.aftercare-team",
                        CampSources.RECOMMENDATIONS,
                        "months",
                        SHORTEST_TEAM_MONTHS,
                        SHORTEST_TEAM_MONTHS,
                        LONGEST_TEAM_MONTHS),
                Ask.notPlanned(
                        "camp.ask.parents-workshops",
                        CampSources.RECOMMENDATIONS,
                        "workshops",
                        PARENTS_WORKSHOPS,
                        PARENTS_WORKSHOPS),
                Ask.notPlanned("camp.ask.mentor-weeks", CampSources.GUIDE_D, "weeks", MENTOR_WEEKS, MENTOR_WEEKS));
    }
}
