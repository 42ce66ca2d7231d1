package dk.grundskema.solver.spi.toolkit;

import static dk.grundskema.solver.testkit.MeetingTimes.time;
import static dk.grundskema.solver.testkit.SchoolBuilder.school;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.fidelity.FidelityReport;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.DateSpan;
import dk.grundskema.domain.timetable.Score;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.spi.Colour;
import dk.grundskema.solver.spi.Decoration;
import dk.grundskema.solver.spi.Decoration.Mark;
import dk.grundskema.solver.spi.InputList;
import dk.grundskema.solver.spi.InterventionType;
import dk.grundskema.solver.spi.LocalRule;
import dk.grundskema.solver.spi.RuleType;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComposedPluginTest {
    record Cups(int cups) {}

    private static final InterventionType TYPE =
            new InterventionType("cafe", 1, InterventionType.Category.AROUND, "ours");
    private static final RuleType COLD = RuleType.soft("cafe.cold", 1, RuleType.OURS);
    private static final InputList LIST =
            new InputList("cups", List.of(InputList.Column.required("cups", InputList.Kind.WHOLE)), List.of());

    /** A plugin with the mandatory functions only. */
    private static final class BarePlugin extends ComposedPlugin<Cups> {
        BarePlugin() {
            super(parts(TYPE, Cups.class, (one, problem, interruptions) -> {
                var draft = new DemandBuilder(one, problem);
                draft.add(draft.session("open", "Café", interruptions.size())
                        .at(time(DayOfWeek.MONDAY, "15:00", "16:00", 33)));
                return draft.build();
            }));
        }
    }

    private static final class FullPlugin extends ComposedPlugin<Cups> {
        FullPlugin() {
            super(parts(TYPE, Cups.class, (one, problem, interruptions) -> new DemandBuilder(one, problem).build())
                    .validator((one, problem) ->
                            List.of(Finding.error("cafe.v", "", one.parameters().cups())))
                    .rules(
                            List.of(COLD),
                            (one, problem, demand) ->
                                    List.of(LocalRule.local(COLD, List.of(), (scope, view, charge) -> {})))
                    .prechecker((one, problem, demand) -> List.of(Finding.info("cafe.p", "")))
                    .checker((one, problem, timetable) -> {
                        var faults = new PluginViolations("cafe");
                        faults.hard("spilt", one.parameters().cups());
                        return faults.all();
                    })
                    .assessor((one, problem, timetable) -> {
                        var asks = new FidelityReportBuilder("cafe");
                        asks.informational(
                                "cups",
                                FidelityReportBuilder.productDefault(),
                                "cups",
                                1,
                                one.parameters().cups());
                        return asks.build(one);
                    })
                    .decoration(DecorationBuilder.empty()
                            .kind("open", "around", 0x1F5FA8)
                            .subject("tea", "Tea", "around", 0x1F5FA8)
                            .build())
                    .lists(LIST));
        }
    }

    private final Intervention<Cups> cups = new Intervention<>(new InterventionId("one"), "cafe", "Café", new Cups(3));
    private final Problem problem = school().build();
    private final Timetable timetable =
            new Timetable(1, "0", ZoneId.of("UTC"), 1, new Score(0, 0, 0), List.of(), List.of(), List.of(), List.of());

    @Test
    void expansionReceivesInterruptions() {
        var bare = new BarePlugin();
        var span = new DateSpan(LocalDate.of(2026, 8, 12), LocalDate.of(2026, 8, 13));

        assertThat(bare.expand(cups, problem).sessions())
                .extracting(Session::id)
                .containsExactly(DemandBuilder.sessionId(cups, "open", 0));
        assertThat(bare.expand(cups, problem, List.of(span)).sessions())
                .extracting(Session::id)
                .containsExactly(DemandBuilder.sessionId(cups, "open", 1));
        assertThat(bare.type()).isEqualTo(TYPE);
        assertThat(bare.parameterType()).isEqualTo(Cups.class);
    }

    @Test
    void unsetPartReturnsNothing() {
        var bare = new BarePlugin();
        var demand = bare.expand(cups, problem);

        assertThat(bare.validate(cups, problem)).isEmpty();
        assertThat(bare.ruleTypes()).isEmpty();
        assertThat(bare.rules(cups, problem, demand)).isEmpty();
        assertThat(bare.precheck(cups, problem, demand)).isEmpty();
        assertThat(bare.check(cups, problem, timetable)).isEmpty();
        assertThat(bare.assess(cups, problem, timetable)).isEqualTo(FidelityReport.empty(cups.id()));
        assertThat(bare.decorate(cups, problem)).isEqualTo(Decoration.NONE);
        assertThat(bare.lists()).isEmpty();
    }

    @Test
    void eachSetPartIsCalled() {
        var full = new FullPlugin();
        var demand = full.expand(cups, problem);

        assertThat(full.validate(cups, problem)).containsExactly(Finding.error("cafe.v", "", 3));
        assertThat(full.ruleTypes()).containsExactly(COLD);
        assertThat(full.rules(cups, problem, demand)).hasSize(1);
        assertThat(full.precheck(cups, problem, demand)).containsExactly(Finding.info("cafe.p", ""));
        assertThat(full.check(cups, problem, timetable)).singleElement().matches(fault -> fault.amount() == 3);
        assertThat(full.assess(cups, problem, timetable).asks()).singleElement().matches(ask -> ask.given() == 3);
        assertThat(full.lists()).containsExactly(LIST);
        var decoration = full.decorate(cups, problem);
        assertThat(decoration.markOf("open", ""))
                .contains(new Mark("title.kind.open", "title.category.around", Colour.of(0x1F5FA8)));
        assertThat(decoration.markOf("open", "tea"))
                .contains(new Mark("Tea", "title.category.around", Colour.of(0x1F5FA8)));
    }
}
