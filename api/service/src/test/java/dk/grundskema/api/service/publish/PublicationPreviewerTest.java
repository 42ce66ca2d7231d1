package dk.grundskema.api.service.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.service.publish.PublicationPreview.ChangeCounts;
import dk.grundskema.api.service.publish.PublicationPreview.ChangedCalendar;
import dk.grundskema.api.service.testing.MeetingVariants;
import dk.grundskema.api.service.testing.PublishedCampFixture;
import dk.grundskema.domain.people.Language;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.timetable.Meeting;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The preview that a planner sees before publishing. */
final class PublicationPreviewerTest {
    private static ChangedCalendar of(PublicationPreview preview, StaffId person) {
        return preview.staff().stream()
                .filter(one -> one.id().equals(person.value()))
                .findFirst()
                .orElseThrow();
    }

    private static Meeting later(Meeting one) {
        return MeetingVariants.at(one, one.start().plusMinutes(5), one.end().plusMinutes(5));
    }

    /** The preview summarises a year of new lessons instead of listing each. */
    @Test
    void aFirstPublicationIsOneSentenceForEachCalendar() {
        PublishedCampFixture camp = PublishedCampFixture.start(TestDatabase.H2);
        PublicationPreview preview = camp.preview(Language.EN);
        ChangedCalendar theirs = of(preview, camp.busiest());
        assertThat(theirs.words()).singleElement().asString().startsWith("The plan: ");
        assertThat(theirs.counts().added()).isGreaterThan(20);
        assertThat(preview.others())
                .isNotEmpty()
                .allSatisfy(one ->
                        assertThat(one.words()).singleElement().asString().startsWith("The plan: "));
    }

    @Test
    void movedMeetingIsDescribedInTheReadersLanguage() {
        PublishedCampFixture camp = PublishedCampFixture.start(TestDatabase.H2);
        StaffId person = camp.busiest();
        Meeting moved = camp.meetingsOf(person).getFirst();
        camp.publish();
        camp.advanceClock(Duration.ofDays(1));
        camp.change(all -> MeetingVariants.with(all, later(moved)));
        ChangedCalendar theirs = of(camp.preview(Language.EN), person);
        assertThat(theirs.counts()).isEqualTo(new ChangeCounts(0, 1, 0, 0, 0, 0));
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

    @Test
    void otherPeopleAreCountedOnTheirOwn() {
        PublishedCampFixture camp = PublishedCampFixture.start(TestDatabase.H2);
        Meeting one = camp.timetable().meetings().stream()
                .filter(each -> each.seats().stream()
                                .filter(seat -> seat.staffId() != null)
                                .count()
                        > 1)
                .findFirst()
                .orElseThrow();
        camp.publish();
        camp.change(all -> MeetingVariants.with(all, MeetingVariants.withoutLastPerson(one)));
        StaffId stays = Objects.requireNonNull(one.seats().getFirst().staffId());
        ChangedCalendar theirs = of(camp.preview(Language.EN), stays);
        assertThat(theirs.counts())
                .as("and that somebody is missing is told by the same words")
                .isEqualTo(new ChangeCounts(0, 0, 0, 0, 1, 0));
        assertThat(theirs.words()).singleElement().asString().contains("is without ");
    }

    /** A person whose calendar changes is listed, but past changes are not described. */
    @Test
    void pastChangeIsNeitherCountedNorDescribed() {
        PublishedCampFixture camp = PublishedCampFixture.start(TestDatabase.H2);
        StaffId person = camp.busiest();
        Meeting moved = camp.meetingsOf(person).getFirst();
        camp.publish();
        camp.advanceClock(Duration.ofDays(400));
        camp.change(all -> MeetingVariants.with(all, later(moved)));
        ChangedCalendar theirs = of(camp.preview(Language.EN), person);
        assertThat(theirs.counts()).isEqualTo(new ChangeCounts(0, 0, 0, 0, 0, 0));
        assertThat(theirs.words()).isEmpty();
    }
}
