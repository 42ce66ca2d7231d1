package dk.grundskema.api.service.subscribe;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.documents.json.ReadResult;
import dk.grundskema.api.documents.timetable.StudentAliases;
import dk.grundskema.api.exports.calendar.CalendarOwner;
import dk.grundskema.api.planning.PluginPlanningFacade;
import dk.grundskema.api.platform.access.AccountId;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.service.plan.DocumentStore;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.plan.RevisionContent;
import dk.grundskema.api.service.plan.StoredDocument;
import dk.grundskema.api.service.publish.PublicationPreview;
import dk.grundskema.api.service.testing.MeetingVariants;
import dk.grundskema.api.service.testing.PublishedCampFixture;
import dk.grundskema.api.service.testing.StudentRosterFixture;
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
import org.junit.jupiter.api.Test;

/** Feeds keep the numbers of students when others leave and come. */
final class FeedStudentNumberTest {
    private static final StudentId SEVENTH = new StudentId("e07");
    private static final StudentId FOURTH = new StudentId(StudentRosterFixture.FOURTH);

    private static Set<StaffId> who(Meeting meeting) {
        return meeting.seats().stream()
                .flatMap(seat -> Stream.ofNullable(seat.staffId()))
                .collect(Collectors.toSet());
    }

    /** Replaces the timetable by one of the current problem. The fourth student is in no team, so that no team shrinks when the student leaves. */
    private static void replan(PublishedCampFixture camp, UnaryOperator<List<Meeting>> meetings) {
        var plans = camp.server.bean(PlanStore.class);
        var documents = camp.server.bean(DocumentStore.class);
        StoredDocument.StoredProblem problem =
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
        var change = new RevisionContent("revision.created", List.of(), problem, documents.store(next));
        plans.change(camp.id, camp.plan().version(), change, new AccountId("tests"));
    }

    @Test
    void removedStudentChangesNoCalendarOfUnconcernedStaff() {
        PublishedCampFixture camp = PublishedCampFixture.start(TestDatabase.H2);
        StaffId person = camp.busiest();
        Meeting talk = MeetingVariants.withSingleStudent(camp.meetingsOf(person).getFirst(), SEVENTH);
        Meeting gone = MeetingVariants.withSingleStudent(
                camp.timetable().meetings().stream()
                        .filter(one -> !who(one).isEmpty() && !who(one).contains(person))
                        .findFirst()
                        .orElseThrow(),
                FOURTH);
        replan(camp, all -> MeetingVariants.with(MeetingVariants.with(all, talk), gone));
        camp.publish();
        String feed = camp.currentFeed(CalendarOwner.of(person)).state().toString();
        assertThat(feed).contains("Elev 7");
        camp.advanceClock(Duration.ofDays(1));
        var roster = new StudentRosterFixture(camp.server, camp.place);
        roster.removeStudent(FOURTH.value());
        roster.addStudent("ny");
        replan(camp, all -> MeetingVariants.without(all, gone));
        PublicationPreview preview = camp.preview(Language.EN);
        assertThat(preview.staff())
                .extracting(one -> new StaffId(one.id()))
                .containsExactlyInAnyOrderElementsOf(who(gone));
        assertThat(preview.staff())
                .allSatisfy(one ->
                        assertThat(one.counts()).isEqualTo(new PublicationPreview.ChangeCounts(0, 0, 1, 0, 0, 0)));
        camp.publish();
        assertThat(camp.currentFeed(CalendarOwner.of(person)).state().toString())
                .isEqualTo(feed);
        assertThat(asExported(camp))
                .isEqualTo(roster.numbers())
                .containsEntry("ny", 25)
                .containsEntry("e07", 7);
    }

    /** Returns the student numbers that the exported problem file gives. */
    private static Map<String, Integer> asExported(PublishedCampFixture camp) {
        String file = camp.client.get(camp.place + "/problem").body();
        if (new PluginPlanningFacade().readProblem(file) instanceof ReadResult.Success<Problem> good) {
            return StudentAliases.of(good.value()).all().entrySet().stream()
                    .collect(Collectors.toMap(one -> one.getKey().value(), Map.Entry::getValue));
        }
        throw new AssertionError(file);
    }
}
