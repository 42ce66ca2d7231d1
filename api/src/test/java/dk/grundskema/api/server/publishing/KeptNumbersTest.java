package dk.grundskema.api.server.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.calendar.CalendarOwner;
import dk.grundskema.api.house.PluginHouse;
import dk.grundskema.api.platform.Read;
import dk.grundskema.api.server.Database;
import dk.grundskema.api.server.DatabaseSource;
import dk.grundskema.api.server.identity.AccountId;
import dk.grundskema.api.server.plans.Change;
import dk.grundskema.api.server.plans.Documents;
import dk.grundskema.api.server.plans.Kept;
import dk.grundskema.api.server.plans.Plans;
import dk.grundskema.api.server.plans.Roster;
import dk.grundskema.api.server.publishing.PublicationViews.PersonNewsView;
import dk.grundskema.api.server.publishing.PublicationViews.PreviewView;
import dk.grundskema.api.timetable.StudentAliases;
import dk.grundskema.domain.people.Language;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.GroupMembers;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.Timetable;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;

/** Phones go on calling students by the same numbers, whoever leaves and comes. */
final class KeptNumbersTest {
    private static final StudentId SEVENTH = new StudentId("e07");
    private static final StudentId FOURTH = new StudentId(Roster.FOURTH);

    private static Set<StaffId> who(Meeting meeting) {
        return meeting.seats().stream()
                .flatMap(seat -> Stream.ofNullable(seat.staffId()))
                .collect(Collectors.toSet());
    }

    /** Makes another plan of the present problem: the fourth is in no team, so that nobody's is smaller when the fourth leaves. */
    private static void replan(PublishedCamp camp, UnaryOperator<List<Meeting>> meetings) {
        var plans = camp.server.part(Plans.class);
        var documents = camp.server.part(Documents.class);
        Kept.OfProblem problem =
                documents.problem(plans.revision(camp.plan().head()).problem());
        Timetable was = camp.timetable();
        var next = new Timetable(
                was.version(),
                problem.hash(),
                was.zone(),
                was.seed(),
                was.score(),
                was.rules(),
                was.groups().stream()
                        .map(one -> new GroupMembers(
                                one.id(),
                                one.members().stream()
                                        .filter(member -> !FOURTH.equals(member.studentId()))
                                        .toList()))
                        .toList(),
                meetings.apply(was.meetings()),
                was.tasks());
        var change = new Change("revision.created", List.of(), problem, documents.keep(next));
        plans.change(camp.id, camp.plan().version(), change, new AccountId("tests"));
    }

    @ParameterizedTest
    @DatabaseSource
    void whoeverLeavesPhonesOfThoseNotConcernedAreToldNothing(Database database) {
        PublishedCamp camp = PublishedCamp.on(database);
        StaffId person = camp.busiest();
        Meeting talk = ChangedMeetings.alone(camp.ofOne(person).getFirst(), SEVENTH);
        Meeting gone = ChangedMeetings.alone(
                camp.timetable().meetings().stream()
                        .filter(one -> !who(one).isEmpty() && !who(one).contains(person))
                        .findFirst()
                        .orElseThrow(),
                FOURTH);
        replan(camp, all -> ChangedMeetings.with(ChangedMeetings.with(all, talk), gone));
        camp.publish();
        String feed = camp.now(CalendarOwner.of(person)).state().toString();
        assertThat(feed).contains("Elev 7");
        camp.later(Duration.ofDays(1));
        var roster = new Roster(camp.server, camp.place);
        roster.leaves(FOURTH.value());
        roster.comes("ny");
        replan(camp, all -> ChangedMeetings.without(all, gone));
        PreviewView preview = camp.preview(Language.EN);
        assertThat(preview.staff()).extracting(PersonNewsView::staffId).containsExactlyInAnyOrderElementsOf(who(gone));
        assertThat(preview.staff())
                .allSatisfy(
                        one -> assertThat(one.counts()).isEqualTo(new PublicationViews.CountsView(0, 0, 1, 0, 0, 0)));
        camp.publish();
        assertThat(camp.now(CalendarOwner.of(person)).state().toString()).isEqualTo(feed);
        assertThat(asExported(camp))
                .isEqualTo(roster.numbers())
                .containsEntry("ny", 25)
                .containsEntry("e07", 7);
    }

    /** What whoever has the problem's file calls students by, who knows nothing of this service. */
    private static Map<String, Integer> asExported(PublishedCamp camp) {
        String file = camp.client.get(camp.place + "/problem").body();
        if (new PluginHouse().problem(file) instanceof Read.Good<Problem> good) {
            return StudentAliases.of(good.value()).all().entrySet().stream()
                    .collect(Collectors.toMap(one -> one.getKey().value(), Map.Entry::getValue));
        }
        throw new AssertionError(file);
    }
}
