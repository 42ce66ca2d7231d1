package dk.grundskema.api.server.notices;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dk.grundskema.api.server.Client;
import dk.grundskema.api.server.Database;
import dk.grundskema.api.server.Planned;
import dk.grundskema.api.server.Services;
import dk.grundskema.api.server.identity.StaffAddresses;
import dk.grundskema.api.server.plans.PlanId;
import dk.grundskema.api.server.publishing.ChangedMeetings;
import dk.grundskema.api.server.publishing.Publication;
import dk.grundskema.api.server.publishing.PublishedCamp;
import dk.grundskema.api.server.publishing.StaffNews;
import dk.grundskema.api.server.start.Server;
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
import org.springframework.transaction.support.TransactionTemplate;

/** A camp whose staff have addresses, a mail server that takes what is for them, and a clock that is put on by hand. */
final class MailedCamp implements AutoCloseable {
    /** The day before the camp's first Monday, in the morning. */
    static final Instant SUNDAY = Instant.parse("2026-09-06T07:00:00Z");

    static final LocalDate MONDAY = LocalDate.parse("2026-09-07");
    static final String WEB = "https://plan.example";
    static final int DELAY = 10;

    final PublishedCamp camp;
    final GreenMail mails;
    final NoticeRows rows;
    final Choices choices;
    private final Server server;

    private MailedCamp(Server server, String place, GreenMail mails) {
        this.server = server;
        this.mails = mails;
        this.rows = server.part(NoticeRows.class);
        this.choices = server.part(Choices.class);
        var settings = settings(mails.getSmtp().getPort());
        var idle = new NoticeWorker(notices(settings, () -> SUNDAY), settings);
        this.camp = PublishedCamp.of(server, place, new Rounds(rows, settings, idle));
    }

    /** A camp that was published long before it begins, when nobody had to be told of anything. */
    static MailedCamp on(Database database) {
        return on(database, UnaryOperator.identity());
    }

    /** The same of another problem. */
    static MailedCamp on(Database database, UnaryOperator<Map<String, Object>> problem) {
        Server server = Services.on(database);
        // What earlier tests left is nobody's.
        for (String table : List.of("notice", "notice_round")) {
            server.part(JdbcClient.class).sql("DELETE FROM " + table).update();
        }
        Client client = Services.administrator(server);
        String place = Planned.plan(client, server, problem.apply(withAddresses()), 20);
        var mailed = new MailedCamp(server, place, started());
        mailed.camp.publish("", true);
        mailed.work();
        if (mailed.mails.getReceivedMessages().length > 0) {
            throw new IllegalStateException("The first publication was to be long before the camp.");
        }
        mailed.camp.now.set(SUNDAY);
        return mailed;
    }

    private static GreenMail started() {
        var mails = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP).dynamicPort());
        mails.withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
        mails.start();
        return mails;
    }

    static Map<String, Object> withAddresses() {
        return withStaff(person -> person.put("email", mailbox(person.get("id"))));
    }

    /** The address of somebody by the id, in letters that every mail server takes. */
    static String mailbox(@Nullable Object person) {
        return String.valueOf(person).replace("ø", "oe").replace("æ", "ae").replace("å", "aa") + "@skole.example";
    }

    /** The example with others of its staff. */
    static Map<String, Object> withStaff(Consumer<Map<String, Object>> change) {
        var problem = new HashMap<>(Services.example("camp-3-weeks"));
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
        return new MailSettings("127.0.0.1", port, "none", "", "", "Skolen <plan@skole.example>", DELAY);
    }

    /** Somebody who sends, as in a process of its own. */
    Notices notices(MailSettings settings, InstantSource clock) {
        var news = server.part(StaffNews.class);
        return new Notices(
                server.part(NoticeRows.class),
                new WorkingOut(server.part(NoticeRows.class), news, settings, server.part(TransactionTemplate.class)),
                new Letters(
                        news,
                        server.part(Choices.class),
                        server.part(StaffAddresses.class),
                        PublishedCamp.addresses(WEB)),
                new MailServer(settings),
                clock,
                new SimpleMeterRegistry());
    }

    Notices notices(int port) {
        return notices(settings(port), camp.now::get);
    }

    /** Sends what is due, as a service does that was just started. */
    void work() {
        notices(mails.getSmtp().getPort()).work(() -> false);
    }

    void later(Duration by) {
        camp.later(by);
    }

    /** A meeting on a day in which somebody has something to do. */
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
        return people(one).stream().map(MailedCamp::mailbox).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Lets a meeting be some minutes later and publishes that. */
    Publication move(Meeting one, int minutes) {
        return move(one, minutes, true);
    }

    Publication move(Meeting one, int minutes, boolean isTold, StaffId... heldBack) {
        LocalTime start = one.start().plusMinutes(minutes);
        LocalTime end = one.end().plusMinutes(minutes);
        camp.change(all -> ChangedMeetings.with(all, ChangedMeetings.at(one, start, end)));
        return camp.publish("", isTold, heldBack);
    }

    /** Who got how many mails. */
    List<String> receivers() throws MessagingException {
        var all = new ArrayList<String>();
        for (MimeMessage mail : mails.getReceivedMessages()) {
            Arrays.stream(mail.getAllRecipients())
                    .map(Address::toString)
                    .map(MailedCamp::address)
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
        return rows.counts(one.plan(), one.number());
    }

    /** About how many people it is known that they were to get a mail about a plan. */
    int rowsOf(PlanId plan) {
        return server.part(JdbcClient.class)
                .sql("SELECT COUNT(*) FROM notice WHERE plan = :plan")
                .param("plan", plan.value())
                .query(Integer.class)
                .single();
    }

    OldNotices old() {
        return server.part(OldNotices.class);
    }

    JdbcClient database() {
        return server.part(JdbcClient.class);
    }

    ForgottenNotices forgets() {
        return server.part(ForgottenNotices.class);
    }

    @Override
    public void close() {
        mails.stop();
    }
}
