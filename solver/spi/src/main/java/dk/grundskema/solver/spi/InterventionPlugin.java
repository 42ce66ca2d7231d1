package dk.grundskema.solver.spi;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.fidelity.FidelityReport;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.DateSpan;
import dk.grundskema.domain.timetable.Timetable;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;

/**
 * An intervention type. One jar, found by {@link java.util.ServiceLoader}: a public class with a public constructor without
 * parameters, named in {@code META-INF/services/dk.grundskema.solver.spi.InterventionPlugin}.
 *
 * <p><b>Call order.</b> At start-up {@link #type()}, {@link #parameterType()}, {@link #ruleTypes()} and
 * {@link #texts(Locale)}, once each and before anything else; a plugin that breaks their contract is refused by name. For each
 * intervention of a problem: {@link #validate}, and only if that found no error {@link #expand}, then {@link #rules} and {@link #precheck} with the
 * result of {@code expand}. {@link #check} and {@link #assess} are called on finished timetables without a preceding {@code expand}, also on
 * timetables that were changed by hand or imported.
 *
 * <p><b>Duties.</b> All methods are pure and deterministic: equal arguments give equal results, without clock, random numbers or files. Several
 * threads call them at once. Arguments and results are never {@code null}. If a method throws, the work on that problem ends, and the message names
 * the plugin.
 *
 * @param <P> record of parameters; files, forms, JSON Schema and defaults derive from it
 */
public interface InterventionPlugin<P extends Record> {
    /** Returns the kind of intervention; always the same value. */
    InterventionType type();

    /**
     * Returns the record of parameters. Its components may be text, integers, decimal numbers, booleans, enums, ids, dates, times, lists, sets,
     * maps with text keys, and further records of these. The record validates itself in its constructor.
     */
    Class<P> parameterType();

    /**
     * Validates one intervention against its own limits and the rest of the problem, and returns all findings at once.
     *
     * @return findings with pointers relative to the intervention ({@code /parameters/…}); codes start with the type's id and a dot; empty if there
     *     are none
     */
    List<Finding> validate(Intervention<P> intervention, Problem problem);

    /**
     * Returns the parameters with the defaults of the type filled in, where users may want to see and change them: a time frame, dates, names. The
     * result requests the same as the given parameters. Called for valid interventions.
     *
     * @return by default the parameters unchanged
     */
    default P withExplicitDefaults(Intervention<P> intervention, Problem problem) {
        return intervention.parameters();
    }

    /**
     * Returns the demand of one intervention. Ids of sessions and seats start with the intervention's id and a slash. They are the same each time
     * the intervention is expanded and do not change when another part of the problem changes.
     *
     * @throws RuntimeException only if {@link #validate} would have found an error
     */
    Demand expand(Intervention<P> intervention, Problem problem);

    /**
     * Returns the dates on which the intervention takes its participants out of their ordinary week, as a camp in term time does. Interventions
     * with a weekly plan plan such weeks separately.
     *
     * @return spans of dates, in any order; by default none
     */
    default List<DateSpan> interruptions(Intervention<P> intervention, Problem problem) {
        return List.of();
    }

    /**
     * Returns the demand of one intervention, given that others interrupt ordinary weeks. This is the method that the core calls.
     *
     * @param interruptions the interruptions of all other interventions of the problem, in the problem's order; empty means none
     * @return by default the result of {@link #expand(Intervention, Problem)}
     */
    default Demand expand(Intervention<P> intervention, Problem problem, List<DateSpan> interruptions) {
        return expand(intervention, problem);
    }

    /** Returns all rules that the plugin may declare, independent of a plan; ids start with the type's id and a dot. */
    List<RuleType> ruleTypes();

    /** Returns the rules of one intervention with shape and cost function; numbers come from its parameters, types are among {@link #ruleTypes}. */
    List<Rule> rules(Intervention<P> intervention, Problem problem, Demand demand);

    /**
     * Reports shortages and impossible requirements before the solve, found by counting, in the planner's terms, with figures and the changes that
     * are needed at least. Counting does not show that they are enough, so texts do not say so. The core counts the needs of every plan (people at a time, hours, rooms).
     *
     * @return findings, warnings or information; empty if nothing is short
     */
    List<Finding> precheck(Intervention<P> intervention, Problem problem, Demand demand);

    /**
     * Checks the plugin's hard and medium rules on the finished timetable, and that the timetable contains the whole demand. The implementation
     * shares no code with {@link #rules}. The core checks the rules of every plan.
     *
     * @return a violation for each place where a rule is broken, with the same amount that the rule charges
     */
    List<RuleViolation> check(Intervention<P> intervention, Problem problem, Timetable timetable);

    /**
     * Returns how much support each class, group and student must get, to be compared with what was held.
     *
     * @param demand the result of {@code expand}
     * @return by default the sessions of the demand, counted by participants. A plugin whose support is one seat of a lesson, or is counted in a full
     *     week, derives it itself
     */
    default List<RequiredSupport> requiredSupport(
            Intervention<P> intervention, Problem problem, Demand demand, Timetable timetable) {
        return RequiredSupport.of(demand, timetable);
    }

    /**
     * Returns names, categories and colours for kinds and subjects of the intervention's sessions. Called for valid interventions by code that
     * renders timetables and creates calendars.
     *
     * @return marks whose names and categories are keys of {@link #texts}, or texts; by default none, and the renderer chooses
     */
    default Decoration decorate(Intervention<P> intervention, Problem problem) {
        return Decoration.NONE;
    }

    /**
     * Reports the requirements of the source documents on such an intervention and what a finished timetable gives of them. The implementation
     * reads parameters and timetable only, never the demand, the rules or the score, so that it also verifies those. Called like {@link #check},
     * also on timetables that were changed by hand.
     *
     * @return asks with codes {@code <type>.ask.<kebab-name>}, reasons with codes that start with the type's id and a dot; each code has its text
     *     in both languages, see {@link dk.grundskema.domain.fidelity.Ask}. By default there are no asks
     */
    default FidelityReport assess(Intervention<P> intervention, Problem problem, Timetable timetable) {
        return FidelityReport.empty(intervention.id());
    }

    /**
     * Reports the same when other interventions take people out of their ordinary week. Code that reports on a timetable calls this method.
     *
     * @param interruptions the interruptions of all other interventions of the problem, as for {@link #expand(Intervention, Problem, List)}
     * @return by default the result of {@link #assess(Intervention, Problem, Timetable)}
     */
    default FidelityReport assess(
            Intervention<P> intervention, Problem problem, List<DateSpan> interruptions, Timetable timetable) {
        return assess(intervention, problem, timetable);
    }

    /**
     * Returns the parameters with one required seat fewer in a session, or with one session fewer a week of the same kind, as a change that might be
     * offered where staff is short. Other sessions that the same parameter is about, such as the same block on other days, may change too. What the
     * guides ask for at least is not given up. Called for valid interventions.
     *
     * @param session a session of the intervention's demand
     * @return by default empty: the plugin offers no such change
     */
    default Optional<P> withOneSeatFewer(Intervention<P> intervention, Problem problem, SessionId session) {
        return Optional.empty();
    }

    /**
     * Returns the parameters with one more person among those who may take part, as a change that might be offered where staff is short. Called
     * for valid interventions.
     *
     * @param person a staff member of the problem to be
     * @return by default the parameters unchanged, which is right if they name no staff
     */
    default P withOneMorePerson(P parameters, StaffId person) {
        return parameters;
    }

    /**
     * Returns the lists that users fill in to request such an intervention: sheets of the template that imports read.
     *
     * @return lists with different keys; by default none
     */
    default List<InputList> lists() {
        return List.of();
    }

    /**
     * Converts filled lists to parameters; only called if a list has a row. The parameters are validated afterwards, by their record and
     * {@link #validate}.
     *
     * @param rows the rows of each list by the list's key, in order; each row has the values of its filled columns by their keys, of the types that
     *     {@link InputList.Kind} specifies
     * @return parameters as a file has them: text, numbers, booleans, lists and maps; by default the rows of each list are the parameter with the
     *     list's key, and the value of each column is the component with the column's key
     */
    default Map<String, Object> fromLists(Map<String, List<Map<String, Object>>> rows) {
        return Map.copyOf(rows);
    }

    /**
     * Returns the cell of the lists that a part of the parameters comes from, so that a finding can point to it.
     *
     * @param pointer JSON pointer into parameters that {@link #fromLists} returned, such as {@code /pool/2/staffId}
     * @return empty if it is not known; the default matches the default of {@link #fromLists}
     */
    default Optional<InputList.CellOrigin> originInLists(String pointer) {
        return InputList.CellOrigin.ofPointer(lists(), pointer);
    }

    /**
     * Returns the texts of types, rules, findings and parameters in a language, by default from {@code messages_<language>.properties} in the
     * package of the plugin's class. {@code field.<Record>.<part>} describes a parameter; the optional {@code source.<Record>.<part>} names the
     * document and part that its figure or rule comes from.
     *
     * @throws java.util.MissingResourceException if there are none
     */
    default ResourceBundle texts(Locale locale) {
        return ResourceBundle.getBundle(
                getClass().getPackageName() + ".messages",
                locale,
                getClass().getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /**
     * Migrates parameters of an earlier version to the current one; called before they are read as {@link #parameterType()}.
     *
     * @param fromVersion version of the given parameters, 1 or more and below the current one
     * @param old         the parameters as in the file: text, numbers, booleans, lists and maps
     * @return the parameters in the current form of the file; by default unchanged
     */
    default Map<String, Object> migrate(int fromVersion, Map<String, Object> old) {
        return old;
    }
}
