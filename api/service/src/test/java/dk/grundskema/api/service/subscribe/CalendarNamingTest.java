package dk.grundskema.api.service.subscribe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.grundskema.api.exports.calendar.CalendarOwner;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.service.publish.FeedLink;
import dk.grundskema.api.service.publish.LinkKind;
import dk.grundskema.api.service.publish.PublicationRepository;
import dk.grundskema.api.service.testing.MeetingVariants;
import dk.grundskema.api.service.testing.PublishedCampFixture;
import dk.grundskema.domain.people.Language;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.timetable.Meeting;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Names and colours of calendars, and the owners with a link. */
final class CalendarNamingTest {
    private static final String LESSON = "Mandag den 7. september: Morgenmad · alle hold 08.15–08.45";

    private static void called(PublishedCampFixture camp, String title) {
        camp.server
                .bean(JdbcClient.class)
                .sql("UPDATE plan SET title = :title WHERE id = :plan")
                .param("title", title)
                .param("plan", camp.id.value())
                .update();
    }

    @Test
    void aCalendarIsCalledAfterThePlanAsThePlannerSeesItWithoutStudents() {
        PublishedCampFixture camp = PublishedCampFixture.start(TestDatabase.H2);
        CalendarOwner owner = CalendarOwner.of(camp.busiest());
        String student = String.valueOf(camp.client.get(camp.place + "/problem").at("/students/6/name"));
        called(camp, "Efterår for " + student);
        camp.publish();
        FeedSnapshot first = camp.currentFeed(owner);
        called(camp, "Vinter");

        assertThat(first.title()).startsWith("Efterår for Elev 7 · ").doesNotContain(student);
        assertThat(camp.feeds().currentFeed(camp.link(owner)).title())
                .as("the published name stays")
                .isEqualTo(first.title());
        camp.publish();
        assertThat(camp.currentFeed(owner).title()).startsWith("Vinter · ");
    }

    @Test
    void aCalendarHasTheColourOfAllItsEventsOrOneOfItsKind() {
        PublishedCampFixture camp = PublishedCampFixture.start(TestDatabase.H2);
        camp.publish();
        var kinds = new HashMap<LinkKind, Set<String>>();
        for (FeedLink link : camp.links().find(camp.id)) {
            FeedSnapshot feed = camp.feeds().currentFeed(link);
            Set<String> own = new TreeSet<>();
            feed.state().events().forEach(one -> own.add(one.event().colour()));
            own.remove("");
            assertThat(feed.colour())
                    .isEqualTo(
                            own.size() == 1
                                    ? own.iterator().next()
                                    : link.kind().colour());
            String file = ServiceClient.anonymous(camp.server)
                    .get("/c/" + link.token() + ".ics")
                    .body();
            assertThat(file.substring(0, file.indexOf("BEGIN:", 20))).contains("\r\nCOLOR:" + feed.colour() + "\r\n");
            kinds.computeIfAbsent(link.kind(), none -> new TreeSet<>()).add(feed.colour());
        }
        assertThat(kinds.get(LinkKind.STAFF)).contains(LinkKind.STAFF.colour());
        assertThat(List.of(LinkKind.values())).extracting(LinkKind::colour).doesNotHaveDuplicates();
    }

    @Test
    void eachOwnerOfAPlanHasOneLinkOfAKindAndOnlyYearsAreOfNoPlan() {
        PublishedCampFixture camp = PublishedCampFixture.start(TestDatabase.H2);
        camp.publish();
        var rows = camp.server.bean(JdbcClient.class);
        for (String change : List.of(
                "UPDATE feed_link SET owner = 'same', kind = 'ROOM' WHERE plan = :plan",
                "UPDATE feed_link SET plan = NULL WHERE plan = :plan",
                "UPDATE feed_link SET kind = 'YEAR' WHERE plan = :plan")) {
            assertThatThrownBy(() ->
                            rows.sql(change).param("plan", camp.id.value()).update())
                    .as(change)
                    .isInstanceOf(DataIntegrityViolationException.class);
        }
    }

    /** A meeting of a person with another adult, published a day ago. */
    private static Meeting withAnother(PublishedCampFixture camp, StaffId person) {
        Meeting theirs = MeetingVariants.withAnotherPerson(
                camp.meetingsOf(person).getFirst(), camp.addStaff("bo-berg", "Bo Berg"));
        camp.change(all -> MeetingVariants.with(all, theirs));
        camp.publish();
        camp.advanceClock(Duration.ofDays(1));
        return theirs;
    }

    private static List<String> words(PublishedCampFixture camp, StaffId person) {
        return camp.preview(Language.DA).staff().stream()
                .filter(one -> one.id().equals(person.value()))
                .findFirst()
                .orElseThrow()
                .words();
    }

    @Test
    void lessonTakenOverNamesTheReplacementAndNotTheColleagueAlreadyThere() {
        PublishedCampFixture camp = PublishedCampFixture.start(TestDatabase.H2);
        StaffId other = camp.addStaff("ny-laerer", "Ny Lærer");
        StaffId person = camp.busiest();
        Meeting theirs = withAnother(camp, person);

        camp.change(all -> MeetingVariants.with(all, MeetingVariants.withoutPerson(theirs, person)));
        assertThat(words(camp, person)).containsExactly(LESSON + " holdes, men er ikke længere i denne kalender");
        camp.change(all -> MeetingVariants.with(all, MeetingVariants.withReplacement(theirs, person, other)));
        assertThat(words(camp, person)).containsExactly(LESSON + " overtages af Ny Lærer");

        camp.publish();
        camp.advanceClock(Duration.ofDays(1));
        camp.change(all -> MeetingVariants.without(all, theirs));
        assertThat(words(camp, other)).as("no person has it").containsExactly(LESSON + " aflyses");
    }

    /** The page uses the stored feed: the publication need not be calculated again or be readable. */
    @Test
    void pageNamesTheReplacementOfALessonTakenOver() {
        PublishedCampFixture camp = PublishedCampFixture.start(TestDatabase.H2);
        StaffId other = camp.addStaff("ny-laerer", "Ny Lærer");
        StaffId person = camp.busiest();
        Meeting theirs = withAnother(camp, person);
        camp.change(all -> MeetingVariants.with(all, MeetingVariants.withReplacement(theirs, person, other)));
        camp.publish();
        FeedLink link = camp.link(CalendarOwner.of(person));
        FeedLink busy = camp.links()
                .findByPerson(camp.id, person.value(), LinkKind.BUSY)
                .orElseThrow();
        assertThat(camp.feeds().currentFeed(link).stillHeld()).hasSize(1);
        assertThat(camp.feeds().currentFeed(busy).stillHeld())
                .as("for nobody else")
                .isEmpty();
        assertThat(file(camp, link)).contains("STATUS:CANCELLED", "DESCRIPTION:Ikke længere din · nu: Ny Lærer\\n");
        assertThat(file(camp, busy)).contains("STATUS:CANCELLED").doesNotContain("Ny Lærer", "Ikke længere din");
        UnreadablePublicationTest.losesAPlugin(camp);
        camp.server
                .bean(JdbcClient.class)
                .sql("UPDATE feed_link SET created = :created WHERE plan = :plan")
                .param("created", Timestamp.from(PublishedCampFixture.FIRST))
                .param("plan", camp.id.value())
                .update();
        camp.now.set(Instant.parse("2026-09-06T07:00:00Z"));

        assertThat(page(camp, camp.link(CalendarOwner.of(person))))
                .contains(">Ikke længere din<", ">nu: Ny Lærer<")
                .doesNotContain("aflyses", "Aflyst");
        assertThat(page(camp, busy)).doesNotContain("Ny Lærer", "Ikke længere din");
    }

    private static String file(PublishedCampFixture camp, FeedLink link) {
        byte[] content = FeedFile.of(camp.feeds().currentFeed(link), new FeedOptions(null, false), camp.now.get())
                .content();
        return new String(content, StandardCharsets.UTF_8).replace("\r\n ", "");
    }

    private static String page(PublishedCampFixture camp, FeedLink link) {
        var pages = new FeedController(
                camp.feeds(),
                camp.server.bean(YearFeedCalculator.class),
                camp.links(),
                camp.server.bean(PublicationRepository.class),
                PublishedCampFixture.addresses("https://plan.example"),
                camp.server.bean(WebPageResponses.class),
                camp.now::get);
        return new String(Objects.requireNonNull(pages.page(link).getBody()), StandardCharsets.UTF_8);
    }
}
