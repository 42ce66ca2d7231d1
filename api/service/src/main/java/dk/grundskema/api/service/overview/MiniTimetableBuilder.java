package dk.grundskema.api.service.overview;

import dk.grundskema.api.documents.timetable.TimetableOverview;
import dk.grundskema.api.exports.sheet.MeetingStyleCss;
import dk.grundskema.api.platform.access.Caller;
import dk.grundskema.api.service.overview.RevisionComparisonPage.MiniTimetable;
import dk.grundskema.api.service.plan.Plan;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.plan.Revision;
import dk.grundskema.api.service.plan.RevisionId;
import dk.grundskema.api.service.timetable.PlanTimetableReader;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** Builds small timetables of revisions side by side, and the style sheet with their colours. */
@Component
final class MiniTimetableBuilder {
    private static final int MAX_TIMETABLES = 4;
    private static final int MOST_TEAMS = 16;
    private static final int MOST_WEEKS = 4;

    private final PlanStore plans;
    private final PlanTimetableReader timetables;

    MiniTimetableBuilder(PlanStore plans, PlanTimetableReader timetables) {
        this.plans = plans;
        this.timetables = timetables;
    }

    /** Returns the address of the style sheet of some timetables; empty if there are none. */
    String styleAddress(Plan plan, List<RevisionId> some) {
        return some.isEmpty()
                ? ""
                : some.stream()
                        .limit(MAX_TIMETABLES)
                        .map(RevisionId::value)
                        .collect(Collectors.joining("&of=", "/plans/" + plan.id() + "/looks?of=", ""));
    }

    /**
     * Returns small timetables of revisions of the plan or related plans. Long ones are limited to the first weeks; those with too many
     * teams are omitted.
     *
     * @param name returns the display name of a revision
     */
    List<MiniTimetable> buildAll(Plan plan, List<RevisionId> some, Function<RevisionId, String> name, Caller caller) {
        return some.stream()
                .limit(MAX_TIMETABLES)
                .map(id -> build(plan, id, name.apply(id), caller))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<MiniTimetable> build(Plan plan, RevisionId id, String name, Caller caller) {
        var views = timetables.read(plan.id(), revision(plan, id), caller).views();
        return views.teams().size() > MOST_TEAMS
                ? Optional.empty()
                : Optional.of(new MiniTimetable(
                        name,
                        TimetableOverview.of(views).weeks().stream()
                                .limit(MOST_WEEKS)
                                .toList()));
    }

    private Revision revision(Plan plan, RevisionId id) {
        return plans.familyRevision(plan, id, "/of");
    }

    /**
     * Returns the style sheet of some timetables; the first one is drawn in the scope {@code of-0}, and so on.
     *
     * @throws dk.grundskema.api.platform.http.RefusalException as {@link PlanStore#familyRevision}
     */
    String styleSheet(Plan plan, List<RevisionId> some) {
        return IntStream.range(0, Math.min(some.size(), MAX_TIMETABLES))
                .mapToObj(i -> MeetingStyleCss.cssRules(
                        timetables
                                .readUnnamed(plan.id(), revision(plan, some.get(i)))
                                .views()
                                .meetingStyles(),
                        ".of-" + i + " "))
                .collect(Collectors.joining());
    }
}
