package dk.grundskema.api.service.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.planning.PluginPlanningFacade;
import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.platform.testing.TestSchool;
import dk.grundskema.api.service.edit.PlanWorkbench;
import dk.grundskema.api.service.edit.WorkbenchCache;
import dk.grundskema.api.service.plan.DocumentStore;
import dk.grundskema.api.service.plan.RatedPlan;
import dk.grundskema.api.service.testing.EditedPlanFixture;
import dk.grundskema.api.service.testing.FaultyCamps;
import dk.grundskema.api.service.testing.FaultyCamps.Fault;
import dk.grundskema.api.service.testing.TestPlans;
import dk.grundskema.api.service.testing.TestServices;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingSeat;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.proof.Avoidability;
import dk.grundskema.solver.proof.SeatChange;
import dk.grundskema.solver.proof.SeatVerdict;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The proof, which the tests share, takes most of their time. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class MendingChangesTest {
    private final Server server = TestServices.on(TestDatabase.H2);
    private final PluginPlanningFacade planning = server.bean(PluginPlanningFacade.class);
    private final PlanWorkbench bench = open(Fault.OPEN_SEAT);
    private final Timetable timetable = bench.timetable().value();
    private final SeatVerdict verdict = planning.staffingProofs()
            .explainOpenSeats(bench.problem().value(), timetable)
            .getFirst();

    private PlanWorkbench open(Fault fault) {
        String place = FaultyCamps.create(server, TestSchool.create(server).path(), fault);
        return server.bean(WorkbenchCache.class).open(TestPlans.planIdOf(place));
    }

    private MendingChanges mending(Optional<PlanWorkbench> workbench) {
        return new MendingChanges(planning, bench.problem().value(), null, timetable, () -> workbench);
    }

    @Test
    void changesOfAProofAreMadeByHand() {
        var mending = mending(Optional.of(bench));

        assertThat(mending.of(verdict).changes()).hasSameSizeAs(verdict.changes());
        assertThat(mending.of(verdict).lock()).isFalse();
        assertThat(mending.isLimited()).isFalse();
    }

    @Test
    void changesThatWouldChangeMoreOrLessThanTheProofAreNotOffered() {
        Timetable repaired = Objects.requireNonNull(verdict.repaired());
        Timetable other = repaired.withMeetings(repaired.meetings().stream()
                .filter(meeting -> !meeting.sessionId().equals(verdict.session()))
                .toList());
        var more = new SeatVerdict(
                verdict.session(),
                verdict.position(),
                verdict.role(),
                Avoidability.AVOIDABLE,
                List.of(),
                verdict.changes(),
                other);

        assertThat(mending(Optional.of(bench)).of(more).changes()).isEmpty();
    }

    @Test
    void nothingIsOfferedForAPlanThatChangedMeanwhile() {
        for (Optional<PlanWorkbench> later :
                List.of(Optional.of(open(Fault.CONFLICT)), Optional.<PlanWorkbench>empty())) {
            var mending = mending(later);

            assertThat(mending.of(verdict).changes()).isEmpty();
            assertThat(mending.isLimited()).as("another request may find more").isTrue();
        }
    }

    /** The other co-teacher takes a lesson; eight lessons more are asked for since the plan was made. */
    @Test
    void planWithARaisedNeedIsChangedByHandAsItIsRated() {
        EditedPlanFixture edited = EditedPlanFixture.create(server);
        edited.raiseNeed();
        PlanWorkbench open = server.bean(WorkbenchCache.class).open(TestPlans.planIdOf(edited.plan()));
        var documents = server.bean(DocumentStore.class);
        RatedPlan rated = documents.ratedPlan(edited.head());
        Meeting lesson = edited.timetable().value().meetings().getFirst();
        MeetingSeat seat = lesson.seats().getLast();
        var other = new StaffId(new StaffId("kim").equals(seat.staffId()) ? "lea" : "kim");
        Timetable proved = rated.timetable()
                .value()
                .withMeetings(rated.timetable().value().meetings().stream()
                        .map(one -> one.sessionId().equals(lesson.sessionId())
                                ? one.withSeats(List.of(
                                        one.seats().getFirst(),
                                        new MeetingSeat(seat.role(), other, seat.required(), seat.locked())))
                                : one)
                        .toList());
        var swap = new SeatVerdict(
                lesson.sessionId(),
                2,
                seat.role(),
                Avoidability.AVOIDABLE,
                List.of(),
                List.of(new SeatChange(lesson.sessionId(), 2, seat.staffId(), other)),
                proved);

        var mending = new MendingChanges(
                planning,
                rated.problem().value(),
                documents.readSourceProblem(rated.timetable()),
                rated.timetable().value(),
                () -> Optional.of(open));

        assertThat(mending.of(swap).changes()).hasSize(1);
        assertThat(mending.isLimited()).isFalse();
    }
}
