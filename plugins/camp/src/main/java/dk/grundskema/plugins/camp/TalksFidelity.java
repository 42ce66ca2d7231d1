package dk.grundskema.plugins.camp;

import dk.grundskema.domain.fidelity.Ask;
import java.util.List;

/**
 * Whether students have their conversations, and their own teachers visit.
 *
 * @param camp the camp
 */
record TalksFidelity(FinishedCamp camp) {
    List<Ask> asks() {
        return List.of(
                Ask.notPlanned("camp.ask.conversations", CampSources.WHAT_WORKS_PARTLY_OURS, "meetings", 0),
                Ask.notPlanned("camp.ask.teacher-visits", CampSources.WHAT_WORKS_PARTLY_OURS, "students", 0));
    }
}
