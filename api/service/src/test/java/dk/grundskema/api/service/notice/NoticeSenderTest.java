package dk.grundskema.api.service.notice;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMailUtil;
import dk.grundskema.api.platform.testing.DatabaseSource;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.service.publish.Publication;
import dk.grundskema.api.service.testing.MeetingVariants;
import dk.grundskema.api.service.testing.PublishedCampFixture;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.timetable.Meeting;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/** Recipients and times of mails about a publication; nobody gets a mail twice. */
@Tag("http")
class NoticeSenderTest {
    private static final Duration A_DAY = Duration.ofDays(1);

    @ParameterizedTest
    @DatabaseSource
    void eachWhoseNextTwoWeeksChangeGetsOneMailAndNobodyElseDoes(TestDatabase database) throws MessagingException {
        try (NoticeCampFixture camp = NoticeCampFixture.on(database)) {
            Meeting meeting = camp.on(NoticeCampFixture.MONDAY);

            Publication moved = camp.moveAndPublish(meeting, 5);
            camp.sendDue();
            camp.sendDue();

            assertThat(camp.receivers()).containsExactlyElementsOf(NoticeCampFixture.addresses(meeting));
            assertThat(camp.counts(moved))
                    .isEqualTo(Map.of(
                            NoticeState.SENT, NoticeCampFixture.people(meeting).size()));
        }
    }

    @Test
    void changeAfterTomorrowWaitsAndJoinsTheNextPublication() throws MessagingException {
        try (NoticeCampFixture camp = NoticeCampFixture.on(TestDatabase.H2)) {
            Meeting meeting = camp.on(NoticeCampFixture.MONDAY.plusDays(2));

            Publication first = camp.moveAndPublish(meeting, 5);
            camp.advanceClock(Duration.ofMinutes(9));
            camp.sendDue();
            assertThat(camp.receivers()).isEmpty();
            Publication second = camp.moveAndPublish(meeting, 10);
            camp.sendDue();
            assertThat(camp.receivers()).isEmpty();
            camp.advanceClock(Duration.ofMinutes(1));
            camp.sendDue();

            assertThat(camp.receivers()).containsExactlyElementsOf(NoticeCampFixture.addresses(meeting));
            int people = NoticeCampFixture.people(meeting).size();
            assertThat(camp.counts(first)).isEqualTo(Map.of(NoticeState.JOINED, people));
            assertThat(camp.counts(second)).isEqualTo(Map.of(NoticeState.SENT, people));
        }
    }

    @ParameterizedTest
    @DatabaseSource
    void changeThatWaitsJoinsThePublicationOfAScenario(TestDatabase database) throws MessagingException {
        try (NoticeCampFixture camp = NoticeCampFixture.on(database)) {
            Meeting meeting = camp.on(NoticeCampFixture.MONDAY.plusDays(2));
            camp.moveAndPublish(meeting, 5);
            camp.sendDue();
            PublishedCampFixture scenario = camp.createScenario();
            scenario.change(all -> MeetingVariants.with(
                    all,
                    MeetingVariants.at(
                            meeting,
                            meeting.start().plusMinutes(10),
                            meeting.end().plusMinutes(10))));
            scenario.publish("", true);
            camp.advanceClock(Duration.ofMinutes(10));
            camp.sendDue();
            assertThat(camp.receivers()).containsExactlyElementsOf(NoticeCampFixture.addresses(meeting));
            assertThat(camp.mails.getReceivedMessages()[0].getSubject()).doesNotContain("Med en mere");
        }
    }

    @Test
    void changeRevertedBeforeSendingIsSentToNobody() throws MessagingException {
        try (NoticeCampFixture camp = NoticeCampFixture.on(TestDatabase.H2)) {
            Meeting meeting = camp.on(NoticeCampFixture.MONDAY.plusDays(2));

            Publication moved = camp.moveAndPublish(meeting, 5);
            camp.sendDue();
            Publication back = camp.moveAndPublish(meeting, 0);
            camp.advanceClock(A_DAY.minusMinutes(1));
            camp.sendDue();

            assertThat(camp.receivers()).isEmpty();
            assertThat(camp.counts(moved)).containsOnlyKeys(NoticeState.JOINED);
            assertThat(camp.counts(back)).isEmpty();
        }
    }

    @Test
    void changeMoreThanTwoWeeksAwayIsSentToNobody() throws MessagingException {
        try (NoticeCampFixture camp = NoticeCampFixture.on(TestDatabase.H2)) {
            camp.moveAndPublish(camp.on(NoticeCampFixture.MONDAY.plusDays(14)), 5);
            camp.advanceClock(Duration.ofHours(1));
            camp.sendDue();

            assertThat(camp.receivers()).isEmpty();
        }
    }

    @Test
    void noticeOfAMeetingThatIsOverIsDropped() throws MessagingException {
        try (NoticeCampFixture camp = NoticeCampFixture.on(TestDatabase.H2)) {
            Publication moved = camp.moveAndPublish(camp.on(NoticeCampFixture.MONDAY), 5);
            camp.camp.now.set(NoticeCampFixture.SUNDAY.plus(Duration.ofHours(20)));
            camp.sendDue();
            assertThat(camp.counts(moved)).containsOnlyKeys(NoticeState.SENT);

            Publication again = camp.moveAndPublish(camp.on(NoticeCampFixture.MONDAY), 10);
            camp.camp.now.set(NoticeCampFixture.SUNDAY.plus(Duration.ofHours(40)));
            camp.sendDue();
            assertThat(camp.counts(again)).containsOnlyKeys(NoticeState.DROPPED);
        }
    }

    @Test
    void withheldStaffMemberIsNotifiedWithTheNextPublication() throws MessagingException {
        try (NoticeCampFixture camp = NoticeCampFixture.on(TestDatabase.H2)) {
            Meeting meeting = camp.on(NoticeCampFixture.MONDAY);
            String person = NoticeCampFixture.people(meeting).iterator().next();
            List<String> others = new ArrayList<>(NoticeCampFixture.addresses(meeting));
            others.remove(NoticeCampFixture.mailbox(person));

            camp.moveAndPublish(meeting, 5, true, new StaffId(person));
            camp.sendDue();
            assertThat(camp.receivers()).containsExactlyElementsOf(others);
            camp.camp.publish("", true);
            camp.sendDue();
            assertThat(camp.receivers()).containsExactlyElementsOf(NoticeCampFixture.addresses(meeting));
        }
    }

    @Test
    void publicationWithoutNoticesStillSendsThePendingOnes() throws MessagingException {
        try (NoticeCampFixture camp = NoticeCampFixture.on(TestDatabase.H2)) {
            Meeting meeting = camp.on(NoticeCampFixture.MONDAY.plusDays(2));

            camp.moveAndPublish(meeting, 5, false);
            camp.advanceClock(Duration.ofHours(1));
            camp.sendDue();
            assertThat(camp.receivers()).isEmpty();

            Publication told = camp.moveAndPublish(meeting, 10);
            camp.sendDue();
            Publication quiet = camp.moveAndPublish(meeting, 15, false);
            camp.advanceClock(Duration.ofHours(1));
            camp.sendDue();
            assertThat(camp.receivers()).containsExactlyElementsOf(NoticeCampFixture.addresses(meeting));
            assertThat(camp.counts(told)).containsOnlyKeys(NoticeState.JOINED);
            assertThat(camp.counts(quiet)).containsOnlyKeys(NoticeState.SENT);
        }
    }

    @ParameterizedTest
    @DatabaseSource
    void noticeInHandWhenTheServiceDiedIsNotSentAgain(TestDatabase database) throws MessagingException {
        try (NoticeCampFixture camp = NoticeCampFixture.on(database)) {
            Publication moved = camp.moveAndPublish(camp.on(NoticeCampFixture.MONDAY), 5);
            camp.newNoticeSender(1).sendDue(() -> true); // worked out, and nothing sent
            List<Notice> due = camp.noticeRepository.findDue(camp.camp.now.get(), 100);
            Notice inHand = due.getFirst();
            assertThat(camp.noticeRepository.claim(inHand, camp.camp.now.get())).isTrue(); // and then it dies

            camp.sendDue();
            assertThat(camp.receivers())
                    .hasSize(due.size() - 1)
                    .doesNotContain(NoticeCampFixture.mailbox(inHand.staff()));
            assertThat(camp.counts(moved)).containsEntry(NoticeState.SENDING, 1);
            camp.advanceClock(NoticeRepository.CLAIM_LIFETIME.plusSeconds(1));
            camp.sendDue();

            assertThat(camp.receivers()).hasSize(due.size() - 1);
            assertThat(camp.counts(moved)).containsEntry(NoticeState.UNCERTAIN, 1);
        }
    }

    @Test
    void pendingPublicationIsResolvedAndSentByTheNextSender() throws MessagingException {
        try (NoticeCampFixture camp = NoticeCampFixture.on(TestDatabase.H2)) {
            Meeting meeting = camp.on(NoticeCampFixture.MONDAY);
            Publication moved = camp.moveAndPublish(meeting, 5);
            assertThat(camp.noticeRepository.isPending(moved.plan(), moved.number()))
                    .isTrue();

            camp.sendDue();

            assertThat(camp.receivers()).containsExactlyElementsOf(NoticeCampFixture.addresses(meeting));
            assertThat(camp.noticeRepository.isPending(moved.plan(), moved.number()))
                    .isFalse();
        }
    }

    @ParameterizedTest
    @DatabaseSource
    void ofSeveralServicesOnOneDatabaseOneSendsEachMail(TestDatabase database)
            throws MessagingException, InterruptedException, ExecutionException {
        try (NoticeCampFixture camp = NoticeCampFixture.on(database);
                var several = Executors.newFixedThreadPool(4)) {
            Meeting meeting = camp.on(NoticeCampFixture.MONDAY);
            for (int i = 1; i <= 3; i++) {
                camp.mails.purgeEmailFromAllMailboxes();
                camp.moveAndPublish(meeting, 5 * i);
                List<Callable<Boolean>> services = new ArrayList<>();
                for (int j = 0; j < 4; j++) {
                    services.add(() -> {
                        camp.sendDue();
                        return true;
                    });
                }
                for (var done : several.invokeAll(services)) {
                    done.get();
                }
                assertThat(camp.receivers()).containsExactlyElementsOf(NoticeCampFixture.addresses(meeting));
            }
        } catch (com.icegreen.greenmail.store.FolderException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void staffMemberWithoutAddressGetsNoMailAndOthersStillDo() throws MessagingException {
        try (NoticeCampFixture camp = NoticeCampFixture.inNewSchool(problem -> NoticeCampFixture.withStaff(person -> {
            if (!person.get("id").equals("amir")) {
                person.put("email", NoticeCampFixture.mailbox(person.get("id")));
            }
        }))) {
            Meeting meeting = camp.on(NoticeCampFixture.MONDAY);
            Publication moved = camp.moveAndPublish(meeting, 5);
            camp.sendDue();

            List<String> others = new ArrayList<>(NoticeCampFixture.addresses(meeting));
            assertThat(others.remove("amir@skole.example")).isTrue();
            assertThat(camp.receivers()).containsExactlyElementsOf(others);
            assertThat(camp.counts(moved)).containsEntry(NoticeState.NO_ADDRESS, 1);
        }
    }

    @Test
    void staffOfACancelledMeetingAreNotified() throws MessagingException {
        try (NoticeCampFixture camp = NoticeCampFixture.on(TestDatabase.H2)) {
            Meeting meeting = camp.on(NoticeCampFixture.MONDAY);
            camp.camp.change(all -> MeetingVariants.without(all, meeting));
            camp.camp.publish("Aflyst", true);
            camp.sendDue();

            assertThat(camp.receivers()).containsExactlyElementsOf(NoticeCampFixture.addresses(meeting));
            assertThat(camp.mails.getReceivedMessages()[0].getSubject())
                    .isEqualTo("Din kalender er ændret: 1 ændring i morgen");
        }
    }

    @Test
    void newStaffMemberOfAPublishedPlanLearnsThatTheCalendarIsReady() throws MessagingException {
        try (NoticeCampFixture camp = NoticeCampFixture.on(TestDatabase.H2)) {
            StaffId coming = camp.camp.addStaff("ny-her", "Ny Her", "ny-her@skole.example");
            Meeting meeting = camp.on(NoticeCampFixture.MONDAY);
            StaffId was = Objects.requireNonNull(meeting.seats().getFirst().staffId());
            camp.camp.change(all -> MeetingVariants.with(all, MeetingVariants.withReplacement(meeting, was, coming)));
            camp.camp.publish("", true);
            camp.sendDue();

            assertThat(camp.mails.getReceivedMessagesForDomain("ny-her@skole.example"))
                    .singleElement()
                    .satisfies(mail -> assertThat(mail.getSubject()).isEqualTo("Din kalender er klar"));
        }
    }

    @Test
    void staffMemberWithEnglishLinkGetsEnglishMail() throws MessagingException, IOException {
        try (NoticeCampFixture camp = NoticeCampFixture.on(
                TestDatabase.H2,
                problem -> NoticeCampFixture.withStaff(person -> {
                    person.put("email", NoticeCampFixture.mailbox(person.get("id")));
                    person.put("language", "EN");
                }))) {
            Meeting meeting = camp.on(NoticeCampFixture.MONDAY);
            camp.camp.change(all -> MeetingVariants.without(all, meeting));
            camp.camp.publish("Ta' det roligt 😀", true);
            camp.sendDue();

            MimeMessage mail = camp.mails.getReceivedMessages()[0];
            String text = String.valueOf(
                    ((MimeMultipart) mail.getContent()).getBodyPart(0).getContent());
            assertThat(mail.getSubject()).isEqualTo("Your calendar has changed: 1 change tomorrow");
            assertThat(text)
                    .contains(
                            "Ta' det roligt 😀",
                            "Today and tomorrow",
                            NoticeCampFixture.WEB + "/c/",
                            NoticeCampFixture.WEB + "/n/");
        }
    }

    @Test
    void noStudentIsInAnyMail() throws MessagingException, IOException {
        try (NoticeCampFixture camp = NoticeCampFixture.on(TestDatabase.H2)) {
            camp.camp.change(all -> List.of());
            camp.camp.publish("", true);
            camp.sendDue();
            camp.advanceClock(Duration.ofHours(1));
            camp.sendDue();

            MimeMessage[] mails = camp.mails.getReceivedMessages();
            assertThat(mails).hasSizeGreaterThan(5);
            for (MimeMessage mail : mails) {
                String all = mail.getSubject() + GreenMailUtil.getHeaders(mail) + parts(mail);
                for (Object student : (List<?>)
                        Objects.requireNonNull(NoticeCampFixture.withAddresses().get("students"))) {
                    Object name = Objects.requireNonNull(((Map<?, ?>) student).get("name"));
                    assertThat(all).doesNotContain(String.valueOf(name));
                }
            }
        }
    }

    private static String parts(MimeMessage mail) throws MessagingException, IOException {
        var parts = (MimeMultipart) mail.getContent();
        return parts.getBodyPart(0).getContent() + "\n" + parts.getBodyPart(1).getContent();
    }

    @Test
    void aPlanThatGoesTellsNobodyAndLeavesNothing() throws MessagingException {
        try (NoticeCampFixture camp = NoticeCampFixture.on(TestDatabase.H2)) {
            Publication moved = camp.moveAndPublish(camp.on(NoticeCampFixture.MONDAY.plusDays(2)), 5);
            camp.sendDue();
            assertThat(camp.counts(moved)).containsOnlyKeys(NoticeState.PENDING);
            ServiceClient planner = camp.camp.client;
            String version = planner.get(camp.camp.place).tag();
            assertThat(planner.withHeader("If-Match", version)
                            .delete(camp.camp.place)
                            .status())
                    .isEqualTo(204);
            camp.advanceClock(Duration.ofHours(1));
            camp.sendDue();
            assertThat(camp.receivers()).isEmpty();
            assertThat(camp.counts(moved)).containsOnlyKeys(NoticeState.DROPPED);

            camp.noticeLifecycleListener().onForgetPeople(moved.plan());
            assertThat(camp.rowsOf(moved.plan())).as("recipients").isZero();
            assertThat(camp.counts(moved)).as("counts").containsOnlyKeys(NoticeState.DROPPED);
            camp.noticeLifecycleListener().onPurge(moved.plan());
            assertThat(camp.counts(moved)).isEmpty();
        }
    }

    @Test
    void aNoticeIsAlwaysTheSameMail() throws MessagingException {
        try (NoticeCampFixture camp = NoticeCampFixture.on(TestDatabase.H2)) {
            camp.moveAndPublish(camp.on(NoticeCampFixture.MONDAY), 5);
            camp.sendDue();

            MimeMessage[] mails = camp.mails.getReceivedMessages();
            assertThat(mails).isNotEmpty();
            List<String> ids = new ArrayList<>();
            for (MimeMessage mail : mails) {
                ids.add(mail.getMessageID());
            }
            assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.matches("<[0-9a-f]{40}@skole\\.example>"));
        }
    }
}
