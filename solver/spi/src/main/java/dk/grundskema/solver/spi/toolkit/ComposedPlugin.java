package dk.grundskema.solver.spi.toolkit;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.fidelity.FidelityReport;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.DateSpan;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.spi.Decoration;
import dk.grundskema.solver.spi.InputList;
import dk.grundskema.solver.spi.InterventionPlugin;
import dk.grundskema.solver.spi.InterventionType;
import dk.grundskema.solver.spi.Rule;
import dk.grundskema.solver.spi.RuleType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A plugin composed of functions, one per task, so that a plugin's own class is only a table of contents. Optional methods without a function, such
 * as {@code migrate} or {@code interruptions}, are overridden as in any other plugin.
 *
 * @param <P> record of parameters
 */
public abstract class ComposedPlugin<P extends Record> implements InterventionPlugin<P> {
    /** Validates an intervention, see {@link InterventionPlugin#validate}. */
    @FunctionalInterface
    public interface Validator<P extends Record> {
        /** Returns all findings. */
        List<Finding> validate(Intervention<P> intervention, Problem problem);
    }

    /** Expands an intervention to its demand, see {@link InterventionPlugin#expand}. */
    @FunctionalInterface
    public interface DemandExpander<P extends Record> {
        /** Returns the demand. */
        Demand expand(Intervention<P> intervention, Problem problem, List<DateSpan> interruptions);
    }

    /** Declares rules over a demand, see {@link InterventionPlugin#rules}. */
    @FunctionalInterface
    public interface RuleDeclarer<P extends Record> {
        /** Returns the rules. */
        List<Rule> declare(Intervention<P> intervention, Problem problem, Demand demand);
    }

    /** Counts before solving, see {@link InterventionPlugin#precheck}. */
    @FunctionalInterface
    public interface Prechecker<P extends Record> {
        /** Returns findings about what is impossible or short. */
        List<Finding> precheck(Intervention<P> intervention, Problem problem, Demand demand);
    }

    /** Checks a finished timetable, see {@link InterventionPlugin#check}. */
    @FunctionalInterface
    public interface Checker<P extends Record> {
        /** Returns the violations. */
        List<RuleViolation> check(Intervention<P> intervention, Problem problem, Timetable timetable);
    }

    /** Reports on a finished timetable, see {@link InterventionPlugin#assess}. */
    @FunctionalInterface
    public interface Assessor<P extends Record> {
        /** Returns the requirements and what the timetable gives of them. */
        FidelityReport assess(Intervention<P> intervention, Problem problem, Timetable timetable);
    }

    /** Reports on a finished timetable, given the interruptions of other interventions, see {@link InterventionPlugin#assess}. */
    @FunctionalInterface
    public interface InterruptedAssessor<P extends Record> {
        /** Returns the requirements and what the timetable gives of them. */
        FidelityReport assess(
                Intervention<P> intervention, Problem problem, List<DateSpan> interruptions, Timetable timetable);
    }

    /**
     * The functions of a plugin. Each method sets the function of its name. Functions that are not set return nothing.
     *
     * @param <P> record of parameters
     */
    public static final class PluginParts<P extends Record> {
        private final InterventionType type;
        private final Class<P> parameters;
        private final DemandExpander<P> expansion;
        private Validator<P> validation = (intervention, problem) -> List.of();
        private List<RuleType> ruleTypes = List.of();
        private RuleDeclarer<P> rules = (intervention, problem, demand) -> List.of();
        private Prechecker<P> precheck = (intervention, problem, demand) -> List.of();
        private Checker<P> check = (intervention, problem, timetable) -> List.of();
        private @Nullable InterruptedAssessor<P> fidelity;
        private Decoration decoration = Decoration.NONE;
        private List<InputList> lists = List.of();

        private PluginParts(InterventionType type, Class<P> parameters, DemandExpander<P> expansion) {
            this.type = type;
            this.parameters = parameters;
            this.expansion = expansion;
        }

        /** Sets the validation. */
        public PluginParts<P> validator(Validator<P> value) {
            validation = value;
            return this;
        }

        /** Sets the rule types, which are known without a plan, and the function that declares the rules. */
        public PluginParts<P> rules(List<RuleType> types, RuleDeclarer<P> value) {
            ruleTypes = List.copyOf(types);
            rules = value;
            return this;
        }

        /** Sets the counting before solving. */
        public PluginParts<P> prechecker(Prechecker<P> value) {
            precheck = value;
            return this;
        }

        /** Sets the check of hard and medium rules on a finished timetable. */
        public PluginParts<P> checker(Checker<P> value) {
            check = value;
            return this;
        }

        /** Sets the fidelity report. */
        public PluginParts<P> assessor(Assessor<P> value) {
            fidelity =
                    (intervention, problem, interruptions, timetable) -> value.assess(intervention, problem, timetable);
            return this;
        }

        /** Sets the fidelity report of a plugin that must know the interruptions of other interventions. */
        public PluginParts<P> interruptedAssessor(InterruptedAssessor<P> value) {
            fidelity = value;
            return this;
        }

        /** Sets the decoration, the same for all interventions. */
        public PluginParts<P> decoration(Decoration value) {
            decoration = value;
            return this;
        }

        /** Sets the input lists. */
        public PluginParts<P> lists(InputList... value) {
            lists = List.of(value);
            return this;
        }
    }

    private final PluginParts<P> parts;

    /** Creates a plugin of these functions. */
    protected ComposedPlugin(PluginParts<P> parts) {
        this.parts = parts;
    }

    /**
     * Starts with the parts that every plugin has.
     *
     * @param type       its type
     * @param parameters its record of parameters
     * @param expansion  returns the demand of an intervention, given the interruptions of others
     */
    protected static <P extends Record> PluginParts<P> parts(
            InterventionType type, Class<P> parameters, DemandExpander<P> expansion) {
        return new PluginParts<>(type, parameters, expansion);
    }

    @Override
    public final InterventionType type() {
        return parts.type;
    }

    @Override
    public final Class<P> parameterType() {
        return parts.parameters;
    }

    @Override
    public final List<Finding> validate(Intervention<P> intervention, Problem problem) {
        return parts.validation.validate(intervention, problem);
    }

    @Override
    public final Demand expand(Intervention<P> intervention, Problem problem) {
        return parts.expansion.expand(intervention, problem, List.of());
    }

    @Override
    public final Demand expand(Intervention<P> intervention, Problem problem, List<DateSpan> interruptions) {
        return parts.expansion.expand(intervention, problem, interruptions);
    }

    @Override
    public final List<RuleType> ruleTypes() {
        return parts.ruleTypes;
    }

    @Override
    public final List<Rule> rules(Intervention<P> intervention, Problem problem, Demand demand) {
        return parts.rules.declare(intervention, problem, demand);
    }

    @Override
    public final List<Finding> precheck(Intervention<P> intervention, Problem problem, Demand demand) {
        return parts.precheck.precheck(intervention, problem, demand);
    }

    @Override
    public final List<RuleViolation> check(Intervention<P> intervention, Problem problem, Timetable timetable) {
        return parts.check.check(intervention, problem, timetable);
    }

    @Override
    public final FidelityReport assess(Intervention<P> intervention, Problem problem, Timetable timetable) {
        return assess(intervention, problem, List.of(), timetable);
    }

    @Override
    public final FidelityReport assess(
            Intervention<P> intervention, Problem problem, List<DateSpan> interruptions, Timetable timetable) {
        InterruptedAssessor<P> fidelity = parts.fidelity;
        return fidelity == null
                ? FidelityReport.empty(intervention.id())
                : fidelity.assess(intervention, problem, interruptions, timetable);
    }

    @Override
    public Decoration decorate(Intervention<P> intervention, Problem problem) {
        return parts.decoration;
    }

    @Override
    public final List<InputList> lists() {
        return parts.lists;
    }
}
