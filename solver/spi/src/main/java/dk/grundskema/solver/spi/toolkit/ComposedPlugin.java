package dk.grundskema.solver.spi.toolkit;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.fidelity.FidelityReport;
import dk.grundskema.domain.finding.Fault;
import dk.grundskema.domain.finding.Finding;
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
 * A plugin put together of functions, one for each duty, so that its own class is only a table of contents. Duties beyond these, such as {@code
 * migrate} or {@code interruptions}, are overridden as in any other plugin.
 *
 * @param <P> record of parameters
 */
public abstract class ComposedPlugin<P extends Record> implements InterventionPlugin<P> {
    /** Finds what is wrong with an intervention, see {@link InterventionPlugin#validate}. */
    @FunctionalInterface
    public interface Validation<P extends Record> {
        /** What is wrong. */
        List<Finding> of(Intervention<P> intervention, Problem problem);
    }

    /** Says what an intervention needs, see {@link InterventionPlugin#expand}. */
    @FunctionalInterface
    public interface Expansion<P extends Record> {
        /** What it needs. */
        Demand of(Intervention<P> intervention, Problem problem, List<DateSpan> interruptions);
    }

    /** Declares rules over a demand, see {@link InterventionPlugin#rules}. */
    @FunctionalInterface
    public interface Rules<P extends Record> {
        /** The rules. */
        List<Rule> of(Intervention<P> intervention, Problem problem, Demand demand);
    }

    /** Counts before solving, see {@link InterventionPlugin#precheck}. */
    @FunctionalInterface
    public interface Precheck<P extends Record> {
        /** What is short. */
        List<Finding> of(Intervention<P> intervention, Problem problem, Demand demand);
    }

    /** Checks a finished timetable, see {@link InterventionPlugin#check}. */
    @FunctionalInterface
    public interface Check<P extends Record> {
        /** What is broken. */
        List<Fault> of(Intervention<P> intervention, Problem problem, Timetable timetable);
    }

    /** Reports on a finished timetable, see {@link InterventionPlugin#assess}. */
    @FunctionalInterface
    public interface Fidelity<P extends Record> {
        /** What is asked, and what there is of it. */
        FidelityReport of(Intervention<P> intervention, Problem problem, Timetable timetable);
    }

    /**
     * The functions of a plugin; each method sets the duty of its name. What isn't set finds nothing, asks for nothing, or decorates nothing.
     *
     * @param <P> record of parameters
     */
    public static final class Parts<P extends Record> {
        private final InterventionType type;
        private final Class<P> parameters;
        private final Expansion<P> expansion;
        private Validation<P> validation = (intervention, problem) -> List.of();
        private List<RuleType> ruleTypes = List.of();
        private Rules<P> rules = (intervention, problem, demand) -> List.of();
        private Precheck<P> precheck = (intervention, problem, demand) -> List.of();
        private Check<P> check = (intervention, problem, timetable) -> List.of();
        private @Nullable Fidelity<P> fidelity;
        private Decoration decoration = Decoration.NONE;
        private List<InputList> lists = List.of();

        private Parts(InterventionType type, Class<P> parameters, Expansion<P> expansion) {
            this.type = type;
            this.parameters = parameters;
            this.expansion = expansion;
        }

        /** What is wrong with an intervention. */
        public Parts<P> validated(Validation<P> value) {
            validation = value;
            return this;
        }

        /** The rules: their types, known without a plan, and how they are declared. */
        public Parts<P> ruled(List<RuleType> types, Rules<P> value) {
            ruleTypes = List.copyOf(types);
            rules = value;
            return this;
        }

        /** What is short by counting. */
        public Parts<P> prechecked(Precheck<P> value) {
            precheck = value;
            return this;
        }

        /** The hard and medium rules re-derived. */
        public Parts<P> checked(Check<P> value) {
            check = value;
            return this;
        }

        /** What is asked and what there is of it. */
        public Parts<P> assessed(Fidelity<P> value) {
            fidelity = value;
            return this;
        }

        /** How sessions are told apart, the same for all interventions. */
        public Parts<P> decorated(Decoration value) {
            decoration = value;
            return this;
        }

        /** The lists that people fill in. */
        public Parts<P> listed(InputList... value) {
            lists = List.of(value);
            return this;
        }
    }

    private final Parts<P> parts;

    /** A plugin of these functions. */
    protected ComposedPlugin(Parts<P> parts) {
        this.parts = parts;
    }

    /**
     * Begins with what every plugin has.
     *
     * @param type       its type
     * @param parameters its record of parameters
     * @param expansion  what an intervention needs, given the interruptions of others
     */
    protected static <P extends Record> Parts<P> parts(
            InterventionType type, Class<P> parameters, Expansion<P> expansion) {
        return new Parts<>(type, parameters, expansion);
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
        return parts.validation.of(intervention, problem);
    }

    @Override
    public final Demand expand(Intervention<P> intervention, Problem problem) {
        return parts.expansion.of(intervention, problem, List.of());
    }

    @Override
    public final Demand expand(Intervention<P> intervention, Problem problem, List<DateSpan> interruptions) {
        return parts.expansion.of(intervention, problem, interruptions);
    }

    @Override
    public final List<RuleType> ruleTypes() {
        return parts.ruleTypes;
    }

    @Override
    public final List<Rule> rules(Intervention<P> intervention, Problem problem, Demand demand) {
        return parts.rules.of(intervention, problem, demand);
    }

    @Override
    public final List<Finding> precheck(Intervention<P> intervention, Problem problem, Demand demand) {
        return parts.precheck.of(intervention, problem, demand);
    }

    @Override
    public final List<Fault> check(Intervention<P> intervention, Problem problem, Timetable timetable) {
        return parts.check.of(intervention, problem, timetable);
    }

    @Override
    public final FidelityReport assess(Intervention<P> intervention, Problem problem, Timetable timetable) {
        Fidelity<P> fidelity = parts.fidelity;
        return fidelity == null
                ? FidelityReport.empty(intervention.id())
                : fidelity.of(intervention, problem, timetable);
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
