package dk.grundskema.solver.testkit;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.Grouping;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.solver.spi.InterventionType;
import dk.grundskema.solver.spi.Rule;
import dk.grundskema.solver.spi.RuleType;
import dk.grundskema.solver.spi.toolkit.ComposedPlugin;
import dk.grundskema.solver.spi.toolkit.DemandBuilder;
import java.time.DayOfWeek;
import java.util.List;
import java.util.ListResourceBundle;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.Stream;

/**
 * A plugin with a single rule, on a small demand: groups red and blue, to be formed of ada, bo and cy; for each two sessions of the kind {@code
 * talk} with a tutor, on Mondays at 8 in three weeks, on Mondays at 10 in two or on Tuesdays at 8 in three; likewise a group green in maths, which ada and
 * bo may join besides; and a session {@code training} with two participants.
 */
public final class SingleRulePlugin extends ComposedPlugin<SingleRulePlugin.NoParameters> {
    /** No parameters. */
    public record NoParameters() {}

    /** Makes the rule. */
    public interface RuleFactory {
        Rule of(RuleType type, Intervention<?> intervention, Problem problem, Demand demand);
    }

    public static final String RULE = "trial.rule";
    public static final GroupId RED = new GroupId("trial/red");
    public static final GroupId BLUE = new GroupId("trial/blue");
    public static final GroupId GREEN = new GroupId("trial/green");
    public static final SchoolBuilder SCHOOL = SchoolBuilder.school(3);
    public static final MeetingTime MONDAY = SCHOOL.time(DayOfWeek.MONDAY, "08:00", "09:00");
    public static final MeetingTime TUESDAY = SCHOOL.time(DayOfWeek.TUESDAY, "08:00", "09:00");
    public static final MeetingTime LATER = new MeetingTime(
            MONDAY.weeks().headSet(SchoolBuilder.week(2)),
            DayOfWeek.MONDAY,
            MONDAY.start().plusHours(2),
            MONDAY.end().plusHours(2));

    private SingleRulePlugin(RuleType type, RuleFactory rule) {
        super(parts(
                        new InterventionType("trial", 1, InterventionType.Category.SMALL_GROUP, "ours"),
                        NoParameters.class,
                        (one, problem, interruptions) -> demand(one, problem))
                .rules(List.of(type), (one, problem, demand) -> List.of(rule.of(type, one, problem, demand))));
    }

    /** A bench with nothing decided. */
    public static RuleBench bench(RuleFactory rule) {
        return bench(rule, new String[0]);
    }

    /** The same with further interventions of the plugin, whose ids begin with their own instead of {@code trial}. */
    public static RuleBench bench(RuleFactory rule, String... besides) {
        var school = SchoolBuilder.school(3)
                .teacher("anna", "danish")
                .teacher("ben")
                .schoolClass("4A", "ada", "bo")
                .schoolClass("4B", "cy")
                .lesson("dan", DayOfWeek.FRIDAY, "08:00", "09:00", "Danish", "4A", "anna")
                .room("nook", 8)
                .room("loft", 8)
                .intervention("trial", "trial", new NoParameters());
        List.of(besides).forEach(one -> school.intervention(one, "trial", new NoParameters()));
        return RuleBench.of(new SingleRulePlugin(RuleType.soft(RULE, 1, RuleType.OURS), rule), school.build());
    }

    private static Demand demand(Intervention<?> one, Problem problem) {
        var draft = new DemandBuilder(one, problem);
        var staff = List.of(new StaffId("anna"), new StaffId("ben"));
        for (String word : List.of("red", "blue", "green")) {
            var group = new GroupId(one.id() + "/" + word);
            for (int number = 1; number <= 2; number++) {
                var session = draft.add(draft.session("talk", "Talk", word, number)
                        .subject(word.equals("green") ? "maths" : "danish")
                        .times(List.of(MONDAY, LATER, TUESDAY))
                        .rooms(List.of(new RoomId("nook"), new RoomId("loft")))
                        .groups(List.of(group))
                        .awakeWith(group));
                draft.addSeat("tutor", true, staff, session);
            }
        }
        var training =
                draft.add(draft.session("training", "Training").at(SCHOOL.time(DayOfWeek.FRIDAY, "12:00", "13:00")));
        draft.addSeat("participant", true, staff, training);
        draft.addSeat("participant", false, staff, training);
        draft.addGrouping(grouping(one, Stream.of("red", "blue"), "ada", "bo", "cy"));
        draft.addGrouping(grouping(one, Stream.of("green"), "ada", "bo"));
        return draft.build();
    }

    private static Grouping grouping(Intervention<?> one, Stream<String> words, String... students) {
        var groups = words.map(
                        word -> new Group(new GroupId(one.id() + "/" + word), word, Group.Kind.SMALL_GROUP, List.of()))
                .toList();
        var some = Stream.of(students).map(StudentId::new).toList();
        return new Grouping(one.id(), groups, some, 1, 3, true, Map.of(), Map.of());
    }

    @Override
    public ResourceBundle texts(Locale locale) {
        return new ListResourceBundle() {
            @Override
            protected Object[][] getContents() {
                return new Object[][] {
                    {"type.name", "Trial"},
                    {"type.summary", "One rule"},
                    {"rule." + RULE + ".name", "Rule"},
                    {"rule." + RULE + ".sentence", "A rule."},
                    {"rule." + RULE + ".broken", "Broken."}
                };
            }
        };
    }
}
