package dk.grundskema.api.service.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.grundskema.api.exports.calendar.CalendarOwner;
import dk.grundskema.api.exports.feed.FeedEvent;
import dk.grundskema.api.exports.feed.FeedState;
import dk.grundskema.api.platform.http.RefusalException;
import dk.grundskema.api.platform.testing.DatabaseSource;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.service.subscribe.FeedCalculator;
import dk.grundskema.api.service.subscribe.FeedSnapshot;
import dk.grundskema.api.service.testing.MeetingVariants;
import dk.grundskema.api.service.testing.PublishedCampFixture;
import dk.grundskema.api.service.testing.TestPlans;
import dk.grundskema.api.service.testing.TestServices;
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

/** The feeds of a plan after publications. Nothing is calculated here before a feed is requested, as after a killed process. */
final class PlanPublisherTest {
    private static final Duration DAY = Duration.ofDays(1);

    private static Meeting later(Meeting one) {
        return MeetingVariants.at(one, one.start().plusMinutes(5), one.end().plusMinutes(5));
    }

    private static Set<String> uids(Map<String, FeedEvent> some) {
        return new HashSet<>(some.keySet());
    }

    @ParameterizedTest
    @DatabaseSource
    void onlyMovedCancelledAndNewEventsChangeInAPersonsFeed(TestDatabase database) {
        PublishedCampFixture camp = PublishedCampFixture.start(database);
        StaffId person = camp.busiest();
        List<Meeting> theirs = camp.meetingsOf(person);
        assertThat(theirs).hasSizeGreaterThan(3);
        Meeting moved = theirs.get(0);
        Meeting cancelled = theirs.get(1);
        Meeting fresh = theirs.get(2);
        camp.change(all -> MeetingVariants.without(all, fresh));
        Instant first = camp.publish().published();
        CalendarOwner owner = CalendarOwner.of(person);
        Map<String, FeedEvent> before = camp.events(owner);
        camp.advanceClock(DAY);
        camp.change(all -> MeetingVariants.with(
                MeetingVariants.with(MeetingVariants.without(all, cancelled), later(moved)), fresh));
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
    void heldBackPersonKeepsTheOldFeedUntilTheHoldIsLifted(TestDatabase database) {
        PublishedCampFixture camp = PublishedCampFixture.start(database);
        StaffId person = camp.busiest();
        CalendarOwner owner = CalendarOwner.of(person);
        Meeting moved = camp.meetingsOf(person).getFirst();
        camp.publish();
        FeedSnapshot before = camp.currentFeed(owner);
        camp.advanceClock(DAY);
        camp.change(all -> MeetingVariants.with(all, later(moved)));
        camp.publish(person);
        FeedSnapshot held = camp.currentFeed(owner);
        assertThat(held.state()).isEqualTo(before.state());
        assertThat(held.publication()).isEqualTo(1);
        assertThat(held.published()).isEqualTo(before.published());
        assertThat(camp.currentFeed(camp.firstIntervention()).publication())
                .as("for all others")
                .isEqualTo(2);
        camp.advanceClock(DAY);
        camp.publish();
        assertThat(camp.currentFeed(owner).publication()).isEqualTo(3);
        assertThat(camp.events(owner).values())
                .filteredOn(one -> one.sequence() == 1)
                .hasSize(1);
    }

    @ParameterizedTest
    @DatabaseSource
    void publicationWithoutChangesIsRefusedAndAnOlderRevisionCanBePublished(TestDatabase database) {
        PublishedCampFixture camp = PublishedCampFixture.start(database);
        Meeting moved = camp.meetingsOf(camp.busiest()).getFirst();
        Publication first = camp.publish();
        Map<String, FeedEvent> before = camp.events(camp.firstIntervention());
        assertThatThrownBy(camp::publish)
                .isInstanceOf(RefusalException.class)
                .hasMessageContaining("publishing.nothing-new");
        camp.advanceClock(DAY);
        camp.change(all -> MeetingVariants.with(all, later(moved)));
        camp.publish();
        camp.advanceClock(DAY);
        Publication third = camp.publish(new NewPublication(first.revision(), "Tilbage", List.of(), true, true));
        assertThat(third.number()).isEqualTo(3);
        assertThat(third.timetable()).isEqualTo(first.timetable());
        Map<String, FeedEvent> after = camp.events(camp.firstIntervention());
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
    void aClockThatIsSetBackPublishesASecondAfterTheLastTime(TestDatabase database) {
        PublishedCampFixture camp = PublishedCampFixture.start(database);
        Instant first = camp.publish().published();
        camp.advanceClock(DAY.negated());
        Meeting moved = camp.meetingsOf(camp.busiest()).getFirst();
        camp.change(all -> MeetingVariants.with(all, later(moved)));
        assertThat(camp.publish().published()).isEqualTo(first.plusSeconds(1));
    }

    @ParameterizedTest
    @DatabaseSource
    void simultaneousCalculationsAgreeAndWriteTheFeedOnce(TestDatabase database)
            throws InterruptedException, ExecutionException {
        PublishedCampFixture camp = PublishedCampFixture.start(database);
        camp.publish();
        camp.advanceClock(DAY);
        Meeting moved = camp.meetingsOf(camp.busiest()).getFirst();
        camp.change(all -> MeetingVariants.with(all, later(moved)));
        camp.publish();
        List<FeedLink> links = camp.links().find(camp.id);
        List<Callable<Map<LinkId, FeedState>>> both = List.of(working(camp, links), working(camp, links));
        List<Map<LinkId, FeedState>> came = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (var one : threads.invokeAll(both)) {
                came.add(one.get());
            }
        }
        assertThat(came.getFirst()).hasSameSizeAs(links).isEqualTo(came.getLast());
        FeedCalculator afterAStart = camp.feeds();
        assertThat(links).allSatisfy(link -> {
            FeedSnapshot kept = afterAStart.currentFeed(link);
            assertThat(kept.state()).isEqualTo(came.getFirst().get(link.id()));
            assertThat(kept.version()).isEqualTo(1);
        });
    }

    private static Callable<Map<LinkId, FeedState>> working(PublishedCampFixture camp, List<FeedLink> links) {
        FeedCalculator feeds = camp.feeds();
        return () -> links.stream()
                .collect(Collectors.toMap(
                        FeedLink::id, link -> feeds.currentFeed(link).state()));
    }

    @ParameterizedTest
    @DatabaseSource
    void aPlanWithoutATimetableIsNotPublished(TestDatabase database) {
        var server = TestServices.on(database);
        PublishedCampFixture camp =
                PublishedCampFixture.of(server, TestPlans.createCampPlan(ServiceClient.administrator(server)));
        assertThatThrownBy(camp::publish)
                .isInstanceOf(RefusalException.class)
                .hasMessageContaining("publishing.no-timetable");
    }
}
