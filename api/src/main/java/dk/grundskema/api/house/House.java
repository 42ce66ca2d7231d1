package dk.grundskema.api.house;

import dk.grundskema.api.imports.ImportRequest;
import dk.grundskema.api.imports.Imported;
import dk.grundskema.api.imports.table.lists.AskedList;
import dk.grundskema.api.planning.ChangedProblem;
import dk.grundskema.api.platform.Read;
import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.fidelity.FidelityReport;
import dk.grundskema.domain.fidelity.PlanFidelity;
import dk.grundskema.domain.finding.Fault;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.engine.Replan;
import dk.grundskema.solver.engine.ReplanRequest;
import dk.grundskema.solver.engine.Solve;
import dk.grundskema.solver.engine.SolveListener;
import dk.grundskema.solver.engine.SolveRequest;
import dk.grundskema.solver.ledger.Ledger;
import dk.grundskema.solver.spi.Decoration;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;

/** What commands need of the rest of the house. Whatever these throw is the program's own failure. */
public interface House {
    /** The texts of the core, the domain and the plugins. */
    List<ResourceBundle> texts(Locale language);

    /** The problem in a file, or what is wrong with the file. */
    Read<Problem> problem(Path file);

    /** The timetable in a file, or what is wrong with the file. */
    Read<Timetable> timetable(Path file);

    /** Everything that is wrong with a problem that could be read. */
    List<Finding> validate(Problem problem);

    /** What the interventions of a valid problem ask for. */
    List<Demand> demands(Problem problem);

    /** How the meetings of a valid problem's interventions are told apart at a glance. */
    Map<InterventionId, Decoration> decorations(Problem problem);

    /** What is short in a valid problem, by counting. */
    List<Finding> precheck(Problem problem);

    /** What of an earlier timetable is gone from a valid problem. */
    List<Finding> leftOut(Problem problem, Timetable earlier);

    /** Begins a solve. */
    Solve start(SolveRequest request, SolveListener listener);

    /** What a timetable names that a valid problem of the given hash lacks. */
    List<Finding> validate(Problem problem, String hash, Timetable timetable);

    /** Where a timetable breaks hard and medium rules. */
    List<Fault> check(Problem problem, Timetable timetable);

    /** What a timetable gives of what is asked of such interventions. */
    PlanFidelity assess(Problem problem, Timetable timetable);

    /** The same of each intervention alone, in the problem's order. */
    List<FidelityReport> reports(Problem problem, Timetable timetable);

    /** Who gets how much of what in a timetable in which nothing is unknown. */
    Ledger ledger(Problem problem, Timetable timetable);

    /** What intervention types are called, by their ids. */
    Map<String, String> typeNames(Locale language);

    /** Writes a timetable whole; says why if it can't be written, and the file is then as it was. */
    List<Finding> write(Timetable timetable, Path file);

    /** A plan in use when people are away. */
    Replan replan(ReplanRequest request);

    /** The text of a problem's file in which availability and locks are those of a changed problem. */
    ChangedProblem changed(Path file, Problem changed);

    /** Writes a text whole; says why if it can't be written, and the file is then as it was. */
    List<Finding> write(String text, Path file);

    /** The lists that plugins ask people to fill in. */
    List<AskedList> lists();

    /** The JSON Schema of problems. */
    String problemSchema();

    /** The JSON Schema of timetables. */
    String timetableSchema();

    /** What comes of files that a school has. */
    Imported imported(ImportRequest request);

    /** The JSON Schema of mapping files of imports. */
    String importMappingSchema();
}
