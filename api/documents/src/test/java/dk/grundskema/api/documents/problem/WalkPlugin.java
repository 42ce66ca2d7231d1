package dk.grundskema.api.documents.problem;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.finding.Default;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.finding.RecordValidator;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.spi.InterventionPlugin;
import dk.grundskema.solver.spi.InterventionType;
import dk.grundskema.solver.spi.Rule;
import dk.grundskema.solver.spi.RuleType;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** A test plugin for walks. Its parameters contain every supported type. */
public class WalkPlugin implements InterventionPlugin<WalkPlugin.WalkParameters> {
    /** The kind of ground. */
    public enum Ground {
        /** Trees. */
        WOOD,
        /** Sand and water. */
        BEACH
    }

    /** A rest on the way. */
    public record Stop(String name, @Default("15") int minutes) {
        /** Checks the minutes. */
        public Stop {
            new RecordValidator()
                    .name("name", name)
                    .range("minutes", minutes, 1, 90)
                    .throwIfInvalid();
        }
    }

    /** Every supported type. */
    public record WalkParameters(
            @Default("5") int kilometres,
            @Default("4.5") double speed,
            @Default("\"WOOD\"") Ground ground,
            @Default("true") boolean dogs,
            @Default("\"08:45\"") LocalTime start,
            SortedSet<DayOfWeek> days,
            List<Stop> stops,
            Set<String> songs,
            SortedMap<String, Stop> extras,
            Map<Ground, Integer> shares,
            @Nullable GroupId team) {
        /** Checks the kilometres; refuses twenty-five in a way that no record should. */
        public WalkParameters {
            if (kilometres == 25) {
                throw new IllegalStateException("too far");
            }
            new RecordValidator().range("kilometres", kilometres, 1, 40).throwIfInvalid();
        }
    }

    @Override
    public InterventionType type() {
        return new InterventionType("walk", 3, InterventionType.Category.AROUND, "a test");
    }

    @Override
    public Class<WalkParameters> parameterType() {
        return WalkParameters.class;
    }

    @Override
    public Map<String, Object> migrate(int fromVersion, Map<String, Object> old) {
        if (fromVersion == 1) {
            throw new IllegalStateException("too old");
        }
        var present = new LinkedHashMap<>(old);
        present.put("kilometres", present.remove("miles"));
        return present;
    }

    @Override
    public List<Finding> validate(Intervention<WalkParameters> intervention, Problem problem) {
        return List.of();
    }

    @Override
    public Demand expand(Intervention<WalkParameters> intervention, Problem problem) {
        return new Demand(List.of(), List.of(), List.of(), List.of(), List.of(), Map.of());
    }

    @Override
    public List<RuleType> ruleTypes() {
        return List.of();
    }

    @Override
    public List<Rule> rules(Intervention<WalkParameters> intervention, Problem problem, Demand demand) {
        return List.of();
    }

    @Override
    public List<Finding> precheck(Intervention<WalkParameters> intervention, Problem problem, Demand demand) {
        return List.of();
    }

    @Override
    public List<RuleViolation> check(Intervention<WalkParameters> intervention, Problem problem, Timetable timetable) {
        return List.of();
    }
}
