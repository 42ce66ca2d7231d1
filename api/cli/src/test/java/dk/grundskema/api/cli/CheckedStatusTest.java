package dk.grundskema.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.cli.CommandRunner.CommandOutput;
import dk.grundskema.api.documents.json.JsonFormatter;
import dk.grundskema.api.documents.json.ReadResult;
import dk.grundskema.api.documents.json.RecordWriter;
import dk.grundskema.api.planning.PlanningTexts;
import dk.grundskema.api.planning.PluginPlanningFacade;
import dk.grundskema.api.planning.status.PlanStatus;
import dk.grundskema.api.planning.status.PlanStatusCalculator;
import dk.grundskema.api.planning.status.PlanStatusFormatter;
import dk.grundskema.domain.fidelity.AcceptedShortfall;
import dk.grundskema.domain.fidelity.AcceptedShortfall.Place;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingSeat;
import dk.grundskema.domain.timetable.Timetable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands state the status that {@link PlanStatusCalculator} counts, for a plan with each kind of fault. */
@Tag("commands")
final class CheckedStatusTest {
    private static final String CAMP = Path.of("../../examples/camp-3-weeks/problem.json")
            .toAbsolutePath()
            .normalize()
            .toString();

    @TempDir
    private Path folder;

    private final PluginPlanningFacade planning = new PluginPlanningFacade();

    private CommandOutput type(String... args) {
        return new CommandRunner(folder, PluginPlanningFacade::new).run(args);
    }

    /** A kind of fault, with the change that makes it and the part of the status that counts it. */
    private record Fault(String name, UnaryOperator<List<Meeting>> change, ToLongFunction<PlanStatus> amount) {}

    private static final List<Fault> FAULTS = List.of(
            new Fault("unmet wish", all -> all, PlanStatus::unmetWishes),
            new Fault("open seat", all -> withHolder(all, null), PlanStatus::openSeats),
            new Fault("left-out seat", CheckedStatusTest::withoutSeat, PlanStatus::openSeats),
            new Fault("conflict", CheckedStatusTest::withConflict, PlanStatus::conflicts),
            new Fault(
                    "missing room",
                    all -> changed(all, one -> copy(one, null, one.seats())),
                    PlanStatus::otherShortfalls),
            new Fault("not planned", all -> all.subList(1, all.size()), PlanStatus::unplannedSessions),
            new Fault(
                    "short of the guide", all -> all.subList(all.size() / 2, all.size()), PlanStatus::guideShortfalls));

    /** The solved plan and the output of its command: the same steps give the same plan. */
    private record SolvedPlan(byte[] file, CommandOutput output) {}

    private static @Nullable SolvedPlan solvedPlan;

    private CommandOutput solve() throws IOException {
        SolvedPlan known = solvedPlan;
        Path file = folder.resolve("plan.json");
        if (known == null) {
            CommandOutput said =
                    type("solve", CAMP, "--steps", "300", "--seed", "1", "--searches", "1", "--output", "plan.json");
            known = new SolvedPlan(Files.readAllBytes(file), said);
            solvedPlan = known;
        } else {
            Files.write(file, known.file());
        }
        return known.output();
    }

    @Test
    void everythingThatCanBeMendedIsMendedInTheWrittenPlan() throws IOException {
        solve();
        Timetable plan = read();
        List<Meeting> faulty = withoutLastHolder(withConflict(plan.meetings()));
        assertThat(planning.write(with(plan, faulty), folder.resolve("plan.json")))
                .isEmpty();

        CommandOutput checked = type("check", CAMP, "plan.json", "--mended", "mended.json", "--lang", "en");

        assertThat(checked.code()).isEqualTo(3);
        assertThat(checked.out()).contains("Mended: the plan breaks rules in 0 places instead of 4.");
        CommandOutput mended = type("check", CAMP, "mended.json", "--lang", "en");
        assertThat(mended.out()).doesNotContain("The plan's own figures");
        assertThat(mended.code()).isZero();
        assertThat(type("check", CAMP, "mended.json", "--mended", "plan.json", "--lang", "en")
                        .out())
                .contains("Nothing can be mended by what is known, so plan.json was not written.");
        assertThat(read().meetings()).isEqualTo(faulty);
    }

    @Test
    void mendedPlanNeedsAPlanAndAnotherFile() throws IOException {
        solve();

        assertThat(type("check", CAMP, "--mended", "mended.json", "--lang", "en")
                        .err())
                .contains("--mended needs a plan");
        CommandOutput same = type("check", CAMP, "plan.json", "--mended", "plan.json", "--lang", "en");
        assertThat(same.code()).isEqualTo(2);
        assertThat(same.err()).contains("plan.json");
    }

    private static List<Meeting> withoutLastHolder(List<Meeting> all) {
        return changed(all, one -> {
            var seats = new ArrayList<>(one.seats());
            MeetingSeat seat = seats.getLast();
            seats.set(seats.size() - 1, new MeetingSeat(seat.role(), null, seat.required(), seat.locked()));
            return copy(one, one.roomId(), seats);
        });
    }

    @Test
    void checkSaysTheStatusOfAPlanWithEachKindOfFault() throws IOException {
        CommandOutput solved = solve();
        Problem problem = ((ReadResult.Success<Problem>) planning.readProblem(Path.of(CAMP))).value();
        Timetable plan = read();
        assertThat(solved.out()).contains(words(problem, plan));

        for (Fault fault : FAULTS) {
            Timetable changed = with(plan, fault.change().apply(plan.meetings()));
            PlanStatus status = new PlanStatusCalculator(planning).calculate(problem, changed);
            assertThat(planning.write(changed, folder.resolve("plan.json"))).isEmpty();

            CommandOutput checked = type("check", CAMP, "plan.json");

            assertThat(fault.amount().applyAsLong(status)).as(fault.name()).isPositive();
            assertThat(checked.out()).as(fault.name()).contains(words(problem, changed));
            assertThat(checked.code()).as(fault.name()).isEqualTo(status.hasNoFaults() ? 0 : 3);
        }
    }

    /** An acceptance covers what the plan lacks in its place, by as much as was accepted. */
    @Test
    void acceptedShortfallDoesNotCountUntilItGrows() throws IOException {
        solve();
        Problem problem = ((ReadResult.Success<Problem>) planning.readProblem(Path.of(CAMP))).value();
        Timetable plan = read();
        Timetable lacking = with(plan, withoutLastHolder(plan.meetings()));
        List<AcceptedShortfall> accepted = planning.checkTimetable(problem, lacking).stream()
                .filter(one -> one.level() == Level.MEDIUM)
                .map(one -> accepted(Place.of(one), one.amount()))
                .toList();
        assertThat(accepted).extracting(AcceptedShortfall::rule).contains("core.missing-adult");

        CommandOutput inForce = check(problem, accepted, lacking);
        assertThat(inForce.out())
                .contains("which do not count:", "Accepted by Ida", "The room is being painted")
                .doesNotContain("Shortfalls –");
        assertThat(inForce.code()).isZero();
        assertThat(previewOfSmallChange().code()).as("exit code of a change").isZero();
        check(problem, List.of(), lacking);
        assertThat(previewOfSmallChange().code())
                .as("that of a change without acceptance")
                .isEqualTo(3);

        CommandOutput gone = check(problem, accepted, plan);
        assertThat(gone.out()).contains("The plan is not short here any more. Withdraw the acceptance.");
        assertThat(gone.code()).isZero();

        List<Meeting> empty = changed(
                plan.meetings(),
                one -> copy(
                        one,
                        one.roomId(),
                        one.seats().stream()
                                .map(seat -> new MeetingSeat(seat.role(), null, seat.required(), seat.locked()))
                                .toList()));
        CommandOutput grown = check(problem, accepted, with(plan, empty));
        assertThat(grown.out()).contains("What is missing weighs more than what was accepted", "Shortfalls –");
        assertThat(grown.code()).isEqualTo(3);
    }

    private static AcceptedShortfall accepted(Place place, long amount) {
        return new AcceptedShortfall(
                place.rule(),
                place.subject(),
                place.week(),
                amount,
                "The room is being painted",
                "Ida",
                LocalDate.of(2026, 9, 1));
    }

    /** A new room is no reason to change the plan. */
    private CommandOutput previewOfSmallChange() {
        return type(
                "change problem.json plan.json --now 2026-09-25T20:00 --room-added Pavillon - 28 - - --steps 1 --fresh-seconds 0 --preview --lang en"
                        .split(" "));
    }

    private CommandOutput check(Problem problem, List<AcceptedShortfall> accepted, Timetable timetable)
            throws IOException {
        assertThat(planning.write(timetable, folder.resolve("plan.json"))).isEmpty();
        Files.writeString(
                folder.resolve("problem.json"),
                JsonFormatter.format(RecordWriter.toJson(problem.withAcceptedShortfalls(accepted))));
        return type("check", "problem.json", "plan.json", "--lang", "en");
    }

    private Timetable read() {
        return ((ReadResult.Success<Timetable>) planning.readTimetable(folder.resolve("plan.json"))).value();
    }

    private List<String> words(Problem problem, Timetable timetable) {
        PlanStatus status = new PlanStatusCalculator(planning).calculate(problem, timetable);
        Locale danish = Locale.of("da");
        var formatter =
                new PlanStatusFormatter(new Texts(danish, List.of(PlanningTexts.load(danish)), Function.identity()));
        return List.of(formatter.headline(status), formatter.line(status));
    }

    private static boolean isStaffed(Meeting one) {
        return one.kind().equals("module")
                && one.roomId() != null
                && one.seats().stream().allMatch(seat -> seat.required() && seat.staffId() != null);
    }

    private static Meeting first(List<Meeting> all) {
        return all.stream().filter(CheckedStatusTest::isStaffed).findFirst().orElseThrow();
    }

    private static List<Meeting> changed(List<Meeting> all, UnaryOperator<Meeting> change) {
        Meeting first = first(all);
        return all.stream()
                .map(one -> one.equals(first) ? change.apply(one) : one)
                .toList();
    }

    private static List<Meeting> withHolder(List<Meeting> all, @Nullable StaffId holder) {
        return changed(all, one -> {
            var seats = new ArrayList<>(one.seats());
            MeetingSeat seat = seats.getFirst();
            seats.set(0, new MeetingSeat(seat.role(), holder, seat.required(), seat.locked()));
            return copy(one, one.roomId(), seats);
        });
    }

    private static List<Meeting> withoutSeat(List<Meeting> all) {
        return changed(
                all,
                one -> copy(
                        one, one.roomId(), one.seats().subList(0, one.seats().size() - 1)));
    }

    /** Gives the first module a person of another one at the same time. */
    private static List<Meeting> withConflict(List<Meeting> all) {
        Meeting first = first(all);
        StaffId busy = all.stream()
                .filter(one ->
                        isStaffed(one) && !one.equals(first) && one.time().equals(first.time()))
                .map(one -> Objects.requireNonNull(one.seats().getFirst().staffId()))
                .filter(who -> first.seats().stream().noneMatch(seat -> who.equals(seat.staffId())))
                .findFirst()
                .orElseThrow();
        return withHolder(all, busy);
    }

    private static Timetable with(Timetable plan, List<Meeting> meetings) {
        return new Timetable(
                plan.version(),
                plan.problem(),
                plan.zone(),
                plan.seed(),
                plan.score(),
                plan.rules(),
                plan.groups(),
                meetings,
                plan.tasks());
    }

    private static Meeting copy(Meeting one, @Nullable RoomId room, List<MeetingSeat> seats) {
        return new Meeting(
                one.sessionId(),
                one.originId(),
                one.demandedWeeks(),
                one.interventionId(),
                one.kind(),
                one.form(),
                one.title(),
                one.subject(),
                one.weeks(),
                one.weekday(),
                one.start(),
                one.end(),
                room,
                one.extraRoomIds(),
                one.groupIds(),
                one.studentIds(),
                one.excusedStudentIds(),
                one.within(),
                seats,
                one.workload(),
                one.locked());
    }
}
