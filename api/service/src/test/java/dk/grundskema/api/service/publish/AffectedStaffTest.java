package dk.grundskema.api.service.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.exports.calendar.CalendarOwner;
import dk.grundskema.api.platform.access.OrganisationId;
import dk.grundskema.api.platform.http.RequestTexts;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.publish.AffectedStaff.AffectedPerson;
import dk.grundskema.api.service.publish.AffectedStaff.Receipt;
import dk.grundskema.api.service.testing.MeetingVariants;
import dk.grundskema.api.service.testing.MissingPluginPlanFixture;
import dk.grundskema.api.service.testing.PublishedCampFixture;
import dk.grundskema.api.service.testing.TestPlans;
import dk.grundskema.domain.people.Language;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.timetable.Meeting;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who has to know of a publication now, by a fixed clock. */
final class AffectedStaffTest {
    private static final Instant NOON = Instant.parse("2026-12-01T12:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);

    private static FeedLink link(@Nullable Instant revoked, @Nullable Instant seen) {
        return new FeedLink(
                new LinkId("l"),
                new OrganisationId("home"),
                null,
                LinkKind.STAFF,
                "anna",
                "t",
                Language.DA,
                NOON.minus(HOUR),
                revoked,
                seen);
    }

    @Test
    void onlyAConfirmationSinceThePublicationIsAReceipt() {
        assertThat(Receipt.of(link(null, NOON), NOON)).isEqualTo(Receipt.SEEN);
        assertThat(Receipt.of(link(null, NOON.minusSeconds(1)), NOON)).isEqualTo(Receipt.NOT_SEEN);
        assertThat(Receipt.of(link(null, null), NOON)).isEqualTo(Receipt.NOT_SEEN);
        assertThat(Receipt.of(link(NOON, null), NOON)).isEqualTo(Receipt.NO_LINK);
        assertThat(Receipt.of(link(NOON, NOON), NOON)).isEqualTo(Receipt.SEEN);
        assertThat(Receipt.of(null, NOON)).isEqualTo(Receipt.NO_LINK);
    }

    @Test
    void thoseWhoHaveNotConfirmedComeFirstByTime() {
        AffectedPerson seen = person("a", NOON, Receipt.SEEN);
        AffectedPerson tomorrow = person("b", NOON.plus(HOUR), Receipt.NOT_SEEN);
        AffectedPerson today = person("c", NOON, Receipt.NO_LINK);
        var staff = new AffectedStaff(2, NOON, NOON.plus(HOUR), List.of(seen, tomorrow, today), 0);
        assertThat(staff.soon()).containsExactly(today, tomorrow, seen);
    }

    @Test
    void thoseOfOneTimeComeInTheDanishOrderOfNames() {
        AffectedPerson aage = person("Åse", NOON, Receipt.NOT_SEEN);
        AffectedPerson aeble = person("Ægir", NOON, Receipt.NOT_SEEN);
        AffectedPerson bo = person("bo", NOON, Receipt.NOT_SEEN);
        AffectedPerson zoe = person("Zoe", NOON, Receipt.NOT_SEEN);
        var staff = new AffectedStaff(2, NOON, NOON.plus(HOUR), List.of(aage, aeble, zoe, bo), 0);
        assertThat(staff.soon()).containsExactly(bo, zoe, aeble, aage);
    }

    private static AffectedPerson person(String id, Instant begin, Receipt receipt) {
        return new AffectedPerson(new StaffId(id), id, begin, List.of(), receipt, "");
    }

    @Test
    void publicationAffectsThoseWhoseNext48HoursItChangesUntilTheEventIsOver() {
        PublishedCampFixture camp = PublishedCampFixture.start(TestDatabase.H2);
        StaffId person = camp.busiest();
        Meeting moved = camp.meetingsOf(person).getFirst();
        camp.publish();
        camp.advanceClock(Duration.ofDays(1));
        camp.change(all -> MeetingVariants.with(all, later(moved)));
        camp.publish();
        Instant begin = beginOf(moved, camp);
        AffectedStaff early = affected(camp, begin.minus(Duration.ofHours(48)));
        assertThat(early.soon()).isEmpty();
        assertThat(early.later()).isPositive();
        AffectedStaff soon = affected(camp, begin.minus(Duration.ofHours(47)));
        assertThat(soon.publication()).isEqualTo(2);
        assertThat(soon.later()).isZero();
        assertThat(soon.soon()).hasSize(early.later());
        AffectedPerson first = of(soon, person);
        assertThat(first.words()).singleElement().asString().contains("moves from " + moved.start());
        assertThat(first.receipt()).isEqualTo(Receipt.NOT_SEEN);
        FeedLink link = camp.link(CalendarOwner.of(person));
        assertThat(first.message().lines())
                .hasSize(3)
                .first()
                .isEqualTo("Hej " + first.name() + ". Din plan er ændret:");
        assertThat(first.message()).contains("flyttes fra ").endsWith("https://skema.example/c/" + link.token());
        camp.links().recordSeen(link.id(), camp.now.get());
        assertThat(of(affected(camp, begin), person).receipt()).isEqualTo(Receipt.SEEN);
        AffectedStaff over = affected(camp, begin.plus(Duration.ofDays(1)));
        assertThat(over.soon()).isEmpty();
        assertThat(over.later()).isZero();
    }

    @Test
    void personWhoIsHeldBackIsAffectedByThePublicationThatLiftsTheHold() {
        PublishedCampFixture camp = PublishedCampFixture.start(TestDatabase.H2);
        StaffId person = camp.busiest();
        Meeting moved = camp.meetingsOf(person).getFirst();
        Instant dayBefore = beginOf(moved, camp).minus(Duration.ofDays(1));
        camp.publish();
        camp.advanceClock(Duration.ofDays(1));
        camp.change(all -> MeetingVariants.with(all, later(moved)));
        camp.publish(person);
        assertThat(affected(camp, dayBefore).soon())
                .extracting(AffectedPerson::staffId)
                .doesNotContain(person);
        camp.advanceClock(Duration.ofDays(1));
        camp.publish();
        assertThat(affected(camp, dayBefore).soon())
                .extracting(AffectedPerson::staffId)
                .containsExactly(person);
    }

    @Test
    void answersFollowTimeAndPublicationsAlthoughComparisonsAreKept() {
        PublishedCampFixture camp = PublishedCampFixture.start(TestDatabase.H2);
        Meeting moved = camp.meetingsOf(camp.busiest()).getFirst();
        camp.publish();
        camp.advanceClock(Duration.ofDays(1));
        camp.change(all -> MeetingVariants.with(all, later(moved)));
        camp.publish();
        var now = new AtomicReference<>(beginOf(moved, camp).minus(Duration.ofHours(48)));
        AffectedStaffFinder finder = finder(camp, now::get);
        assertThat(finder.findAffectedStaff(camp.id).soon()).isEmpty();
        now.updateAndGet(time -> time.plus(HOUR));
        assertThat(finder.findAffectedStaff(camp.id).soon()).isNotEmpty();
        camp.advanceClock(Duration.ofDays(1));
        camp.change(all -> MeetingVariants.with(all, later(later(moved))));
        camp.publish();
        assertThat(finder.findAffectedStaff(camp.id).soon())
                .isNotEmpty()
                .allSatisfy(person -> assertThat(person.message())
                        .contains(String.valueOf(later(later(moved)).start()).replace(':', '.')));
    }

    @Test
    void nobodyIsNamedIfThePublicationBeforeRequiresAMissingPlugin() {
        PublishedCampFixture camp = PublishedCampFixture.start(TestDatabase.H2);
        camp.publish();
        camp.advanceClock(Duration.ofDays(1));
        camp.change(all -> all.subList(1, all.size()));
        camp.publish();
        AffectedStaffFinder finder = finder(camp, camp.now::get);
        assertThat(finder.findReadable(camp.id)).isPresent();
        var plans = camp.server.bean(PlanStore.class);
        PlanId unreadable = TestPlans.planIdOf(MissingPluginPlanFixture.create(camp.server));
        camp.server
                .bean(JdbcClient.class)
                .sql("UPDATE publication SET problem = :problem WHERE plan = :plan AND number = 1")
                .param("problem", plans.revision(plans.get(unreadable).head()).problem())
                .param("plan", camp.id.value())
                .update();
        assertThat(finder.findReadable(camp.id)).isEmpty();
    }

    private static Meeting later(Meeting one) {
        return MeetingVariants.at(one, one.start().plusMinutes(5), one.end().plusMinutes(5));
    }

    private static Instant beginOf(Meeting one, PublishedCampFixture camp) {
        return one.weeks()
                .first()
                .date(one.weekday())
                .atTime(one.start())
                .atZone(camp.timetable().zone())
                .toInstant();
    }

    private static AffectedPerson of(AffectedStaff staff, StaffId person) {
        return staff.soon().stream()
                .filter(one -> one.staffId().equals(person))
                .findFirst()
                .orElseThrow();
    }

    /** Returns who is affected at a moment, in English. */
    private static AffectedStaff affected(PublishedCampFixture camp, Instant now) {
        LocaleContextHolder.setLocale(Language.EN.locale());
        try {
            return finder(camp, () -> now).findAffectedStaff(camp.id);
        } finally {
            LocaleContextHolder.resetLocaleContext();
        }
    }

    private static AffectedStaffFinder finder(PublishedCampFixture camp, InstantSource clock) {
        return new AffectedStaffFinder(
                camp.server.bean(PublicationRepository.class),
                camp.server.bean(PublishedPlanCache.class),
                camp.server.bean(CalendarChangeFinder.class),
                camp.links(),
                PublishedCampFixture.addresses("https://skema.example"),
                camp.server.bean(RequestTexts.class),
                clock);
    }
}
