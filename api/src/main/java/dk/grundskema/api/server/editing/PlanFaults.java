package dk.grundskema.api.server.editing;

import dk.grundskema.api.house.PluginHouse;
import dk.grundskema.api.server.identity.Caller;
import dk.grundskema.api.server.plans.Documents;
import dk.grundskema.api.server.plans.Kept;
import dk.grundskema.api.server.plans.PlanId;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.timetable.Timetable;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Where plans break rules, for pages. */
@Component
public class PlanFaults {
    private final Benches benches;
    private final EffectWords words;
    private final PluginHouse house;
    private final Documents documents;

    PlanFaults(Benches benches, EffectWords words, PluginHouse house, Documents documents) {
        this.benches = benches;
        this.words = words;
        this.house = house;
        this.documents = documents;
    }

    /**
     * A rule that is broken.
     *
     * @param rule   its id
     * @param name   what it is called
     * @param level  how binding it is
     * @param places what is wrong, in words, place by place; at least one
     */
    public record Broken(String rule, String name, Level level, List<String> places) {
        /** Copies the list. */
        public Broken {
            places = List.copyOf(places);
        }
    }

    /**
     * The hard and medium rules that a plan's timetable breaks, hard ones first, as a caller reads it.
     *
     * @throws dk.grundskema.api.server.platform.Refusal 404 if there is no such plan, 409 if it has no timetable yet or a plugin is missing
     */
    public List<Broken> of(PlanId plan, Caller caller) {
        Standing standing = benches.standing(plan);
        Timetable timetable = standing.timetable().value();
        Kept.OfProblem judge = documents.judging(standing.problem(), standing.timetable());
        var spoken = words.of(standing.plan(), judge, timetable, caller);
        Map<String, List<EffectViews.PlaceView>> byRule = spoken.places(house.check(judge.value(), timetable)).stream()
                .collect(Collectors.groupingBy(EffectViews.PlaceView::rule, LinkedHashMap::new, Collectors.toList()));
        return byRule.values().stream()
                .map(all -> new Broken(
                        all.getFirst().rule(),
                        all.getFirst().name(),
                        all.getFirst().level(),
                        all.stream().map(EffectViews.PlaceView::text).toList()))
                .sorted(Comparator.comparing(Broken::level))
                .toList();
    }
}
