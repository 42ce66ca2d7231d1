package dk.grundskema.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.documents.json.ReadResult;
import dk.grundskema.api.planning.PluginPlanningFacade;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingSeat;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.check.TimetableChecker;
import dk.grundskema.solver.engine.Planner;
import dk.grundskema.solver.engine.SolveLimits;
import dk.grundskema.solver.engine.SolveRequest;
import dk.grundskema.solver.proof.CpSatLibrary;
import dk.grundskema.solver.proof.ProofLimits;
import dk.grundskema.solver.proof.Remedy;
import dk.grundskema.solver.proof.RemedyStep;
import dk.grundskema.solver.proof.StaffingRemedies;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The example with all interventions: what fills an open seat of each, planned and checked again here. */
@Tag("examples")
class RemedyExamplesTest {
    private static final PluginPlanningFacade PLANNING = new PluginPlanningFacade();
    private static final ProofLimits WITHOUT_CLOCK = new ProofLimits(2, null);

    @SuppressWarnings("NullAway.Init") // set before all tests
    private static Problem problem;

    @SuppressWarnings("NullAway.Init") // set before all tests
    private static Timetable plan;

    @BeforeAll
    static void solve() throws InterruptedException {
        problem = switch (PLANNING.readProblem(withMoreLessonsThanTheGuideAsksFor())) {
            case ReadResult.Success<Problem> good -> good.value();
            case ReadResult.Failure<Problem> bad -> throw new AssertionError(bad.findings());
        };
        plan = PLANNING.startSolve(
                        new SolveRequest(problem, "0", SolveLimits.ofSteps(1_000), 1, 1, null), progress -> {})
                .await();
    }

    /** Returns the example with three lessons of peer learning a week, of 30 minutes. */
    private static String withMoreLessonsThanTheGuideAsksFor() {
        try {
            String text = Files.readString(Path.of("guide-all-five", "problem.json"));
            String more = text.replaceFirst(
                    "\"lessonsPerWeek\": 2,(\\s+)\"minutes\": 45", "\"lessonsPerWeek\": 3,$1\"minutes\": 30");
            assertThat(more).isNotEqualTo(text);
            return more;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the plan in which nobody holds the seat of a meeting and of those that the same seat is about. */
    private static Timetable vacate(Meeting target, int place) {
        StaffId holder = Objects.requireNonNull(target.seats().get(place).staffId());
        String role = target.seats().get(place).role();
        String series = series(target);
        return plan.withMeetings(plan.meetings().stream()
                .map(meeting -> series(meeting).equals(series) ? without(meeting, role, holder) : meeting)
                .toList());
    }

    /** The meetings of a group, or of a student with a mentor, have ids that differ in their last part. */
    private static String series(Meeting meeting) {
        String id = meeting.sessionId().value();
        return id.substring(0, id.lastIndexOf('/')).replace("/talk/", "/small-group/");
    }

    private static Meeting without(Meeting meeting, String role, StaffId holder) {
        List<MeetingSeat> seats = meeting.seats().stream()
                .map(seat -> seat.role().equals(role) && holder.equals(seat.staffId())
                        ? new MeetingSeat(seat.role(), null, seat.required(), seat.locked())
                        : seat)
                .toList();
        return meeting.withSeats(seats);
    }

    private static Timetable vacateOne(Meeting target, int place) {
        StaffId holder = Objects.requireNonNull(target.seats().get(place).staffId());
        String role = target.seats().get(place).role();
        return plan.withMeetings(plan.meetings().stream()
                .map(meeting -> meeting.equals(target) ? without(meeting, role, holder) : meeting)
                .toList());
    }

    private static Map<String, Long> sums(List<RuleViolation> faults) {
        Map<String, Long> sums = new TreeMap<>();
        faults.forEach(fault -> sums.merge(fault.rule(), fault.amount(), Long::sum));
        return sums;
    }

    private static boolean isHeld(MeetingSeat seat, String role) {
        return seat.role().equals(role) && seat.staffId() != null;
    }

    @ParameterizedTest
    @CsvSource({"small-group, tutor", "mentor, mentor", "course-lesson, teacher", "peer-learning, adult"})
    void openSeatsGetMorePeople(String kind, String role) {
        assertThat(kindsOfRemedies(kind, role, "")).contains(RemedyStep.MorePeople.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/1", "/3"})
    void oneMeetingFewerAWeekIsOfferedWhereThereAreMoreThanTheGuideAsksFor(String number) {
        assertThat(kindsOfRemedies("peer-learning", "adult", number)).contains(RemedyStep.OneSeatFewer.class);
    }

    private static List<Class<?>> kindsOfRemedies(String kind, String role, String end) {
        Meeting target = plan.meetings().stream()
                .filter(meeting ->
                        meeting.kind().equals(kind) && meeting.seats().stream().anyMatch(seat -> isHeld(seat, role)))
                .findFirst()
                .orElseThrow();
        int place = IntStream.range(0, target.seats().size())
                .filter(index -> isHeld(target.seats().get(index), role))
                .findFirst()
                .orElseThrow();
        Timetable vacant = end.isEmpty() ? vacate(target, place) : vacateOne(target, place);
        var planner = new Planner(PLANNING.plugins());
        var remedies = new StaffingRemedies(
                new TimetableChecker(PLANNING.plugins()::find),
                CpSatLibrary.installed(),
                planner::demands,
                PLANNING.plugins()::find);
        Map<String, Long> before = sums(PLANNING.checkTimetable(problem, vacant));
        var kinds = new ArrayList<Class<?>>();
        for (Remedy remedy : remedies.fillSeat(problem, vacant, target.sessionId(), place + 1, WITHOUT_CLOCK)
                .remedies()) {
            remedy.steps().forEach(step -> kinds.add(step.getClass()));
            Timetable changed = Objects.requireNonNull(remedy.plan());
            Map<String, Long> after = sums(PLANNING.checkTimetable(remedy.problem(), changed));
            assertThat(after.getOrDefault("core.missing-adult", 0L))
                    .isLessThan(before.getOrDefault("core.missing-adult", 0L));
            assertThat(after)
                    .allSatisfy((rule, amount) ->
                            assertThat(amount).as(rule).isLessThanOrEqualTo(before.getOrDefault(rule, 0L)));
        }
        return kinds;
    }
}
