package dk.grundskema.api.planning;

import dk.grundskema.api.documents.file.AtomicFileWriter;
import dk.grundskema.api.documents.file.Sha256;
import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.documents.json.ReadResult;
import dk.grundskema.api.documents.problem.ChangedProblemFile;
import dk.grundskema.api.documents.problem.MailAddressChecker;
import dk.grundskema.api.documents.problem.ProblemReader;
import dk.grundskema.api.documents.timetable.TimetableReader;
import dk.grundskema.api.documents.timetable.TimetableWriter;
import dk.grundskema.api.imports.FileImporter;
import dk.grundskema.api.imports.ImportRequest;
import dk.grundskema.api.imports.ImportResult;
import dk.grundskema.api.imports.ImportTexts;
import dk.grundskema.api.imports.table.TablePreview;
import dk.grundskema.api.imports.table.file.TableFileReader;
import dk.grundskema.api.imports.table.file.TableReadResult;
import dk.grundskema.api.imports.table.lists.ListDefinition;
import dk.grundskema.api.planning.catalogue.FileFormatSchemas;
import dk.grundskema.api.planning.plansheet.ImportedPlan;
import dk.grundskema.api.planning.plansheet.PlanSheetPreview;
import dk.grundskema.api.planning.plansheet.PlanSheetPreviewer;
import dk.grundskema.api.planning.status.PlanStatus;
import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.fidelity.FidelityReport;
import dk.grundskema.domain.fidelity.PlanFidelity;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.people.FairLoad;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.RuleResult;
import dk.grundskema.domain.timetable.Score;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.change.ChangeRequest;
import dk.grundskema.solver.change.ChangeValidator;
import dk.grundskema.solver.change.PlanChanger;
import dk.grundskema.solver.change.PlanContinuer;
import dk.grundskema.solver.check.CrossPlanViolation;
import dk.grundskema.solver.check.LeftOutSeat;
import dk.grundskema.solver.check.OtherPlan;
import dk.grundskema.solver.check.StaffRestReport;
import dk.grundskema.solver.check.TimetableChecker;
import dk.grundskema.solver.check.ViolationLocator;
import dk.grundskema.solver.check.ViolationPlace;
import dk.grundskema.solver.edit.ManualChange;
import dk.grundskema.solver.edit.ManualChangeResult.AppliedChanges;
import dk.grundskema.solver.edit.MeetingOptions;
import dk.grundskema.solver.edit.WishCosts;
import dk.grundskema.solver.edit.Workbench;
import dk.grundskema.solver.engine.Planner;
import dk.grundskema.solver.engine.Solve;
import dk.grundskema.solver.engine.SolveListener;
import dk.grundskema.solver.engine.SolveRequest;
import dk.grundskema.solver.ledger.Ledger;
import dk.grundskema.solver.ledger.LedgerBuilder;
import dk.grundskema.solver.proof.CpSatLibrary;
import dk.grundskema.solver.proof.ExactSeatRepair;
import dk.grundskema.solver.proof.ProofTexts;
import dk.grundskema.solver.proof.StaffingProof;
import dk.grundskema.solver.proof.StaffingRemedies;
import dk.grundskema.solver.registry.InstalledPlugin;
import dk.grundskema.solver.registry.Interruptions;
import dk.grundskema.solver.registry.PluginRegistry;
import dk.grundskema.solver.registry.SetAsideJar;
import dk.grundskema.solver.report.FidelityAssessor;
import dk.grundskema.solver.spi.Decoration;
import dk.grundskema.solver.spi.InterventionPlugin;
import dk.grundskema.solver.spi.InterventionType;
import java.lang.ref.SoftReference;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Planning operations with the plugins on the class path and in the plugin folder. */
public final class PluginPlanningFacade implements PlanningFacade {
    /** Environment variable with the path of the plugin folder. */
    private static final String FOLDER = "GRUNDSKEMA_PLUGINS";

    /** Environment variable with the longest time of a call into a plugin of that folder, in seconds. */
    private static final String CALL_SECONDS = "GRUNDSKEMA_PLUGIN_SECONDS";

    /** Stands for the version of code outside a jar. */
    private static final String UNRELEASED = "unreleased";

    private final PluginRegistry registry;
    private final Planner planner;
    private final TimetableChecker checker;
    private final String programVersion;
    private final StaffingProofs proofs;

    /** Workbench of the timetable asked about last: options and changes of one timetable are asked for together. */
    private volatile SoftReference<PreparedWorkbench> lastOpened = new SoftReference<>(null);

    private record PreparedWorkbench(Problem problem, Timetable timetable, Workbench workbench) {}

    /** Uses only the plugins on the class path. */
    public PluginPlanningFacade() {
        this(Map.of());
    }

    /**
     * @param environment environment variables, which may name the plugin folder and the time limit of its plugins
     * @throws dk.grundskema.solver.registry.PluginRefusedException if a plugin of the program breaks its contract, or the folder cannot be read
     */
    public PluginPlanningFacade(Map<String, String> environment) {
        registry = loadPlugins(environment.getOrDefault(FOLDER, ""), environment.get(CALL_SECONDS));
        checker = new TimetableChecker(registry::find);
        programVersion = programVersion(registry, PlanStatus.FORMAT);
        var proof = new StaffingProof(checker, CpSatLibrary.installed());
        planner = new Planner(registry).withOpenSeatRepair(new ExactSeatRepair(proof));
        proofs = new PluginStaffingProofs(
                planner,
                checker,
                proof,
                new StaffingRemedies(checker, CpSatLibrary.installed(), planner::demands, registry::find));
    }

    /** Returns what sheets with a finished plan make of a plan. */
    public PlanSheetPreview previewPlanSheets(Workbench bench, List<Demand> demands, List<TableReadResult> files) {
        return new PlanSheetPreviewer(checker, bench, demands).preview(files);
    }

    @Override
    public ImportedPlan importPlan(
            Problem problem, String problemHash, @Nullable Timetable before, List<ImportRequest.NamedFile> files) {
        Workbench bench = registry.callRules(() -> before == null
                ? Workbench.ofOpenPlan(registry, problem, problemHash)
                : Workbench.of(registry, problem, before));
        List<TableReadResult> tables = files.stream()
                .map(file -> TableFileReader.read(file.name(), file.path()))
                .toList();
        return new ImportedPlan(bench, previewPlanSheets(bench, expandDemands(problem), tables));
    }

    /** Returns the installed intervention types. */
    public PluginRegistry plugins() {
        return registry;
    }

    @Override
    public List<InstalledPlugin> installedPlugins() {
        return registry.installed();
    }

    @Override
    public void hurryPlugins() {
        registry.hurry();
    }

    @Override
    public List<SetAsideJar> pluginsSetAside() {
        return registry.setAside();
    }

    /** Reads a problem from JSON. Returns the problem or all its errors, including those of its interventions as far as they can be checked. */
    public ReadResult<Problem> readProblem(String json) {
        return new ProblemReader(registry).read(json, planner::validate);
    }

    /** Returns the problem of parsed JSON, with the hash of the JSON, or everything that is wrong with it. */
    public ReadResult<Problem> readProblem(ReadResult.Success<Json> json) {
        return new ProblemReader(registry).read(json, planner::validate);
    }

    /** Returns a problem that is only looked at: interventions whose plugin is missing keep their parameters unread. */
    public ReadResult<Problem> readProblemForViewing(ReadResult.Success<Json> json) {
        return ProblemReader.forViewing(registry).read(json, problem -> List.of());
    }

    private static PluginRegistry loadPlugins(String folder, @Nullable String callSeconds) {
        ClassLoader own = PluginPlanningFacade.class.getClassLoader();
        if (folder.isEmpty()) {
            return PluginRegistry.load(own);
        }
        return PluginRegistry.load(own, Path.of(folder), callSeconds);
    }

    @Override
    public List<ResourceBundle> textBundles(Locale language) {
        var bundles = new ArrayList<>(registry.bundles(language));
        bundles.addAll(ImportTexts.bundles(language));
        bundles.add(ProofTexts.bundle(language));
        return bundles;
    }

    @Override
    public ReadResult<Problem> readProblem(Path file) {
        return new ProblemReader(registry).read(file, planner::validate);
    }

    @Override
    public ReadResult<Timetable> readTimetable(Path file) {
        return new TimetableReader().read(file);
    }

    @Override
    public List<Finding> validate(Problem problem) {
        var findings = new ArrayList<>(planner.validate(problem));
        findings.addAll(MailAddressChecker.findUnsendable(problem));
        return List.copyOf(findings);
    }

    @Override
    public List<Demand> expandDemands(Problem problem) {
        if (problem.interventions().stream()
                .allMatch(one -> registry.find(one.type()).isPresent())) {
            return planner.demands(problem);
        }
        var demands = new ArrayList<Demand>();
        var interruptions = Interruptions.of(problem, registry::find);
        for (Intervention<?> intervention : problem.interventions()) {
            registry.find(intervention.type())
                    .ifPresent(plugin -> demands.add(expandDemand(plugin, intervention, problem, interruptions)));
        }
        return demands;
    }

    @Override
    public Map<InterventionId, Decoration> decorations(Problem problem) {
        var decorations = new HashMap<InterventionId, Decoration>();
        for (Intervention<?> intervention : problem.interventions()) {
            registry.find(intervention.type())
                    .ifPresent(
                            plugin -> decorations.put(intervention.id(), decorationOf(plugin, intervention, problem)));
        }
        return decorations;
    }

    @SuppressWarnings("unchecked") // the reader created the parameters with the plugin's type
    private static <P extends Record> Decoration decorationOf(
            InterventionPlugin<P> plugin, Intervention<?> intervention, Problem problem) {
        return plugin.decorate((Intervention<P>) intervention, problem);
    }

    @SuppressWarnings("unchecked") // the reader created the parameters with the plugin's type
    private static <P extends Record> Demand expandDemand(
            InterventionPlugin<P> plugin, Intervention<?> intervention, Problem problem, Interruptions interruptions) {
        return plugin.expand((Intervention<P>) intervention, problem, interruptions.ofOthers(intervention));
    }

    /** Returns the parameters of an intervention with the defaults of its type filled in; unchanged if the type is not installed. */
    public Record explicitParameters(Intervention<?> intervention, Problem problem) {
        return registry.find(intervention.type())
                .<Record>map(plugin -> explicitParameters(plugin, intervention, problem))
                .orElse(intervention.parameters());
    }

    @SuppressWarnings("unchecked") // the reader created the parameters with the plugin's type
    private static <P extends Record> P explicitParameters(
            InterventionPlugin<P> plugin, Intervention<?> intervention, Problem problem) {
        return plugin.withExplicitDefaults((Intervention<P>) intervention, problem);
    }

    @Override
    public List<Finding> precheck(Problem problem) {
        return planner.precheck(problem);
    }

    @Override
    public List<Finding> differencesFromEarlier(Problem problem, Timetable earlier) {
        return planner.differencesFromReference(problem, earlier);
    }

    @Override
    public Solve startSolve(SolveRequest request, SolveListener listener) {
        return registry.callRules(() -> planner.start(request, listener));
    }

    @Override
    public Solve continuePlan(SolveRequest request, LocalDateTime now, SolveListener listener) {
        return registry.callRules(() -> new PlanContinuer(registry, request, now).start(planner, listener));
    }

    @Override
    public List<Finding> validate(Problem problem, String hash, Timetable timetable) {
        return checker.validate(problem, hash, timetable);
    }

    @Override
    public Timetable addMissingLessons(Problem problem, @Nullable Problem planned, Timetable timetable) {
        return planner.addMissingLessons(problem, planned, timetable);
    }

    @Override
    public List<RuleViolation> checkTimetable(Problem problem, Timetable timetable) {
        return checker.check(problem, timetable);
    }

    @Override
    public List<RuleViolation> checkRules(Problem problem, Timetable timetable) {
        return checker.checkRules(problem, timetable);
    }

    @Override
    public Score evaluateScore(Problem problem, Timetable timetable, List<RuleViolation> charged) {
        return registry.callRules(() -> WishCosts.score(registry, problem, timetable, charged));
    }

    @Override
    public List<LeftOutSeat> findLeftOutSeats(Problem problem, Timetable timetable) {
        return checker.findLeftOutSeats(problem, timetable);
    }

    @Override
    public List<CrossPlanViolation> checkAcrossPlans(Problem problem, Timetable timetable, List<OtherPlan> others) {
        return checker.checkAcrossPlans(problem, timetable, others);
    }

    @Override
    public List<RuleResult> evaluateWishes(Problem problem, Timetable timetable) {
        return registry.callRules(() -> WishCosts.of(registry, problem, timetable));
    }

    @Override
    public List<List<ViolationPlace>> locate(Problem problem, Timetable timetable, List<RuleViolation> violations) {
        ViolationLocator locator = violationLocator(problem, timetable);
        return violations.stream().map(locator::find).toList();
    }

    @Override
    public Function<Meeting, MeetingOptions> options(Problem problem, Timetable timetable) {
        return workbench(problem, timetable)::optionsOf;
    }

    @SuppressWarnings("ReferenceEquality") // comparing whole timetables would take longer than it saves
    private Workbench workbench(Problem problem, Timetable timetable) {
        PreparedWorkbench prepared = lastOpened.get();
        if (prepared == null || prepared.problem() != problem || prepared.timetable() != timetable) {
            Workbench opened = registry.callRules(() -> Workbench.of(registry, problem, timetable));
            prepared = new PreparedWorkbench(problem, timetable, opened);
            lastOpened = new SoftReference<>(prepared);
        }
        return prepared.workbench();
    }

    @Override
    public Function<List<ManualChange>, Optional<Timetable>> changes(Problem problem, Timetable timetable) {
        Workbench workbench = workbench(problem, timetable);
        return changes -> workbench.tryChanges(changes, false) instanceof AppliedChanges made
                ? Optional.of(made.timetable(timetable.problem()))
                : Optional.empty();
    }

    @Override
    public Optional<Problem> lock(Problem problem, Timetable timetable, Predicate<ManualChange> isLocked) {
        return workbench(problem, timetable).lock(isLocked);
    }

    @Override
    public String programVersion() {
        return programVersion;
    }

    /**
     * Each plugin counts with the version of its jar, so that a new jar makes another version even if its parameters stay the same.
     *
     * @param statusFormat see {@link PlanStatus#FORMAT}; between two releases, it is what distinguishes two programs
     */
    static String programVersion(PluginRegistry registry, int statusFormat) {
        var parts = new StringBuilder(Objects.requireNonNullElse(
                        PluginPlanningFacade.class.getPackage().getImplementationVersion(), UNRELEASED))
                .append(" status:")
                .append(statusFormat);
        for (InstalledPlugin installed : registry.installed()) {
            InterventionType type = installed.plugin().type();
            parts.append(' ')
                    .append(type.id())
                    .append(':')
                    .append(type.parameterVersion())
                    .append(':')
                    .append(Objects.requireNonNullElse(installed.version(), UNRELEASED));
        }
        return Sha256.of(parts.toString());
    }

    @Override
    public StaffingProofs staffingProofs() {
        return proofs;
    }

    /** Returns the working and rest times of all staff in a timetable, in the problem's order. */
    public List<StaffRestReport> rests(Problem problem, Timetable timetable) {
        return checker.rests(problem, timetable);
    }

    /** Returns what finds the meetings of a timetable in which violations are. */
    public ViolationLocator violationLocator(Problem problem, Timetable timetable) {
        return checker.locator(problem, timetable);
    }

    /** Returns the share of each staff member in the work that is distributed fairly, and the fair share. */
    public Map<StaffId, Map<FairLoad.Kind, FairLoad>> fairLoads(Problem problem, Timetable timetable) {
        return planner.fairLoads(problem, timetable);
    }

    @Override
    public PlanFidelity assessFidelity(Problem problem, Timetable timetable) {
        return new FidelityAssessor(registry::find, checker).assess(problem, timetable);
    }

    @Override
    public PlanFidelity assessFidelity(Problem problem, Timetable timetable, List<RuleViolation> violations) {
        return new FidelityAssessor(registry::find, checker).assess(problem, timetable, violations);
    }

    @Override
    public List<FidelityReport> fidelityReports(Problem problem, Timetable timetable) {
        return new FidelityAssessor(registry::find, checker).reports(problem, timetable);
    }

    @Override
    public Ledger ledger(Problem problem, Timetable timetable) {
        return LedgerBuilder.build(problem, timetable, id -> registry.find(id).map(plugin -> plugin.type()));
    }

    @Override
    public Map<String, String> typeNames(Locale language) {
        var names = new HashMap<String, String>();
        registry.all()
                .forEach(plugin -> names.put(
                        plugin.type().id(),
                        Texts.of(language, plugin.texts(language)).text("type.name")));
        return names;
    }

    @Override
    public List<Finding> write(Timetable timetable, Path file) {
        return TimetableWriter.write(timetable, file);
    }

    @Override
    public PlanChanger changePlan(ChangeRequest change, String hash) {
        return registry.callRules(() -> new PlanChanger(registry, checker, change, hash));
    }

    @Override
    public List<Finding> validateChange(ChangeRequest change) {
        return ChangeValidator.validate(change, expandDemands(change.after()));
    }

    @Override
    public ChangedProblemFile changedProblemFile(Path file, Problem changed) {
        return ChangedProblemFile.of(registry, file, changed);
    }

    @Override
    public List<Finding> write(String text, Path file) {
        return AtomicFileWriter.write(text, file);
    }

    @Override
    public List<ListDefinition> inputLists() {
        return registry.all().stream()
                .flatMap(plugin -> ListDefinition.of(plugin).stream())
                .toList();
    }

    @Override
    public String problemSchema() {
        return new FileFormatSchemas(registry).problemSchema();
    }

    @Override
    public String timetableSchema() {
        return new FileFormatSchemas(registry).timetableSchema();
    }

    /** Returns the tables in the imported files, in the order of the files; files without tables are left out. */
    public List<TablePreview> readTables(ImportRequest request) {
        return new FileImporter(registry, this::validate).readTables(request);
    }

    @Override
    public ImportResult importFiles(ImportRequest request) {
        return new FileImporter(registry, this::validate).importFiles(request);
    }

    @Override
    public String importMappingSchema() {
        return new FileFormatSchemas(registry).importMappingSchema();
    }
}
