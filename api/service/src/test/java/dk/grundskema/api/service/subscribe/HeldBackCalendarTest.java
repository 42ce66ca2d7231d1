package dk.grundskema.api.service.subscribe;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.exports.calendar.CalendarOwner;
import dk.grundskema.api.exports.feed.FeedEvent;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.service.publish.PublicationPreview.ChangedCalendar;
import dk.grundskema.api.service.testing.MeetingVariants;
import dk.grundskema.api.service.testing.PublishedCampFixture;
import dk.grundskema.domain.people.Language;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.timetable.Meeting;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** People who join or leave the plan while their calendar is held back. */
final class HeldBackCalendarTest {
    private static final Duration DAY = Duration.ofDays(1);

    @Test
    void newHeldBackPersonHasAnEmptyCalendarThatHasNotEnded() {
        PublishedCampFixture camp = PublishedCampFixture.start(TestDatabase.H2);
        StaffId person = camp.busiest();
        Meeting theirs = camp.meetingsOf(person).getFirst();
        camp.publish();
        camp.advanceClock(DAY);
        StaffId coming = camp.addStaff("ny-her", "Ny Her");
        camp.change(all -> MeetingVariants.with(all, MeetingVariants.withReplacement(theirs, person, coming)));
        camp.publish(coming);
        CalendarOwner owner = CalendarOwner.of(coming);

        assertThat(camp.currentFeed(owner).isGone()).isFalse();
        assertThat(camp.currentFeed(owner).title()).contains("Ny Her");
        assertThat(camp.currentFeed(owner).state().events()).isEmpty();
        camp.advanceClock(DAY);
        camp.publish();
        assertThat(camp.currentFeed(owner).state().events()).hasSize(1);
    }

    @Test
    void formerHeldBackPersonIsPreviewedAndCanBeHeldBackAgainOrTold() {
        PublishedCampFixture camp = PublishedCampFixture.start(TestDatabase.H2);
        StaffId person = camp.busiest();
        Meeting theirs = camp.meetingsOf(person).getFirst();
        StaffId leaving = camp.addStaff("gaar-snart", "Går Snart");
        camp.change(all -> MeetingVariants.with(all, MeetingVariants.withReplacement(theirs, person, leaving)));
        camp.publish();
        CalendarOwner owner = CalendarOwner.of(leaving);
        camp.advanceClock(DAY);
        camp.change(all -> MeetingVariants.with(all, theirs));
        camp.removeStaff(leaving);
        camp.publish(leaving);
        assertThat(camp.currentFeed(owner).state().events()).noneMatch(FeedEvent::isCancelled);
        camp.advanceClock(DAY);

        assertThat(camp.preview(Language.DA).staff())
                .filteredOn(one -> one.id().equals(leaving.value()))
                .singleElement()
                .satisfies(one -> assertThat(one.counts().cancelled()).isEqualTo(1))
                .extracting(ChangedCalendar::name)
                .isEqualTo("Går Snart");
        camp.change(all -> MeetingVariants.without(all, camp.meetingsOf(person).getLast()));
        camp.publish(leaving);
        assertThat(camp.currentFeed(owner).state().events()).noneMatch(FeedEvent::isCancelled);
        camp.advanceClock(DAY);
        camp.publish();
        assertThat(camp.currentFeed(owner).state().events()).singleElement().matches(FeedEvent::isCancelled);
    }
}
