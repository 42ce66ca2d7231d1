package dk.grundskema.plugins.intensivecourse;

import static dk.grundskema.solver.testkit.MeetingTimes.time;
import static dk.grundskema.solver.testkit.SchoolBuilder.school;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.demand.Seat;
import dk.grundskema.domain.demand.SeatId;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.Language;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.solver.spi.toolkit.DemandBuilder;
import dk.grundskema.solver.spi.toolkit.FindingCollector;
import dk.grundskema.solver.spi.toolkit.PluginTexts;
import dk.grundskema.solver.spi.toolkit.cafe.CafeTextsAnchor;
import java.time.DayOfWeek;
import java.util.List;
import org.junit.jupiter.api.Test;

class HandoverMeetingsTest {
    record NoParameters() {}

    private static final GroupId TAUGHT = new GroupId("4A");
    private static final GroupId UNTAUGHT = new GroupId("5B");

    private final Problem problem = school().teacher("mh")
            .student("ida")
            .group("4A", Group.Kind.CLASS, "ida")
            .group("5B", Group.Kind.CLASS)
            .lesson("l", time(DayOfWeek.MONDAY, "08:00", "08:45", 33), "Danish", "4A", "mh")
            .build();
    private final DemandBuilder draft = new DemandBuilder(
            new Intervention<>(new InterventionId("cafe"), "cafe", "Café", new NoParameters()), problem);

    private void add(MeetingTime... times) {
        HandoverMeetings.add(
                draft,
                PluginTexts.ofPlugin(CafeTextsAnchor.class, Language.EN),
                problem,
                null,
                List.of(TAUGHT, UNTAUGHT),
                List.of(times),
                "guide",
                List.of(new StaffId("lk")));
    }

    @Test
    void classWithoutTeacherIsReported() {
        var found = new FindingCollector("cafe", problem);
        HandoverMeetings.check(List.of(TAUGHT, UNTAUGHT), problem, found, "minutes");
        assertThat(found.all())
                .containsExactly(Finding.warning("cafe.no-class-teacher", "/parameters/minutes", UNTAUGHT));
    }

    @Test
    void eachClassHasAHandoverWithAnAdultOfBothSides() {
        var time = time(DayOfWeek.MONDAY, "14:00", "14:30", 33);
        add(time);
        var demand = draft.build();
        assertThat(demand.sessions())
                .extracting(one -> one.id() + " " + one.kind() + " " + one.title() + " " + one.times())
                .containsExactly(
                        "cafe/handover/4A handover Handover Class 4A " + List.of(time),
                        "cafe/handover/5B handover Handover Class 5B " + List.of(time));
        assertThat(demand.seats())
                .containsExactly(
                        seat("4A", 0, "guide", "lk"),
                        seat("4A", 1, "class-teacher", "mh"),
                        seat("5B", 0, "guide", "lk"),
                        seat("5B", 1, "class-teacher"));
    }

    private static Seat seat(String home, int position, String role, String... who) {
        var session = new SessionId("cafe/handover/" + home);
        var candidates = List.of(who).stream().map(StaffId::new).toList();
        return new Seat(new SeatId(session + "#" + position), List.of(session), position, role, true, candidates);
    }

    @Test
    void withoutATimeThereIsNoHandover() {
        add();
        assertThat(draft.build().sessions()).isEmpty();
    }
}
