package dk.grundskema.api.server.notices;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMailUtil;
import dk.grundskema.api.server.Client;
import dk.grundskema.api.server.Database;
import dk.grundskema.api.server.DatabaseSource;
import dk.grundskema.api.server.publishing.ChangedMeetings;
import dk.grundskema.api.server.publishing.Publication;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/** Who gets a mail about a publication, when, and that nobody gets it twice. */
class NoticesTest {
    private static final Duration A_DAY = Duration.ofDays(1);

    @ParameterizedTest
    @DatabaseSource
    void eachWhoseNextTwoWeeksChangeGetsOneMailAndNobodyElseDoes(Database database) throws MessagingException {
        try (MailedCamp camp = MailedCamp.on(database)) {
            Meeting meeting = camp.on(MailedCamp.MONDAY);

            Publication moved = camp.move(meeting, 5);
            camp.work();
            camp.work();

            assertThat(camp.receivers()).containsExactlyElementsOf(MailedCamp.addresses(meeting));
            assertThat(camp.counts(moved))
                    .isEqualTo(
                            Map.of(NoticeState.SENT, MailedCamp.people(meeting).size()));
        }
    }

    @Test
    void whatIsNeitherOfTodayNorOfTomorrowWaitsForWhatIsPublishedMeanwhile() throws MessagingException {
        try (MailedCamp camp = MailedCamp.on(Database.H2)) {
            Meeting meeting = camp.on(MailedCamp.MONDAY.plusDays(2));

            Publication first = camp.move(meeting, 5);
            camp.later(Duration.ofMinutes(9));
            camp.work();
            assertThat(camp.receivers()).isEmpty();
            Publication second = camp.move(meeting, 10);
            camp.work();
            assertThat(camp.receivers()).isEmpty();
            camp.later(Duration.ofMinutes(1));
            camp.work();

            assertThat(camp.receivers()).containsExactlyElementsOf(MailedCamp.addresses(meeting));
            int people = MailedCamp.people(meeting).size();
            assertThat(camp.counts(first)).isEqualTo(Map.of(NoticeState.JOINED, people));
            assertThat(camp.counts(second)).isEqualTo(Map.of(NoticeState.SENT, people));
        }
    }

    @Test
    void whatIsTakenBackBeforeAnybodyWasToldIsToldToNobody() throws MessagingException {
        try (MailedCamp camp = MailedCamp.on(Database.H2)) {
            Meeting meeting = camp.on(MailedCamp.MONDAY.plusDays(2));

            Publication moved = camp.move(meeting, 5);
            camp.work();
            Publication back = camp.move(meeting, 0);
            camp.later(A_DAY.minusMinutes(1));
            camp.work();

            assertThat(camp.receivers()).isEmpty();
            assertThat(camp.counts(moved)).containsOnlyKeys(NoticeState.JOINED);
            assertThat(camp.counts(back)).isEmpty();
        }
    }

    @Test
    void whatIsMoreThanTwoWeeksAwayIsToldToNobody() throws MessagingException {
        try (MailedCamp camp = MailedCamp.on(Database.H2)) {
            camp.move(camp.on(MailedCamp.MONDAY.plusDays(14)), 5);
            camp.later(Duration.ofHours(1));
            camp.work();

            assertThat(camp.receivers()).isEmpty();
        }
    }

    @Test
    void whatIsOverWhenTheMailIsToBeSentIsNotToldAnyMore() throws MessagingException {
        try (MailedCamp camp = MailedCamp.on(Database.H2)) {
            Publication moved = camp.move(camp.on(MailedCamp.MONDAY), 5);
            camp.camp.now.set(MailedCamp.SUNDAY.plus(Duration.ofHours(20)));
            camp.work();
            assertThat(camp.counts(moved)).containsOnlyKeys(NoticeState.SENT);

            Publication again = camp.move(camp.on(MailedCamp.MONDAY), 10);
            camp.camp.now.set(MailedCamp.SUNDAY.plus(Duration.ofHours(40)));
            camp.work();
            assertThat(camp.counts(again)).containsOnlyKeys(NoticeState.DROPPED);
        }
    }

    @Test
    void whoIsHeldBackGetsNoneAndHearsOfItWithThePublicationThatReachesThePerson() throws MessagingException {
        try (MailedCamp camp = MailedCamp.on(Database.H2)) {
            Meeting meeting = camp.on(MailedCamp.MONDAY);
            String person = MailedCamp.people(meeting).iterator().next();
            List<String> others = new ArrayList<>(MailedCamp.addresses(meeting));
            others.remove(MailedCamp.mailbox(person));

            camp.move(meeting, 5, true, new StaffId(person));
            camp.work();
            assertThat(camp.receivers()).containsExactlyElementsOf(others);
            camp.camp.publish("", true);
            camp.work();
            assertThat(camp.receivers()).containsExactlyElementsOf(MailedCamp.addresses(meeting));
        }
    }

    @Test
    void aPlannerCanPublishWithoutTellingAnybodyButWhoWasToHearOfTheEarlierOneHears() throws MessagingException {
        try (MailedCamp camp = MailedCamp.on(Database.H2)) {
            Meeting meeting = camp.on(MailedCamp.MONDAY.plusDays(2));

            camp.move(meeting, 5, false);
            camp.later(Duration.ofHours(1));
            camp.work();
            assertThat(camp.receivers()).isEmpty();

            Publication told = camp.move(meeting, 10);
            camp.work();
            Publication quiet = camp.move(meeting, 15, false);
            camp.later(Duration.ofHours(1));
            camp.work();
            assertThat(camp.receivers()).containsExactlyElementsOf(MailedCamp.addresses(meeting));
            assertThat(camp.counts(told)).containsOnlyKeys(NoticeState.JOINED);
            assertThat(camp.counts(quiet)).containsOnlyKeys(NoticeState.SENT);
        }
    }

    @ParameterizedTest
    @DatabaseSource
    void whatAServiceHadInHandWhenItDiedIsNotSentAgain(Database database) throws MessagingException {
        try (MailedCamp camp = MailedCamp.on(database)) {
            Publication moved = camp.move(camp.on(MailedCamp.MONDAY), 5);
            camp.notices(1).work(() -> true); // worked out, and nothing sent
            List<Notice> due = camp.rows.due(camp.camp.now.get(), 100);
            Notice inHand = due.getFirst();
            assertThat(camp.rows.claim(inHand, camp.camp.now.get())).isTrue(); // and then it dies

            camp.work();
            assertThat(camp.receivers()).hasSize(due.size() - 1).doesNotContain(MailedCamp.mailbox(inHand.staff()));
            assertThat(camp.counts(moved)).containsEntry(NoticeState.SENDING, 1);
            camp.later(NoticeRows.LONGEST_IN_HAND.plusSeconds(1));
            camp.work();

            assertThat(camp.receivers()).hasSize(due.size() - 1);
            assertThat(camp.counts(moved)).containsEntry(NoticeState.UNCERTAIN, 1);
        }
    }

    @Test
    void whatDiedWhileItWasWorkedOutWhomAPublicationConcernsIsDoneByTheNext() throws MessagingException {
        try (MailedCamp camp = MailedCamp.on(Database.H2)) {
            Meeting meeting = camp.on(MailedCamp.MONDAY);
            Publication moved = camp.move(meeting, 5);
            assertThat(camp.rows.isToBeWorkedOut(moved.plan(), moved.number())).isTrue();

            camp.work();

            assertThat(camp.receivers()).containsExactlyElementsOf(MailedCamp.addresses(meeting));
            assertThat(camp.rows.isToBeWorkedOut(moved.plan(), moved.number())).isFalse();
        }
    }

    @ParameterizedTest
    @DatabaseSource
    void ofSeveralServicesOnOneDatabaseOneSendsEachMail(Database database)
            throws MessagingException, InterruptedException, ExecutionException {
        try (MailedCamp camp = MailedCamp.on(database);
                var several = Executors.newFixedThreadPool(4)) {
            Meeting meeting = camp.on(MailedCamp.MONDAY);
            for (int i = 1; i <= 3; i++) {
                camp.mails.purgeEmailFromAllMailboxes();
                camp.move(meeting, 5 * i);
                List<Callable<Boolean>> services = new ArrayList<>();
                for (int j = 0; j < 4; j++) {
                    services.add(() -> {
                        camp.work();
                        return true;
                    });
                }
                for (var done : several.invokeAll(services)) {
                    done.get();
                }
                assertThat(camp.receivers()).containsExactlyElementsOf(MailedCamp.addresses(meeting));
            }
        } catch (com.icegreen.greenmail.store.FolderException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whoHasNoAddressGetsNoneAndKeepsNobodyElseFromGettingOne() throws MessagingException {
        try (MailedCamp camp = MailedCamp.on(
                Database.H2,
                problem -> MailedCamp.withStaff(person -> {
                    if (!person.get("id").equals("amir")) {
                        person.put("email", MailedCamp.mailbox(person.get("id")));
                    }
                }))) {
            Meeting meeting = camp.on(MailedCamp.MONDAY);
            Publication moved = camp.move(meeting, 5);
            camp.work();

            List<String> others = new ArrayList<>(MailedCamp.addresses(meeting));
            assertThat(others.remove("amir@skole.example")).isTrue();
            assertThat(camp.receivers()).containsExactlyElementsOf(others);
            assertThat(camp.counts(moved)).containsEntry(NoticeState.NO_ADDRESS, 1);
        }
    }

    @Test
    void whoLosesEverythingIsToldSo() throws MessagingException {
        try (MailedCamp camp = MailedCamp.on(Database.H2)) {
            Meeting meeting = camp.on(MailedCamp.MONDAY);
            camp.camp.change(all -> ChangedMeetings.without(all, meeting));
            camp.camp.publish("Aflyst", true);
            camp.work();

            assertThat(camp.receivers()).containsExactlyElementsOf(MailedCamp.addresses(meeting));
            assertThat(camp.mails.getReceivedMessages()[0].getSubject())
                    .isEqualTo("Din kalender er ændret: 1 ændring i morgen");
        }
    }

    @Test
    void whoComesToAPlanThatWasPublishedBeforeIsToldThatTheCalendarIsReady() throws MessagingException {
        try (MailedCamp camp = MailedCamp.on(Database.H2)) {
            StaffId coming = camp.camp.comes("ny-her", "Ny Her", "ny-her@skole.example");
            Meeting meeting = camp.on(MailedCamp.MONDAY);
            StaffId was = Objects.requireNonNull(meeting.seats().getFirst().staffId());
            camp.camp.change(all -> ChangedMeetings.with(all, ChangedMeetings.taken(meeting, was, coming)));
            camp.camp.publish("", true);
            camp.work();

            assertThat(camp.mails.getReceivedMessagesForDomain("ny-her@skole.example"))
                    .singleElement()
                    .satisfies(mail -> assertThat(mail.getSubject()).isEqualTo("Din kalender er klar"));
        }
    }

    @Test
    void whoHasALinkInEnglishGetsEnglish() throws MessagingException, IOException {
        try (MailedCamp camp = MailedCamp.on(
                Database.H2,
                problem -> MailedCamp.withStaff(person -> {
                    person.put("email", MailedCamp.mailbox(person.get("id")));
                    person.put("language", "EN");
                }))) {
            Meeting meeting = camp.on(MailedCamp.MONDAY);
            camp.camp.change(all -> ChangedMeetings.without(all, meeting));
            camp.camp.publish("Ta' det roligt 😀", true);
            camp.work();

            MimeMessage mail = camp.mails.getReceivedMessages()[0];
            String text = String.valueOf(
                    ((MimeMultipart) mail.getContent()).getBodyPart(0).getContent());
            assertThat(mail.getSubject()).isEqualTo("Your calendar has changed: 1 change tomorrow");
            assertThat(text)
                    .contains(
                            "Ta' det roligt 😀", "Today and tomorrow", MailedCamp.WEB + "/c/", MailedCamp.WEB + "/n/");
        }
    }

    @Test
    void noStudentIsInAnyMail() throws MessagingException, IOException {
        try (MailedCamp camp = MailedCamp.on(Database.H2)) {
            camp.camp.change(all -> List.of());
            camp.camp.publish("", true);
            camp.work();
            camp.later(Duration.ofHours(1));
            camp.work();

            MimeMessage[] mails = camp.mails.getReceivedMessages();
            assertThat(mails).hasSizeGreaterThan(5);
            for (MimeMessage mail : mails) {
                String all = mail.getSubject() + GreenMailUtil.getHeaders(mail) + parts(mail);
                for (Object student : (List<?>)
                        Objects.requireNonNull(MailedCamp.withAddresses().get("students"))) {
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
        try (MailedCamp camp = MailedCamp.on(Database.H2)) {
            Publication moved = camp.move(camp.on(MailedCamp.MONDAY.plusDays(2)), 5);
            camp.work();
            assertThat(camp.counts(moved)).containsOnlyKeys(NoticeState.PENDING);
            Client planner = camp.camp.client;
            String version = planner.get(camp.camp.place).tag();
            assertThat(planner.with("If-Match", version).delete(camp.camp.place).status())
                    .isEqualTo(204);
            camp.later(Duration.ofHours(1));
            camp.work();
            assertThat(camp.receivers()).isEmpty();
            assertThat(camp.counts(moved)).containsOnlyKeys(NoticeState.DROPPED);

            camp.forgets().forget(moved.plan());
            assertThat(camp.rowsOf(moved.plan())).as("whom they were for").isZero();
            assertThat(camp.counts(moved)).as("how many").containsOnlyKeys(NoticeState.DROPPED);
            camp.forgets().drop(moved.plan());
            assertThat(camp.counts(moved)).isEmpty();
        }
    }

    @Test
    void aNoticeIsAlwaysTheSameMail() throws MessagingException {
        try (MailedCamp camp = MailedCamp.on(Database.H2)) {
            camp.move(camp.on(MailedCamp.MONDAY), 5);
            camp.work();

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
