package dk.grundskema.api.server.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.server.Database;
import dk.grundskema.api.server.DatabaseSource;
import dk.grundskema.api.server.publishing.PublicationViews.CountsView;
import dk.grundskema.api.server.publishing.PublicationViews.PersonNewsView;
import dk.grundskema.api.server.publishing.PublicationViews.PreviewView;
import dk.grundskema.domain.people.Language;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.timetable.Meeting;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;

/** What a planner is shown before publishing. */
final class PreviewTest {
    private static PersonNewsView of(PreviewView preview, StaffId person) {
        return preview.staff().stream()
                .filter(one -> one.staffId().equals(person))
                .findFirst()
                .orElseThrow();
    }

    private static Meeting later(Meeting one) {
        return ChangedMeetings.at(one, one.start().plusMinutes(5), one.end().plusMinutes(5));
    }

    /** Nobody reads a year's lessons one by one to know that all of them are new. */
    @ParameterizedTest
    @DatabaseSource
    void aFirstPublicationIsOneSentenceForEachCalendar(Database database) {
        PublishedCamp camp = PublishedCamp.on(database);
        PreviewView preview = camp.preview(Language.EN);
        PersonNewsView theirs = of(preview, camp.busiest());
        assertThat(theirs.words()).singleElement().asString().startsWith("All of it is new: ");
        assertThat(theirs.counts().added()).isGreaterThan(20);
        assertThat(preview.others())
                .isNotEmpty()
                .allSatisfy(one ->
                        assertThat(one.words()).singleElement().asString().contains("new"));
    }

    @ParameterizedTest
    @DatabaseSource
    void whatMovesIsSaidInTheReadersLanguage(Database database) {
        PublishedCamp camp = PublishedCamp.on(database);
        StaffId person = camp.busiest();
        Meeting moved = camp.ofOne(person).getFirst();
        camp.publish();
        camp.later(Duration.ofDays(1));
        camp.change(all -> ChangedMeetings.with(all, later(moved)));
        PersonNewsView theirs = of(camp.preview(Language.EN), person);
        assertThat(theirs.counts()).isEqualTo(new CountsView(0, 1, 0, 0, 0, 0));
        String start = moved.start().toString();
        assertThat(theirs.words())
                .singleElement()
                .asString()
                .endsWith("moves from " + start + " to " + later(moved).start());
        DateTimeFormatter danish = DateTimeFormatter.ofPattern("HH.mm");
        assertThat(of(camp.preview(Language.DA), person).words())
                .singleElement()
                .asString()
                .endsWith("flyttes fra " + danish.format(moved.start()) + " til "
                        + danish.format(later(moved).start()));
    }

    @ParameterizedTest
    @DatabaseSource
    void otherPeopleAreCountedOnTheirOwn(Database database) {
        PublishedCamp camp = PublishedCamp.on(database);
        Meeting one = camp.timetable().meetings().stream()
                .filter(each -> each.seats().stream()
                                .filter(seat -> seat.staffId() != null)
                                .count()
                        > 1)
                .findFirst()
                .orElseThrow();
        camp.publish();
        camp.change(all -> ChangedMeetings.with(all, ChangedMeetings.withoutItsLast(one)));
        StaffId stays = Objects.requireNonNull(one.seats().getFirst().staffId());
        PersonNewsView theirs = of(camp.preview(Language.EN), stays);
        assertThat(theirs.counts())
                .as("and that somebody is missing is something else to be known")
                .isEqualTo(new CountsView(0, 0, 0, 0, 1, 1));
        assertThat(theirs.words()).singleElement().asString().contains("is without ");
    }

    /** Whose calendar changes is listed, but of what is over there is nothing to say. */
    @ParameterizedTest
    @DatabaseSource
    void whatIsOverIsNotSaid(Database database) {
        PublishedCamp camp = PublishedCamp.on(database);
        StaffId person = camp.busiest();
        Meeting moved = camp.ofOne(person).getFirst();
        camp.publish();
        camp.later(Duration.ofDays(400));
        camp.change(all -> ChangedMeetings.with(all, later(moved)));
        PersonNewsView theirs = of(camp.preview(Language.EN), person);
        assertThat(theirs.counts()).isEqualTo(new CountsView(0, 0, 0, 0, 0, 0));
        assertThat(theirs.words()).isEmpty();
    }
}
