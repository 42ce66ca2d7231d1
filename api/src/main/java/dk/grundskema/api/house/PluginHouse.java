package dk.grundskema.api.house;

import dk.grundskema.api.catalogue.Schemas;
import dk.grundskema.api.imports.FileImport;
import dk.grundskema.api.imports.ImportRequest;
import dk.grundskema.api.imports.ImportTexts;
import dk.grundskema.api.imports.Imported;
import dk.grundskema.api.imports.table.SeenTable;
import dk.grundskema.api.imports.table.lists.AskedList;
import dk.grundskema.api.planning.ChangedProblem;
import dk.grundskema.api.planning.MailAddresses;
import dk.grundskema.api.planning.ProblemReader;
import dk.grundskema.api.platform.Read;
import dk.grundskema.api.platform.WholeFile;
import dk.grundskema.api.timetable.TimetableReader;
import dk.grundskema.api.timetable.TimetableWriter;
import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.fidelity.FidelityReport;
import dk.grundskema.domain.fidelity.PlanFidelity;
import dk.grundskema.domain.finding.Fault;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.people.FairLoad;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.check.Rests;
import dk.grundskema.solver.check.TimetableChecker;
import dk.grundskema.solver.engine.Planner;
import dk.grundskema.solver.engine.Replan;
import dk.grundskema.solver.engine.ReplanRequest;
import dk.grundskema.solver.engine.Solve;
import dk.grundskema.solver.engine.SolveListener;
import dk.grundskema.solver.engine.SolveRequest;
import dk.grundskema.solver.ledger.Ledger;
import dk.grundskema.solver.ledger.LedgerMaker;
import dk.grundskema.solver.registry.PluginFolder;
import dk.grundskema.solver.registry.PluginRegistry;
import dk.grundskema.solver.report.FidelityAssessor;
import dk.grundskema.solver.spi.Decoration;
import dk.grundskema.solver.spi.Interruptions;
import dk.grundskema.solver.spi.InterventionPlugin;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;

/** The house with the plugins that are on the class path, and those that were dropped into a folder. */
public final class PluginHouse implements House {
    /** Variable of the environment that names the folder of further plugins. */
    private static final String FOLDER = "GRUNDSKEMA_PLUGINS";

    private final PluginRegistry registry;
    private final Planner planner;
    private final TimetableChecker checker;

    /** Only what is on the class path. */
    public PluginHouse() {
        this(Map.of());
    }

    /**
     * @param environment names the folder of further plugins; without it there is none
     * @throws dk.grundskema.solver.registry.PluginRefusedException if a plugin breaks its contract, or the folder can't be read
     */
    public PluginHouse(Map<String, String> environment) {
        registry = PluginRegistry.load(loader(environment.getOrDefault(FOLDER, "")));
        planner = new Planner(registry);
        checker = new TimetableChecker(registry::find);
    }

    /** The intervention types that there are. */
    public PluginRegistry plugins() {
        return registry;
    }

    /** The problem in a text of JSON, or everything that is wrong with it, with its interventions as far as the rest lets one tell. */
    public Read<Problem> problem(String json) {
        return new ProblemReader(registry).read(json, planner::validate);
    }

    private static ClassLoader loader(String folder) {
        ClassLoader own = PluginHouse.class.getClassLoader();
        return folder.isEmpty() ? own : PluginFolder.loader(Path.of(folder), own);
    }

    @Override
    public List<ResourceBundle> texts(Locale language) {
        var bundles = new ArrayList<>(registry.bundles(language));
        bundles.addAll(ImportTexts.bundles(language));
        return bundles;
    }

    @Override
    public Read<Problem> problem(Path file) {
        return new ProblemReader(registry).read(file, planner::validate);
    }

    @Override
    public Read<Timetable> timetable(Path file) {
        return new TimetableReader().read(file);
    }

    @Override
    public List<Finding> validate(Problem problem) {
        var findings = new ArrayList<>(planner.validate(problem));
        findings.addAll(MailAddresses.unsendable(problem));
        return List.copyOf(findings);
    }

    @Override
    public List<Demand> demands(Problem problem) {
        if (problem.interventions().stream()
                .allMatch(one -> registry.find(one.type()).isPresent())) {
            return planner.demands(problem);
        }
        var demands = new ArrayList<Demand>();
        var interruptions = Interruptions.of(problem, registry::find);
        for (Intervention<?> intervention : problem.interventions()) {
            registry.find(intervention.type())
                    .ifPresent(plugin -> demands.add(expand(plugin, intervention, problem, interruptions)));
        }
        return demands;
    }

    @Override
    public Map<InterventionId, Decoration> decorations(Problem problem) {
        var decorations = new HashMap<InterventionId, Decoration>();
        for (Intervention<?> intervention : problem.interventions()) {
            registry.find(intervention.type())
                    .ifPresent(plugin -> decorations.put(intervention.id(), decorate(plugin, intervention, problem)));
        }
        return decorations;
    }

    @SuppressWarnings("unchecked") // the reader made the parameters as the plugin's type
    private static <P extends Record> Decoration decorate(
            InterventionPlugin<P> plugin, Intervention<?> intervention, Problem problem) {
        return plugin.decorate((Intervention<P>) intervention, problem);
    }

    @SuppressWarnings("unchecked") // the reader made the parameters as the plugin's type
    private static <P extends Record> Demand expand(
            InterventionPlugin<P> plugin, Intervention<?> intervention, Problem problem, Interruptions interruptions) {
        return plugin.expand((Intervention<P>) intervention, problem, interruptions.besides(intervention));
    }

    /** The parameters of an intervention with everything said that they leave to its type; those of a type that isn't there as they are. */
    public Record spelledOut(Intervention<?> intervention, Problem problem) {
        return registry.find(intervention.type())
                .<Record>map(plugin -> spelledOut(plugin, intervention, problem))
                .orElse(intervention.parameters());
    }

    @SuppressWarnings("unchecked") // the reader made the parameters as the plugin's type
    private static <P extends Record> P spelledOut(
            InterventionPlugin<P> plugin, Intervention<?> intervention, Problem problem) {
        return plugin.spelledOut((Intervention<P>) intervention, problem);
    }

    @Override
    public List<Finding> precheck(Problem problem) {
        return planner.precheck(problem);
    }

    @Override
    public List<Finding> leftOut(Problem problem, Timetable earlier) {
        return planner.differencesFromReference(problem, earlier);
    }

    @Override
    public Solve start(SolveRequest request, SolveListener listener) {
        return planner.start(request, listener);
    }

    @Override
    public List<Finding> validate(Problem problem, String hash, Timetable timetable) {
        return checker.validate(problem, hash, timetable);
    }

    @Override
    public List<Fault> check(Problem problem, Timetable timetable) {
        return checker.check(problem, timetable);
    }

    /** When everybody works and rests by a timetable, in the problem's order. */
    public List<Rests> rests(Problem problem, Timetable timetable) {
        return checker.rests(problem, timetable);
    }

    /** What everybody has by a timetable of the work that is shared fairly, and what would be fair. */
    public Map<StaffId, Map<FairLoad.Kind, FairLoad>> fairLoads(Problem problem, Timetable timetable) {
        return planner.fairLoads(problem, timetable);
    }

    @Override
    public PlanFidelity assess(Problem problem, Timetable timetable) {
        return new FidelityAssessor(registry::find).assess(problem, timetable);
    }

    @Override
    public List<FidelityReport> reports(Problem problem, Timetable timetable) {
        return new FidelityAssessor(registry::find).reports(problem, timetable);
    }

    @Override
    public Ledger ledger(Problem problem, Timetable timetable) {
        return LedgerMaker.make(problem, timetable, id -> registry.find(id).map(plugin -> plugin.type()));
    }

    @Override
    public Map<String, String> typeNames(Locale language) {
        var names = new HashMap<String, String>();
        registry.all()
                .forEach(plugin ->
                        names.put(plugin.type().id(), plugin.texts(language).getString("type.name")));
        return names;
    }

    @Override
    public List<Finding> write(Timetable timetable, Path file) {
        return TimetableWriter.write(timetable, file);
    }

    @Override
    public Replan replan(ReplanRequest request) {
        return planner.replan(request);
    }

    @Override
    public ChangedProblem changed(Path file, Problem changed) {
        return ChangedProblem.of(registry, file, changed);
    }

    @Override
    public List<Finding> write(String text, Path file) {
        return WholeFile.write(text, file);
    }

    @Override
    public List<AskedList> lists() {
        return registry.all().stream()
                .flatMap(plugin -> AskedList.of(plugin).stream())
                .toList();
    }

    @Override
    public String problemSchema() {
        return new Schemas(registry).problem();
    }

    @Override
    public String timetableSchema() {
        return new Schemas(registry).timetable();
    }

    /** The tables of files as they are read, in the order of the files; files of other kinds have none. */
    public List<SeenTable> tables(ImportRequest request) {
        return new FileImport(registry, this::validate).tables(request);
    }

    @Override
    public Imported imported(ImportRequest request) {
        return new FileImport(registry, this::validate).of(request);
    }

    @Override
    public String importMappingSchema() {
        return new Schemas(registry).importMapping();
    }
}
