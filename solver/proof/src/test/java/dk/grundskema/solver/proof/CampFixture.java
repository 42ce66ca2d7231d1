package dk.grundskema.solver.proof;

import dk.grundskema.api.documents.json.ReadResult;
import dk.grundskema.api.documents.problem.ProblemReader;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.check.TimetableChecker;
import dk.grundskema.solver.engine.Planner;
import dk.grundskema.solver.engine.SolveLimits;
import dk.grundskema.solver.engine.SolveRequest;
import dk.grundskema.solver.registry.PluginRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Camps with nights, and what solves and checks them. */
final class CampFixture {
    static final PluginRegistry PLUGINS = PluginRegistry.load(CampFixture.class.getClassLoader());
    static final Planner PLANNER = new Planner(PLUGINS);
    static final TimetableChecker CHECKER = new TimetableChecker(PLUGINS::find);
    static final StaffingProof PROOF = new StaffingProof(CHECKER, CpSatLibrary.installed());
    static final StaffingRemedies REMEDIES =
            new StaffingRemedies(CHECKER, CpSatLibrary.installed(), PLANNER::demands, PLUGINS::find);
    static final ProofLimits LIMITS = new ProofLimits(20, null);

    static {
        CpSatLibrary.installed().isAvailable(); // loads it for tests below StaffingProof
    }

    private CampFixture() {}

    /** Returns the problem of a file beside this class. */
    static Problem camp(String name) {
        return camp(name, UnaryOperator.identity());
    }

    /** Returns the problem of a file beside this class whose text was changed. */
    static Problem camp(String name, UnaryOperator<String> change) {
        try (var file = Objects.requireNonNull(CampFixture.class.getResourceAsStream(name + ".json"))) {
            String json = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return ((ReadResult.Success<Problem>)
                            new ProblemReader(PLUGINS).read(change.apply(json), PLANNER::validate))
                    .value();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Timetable solve(Planner planner, Problem problem, long steps, long seed) {
        try {
            return planner.start(
                            new SolveRequest(problem, "0", SolveLimits.ofSteps(steps), seed, 1, null), progress -> {})
                    .await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the open required seats. */
    static long openSeats(Timetable timetable) {
        return timetable.meetings().stream()
                .flatMap(meeting -> meeting.seats().stream())
                .filter(seat -> seat.required() && seat.staffId() == null)
                .count();
    }

    /** Returns a timetable in which all seats of some meetings are vacant. */
    static Timetable vacate(Timetable timetable, Predicate<Meeting> meetings) {
        Map<SessionId, Map<Integer, Optional<StaffId>>> change = new HashMap<>();
        timetable.meetings().stream().filter(meetings).forEach(meeting -> {
            Map<Integer, Optional<StaffId>> seats = new HashMap<>();
            for (int place = 0; place < meeting.seats().size(); place++) {
                seats.put(place, Optional.empty());
            }
            change.put(meeting.sessionId(), seats);
        });
        return SeatEditor.withHolders(timetable, change);
    }
}
