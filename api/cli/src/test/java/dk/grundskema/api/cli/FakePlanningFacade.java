package dk.grundskema.api.cli;

import dk.grundskema.api.documents.file.AtomicFileWriter;
import dk.grundskema.api.documents.json.ReadResult;
import dk.grundskema.api.documents.problem.ChangedProblemFile;
import dk.grundskema.api.imports.ImportRequest;
import dk.grundskema.api.imports.ImportResult;
import dk.grundskema.api.imports.table.lists.ListDefinition;
import dk.grundskema.api.planning.PlanningFacade;
import dk.grundskema.api.planning.plansheet.ImportedPlan;
import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.fidelity.FidelityReport;
import dk.grundskema.domain.fidelity.PlanFidelity;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.RuleResult;
import dk.grundskema.domain.timetable.Score;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.change.ChangeRequest;
import dk.grundskema.solver.change.PlanChanger;
import dk.grundskema.solver.check.CrossPlanViolation;
import dk.grundskema.solver.check.LeftOutSeat;
import dk.grundskema.solver.check.OtherPlan;
import dk.grundskema.solver.check.ViolationPlace;
import dk.grundskema.solver.edit.ManualChange;
import dk.grundskema.solver.edit.MeetingOptions;
import dk.grundskema.solver.edit.MeetingTarget;
import dk.grundskema.solver.edit.MeetingWishes;
import dk.grundskema.solver.edit.MemberChoices;
import dk.grundskema.solver.engine.Solve;
import dk.grundskema.solver.engine.SolveListener;
import dk.grundskema.solver.engine.SolveProgress;
import dk.grundskema.solver.engine.SolveRequest;
import dk.grundskema.solver.ledger.Ledger;
import dk.grundskema.solver.proof.ProofTexts;
import dk.grundskema.solver.registry.InstalledPlugin;
import dk.grundskema.solver.registry.SetAsideJar;
import dk.grundskema.solver.spi.Decoration;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.ListResourceBundle;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A planning facade with results set by the test, including results that the real one never returns. A file is valid if it exists. */
final class FakePlanningFacade implements PlanningFacade {
    final List<SolveRequest> requests = new ArrayList<>();
    final CountDownLatch started = new CountDownLatch(1);
    private final CountDownLatch stopped = new CountDownLatch(1);
    List<Finding> wrong = List.of();
    List<Finding> wrongInTimetable = List.of();
    List<Finding> shortage = List.of();
    List<Finding> gone = List.of();
    List<RuleViolation> faults = List.of();
    /** Violations that rules charge and that {@link #faults} explain. */
    List<RuleViolation> explainedFaults = List.of();

    List<LeftOutSeat> leftOutSeats = List.of();

    /** Evaluated score of timetables, if it is not the one that they state. */
    @Nullable
    Score score;

    List<InstalledPlugin> installed = List.of();
    List<SetAsideJar> setAside = List.of();
    final FakeStaffingProofs proofs = new FakeStaffingProofs();
    PlanFidelity fidelity = new PlanFidelity(List.of(), List.of());
    Timetable plan = CommandProblemFixture.plan();
    Ledger ledger = new Ledger(List.of(), List.of(), List.of(), List.of());

    /** Content of timetable files, if it is not the plan. */
    @Nullable
    Timetable earlier;

    @Nullable
    RuntimeException failure;

    MeetingWishes meetingWishes = new MeetingWishes(List.of(), Map.of());
    List<MeetingTarget> targets = List.of();
    List<MemberChoices> members = List.of();

    boolean onlyEndsWhenStopped;
    boolean diskIsFull;

    Problem problem = CommandProblemFixture.problem();

    @Override
    public Score evaluateScore(Problem ofProblem, Timetable timetable, List<RuleViolation> charged) {
        return score == null ? timetable.score() : score;
    }

    @Override
    public List<LeftOutSeat> findLeftOutSeats(Problem ofProblem, Timetable timetable) {
        return leftOutSeats;
    }

    @Override
    public List<List<ViolationPlace>> locate(Problem ofProblem, Timetable timetable, List<RuleViolation> violations) {
        return violations.stream().map(any -> List.<ViolationPlace>of()).toList();
    }

    @Override
    public Function<Meeting, MeetingOptions> options(Problem ofProblem, Timetable timetable) {
        return meeting -> new MeetingOptions(meetingWishes, targets, List.of(), members);
    }

    @Override
    public Function<List<ManualChange>, Optional<Timetable>> changes(Problem ofProblem, Timetable timetable) {
        return changes -> Optional.empty();
    }

    @Override
    public Optional<Problem> lock(Problem ofProblem, Timetable timetable, Predicate<ManualChange> isLocked) {
        return Optional.empty();
    }

    @Override
    public List<ResourceBundle> textBundles(Locale language) {
        return List.of(ProofTexts.bundle(language), new ListResourceBundle() {
            @Override
            protected Object[][] getContents() {
                return new Object[][] {
                    {"file.not-found", "Der er ingen {0}."},
                    {"file.is-folder", "{0} er en mappe."},
                    {"file.not-writable", "{0} kan ikke skrives."},
                    {"toy.wrong", "{0} kan ikke bruges."},
                    {"toy.short", "{0} timer mangler."},
                    {"toy.gone", "{0} er væk."},
                    {"rule.core.missing-adult.broken", "{1} mangler {0} voksne."},
                    {"rule.core.daily-rest.broken", "{1} hviler {0} minutter for lidt."},
                    {"rule.core.asked-time.broken", "{1} holdes på en anden tid."},
                    {"rule.core.never-together.broken", "{1} må ikke være på {2}."},
                    {"rule.core.wishes.name", "Ønsker"},
                    {"toy.ask.walks", "Gåture"},
                    {"toy.ask.walks.sentence", "Man går {0} dage."},
                    {"toy.ask.walks.ours", "Vores: {0}."},
                    {"toy.ask.walks.at", "på {0}, {1}"},
                    {"toy.ask.later", "Senere"},
                    {"toy.ask.later.sentence", "Man går senere."},
                    {"toy.why.rain", "det regnede"},
                    {"toy.why.away", "{0} var væk"},
                    {"toy.why.away.all", "nogle var væk"},
                    {"toy.book", "Bogen"},
                    {"toy.book.name", "Den store bog"},
                    {"toy.book.chapter", "kapitel 1"},
                    {"toy.lines", "Hold for hold"},
                    {"toy.lines.of", "Hold"},
                    {"toy.lines.walks", "Ture"},
                    {"toy.lines.who", "Hvem"},
                    {"toy.lines.walks-of", "{0} af {1}"},
                    {"toy.lines.with", "{0}"},
                    {"toy.lines.lacking", "mangler {0}: det regnede"},
                    {"unit.days", "{0} dage"},
                    {"fidelity.of", "{0}"},
                    {"fidelity.headline", "I alt {0}: {1} opfyldt, {2} mangler, {3} andetsteds"},
                    {"fidelity.not-planned", "ikke her"},
                    {"fidelity.ours", "eget"},
                    {"fidelity.ours-altogether", "helt vores eget"},
                    {"fidelity.chapter", "{0}, {1}"},
                    {"fidelity.source", "{0} = {1}"},
                    {"fidelity.where-and-why", "{0}: {1}"},
                };
            }
        });
    }

    @Override
    public ReadResult<Problem> readProblem(Path file) {
        return read(file, problem);
    }

    @Override
    public ReadResult<Timetable> readTimetable(Path file) {
        return read(file, earlier == null ? plan : earlier);
    }

    private static <T> ReadResult<T> read(Path file, T content) {
        return Files.exists(file)
                ? new ReadResult.Success<>(content, List.of(), CommandProblemFixture.HASH)
                : new ReadResult.Failure<>(List.of(Finding.error("file.not-found", "", file.getFileName())));
    }

    @Override
    public List<Finding> validate(Problem problem) {
        return wrong;
    }

    @Override
    public List<Demand> expandDemands(Problem problem) {
        return List.of();
    }

    @Override
    public Map<InterventionId, Decoration> decorations(Problem problem) {
        return Map.of();
    }

    @Override
    public List<Finding> precheck(Problem problem) {
        return shortage;
    }

    @Override
    public List<Finding> differencesFromEarlier(Problem problem, Timetable earlier) {
        return gone;
    }

    @Override
    public Solve startSolve(SolveRequest request, SolveListener listener) {
        requests.add(request);
        listener.onProgress(progress());
        started.countDown();
        return new Solve() {
            @Override
            public Timetable await() throws InterruptedException {
                if (failure != null) {
                    throw failure;
                }
                if (onlyEndsWhenStopped) {
                    stopped.await();
                }
                return plan;
            }

            @Override
            public Timetable best() {
                return plan;
            }

            @Override
            public void stop() {
                stopped.countDown();
            }

            @Override
            public SolveProgress progress() {
                return FakePlanningFacade.this.progress();
            }
        };
    }

    @Override
    public Solve continuePlan(SolveRequest request, LocalDateTime now, SolveListener listener) {
        throw new UnsupportedOperationException("The fake planning facade has no plugins.");
    }

    private SolveProgress progress() {
        return new SolveProgress(plan.score(), plan.rules(), Duration.ZERO, 7, 70, Duration.ZERO);
    }

    @Override
    public List<Finding> validate(Problem problem, String hash, Timetable timetable) {
        return wrongInTimetable;
    }

    @Override
    public Timetable addMissingLessons(Problem problem, @Nullable Problem planned, Timetable timetable) {
        return timetable;
    }

    @Override
    public List<RuleViolation> checkTimetable(Problem problem, Timetable timetable) {
        return faults;
    }

    @Override
    public List<RuleViolation> checkRules(Problem problem, Timetable timetable) {
        return Stream.concat(faults.stream(), explainedFaults.stream()).toList();
    }

    @Override
    public List<CrossPlanViolation> checkAcrossPlans(Problem problem, Timetable timetable, List<OtherPlan> others) {
        return List.of();
    }

    @Override
    public List<RuleResult> evaluateWishes(Problem problem, Timetable timetable) {
        return timetable.rules().stream()
                .filter(rule -> rule.level() == Level.SOFT && rule.penalty() > 0)
                .toList();
    }

    @Override
    public String programVersion() {
        return "test";
    }

    @Override
    public FakeStaffingProofs staffingProofs() {
        return proofs;
    }

    @Override
    public PlanFidelity assessFidelity(Problem problem, Timetable timetable) {
        return fidelity;
    }

    @Override
    public PlanFidelity assessFidelity(Problem problem, Timetable timetable, List<RuleViolation> violations) {
        return fidelity;
    }

    @Override
    public List<FidelityReport> fidelityReports(Problem problem, Timetable timetable) {
        return fidelity.interventions();
    }

    @Override
    public Ledger ledger(Problem problem, Timetable timetable) {
        return ledger;
    }

    @Override
    public Map<String, String> typeNames(Locale language) {
        return Map.of("toy", "Leg");
    }

    @Override
    public List<Finding> write(Timetable timetable, Path file) {
        return diskIsFull
                ? List.of(Finding.error("file.not-writable", "", file))
                : AtomicFileWriter.write("seed " + timetable.seed(), file);
    }

    @Override
    public PlanChanger changePlan(ChangeRequest change, String hash) {
        throw new UnsupportedOperationException("The fake planning facade has no plugins.");
    }

    @Override
    public List<Finding> validateChange(ChangeRequest change) {
        return List.of();
    }

    @Override
    public ChangedProblemFile changedProblemFile(Path file, Problem changed) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Finding> write(String text, Path file) {
        return AtomicFileWriter.write(text, file);
    }

    @Override
    public List<ListDefinition> inputLists() {
        return List.of();
    }

    @Override
    public String problemSchema() {
        return "{\"title\":\"problem\"}";
    }

    @Override
    public String timetableSchema() {
        return "{\"title\":\"timetable\"}";
    }

    @Override
    public ImportResult importFiles(ImportRequest request) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ImportedPlan importPlan(
            Problem problem, String problemHash, @Nullable Timetable before, List<ImportRequest.NamedFile> files) {
        throw new UnsupportedOperationException();
    }

    @Override
    public String importMappingSchema() {
        return "{\"title\":\"import-mapping\"}";
    }

    @Override
    public List<InstalledPlugin> installedPlugins() {
        return installed;
    }

    @Override
    public List<SetAsideJar> pluginsSetAside() {
        return setAside;
    }
}
