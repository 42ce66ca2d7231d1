package dk.grundskema.api.planning;

import dk.grundskema.api.documents.json.ReadResult;
import dk.grundskema.api.documents.problem.ChangedProblemFile;
import dk.grundskema.api.imports.ImportRequest;
import dk.grundskema.api.imports.ImportResult;
import dk.grundskema.api.imports.table.lists.ListDefinition;
import dk.grundskema.api.planning.plansheet.ImportedPlan;
import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.fidelity.FidelityReport;
import dk.grundskema.domain.fidelity.PlanFidelity;
import dk.grundskema.domain.finding.Finding;
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
import dk.grundskema.solver.engine.Solve;
import dk.grundskema.solver.engine.SolveListener;
import dk.grundskema.solver.engine.SolveRequest;
import dk.grundskema.solver.ledger.Ledger;
import dk.grundskema.solver.registry.InstalledPlugin;
import dk.grundskema.solver.registry.SetAsideJar;
import dk.grundskema.solver.spi.Decoration;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Facade with the planning operations that commands use: read, validate, expand, solve, check, report, import and write. Invalid input is returned as
 * findings; an exception means a failure of the program or a plugin. {@link PluginPlanningFacade} implements it with the installed plugins. The
 * interface exists so that commands can be tested without them.
 */
public interface PlanningFacade {
    /** Returns the texts of the core, the domain and the plugins. */
    List<ResourceBundle> textBundles(Locale language);

    /** Reads a problem file. Returns the problem or the errors in the file. */
    ReadResult<Problem> readProblem(Path file);

    /** Reads a timetable file. Returns the timetable or the errors in the file. */
    ReadResult<Timetable> readTimetable(Path file);

    /** Returns all errors and warnings of a problem that could be read. */
    List<Finding> validate(Problem problem);

    /** Returns the demands of a valid problem's interventions. */
    List<Demand> expandDemands(Problem problem);

    /** Returns the styles of the meetings of a valid problem's interventions. */
    Map<InterventionId, Decoration> decorations(Problem problem);

    /** Returns shortages in a valid problem that follow from simple counts. */
    List<Finding> precheck(Problem problem);

    /** Returns what an earlier timetable has that a valid problem lacks. */
    List<Finding> differencesFromEarlier(Problem problem, Timetable earlier);

    /** Starts a solver run. */
    Solve startSolve(SolveRequest request, SolveListener listener);

    /**
     * Starts a solver run that continues a plan in use from a moment: what began before it stays as it is.
     *
     * @param request the problem, and as the reference the plan in use; {@link #validateChange} finds no error in a change of it to the same problem
     * @param now     the moment, in local time of the problem's zone
     */
    Solve continuePlan(SolveRequest request, LocalDateTime now, SolveListener listener);

    /** Returns what a timetable refers to that a valid problem with the given hash lacks. */
    List<Finding> validate(Problem problem, String hash, Timetable timetable);

    /**
     * Returns a timetable whose problem was edited since with the lessons of the school's timetable that it lacks and that the problem asks for by now: they are held,
     * without the adults that nobody has planned yet. A lesson that the problem asked for when it was planned stays missing.
     *
     * @param planned the problem that the timetable was planned for; {@code null} if it is not known: then all lessons that it lacks are added
     */
    Timetable addMissingLessons(Problem problem, @Nullable Problem planned, Timetable timetable);

    /** Returns the violations of hard and medium rules in a timetable, and differences from what is asked for, each mistake once. */
    List<RuleViolation> checkTimetable(Problem problem, Timetable timetable);

    /** Returns all that the hard and medium rules of the search charge, by the independent checker; the arguments are those of {@link #checkTimetable}. */
    List<RuleViolation> checkRules(Problem problem, Timetable timetable);

    /**
     * Returns the score of a timetable: what the independent checker charges, and what its wishes cost, evaluated from scratch. The other arguments are those of
     * {@link #checkTimetable}.
     *
     * @param charged what {@link #checkRules} returns for it
     */
    Score evaluateScore(Problem problem, Timetable timetable, List<RuleViolation> charged);

    /** Returns the required seats that the meetings of a timetable leave out altogether; the arguments are those of {@link #checkTimetable}. */
    List<LeftOutSeat> findLeftOutSeats(Problem problem, Timetable timetable);

    /** Returns what a timetable and the plans of the same people break only together, like {@link dk.grundskema.solver.check.TimetableChecker#checkAcrossPlans}. */
    List<CrossPlanViolation> checkAcrossPlans(Problem problem, Timetable timetable, List<OtherPlan> others);

    /** Returns what each soft rule costs in a timetable, evaluated from scratch; rules without a penalty are left out. */
    List<RuleResult> evaluateWishes(Problem problem, Timetable timetable);

    /** Returns the meetings of a timetable in which each of some violations is; none for a violation that is in no meeting. */
    List<List<ViolationPlace>> locate(Problem problem, Timetable timetable, List<RuleViolation> violations);

    /** Returns what could be otherwise about each meeting of a timetable. */
    Function<Meeting, MeetingOptions> options(Problem problem, Timetable timetable);

    /** Returns what a timetable becomes after changes by hand, one after the other; a function that returns empty if one is invalid. */
    Function<List<ManualChange>, Optional<Timetable>> changes(Problem problem, Timetable timetable);

    /** Returns the problem with all decisions of a timetable locked that are named, besides its own locks; empty if one cannot be locked. */
    Optional<Problem> lock(Problem problem, Timetable timetable, Predicate<ManualChange> isLocked);

    /** Returns the version of the program, its plugins and the format of the status: at most 64 characters, another one if one of them changes. */
    String programVersion();

    /** Returns what proofs about staffing can say about a problem and its timetables. */
    StaffingProofs staffingProofs();

    /** Returns how far a timetable fulfils the requests of all interventions. */
    PlanFidelity assessFidelity(Problem problem, Timetable timetable);

    /** Returns the same for a timetable that was checked, with the violations that were found, as if the planner had accepted nothing. */
    PlanFidelity assessFidelity(Problem problem, Timetable timetable, List<RuleViolation> violations);

    /** Returns how far a timetable fulfils the requests of each intervention, in the problem's order. */
    List<FidelityReport> fidelityReports(Problem problem, Timetable timetable);

    /** Returns the ledger of a timetable that refers to nothing unknown. */
    Ledger ledger(Problem problem, Timetable timetable);

    /** Returns the names of intervention types by id. */
    Map<String, String> typeNames(Locale language);

    /** Writes a timetable atomically. Returns the reasons if it cannot be written; the file is unchanged then. */
    List<Finding> write(Timetable timetable, Path file);

    /** Returns the text of a problem's file with the availability and locks of a changed problem. */
    ChangedProblemFile changedProblemFile(Path file, Problem changed);

    /** Writes a text atomically. Returns the reasons if it cannot be written; the file is unchanged then. */
    List<Finding> write(String text, Path file);

    /** Returns the plugins in use, in order of their types' ids. */
    List<InstalledPlugin> installedPlugins();

    /** Gives calls of plugins in jars little time from now on, because the program is to end. */
    default void hurryPlugins() {}

    /** Returns the jars of the plugin folder that are not used, in order of their names. */
    List<SetAsideJar> pluginsSetAside();

    /** Returns the input lists that plugins define. */
    List<ListDefinition> inputLists();

    /** Returns the JSON Schema of problems. */
    String problemSchema();

    /** Returns the JSON Schema of timetables. */
    String timetableSchema();

    /** Imports a school's files. */
    ImportResult importFiles(ImportRequest request);

    /**
     * Reads sheets with a finished plan and says what they make of a plan.
     *
     * @param problem     a valid problem
     * @param problemHash its hash
     * @param before      the plan to compare with; {@code null} means one in which nothing is decided
     * @param files       the sheets
     */
    ImportedPlan importPlan(
            Problem problem, String problemHash, @Nullable Timetable before, List<ImportRequest.NamedFile> files);

    /** Returns the JSON Schema of mapping files for imports. */
    String importMappingSchema();

    /**
     * Prepares a change of a plan in use at a moment.
     *
     * @param change a change without errors of {@link #validateChange}
     * @param hash   hash of the changed problem, as hexadecimal text
     */
    PlanChanger changePlan(ChangeRequest change, String hash);

    /**
     * Returns what speaks against a change of a plan in use: the moment, what has begun, and locks.
     *
     * @return errors with empty pointers; empty if the change can be planned
     */
    List<Finding> validateChange(ChangeRequest change);
}
