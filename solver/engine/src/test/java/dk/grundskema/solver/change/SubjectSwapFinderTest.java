package dk.grundskema.solver.change;

import static dk.grundskema.solver.fixture.MeetingBuilder.aMeeting;
import static dk.grundskema.solver.fixture.Scenario.aScenario;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.place.SiteId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.PersonDay;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.engine.SolveLimits;
import dk.grundskema.solver.fixture.FixtureParameters;
import dk.grundskema.solver.fixture.FixturePlugin;
import dk.grundskema.solver.fixture.Scenario;
import dk.grundskema.solver.registry.PluginRegistry;
import dk.grundskema.solver.spi.InterventionPlugin;
import dk.grundskema.solver.spi.InterventionType;
import dk.grundskema.solver.spi.LocalRule;
import dk.grundskema.solver.spi.Rule;
import dk.grundskema.solver.spi.RuleType;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.ListResourceBundle;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

/** If no substitute is qualified, the team swaps its subjects. */
class SubjectSwapFinderTest {
    private static final LocalDateTime MONDAY = LocalDateTime.parse("2026-09-07T00:00");
    private static final RuleType QUALIFIED = RuleType.medium("fixture.qualified", 30, RuleType.OURS);

    /** Only Ane and Bo teach mathematics. */
    private static final class QualifyingPlugin implements InterventionPlugin<FixtureParameters> {
        private final FixturePlugin plain = new FixturePlugin();

        @Override
        public InterventionType type() {
            return plain.type();
        }

        @Override
        public Class<FixtureParameters> parameterType() {
            return plain.parameterType();
        }

        @Override
        public List<Finding> validate(Intervention<FixtureParameters> intervention, Problem problem) {
            return List.of();
        }

        @Override
        public Demand expand(Intervention<FixtureParameters> intervention, Problem problem) {
            return plain.expand(intervention, problem);
        }

        @Override
        public List<RuleType> ruleTypes() {
            return List.of(QUALIFIED);
        }

        @Override
        public List<Rule> rules(Intervention<FixtureParameters> intervention, Problem problem, Demand demand) {
            List<Session> hosts =
                    demand.sessions().stream().filter(one -> !one.isGuest()).toList();
            return List.of(LocalRule.perSession(QUALIFIED, hosts, (scope, view, charge) -> {
                boolean isMathematics =
                        view.guestCount(0) > 0 && view.guest(0, 0).subject().equals("math");
                var holder = view.seatCount(0) > 0 ? view.holder(0, 0) : null;
                boolean isQualified = holder != null
                        && List.of("ane", "bo").contains(holder.id().value());
                charge.add(
                        isMathematics && !isQualified ? 1 : 0, hosts.getFirst().id());
            }));
        }

        @Override
        public List<Finding> precheck(Intervention<FixtureParameters> intervention, Problem problem, Demand demand) {
            return List.of();
        }

        @Override
        public List<RuleViolation> check(
                Intervention<FixtureParameters> intervention, Problem problem, Timetable timetable) {
            return List.of();
        }

        @Override
        public ResourceBundle texts(Locale locale) {
            return new ListResourceBundle() {
                @Override
                protected Object[][] getContents() {
                    return new Object[][] {
                        {"type.name", "Fixture"},
                        {"type.summary", "What a test asks for"},
                        {"rule.fixture.qualified.name", "Qualified"},
                        {"rule.fixture.qualified.sentence", "Somebody is qualified"},
                        {"rule.fixture.qualified.broken", "{1} has nobody qualified"}
                    };
                }
            };
        }
    }

    private static Session guest(String subject) {
        return Session.builder(
                        new SessionId("guest-" + subject),
                        new InterventionId(Scenario.INTERVENTION),
                        "subject",
                        subject,
                        new SiteId("home"))
                .subject(subject)
                .hosts(List.of(new SessionId("first"), new SessionId("second")))
                .build();
    }

    private static Scenario scenario() {
        return aScenario()
                .meeting(aMeeting("first")
                        .at("2026-09-07 09:00-10:00")
                        .title("math")
                        .subject("math")
                        .by("ane")
                        .candidates("ane", "cai"))
                .meeting(aMeeting("second")
                        .at("2026-09-07 11:00-12:00")
                        .title("art")
                        .subject("art")
                        .by("bo")
                        .candidates("bo"))
                .session(guest("art"))
                .session(guest("math"));
    }

    private static AbsenceTrial.Repair repair(LocalDateTime now) {
        Scenario scenario = scenario();
        var away = new Absence(new StaffId("ane"), MONDAY, MONDAY.plusDays(1));
        return AbsenceTrial.of(
                        PluginRegistry.of(List.of(new QualifyingPlugin())),
                        scenario.problem(),
                        scenario.timetable(),
                        now,
                        away)
                .repair(SolveLimits.ofSteps(10_000));
    }

    @Test
    void substituteTakesTheOtherSubjectAndTheQualifiedPersonTakesThisOne() {
        AbsenceTrial.Repair repair = repair(MONDAY);

        assertThat(repair.timetable().meetings()).extracting(Meeting::subject).containsExactly("art", "math");
        assertThat(repair.timetable().meetings())
                .extracting(one -> one.seats().getFirst().staffId())
                .containsExactly(new StaffId("cai"), new StaffId("bo"));
        assertThat(repair.isMended()).isTrue();
        assertThat(repair.isLeast()).isTrue();
        assertThat(repair.timetable().score().medium()).isZero();
        LocalDate day = MONDAY.toLocalDate();
        assertThat(repair.personDays())
                .containsExactly(new PersonDay(new StaffId("bo"), day), new PersonDay(new StaffId("cai"), day));
    }

    @Test
    void startedSubjectIsNotSwapped() {
        AbsenceTrial.Repair repair = repair(MONDAY.plusHours(9).plusMinutes(1));

        assertThat(repair.timetable().meetings()).extracting(Meeting::subject).containsExactly("math", "art");
        assertThat(repair.plan().difference().dates().isEmpty()).isTrue();
    }
}
