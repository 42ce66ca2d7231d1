package dk.grundskema.api.server.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.grundskema.api.calendar.CalendarOwner;
import dk.grundskema.api.feeds.FeedEvent;
import dk.grundskema.api.feeds.FeedState;
import dk.grundskema.api.server.Database;
import dk.grundskema.api.server.DatabaseSource;
import dk.grundskema.api.server.NewPlan;
import dk.grundskema.api.server.Services;
import dk.grundskema.api.server.platform.Refusal;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.timetable.Meeting;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;

/** What people who follow a plan's calendars have after publications. Nothing is worked out here before somebody asks, as after a kill. */
final class PublicationsTest {
    private static final Duration DAY = Duration.ofDays(1);

    private static Meeting later(Meeting one) {
        return ChangedMeetings.at(one, one.start().plusMinutes(5), one.end().plusMinutes(5));
    }

    private static Set<String> uids(Map<String, FeedEvent> some) {
        return new HashSet<>(some.keySet());
    }

    @ParameterizedTest
    @DatabaseSource
    void onlyWhatWasMovedCancelledOrIsNewChangesForWhomItConcerns(Database database) {
        PublishedCamp camp = PublishedCamp.on(database);
        StaffId person = camp.busiest();
        List<Meeting> theirs = camp.ofOne(person);
        assertThat(theirs).hasSizeGreaterThan(3);
        Meeting moved = theirs.get(0);
        Meeting cancelled = theirs.get(1);
        Meeting fresh = theirs.get(2);
        camp.change(all -> ChangedMeetings.without(all, fresh));
        Instant first = camp.publish().published();
        CalendarOwner owner = CalendarOwner.of(person);
        Map<String, FeedEvent> before = camp.events(owner);
        camp.later(DAY);
        camp.change(all -> ChangedMeetings.with(
                ChangedMeetings.with(ChangedMeetings.without(all, cancelled), later(moved)), fresh));
        Instant second = camp.publish().published();
        Map<String, FeedEvent> after = camp.events(owner);
        assertThat(second).isEqualTo(first.plus(DAY));
        assertThat(after.keySet()).containsAll(before.keySet());
        var added = uids(after);
        added.removeAll(before.keySet());
        assertThat(added).hasSize(1);
        FeedEvent isNew = after.get(added.iterator().next());
        assertThat(isNew.sequence()).isZero();
        assertThat(isNew.changed()).isEqualTo(second);
        List<FeedEvent> gone =
                after.values().stream().filter(FeedEvent::isCancelled).toList();
        assertThat(gone).singleElement().satisfies(one -> {
            assertThat(one.sequence()).isEqualTo(1);
            assertThat(one.cancelled()).isEqualTo(second);
        });
        List<FeedEvent> others = after.values().stream()
                .filter(one -> !one.isCancelled() && one.sequence() == 1)
                .toList();
        assertThat(others).singleElement().satisfies(one -> {
            FeedEvent was = before.get(one.event().uid());
            assertThat(one.event().time().start())
                    .isEqualTo(was.event().time().start().plus(Duration.ofMinutes(5)));
            assertThat(one.changed()).isEqualTo(second);
        });
        assertThat(after.values().stream()
                        .filter(one -> one.changed().equals(first))
                        .toList())
                .hasSize(before.size() - 2)
                .allMatch(one ->
                        one.sequence() == 0 && one.equals(before.get(one.event().uid())));
    }

    @ParameterizedTest
    @DatabaseSource
    void whoIsHeldBackStaysAtWhatTheyHadUntilNobodyHoldsThemBack(Database database) {
        PublishedCamp camp = PublishedCamp.on(database);
        StaffId person = camp.busiest();
        CalendarOwner owner = CalendarOwner.of(person);
        Meeting moved = camp.ofOne(person).getFirst();
        camp.publish();
        FeedNow before = camp.now(owner);
        camp.later(DAY);
        camp.change(all -> ChangedMeetings.with(all, later(moved)));
        camp.publish(person);
        FeedNow held = camp.now(owner);
        assertThat(held.state()).isEqualTo(before.state());
        assertThat(held.publication()).isEqualTo(1);
        assertThat(held.published()).isEqualTo(before.published());
        assertThat(camp.now(camp.all()).publication()).as("for all others").isEqualTo(2);
        camp.later(DAY);
        camp.publish();
        assertThat(camp.now(owner).publication()).isEqualTo(3);
        assertThat(camp.events(owner).values())
                .filteredOn(one -> one.sequence() == 1)
                .hasSize(1);
    }

    @ParameterizedTest
    @DatabaseSource
    void nothingNewForAnybodyIsRefusedAndAnOlderRevisionIsPublishedLikeAnyOther(Database database) {
        PublishedCamp camp = PublishedCamp.on(database);
        Meeting moved = camp.ofOne(camp.busiest()).getFirst();
        Publication first = camp.publish();
        Map<String, FeedEvent> before = camp.events(camp.all());
        assertThatThrownBy(camp::publish).isInstanceOf(Refusal.class).hasMessageContaining("publishing.nothing-new");
        camp.later(DAY);
        camp.change(all -> ChangedMeetings.with(all, later(moved)));
        camp.publish();
        camp.later(DAY);
        Publication third = camp.publish(new NewPublication(first.revision(), "Tilbage", List.of(), true));
        assertThat(third.number()).isEqualTo(3);
        assertThat(third.timetable()).isEqualTo(first.timetable());
        Map<String, FeedEvent> after = camp.events(camp.all());
        assertThat(after.keySet()).isEqualTo(before.keySet());
        assertThat(after.values()).allSatisfy(one -> {
            FeedEvent was = before.get(one.event().uid());
            assertThat(one.event()).isEqualTo(was.event());
            assertThat(one.sequence()).isIn(0, 2);
        });
        assertThat(after.values()).filteredOn(one -> one.sequence() == 2).hasSize(1);
    }

    @ParameterizedTest
    @DatabaseSource
    void aClockThatIsSetBackPublishesASecondAfterTheLastTime(Database database) {
        PublishedCamp camp = PublishedCamp.on(database);
        Instant first = camp.publish().published();
        camp.later(DAY.negated());
        Meeting moved = camp.ofOne(camp.busiest()).getFirst();
        camp.change(all -> ChangedMeetings.with(all, later(moved)));
        assertThat(camp.publish().published()).isEqualTo(first.plusSeconds(1));
    }

    @ParameterizedTest
    @DatabaseSource
    void twoWhoWorkTheSameOutAtOnceComeToTheSameAndWriteItOnce(Database database)
            throws InterruptedException, ExecutionException {
        PublishedCamp camp = PublishedCamp.on(database);
        camp.publish();
        camp.later(DAY);
        Meeting moved = camp.ofOne(camp.busiest()).getFirst();
        camp.change(all -> ChangedMeetings.with(all, later(moved)));
        camp.publish();
        List<Link> links = camp.links().of(camp.id);
        List<Callable<Map<LinkId, FeedState>>> both = List.of(working(camp, links), working(camp, links));
        List<Map<LinkId, FeedState>> came = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (var one : threads.invokeAll(both)) {
                came.add(one.get());
            }
        }
        assertThat(came.getFirst()).hasSameSizeAs(links).isEqualTo(came.getLast());
        Feeds afterAStart = camp.feeds();
        assertThat(links).allSatisfy(link -> {
            FeedNow kept = afterAStart.now(link);
            assertThat(kept.state()).isEqualTo(came.getFirst().get(link.id()));
            assertThat(kept.version()).isEqualTo(1);
        });
    }

    private static Callable<Map<LinkId, FeedState>> working(PublishedCamp camp, List<Link> links) {
        Feeds feeds = camp.feeds();
        return () -> links.stream()
                .collect(Collectors.toMap(Link::id, link -> feeds.now(link).state()));
    }

    @ParameterizedTest
    @DatabaseSource
    void aPlanWithoutATimetableIsNotPublished(Database database) {
        var server = Services.on(database);
        PublishedCamp camp = PublishedCamp.of(server, NewPlan.of(Services.administrator(server)));
        assertThatThrownBy(camp::publish).isInstanceOf(Refusal.class).hasMessageContaining("publishing.no-timetable");
    }
}
