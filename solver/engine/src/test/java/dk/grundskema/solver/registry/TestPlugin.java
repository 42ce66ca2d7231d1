package dk.grundskema.solver.registry;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.spi.InterventionPlugin;
import dk.grundskema.solver.spi.InterventionType;
import dk.grundskema.solver.spi.Rule;
import dk.grundskema.solver.spi.RuleType;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;

/** A plugin that fulfils its contract; tests change one thing. */
class TestPlugin implements InterventionPlugin<TestPlugin.Parameters> {
    record Parameters(int number) {}

    private final InterventionType type;

    TestPlugin() {
        this("walk");
    }

    TestPlugin(String id) {
        this(new InterventionType(id, 1, InterventionType.Category.AROUND, "a test"));
    }

    TestPlugin(InterventionType type) {
        this.type = type;
    }

    @Override
    public InterventionType type() {
        return type;
    }

    @Override
    public Class<Parameters> parameterType() {
        return Parameters.class;
    }

    @Override
    public List<Finding> validate(Intervention<Parameters> intervention, Problem problem) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Demand expand(Intervention<Parameters> intervention, Problem problem) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<RuleType> ruleTypes() {
        return List.of(RuleType.soft(type.id() + ".too-far", 3, RuleType.OURS));
    }

    @Override
    public List<Rule> rules(Intervention<Parameters> intervention, Problem problem, Demand demand) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Finding> precheck(Intervention<Parameters> intervention, Problem problem, Demand demand) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<RuleViolation> check(Intervention<Parameters> intervention, Problem problem, Timetable timetable) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ResourceBundle texts(Locale locale) {
        return bundle(entries(locale));
    }

    /** The texts of a language; tests remove entries. */
    Map<String, String> entries(Locale locale) {
        var entries = new TreeMap<String, String>();
        entries.put("type.name", "Walk " + locale);
        entries.put("type.summary", "A walk");
        for (RuleType rule : ruleTypes()) {
            for (String part : List.of("name", "sentence", "broken")) {
                entries.put("rule." + rule.id() + "." + part, "{0} km too far");
            }
        }
        return entries;
    }

    static ResourceBundle bundle(Map<String, String> entries) {
        return new ResourceBundle() {
            @Override
            protected Object handleGetObject(String key) {
                return entries.get(key);
            }

            @Override
            public Enumeration<String> getKeys() {
                return java.util.Collections.enumeration(entries.keySet());
            }
        };
    }
}
