package dk.grundskema.solver.spi;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.fidelity.FidelityReport;
import dk.grundskema.domain.finding.Fault;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.intervention.Intervention;
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
 * intervention of a problem: {@link #validate}, and only if that found no error {@link #expand}, then {@link #rules} and
 * {@link #precheck} with what {@code expand} gave. {@link #check} and {@link #assess} are called on finished timetables, also on such as were
 * changed by hand or come from elsewhere, without a preceding {@code expand}.
 *
 * <p><b>Duties.</b> All methods are pure and deterministic: same arguments, same answer, no clock, no random numbers, no files. They
 * are called from several threads at once. Nothing given is {@code null}, and nothing returned may be. A method that
 * throws is the plugin's fault; the work on that problem ends and the plugin is named.
 *
 * @param <P> record of parameters; files, forms, JSON Schema and defaults derive from it
 */
public interface InterventionPlugin<P extends Record> {
    /** What kind of intervention this is; always the same. */
    InterventionType type();

    /**
     * The record of parameters. Its components are what files may hold: text, whole and broken numbers, booleans, enums, ids,
     * dates, times, lists, sets, maps by text, and further records of such. It checks itself in its constructor.
     */
    Class<P> parameterType();

    /**
     * Everything that is wrong with one intervention or doesn't fit the rest of the problem, all at once.
     *
     * @return findings with pointers relative to the intervention ({@code /parameters/…}); codes start with the type's id
     *     and a dot; empty if nothing is to be said
     */
    List<Finding> validate(Intervention<P> intervention, Problem problem);

    /**
     * The parameters with everything said that they leave to the type, where people may want to see and change it: a frame that is ours, dates, names.
     * With them the intervention asks for the same. Called for valid interventions.
     *
     * @return by default the parameters as they are
     */
    default P spelledOut(Intervention<P> intervention, Problem problem) {
        return intervention.parameters();
    }

    /**
     * What one intervention needs. Ids of sessions and seats are the same whenever the same intervention is expanded, start with the
     * intervention's id and a slash, and don't change when something else in the problem does.
     *
     * @throws RuntimeException only if {@link #validate} would have found an error
     */
    Demand expand(Intervention<P> intervention, Problem problem);

    /**
     * Dates on which the intervention takes those who take part out of their ordinary week, as a camp in term does. Others, whose plans repeat
     * from week to week, plan such weeks apart.
     *
     * @return spans of dates, in any order; by default none
     */
    default List<DateSpan> interruptions(Intervention<P> intervention, Problem problem) {
        return List.of();
    }

    /**
     * What one intervention needs when others interrupt ordinary weeks. This is what the core calls.
     *
     * @param interruptions the interruptions of all other interventions of the problem, in the problem's order; empty means none
     * @return what {@link #expand(Intervention, Problem)} gives, unless the plugin minds
     */
    default Demand expand(Intervention<P> intervention, Problem problem, List<DateSpan> interruptions) {
        return expand(intervention, problem);
    }

    /** All rules that the plugin may declare, known without a plan; ids start with the type's id and a dot. */
    List<RuleType> ruleTypes();

    /** The rules of one intervention with shape and function, numbers from its parameters; types are among {@link #ruleTypes}. */
    List<Rule> rules(Intervention<P> intervention, Problem problem, Demand demand);

    /**
     * What is impossible or short by counting, said before any solving in the planner's terms, with figures and the smallest
     * changes that would do. What every plan needs (people at a time, hours, rooms) is counted by the core.
     *
     * @return findings, warnings or information; empty if nothing is short
     */
    List<Finding> precheck(Intervention<P> intervention, Problem problem, Demand demand);

    /**
     * The plugin's hard and medium rules re-derived from the finished timetable, sharing nothing with {@link #rules}: also
     * whether everything that is demanded is there. What every plan needs is checked by the core.
     *
     * @return a fault for each place where a rule is broken, with the same amount that the rule charges
     */
    List<Fault> check(Intervention<P> intervention, Problem problem, Timetable timetable);

    /**
     * How the intervention's sessions are told apart at a glance: names, categories and colours of kinds and subjects. Called for valid
     * interventions, by those who draw timetables and make calendars.
     *
     * @return marks whose names and categories are keys of {@link #texts}, or words; by default nothing, and then those who draw choose
     */
    default Decoration decorate(Intervention<P> intervention, Problem problem) {
        return Decoration.NONE;
    }

    /**
     * What is asked of such an intervention by the documents it is from, and what a finished timetable gives of it: read off parameters
     * and timetable alone, never the demand, the rules or the score, so that it judges their work, too. Called as {@link #check} is,
     * also on timetables that were changed by hand.
     *
     * @return asks with codes {@code <type>.ask.<kebab-name>}, reasons with codes that start with the type's id and a dot; each
     *     code has its text in both languages, see {@link dk.grundskema.domain.fidelity.Ask}. By default nothing is asked
     */
    default FidelityReport assess(Intervention<P> intervention, Problem problem, Timetable timetable) {
        return FidelityReport.empty(intervention.id());
    }

    /**
     * Lists that people fill in to ask for such an intervention: sheets of the template that imports read.
     *
     * @return lists with different keys; by default none
     */
    default List<InputList> lists() {
        return List.of();
    }

    /**
     * Makes parameters of filled lists; only called if a list has a row. Whether they are good is for their record and {@link #validate} to say.
     *
     * @param rows  for the key of each list its rows, in order; each row has the values of its filled columns by their keys, as
     *     {@link InputList.Kind} says
     * @return parameters as a file has them: text, numbers, booleans, lists and maps; by default each list's rows are the parameter of the
     *     list's key, and each column's value the component of the column's key
     */
    default Map<String, Object> fromLists(Map<String, List<Map<String, Object>>> rows) {
        return Map.copyOf(rows);
    }

    /**
     * Which cell of the lists a part of the parameters comes from, so that what is wrong with it is said there.
     *
     * @param pointer JSON pointer into parameters that {@link #fromLists} made, such as {@code /pool/2/staffId}
     * @return empty if nobody knows; by default what goes with {@link #fromLists}
     */
    default Optional<InputList.Origin> originInLists(String pointer) {
        return InputList.Origin.ofPointer(lists(), pointer);
    }

    /**
     * Texts of types, rules, findings and parameters in a language, by default from {@code messages_<language>.properties}
     * beside the plugin's class. What a parameter means is {@code field.<Record>.<part>}; where its figure or rule is from,
     * document and part, may be said by {@code source.<Record>.<part>}.
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
     * Brings parameters of an earlier version to the present one; called before they are read as {@link #parameterType()}.
     *
     * @param fromVersion version of the parameters given, 1 or more and below the present one
     * @param old         the parameters as the file has them: text, numbers, booleans, lists and maps
     * @return the parameters in the present form, in the same terms; by default unchanged
     */
    default Map<String, Object> migrate(int fromVersion, Map<String, Object> old) {
        return old;
    }
}
