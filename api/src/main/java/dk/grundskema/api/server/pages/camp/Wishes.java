package dk.grundskema.api.server.pages.camp;

import dk.grundskema.api.house.PluginHouse;
import dk.grundskema.api.platform.Json;
import dk.grundskema.api.platform.RecordWriter;
import dk.grundskema.api.server.platform.Speaking;
import dk.grundskema.api.web.app.camp.RulesPage.Wish;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.solver.engine.Planner;
import dk.grundskema.solver.spi.RuleType;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What is wished of a camp, and what each wish weighs. A weight that is the usual one isn't said. */
@Component
class Wishes {
    /** The field of a problem that has the weights. */
    static final String FIELD = "weights";

    /** Where they are. */
    static final String AT = "/" + FIELD;

    /** Counts only when a plan is made anew of another; nobody weighs it beforehand. */
    private static final String ANEW = "core.difference";

    private final PluginHouse house;
    private final Speaking speaking;

    Wishes(PluginHouse house, Speaking speaking) {
        this.house = house;
        this.speaking = speaking;
    }

    private List<RuleType> all(Camp camp) {
        Stream<RuleType> own =
                house.plugins().find(camp.own().type()).stream().flatMap(plugin -> plugin.ruleTypes().stream());
        return Stream.concat(own, Planner.coreRules().stream())
                .filter(rule -> rule.level() == Level.SOFT && !rule.id().equals(ANEW))
                .sorted(Comparator.comparingLong(RuleType::defaultWeight).reversed())
                .toList();
    }

    /** The weights that the problem says, by the ids of rules. */
    Said weights(Camp camp) {
        return Said.of(RecordWriter.json(camp.problem().weights()));
    }

    /** The weights with what was typed, if they are others than before. */
    Map<String, Json.Structure> typed(Camp camp, Sent sent) {
        Said now = weights(camp);
        Said then = now;
        for (RuleType rule : all(camp)) {
            Optional<Json> number = sent.number(AT + "/" + rule.id());
            boolean isUsual = number.equals(Optional.of(usual(rule)));
            then = isUsual ? then.without(rule.id()) : then.with(rule.id(), number);
        }
        return then.equals(now) ? Map.of() : Map.of(FIELD, then.json());
    }

    private static Json usual(RuleType rule) {
        return new Json.Numeric(BigDecimal.valueOf(rule.defaultWeight()));
    }

    /** The wishes with what they weigh. */
    List<Wish> page(Camp camp, Said weights, Beside beside) {
        Texts texts = speaking.texts();
        return all(camp).stream()
                .map(rule -> new Wish(
                        texts.text("rule." + rule.id() + ".sentence"),
                        source(rule, texts),
                        rule.defaultWeight(),
                        beside.field(
                                AT + "/" + rule.id(),
                                weights.has(rule.id())
                                        ? weights.text(rule.id())
                                        : String.valueOf(rule.defaultWeight()))))
                .toList();
    }

    private static String source(RuleType rule, Texts texts) {
        String key = "rule." + rule.id() + ".source";
        if (rule.source().equals(RuleType.OURS)) {
            return "";
        }
        return texts.has(key) ? texts.text(key) : rule.source();
    }
}
