package dk.grundskema.api.service.notice;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dk.grundskema.api.platform.http.Secret;
import dk.grundskema.api.platform.start.MailSettings;
import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.platform.testing.TestSchool;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.publish.Publication;
import dk.grundskema.api.service.publish.StaffCalendarChangeFinder;
import dk.grundskema.api.service.testing.MeetingVariants;
import dk.grundskema.api.service.testing.PublishedCampFixture;
import dk.grundskema.api.service.testing.SolvedPlans;
import dk.grundskema.api.service.testing.TestServices;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.timetable.Meeting;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.transaction.support.TransactionTemplate;

/** A camp whose staff have addresses, a mail server that accepts their mails, and a clock that the test advances. */
final class NoticeCampFixture implements AutoCloseable {
    /** The day before the camp's first Monday, in the morning. */
    static final Instant SUNDAY = Instant.parse("2026-09-06T07:00:00Z");

    static final LocalDate MONDAY = LocalDate.parse("2026-09-07");
    static final String WEB = "https://plan.example";
    static final int DELAY = 10;

    final PublishedCampFixture camp;
    final GreenMail mails;
    final NoticeRepository noticeRepository;
    final NoticeChoiceRepository choices;
    private final Server server;

    private NoticeCampFixture(Server server, String place, GreenMail mails) {
        this.server = server;
        this.mails = mails;
        this.noticeRepository = server.bean(NoticeRepository.class);
        this.choices = server.bean(NoticeChoiceRepository.class);
        this.camp = plan(place);
    }

    private PublishedCampFixture plan(String place) {
        var settings = settings(mails.getSmtp().getPort());
        var idle = new NoticeWorker(newNoticeSender(settings, () -> SUNDAY), settings, new ThreadPoolTaskScheduler());
        return PublishedCampFixture.of(server, place, new PendingPublicationRecorder(noticeRepository, settings, idle));
    }

    /** Creates a scenario of the camp, whose clock shows the camp's time. */
    PublishedCampFixture createScenario() {
        PublishedCampFixture scenario = plan(Objects.requireNonNull(camp.client
                .post(camp.place + "/scenarios", Map.of("title", "Med en mere"))
                .header("Location")));
        scenario.now.set(camp.now.get());
        return scenario;
    }

    /** A camp that was published long before it begins, so that no notice was due. */
    static NoticeCampFixture on(TestDatabase database) {
        return on(database, UnaryOperator.identity());
    }

    /** The same with another problem. */
    static NoticeCampFixture on(TestDatabase database, UnaryOperator<Map<String, Object>> problem) {
        Server server = TestServices.on(database);
        return create(server, "/api/v1/organisations/home", problem);
    }

    /** The same in a school of its own, where no account of another test is an address of the staff. */
    static NoticeCampFixture inNewSchool(UnaryOperator<Map<String, Object>> problem) {
        Server server = TestServices.on(TestDatabase.H2);
        return create(server, TestSchool.create(server).path(), problem);
    }

    private static NoticeCampFixture create(
            Server server, String organisation, UnaryOperator<Map<String, Object>> problem) {
        // Removes the data of earlier tests.
        for (String table : List.of("notice", "notice_round")) {
            server.bean(JdbcClient.class).sql("DELETE FROM " + table).update();
        }
        ServiceClient client = ServiceClient.administrator(server);
        String place = SolvedPlans.createSolvedPlan(client, server, organisation, problem.apply(withAddresses()), 20);
        var mailed = new NoticeCampFixture(server, place, startMailServer());
        mailed.camp.publish("", true);
        mailed.sendDue();
        if (mailed.mails.getReceivedMessages().length > 0) {
            throw new IllegalStateException("The first publication was to be long before the camp.");
        }
        mailed.camp.now.set(SUNDAY);
        return mailed;
    }

    private static GreenMail startMailServer() {
        var mails = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP).dynamicPort());
        mails.withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
        mails.start();
        return mails;
    }

    static Map<String, Object> withAddresses() {
        return withStaff(person -> person.put("email", mailbox(person.get("id"))));
    }

    /** Returns the address for a staff id, in characters that every mail server accepts. */
    static String mailbox(@Nullable Object person) {
        return String.valueOf(person).replace("ø", "oe").replace("æ", "ae").replace("å", "aa") + "@skole.example";
    }

    /** Returns the example with changed staff. */
    static Map<String, Object> withStaff(Consumer<Map<String, Object>> change) {
        var problem = new HashMap<>(TestServices.exampleProblem("camp-3-weeks"));
        var staff = new ArrayList<Map<String, Object>>();
        for (Object one : (List<?>) Objects.requireNonNull(problem.get("staff"))) {
            var person = new HashMap<String, Object>();
            ((Map<?, ?>) one).forEach((key, value) -> person.put(String.valueOf(key), value));
            change.accept(person);
            staff.add(person);
        }
        problem.put("staff", staff);
        return problem;
    }

    static MailSettings settings(int port) {
        return new MailSettings("127.0.0.1", port, "none", "", new Secret(""), "Skolen <plan@skole.example>", DELAY);
    }

    /** Returns a sender, as in a separate process. */
    NoticeSender newNoticeSender(MailSettings settings, InstantSource clock) {
        var staffChangeFinder = server.bean(StaffCalendarChangeFinder.class);
        return new NoticeSender(
                server.bean(NoticeRepository.class),
                new NoticeRecipientResolver(
                        server.bean(NoticeRepository.class),
                        staffChangeFinder,
                        settings,
                        server.bean(TransactionTemplate.class)),
                new NoticeMailComposer(
                        staffChangeFinder,
                        server.bean(NoticeChoiceRepository.class),
                        server.bean(StaffAddressFinder.class),
                        PublishedCampFixture.addresses(WEB)),
                new SmtpMailSender(settings),
                clock,
                new SimpleMeterRegistry());
    }

    NoticeSender newNoticeSender(int port) {
        return newNoticeSender(settings(port), camp.now::get);
    }

    /** Sends due notices, as a freshly started service does. */
    void sendDue() {
        newNoticeSender(mails.getSmtp().getPort()).sendDue(() -> false);
    }

    void advanceClock(Duration by) {
        camp.advanceClock(by);
    }

    /** Returns a meeting on a day that has at least one staff member. */
    Meeting on(LocalDate day) {
        return camp.timetable().meetings().stream()
                .filter(one ->
                        one.weekday() == day.getDayOfWeek() && one.weeks().contains(IsoWeek.of(day)))
                .filter(one -> !people(one).isEmpty())
                .findFirst()
                .orElseThrow();
    }

    static Set<String> people(Meeting one) {
        return one.seats().stream()
                .map(seat -> seat.staffId())
                .filter(Objects::nonNull)
                .map(StaffId::value)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static Set<String> addresses(Meeting one) {
        return people(one).stream().map(NoticeCampFixture::mailbox).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Moves a meeting by some minutes and publishes the plan. */
    Publication moveAndPublish(Meeting one, int minutes) {
        return moveAndPublish(one, minutes, true);
    }

    Publication moveAndPublish(Meeting one, int minutes, boolean isNoticeWanted, StaffId... heldBack) {
        LocalTime start = one.start().plusMinutes(minutes);
        LocalTime end = one.end().plusMinutes(minutes);
        camp.change(all -> MeetingVariants.with(all, MeetingVariants.at(one, start, end)));
        return camp.publish("", isNoticeWanted, heldBack);
    }

    /** Who got how many mails. */
    List<String> receivers() throws MessagingException {
        var all = new ArrayList<String>();
        for (MimeMessage mail : mails.getReceivedMessages()) {
            Arrays.stream(mail.getAllRecipients())
                    .map(Address::toString)
                    .map(NoticeCampFixture::address)
                    .forEach(all::add);
        }
        all.sort(String::compareTo);
        return all;
    }

    private static String address(String one) {
        try {
            return new InternetAddress(one).getAddress();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    Map<NoticeState, Integer> counts(Publication one) {
        return noticeRepository.countByState(one.plan(), one.number());
    }

    /** About how many people it is known that they were to get a mail about a plan. */
    int rowsOf(PlanId plan) {
        return server.bean(JdbcClient.class)
                .sql("SELECT COUNT(*) FROM notice WHERE plan = :plan")
                .param("plan", plan.value())
                .query(Integer.class)
                .single();
    }

    NoticeRetention newNoticeRetention() {
        return server.bean(NoticeRetention.class);
    }

    JdbcClient database() {
        return server.bean(JdbcClient.class);
    }

    NoticeLifecycleListener noticeLifecycleListener() {
        return server.bean(NoticeLifecycleListener.class);
    }

    @Override
    public void close() {
        mails.stop();
    }
}
