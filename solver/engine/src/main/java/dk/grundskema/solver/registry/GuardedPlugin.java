package dk.grundskema.solver.registry;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.Seat;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.fidelity.FidelityReport;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.DateSpan;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.spi.Decoration;
import dk.grundskema.solver.spi.InputList;
import dk.grundskema.solver.spi.InterventionPlugin;
import dk.grundskema.solver.spi.InterventionType;
import dk.grundskema.solver.spi.RequiredSupport;
import dk.grundskema.solver.spi.Rule;
import dk.grundskema.solver.spi.RuleType;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All calls of the core into one plugin. If a method throws, returns {@code null} or returns what the contract forbids, the exception names plugin, method
 * and intervention.
 */
final class GuardedPlugin<P extends Record> implements InterventionPlugin<P> {
    private static final List<Locale> LANGUAGES = List.of(Locale.of("da"), Locale.ENGLISH);

    private final InterventionPlugin<P> plugin;
    private final @Nullable WatchedPlugin watched;
    private final String name;
    private final InterventionType type;
    private final Class<P> parameterType;
    private final List<RuleType> ruleTypes;
    private final Set<String> ruleIds;
    private final Map<Locale, ResourceBundle> texts = new ConcurrentHashMap<>();

    /**
     * @param plugin a plugin that fulfils the start-up part of its contract
     */
    GuardedPlugin(InterventionPlugin<P> plugin) {
        this(plugin, null);
    }

    /**
     * @param plugin a plugin that fulfils the start-up part of its contract
     * @param watched limits the time of its calls and names where it is from; {@code null} for plugins of the program
     */
    GuardedPlugin(InterventionPlugin<P> plugin, @Nullable WatchedPlugin watched) {
        this.plugin = plugin;
        this.watched = watched;
        this.type = plugin.type();
        this.name = watched == null ? type.id() : type.id() + ", " + watched.origin();
        this.parameterType = plugin.parameterType();
        this.ruleTypes = List.copyOf(plugin.ruleTypes());
        this.ruleIds = ruleTypes.stream().map(RuleType::id).collect(Collectors.toUnmodifiableSet());
        if (watched != null) {
            LANGUAGES.forEach(this::texts);
        }
    }

    /** Returns the plugin itself. */
    InterventionPlugin<P> plugin() {
        return plugin;
    }

    /** Gives calls little time from now on, because the program is to end. */
    void hurry() {
        if (watched != null) {
            watched.hurry();
        }
    }

    /** Returns why the plugin is not called any more until the program starts anew; empty if it is called. */
    Optional<String> reasonNotCalled() {
        return Optional.ofNullable(watched).map(WatchedPlugin::refusal);
    }

    @Override
    public InterventionType type() {
        return type;
    }

    @Override
    public Class<P> parameterType() {
        return parameterType;
    }

    @Override
    public List<Finding> validate(Intervention<P> intervention, Problem problem) {
        return call("validate", intervention, () -> plugin.validate(intervention, problem));
    }

    @Override
    public P withExplicitDefaults(Intervention<P> intervention, Problem problem) {
        return call("withExplicitDefaults", intervention, () -> plugin.withExplicitDefaults(intervention, problem));
    }

    @Override
    public Demand expand(Intervention<P> intervention, Problem problem) {
        return checkDemand(intervention, call("expand", intervention, () -> plugin.expand(intervention, problem)));
    }

    @Override
    public List<DateSpan> interruptions(Intervention<P> intervention, Problem problem) {
        return call("interruptions", intervention, () -> plugin.interruptions(intervention, problem));
    }

    @Override
    public Demand expand(Intervention<P> intervention, Problem problem, List<DateSpan> interruptions) {
        return checkDemand(
                intervention, call("expand", intervention, () -> plugin.expand(intervention, problem, interruptions)));
    }

    private Demand checkDemand(Intervention<P> intervention, Demand demand) {
        var sessions = new HashSet<SessionId>();
        for (Session session : demand.sessions()) {
            if (!session.intervention().equals(intervention.id())) {
                throw failure(
                        "expand",
                        intervention.id(),
                        "The session (%s) is for another intervention (%s)."
                                .formatted(session.id(), session.intervention()),
                        null);
            }
            if (!sessions.add(session.id())) {
                throw failure(
                        "expand", intervention.id(), "Two sessions have the id (%s).".formatted(session.id()), null);
            }
        }
        var seats = new HashSet<Object>();
        for (Seat seat : demand.seats()) {
            if (!seats.add(seat.id())) {
                throw failure("expand", intervention.id(), "Two seats have the id (%s).".formatted(seat.id()), null);
            }
            seat.sessions().stream()
                    .filter(session -> !sessions.contains(session))
                    .findFirst()
                    .ifPresent(unknown -> {
                        throw failure(
                                "expand",
                                intervention.id(),
                                "The seat (%s) is of a session that the demand does not have (%s)."
                                        .formatted(seat.id(), unknown),
                                null);
                    });
        }
        return demand;
    }

    @Override
    public List<RuleType> ruleTypes() {
        return ruleTypes;
    }

    @Override
    public List<Rule> rules(Intervention<P> intervention, Problem problem, Demand demand) {
        List<Rule> rules = call("rules", intervention, () -> plugin.rules(intervention, problem, demand));
        rules.forEach(rule -> requireDeclared("rules", intervention, rule.type().id()));
        return watched == null
                ? rules
                : rules.stream()
                        .map(rule -> GuardedRules.guard(rule, watched, intervention.id()))
                        .toList();
    }

    private void requireDeclared(String method, Intervention<P> intervention, String rule) {
        if (!ruleIds.contains(rule)) {
            throw failure(method, intervention.id(), "Its ruleTypes() do not declare (%s).".formatted(rule), null);
        }
    }

    @Override
    public List<Finding> precheck(Intervention<P> intervention, Problem problem, Demand demand) {
        return call("precheck", intervention, () -> plugin.precheck(intervention, problem, demand));
    }

    @Override
    public List<RuleViolation> check(Intervention<P> intervention, Problem problem, Timetable timetable) {
        List<RuleViolation> violations =
                call("check", intervention, () -> plugin.check(intervention, problem, timetable));
        violations.forEach(violation -> requireDeclared("check", intervention, violation.rule()));
        return violations;
    }

    @Override
    public List<RequiredSupport> requiredSupport(
            Intervention<P> intervention, Problem problem, Demand demand, Timetable timetable) {
        return call(
                "requiredSupport",
                intervention,
                () -> plugin.requiredSupport(intervention, problem, demand, timetable));
    }

    @Override
    public Decoration decorate(Intervention<P> intervention, Problem problem) {
        return call("decorate", intervention, () -> plugin.decorate(intervention, problem));
    }

    @Override
    public FidelityReport assess(Intervention<P> intervention, Problem problem, Timetable timetable) {
        return call("assess", intervention, () -> plugin.assess(intervention, problem, timetable));
    }

    @Override
    public FidelityReport assess(
            Intervention<P> intervention, Problem problem, List<DateSpan> interruptions, Timetable timetable) {
        return call("assess", intervention, () -> plugin.assess(intervention, problem, interruptions, timetable));
    }

    @Override
    public Optional<P> withOneSeatFewer(Intervention<P> intervention, Problem problem, SessionId session) {
        return call("withOneSeatFewer", intervention, () -> plugin.withOneSeatFewer(intervention, problem, session));
    }

    @Override
    public P withOneMorePerson(P parameters, StaffId person) {
        return call("withOneMorePerson", null, () -> plugin.withOneMorePerson(parameters, person));
    }

    @Override
    public List<InputList> lists() {
        return call("lists", null, plugin::lists);
    }

    @Override
    public Map<String, Object> fromLists(Map<String, List<Map<String, Object>>> rows) {
        return call("fromLists", null, () -> plugin.fromLists(rows));
    }

    @Override
    public Optional<InputList.CellOrigin> originInLists(String pointer) {
        return call("originInLists", null, () -> plugin.originInLists(pointer));
    }

    /** Texts are asked for once in each language: pages need them, whatever became of the plugin since. */
    @Override
    public ResourceBundle texts(Locale locale) {
        ResourceBundle known = texts.get(locale);
        if (known != null) {
            return known;
        }
        ResourceBundle asked = askTexts(locale);
        texts.put(locale, asked);
        return asked;
    }

    private ResourceBundle askTexts(Locale locale) {
        try {
            return limit("texts", null, () -> plugin.texts(locale));
        } catch (MissingResourceException | PluginFailedException e) {
            throw e; // the first is allowed by the contract
        } catch (RuntimeException | LinkageError e) {
            throw failure("texts", null, e + ".", e);
        }
    }

    @Override
    public Map<String, Object> migrate(int fromVersion, Map<String, Object> old) {
        return call("migrate", null, () -> plugin.migrate(fromVersion, old));
    }

    private <T> T call(String method, @Nullable Intervention<P> intervention, Supplier<T> call) {
        InterventionId id = intervention == null ? null : intervention.id();
        T answer;
        try {
            answer = limit(method, id, call);
        } catch (PluginFailedException e) {
            throw e;
        } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError e) {
            throw failure(method, id, e + ".", e);
        }
        if (isNull(answer)) {
            throw failure(method, id, "It returned null.", null);
        }
        return answer;
    }

    <T> T limit(String method, @Nullable InterventionId intervention, Supplier<T> call) {
        return watched == null
                ? call.get()
                : watched.call(
                        (reason, cause) -> new PluginFailedException(name, method, intervention, reason, cause), call);
    }

    /** Checks for a {@code null} that the contract forbids but a plugin compiled without null checks may return. */
    private static boolean isNull(@Nullable Object value) {
        return value == null;
    }

    private PluginFailedException failure(
            String method, @Nullable InterventionId intervention, String reason, @Nullable Throwable cause) {
        return new PluginFailedException(name, method, intervention, reason, cause);
    }
}
