package dk.grundskema.api.server.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.calendar.CalendarOwner;
import dk.grundskema.api.feeds.FeedEvent;
import dk.grundskema.api.server.Database;
import dk.grundskema.api.server.DatabaseSource;
import dk.grundskema.api.server.publishing.PublicationViews.PersonNewsView;
import dk.grundskema.domain.people.Language;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.timetable.Meeting;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;

/** Who comes or goes just when the own calendar is held back. */
final class HeldBackTest {
    private static final Duration DAY = Duration.ofDays(1);

    @ParameterizedTest
    @DatabaseSource
    void whoeverIsNewAndHeldBackHasAnEmptyCalendarThatHasNotEnded(Database database) {
        PublishedCamp camp = PublishedCamp.on(database);
        StaffId person = camp.busiest();
        Meeting theirs = camp.ofOne(person).getFirst();
        camp.publish();
        camp.later(DAY);
        StaffId coming = camp.comes("ny-her", "Ny Her");
        camp.change(all -> ChangedMeetings.with(all, ChangedMeetings.taken(theirs, person, coming)));
        camp.publish(coming);
        CalendarOwner owner = CalendarOwner.of(coming);

        assertThat(camp.now(owner).isGone()).isFalse();
        assertThat(camp.now(owner).title()).contains("Ny Her");
        assertThat(camp.now(owner).state().events()).isEmpty();
        camp.later(DAY);
        camp.publish();
        assertThat(camp.now(owner).state().events()).hasSize(1);
    }

    @ParameterizedTest
    @DatabaseSource
    void whoeverLeftWhileHeldBackIsSeenBeforePublishingAndCanBeHeldBackOrTold(Database database) {
        PublishedCamp camp = PublishedCamp.on(database);
        StaffId person = camp.busiest();
        Meeting theirs = camp.ofOne(person).getFirst();
        StaffId leaving = camp.comes("gaar-snart", "Går Snart");
        camp.change(all -> ChangedMeetings.with(all, ChangedMeetings.taken(theirs, person, leaving)));
        camp.publish();
        CalendarOwner owner = CalendarOwner.of(leaving);
        camp.later(DAY);
        camp.change(all -> ChangedMeetings.with(all, theirs));
        camp.leaves(leaving);
        camp.publish(leaving);
        assertThat(camp.now(owner).state().events()).noneMatch(FeedEvent::isCancelled);
        camp.later(DAY);

        assertThat(camp.preview(Language.DA).staff())
                .filteredOn(one -> one.staffId().equals(leaving))
                .singleElement()
                .satisfies(one -> assertThat(one.counts().cancelled()).isEqualTo(1))
                .extracting(PersonNewsView::name)
                .isEqualTo("Går Snart");
        camp.change(all -> ChangedMeetings.without(all, camp.ofOne(person).getLast()));
        camp.publish(leaving);
        assertThat(camp.now(owner).state().events()).noneMatch(FeedEvent::isCancelled);
        camp.later(DAY);
        camp.publish();
        assertThat(camp.now(owner).state().events()).singleElement().matches(FeedEvent::isCancelled);
    }
}
